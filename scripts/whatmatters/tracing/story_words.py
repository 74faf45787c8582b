"""What a story says in one language, sound or not: what it is known by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..files.sources import SourceError, read_text
from ..language.bilingual import LANGUAGES, Lang
from ..library.passages import COPY, passages, share
from ..library.story import StoryText
from ..library.withdrawn import Traces
from ..reading.story_text import parts, read_story_text
from .places import Place


@dataclass(frozen=True)
class Told:
    """A story in one language."""

    title: str
    text: tuple[str, ...]
    """Summary and paragraphs: what is told."""
    questions: tuple[str, ...]
    """What is asked; several stories may well end with the same question."""

    @classmethod
    def of(cls, text: StoryText) -> Told:
        """A sound text."""
        return cls(text.title, (text.summary, *text.before, *text.after), text.questions)

    @property
    def blocks(self) -> tuple[str, ...]:
        """All that it says but its title."""
        return (*self.text, *self.questions)

    @property
    def said(self) -> tuple[str, ...]:
        """All that it says."""
        return (self.title, *self.blocks)


def is_copy(traces: Iterable[Traces], told: Iterable[Told]) -> bool:
    """Whether a story says so much of what another is known by that it is a copy of it."""
    return share(traces, {mark for one in told for block in one.blocks for mark in passages(block)}) >= COPY


def read_told(place: Place) -> dict[Lang, Told]:
    """What the story at a place says, also where no build would take it; without a language whose file says nothing."""
    return {lang: told for lang in LANGUAGES if (told := _read(place, lang)) is not None}


def _read(place: Place, lang: Lang) -> Told | None:
    path = place.folder / f"{lang}.md"
    sound, _ = read_story_text(path, place.root.folder, lang)
    if sound is not None:
        return Told.of(sound)
    try:
        raw = read_text(path, place.root.folder)
    except SourceError:
        return None
    front = dict(re.findall(r"^(title|summary):\s*(.+)$", raw, re.MULTILINE))
    body = re.sub(r"\A---\n.*?(?:\n---\n|\Z)", "", raw, flags=re.DOTALL) if "\n---" in raw else raw
    found = parts(body, lang)
    text = (front.get("summary", ""), *found.before, *found.after)
    return Told(front.get("title", ""), text, (*found.at_pause, *found.afterwards))
