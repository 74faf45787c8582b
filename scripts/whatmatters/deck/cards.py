"""The cards of a pack, by what they mean; how they look on paper is for `card_faces.py`.

This is the neutral description that every form is made from. All words are in one language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..language.bilingual import Lang
from ..library.certainty import Certainty
from ..library.film import FilmLine
from ..library.recording import RecordingLine
from .blocks import Amount

Kind = Literal["story", "principle", "law", "question", "tool"]


@dataclass(frozen=True)
class StoryCard:
    """A story with its pause, its questions and where it comes from."""

    id: str
    title: str
    summary: str
    minutes: int
    theme: str
    """The main theme's word."""
    icon: str
    """The main theme's icon, as a file of the theme's package without `.svg`."""
    emblem: str
    """An object of the story, drawn in its place (`library/emblem.py`); empty where the story has none."""
    before: tuple[str, ...]
    after: tuple[str, ...]
    at_pause: tuple[str, ...]
    """Questions before the ending is known; none where there is no pause."""
    afterwards: tuple[str, ...]
    source: str
    """Title and publisher, in the source's own language."""
    source_lang: Lang | None
    """That language, where it is not the card's."""
    route: str | None
    """How it reached us; None where `told` says so."""
    told: str | None
    """What a reader must know before trusting it: a composite, a hypothetical, an anecdote, from England."""
    told_in_short: str | None
    """The first of it, as a label."""
    names_changed: bool
    tags: tuple[str, ...]
    law: tuple[str, ...]
    address: str
    draft: bool
    """Do its words still await a fluent reader? Never so in English."""
    film: FilmLine | None
    """The film in which it is told, for whoever leads."""
    recording: RecordingLine | None
    """The team's own recording, where the build publishes it; for whoever leads too."""
    file: str
    """The story's text, for messages."""
    kind: Kind = field(default="story", init=False)

    @property
    def questions(self) -> tuple[str, ...]:
        """All its questions, in the order in which a group comes to them."""
        return (*self.at_pause, *self.afterwards)


@dataclass(frozen=True)
class QuestionCard:
    """Questions of one category of a bank."""

    id: str
    bank: str
    category: str
    questions: tuple[str, ...]
    address: str
    draft: bool
    """Do its words still await a fluent reader? Never so in English."""
    file: str
    kind: Kind = field(default="question", init=False)


@dataclass(frozen=True)
class LawCard:
    """What the law says on one topic."""

    id: str
    name: str
    duty: str
    limits: tuple[Amount, ...]
    practice: str
    provisions: tuple[str, ...]
    """A line for each law: `The 2014 Act: sections 6(2)(a) and 6(2)(d)`."""
    sure: Certainty
    address: str
    draft: bool
    """Do its words still await a fluent reader? Never so in English."""
    file: str
    kind: Kind = field(default="law", init=False)


@dataclass(frozen=True)
class RulesCard:
    """Ground rules, with confidentiality on the back."""

    rules: tuple[str, ...]
    confidentiality: tuple[str, ...]
    address: str
    draft: bool
    """Do its words still await a fluent reader? Never so in English."""
    kind: Kind = field(default="tool", init=False)


@dataclass(frozen=True)
class BlankCard:
    """A card for the group's own story, or its own question."""

    of: Literal["story", "question"]
    address: str
    draft: bool
    """Do its words still await a fluent reader? Never so in English."""
    kind: Kind = field(default="tool", init=False)


Card = StoryCard | QuestionCard | LawCard | RulesCard | BlankCard
