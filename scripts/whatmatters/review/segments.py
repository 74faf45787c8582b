"""The model: a text of the library as segments, each with its words in both languages and the place they stand at."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from typing import Literal

from ..language.bilingual import Lang
from .encoding import Encoding
from .markup import Shown, show
from .typography import folded

Kind = Literal["title", "summary", "heading", "paragraph", "item", "question", "cell", "words"]

#: Letters of a digest: enough to tell two wordings of one segment apart.
LETTERS = 8


def digest(words: str) -> str:
    """Eight letters that stand for words as they are shown; what Word changes by itself does not count."""
    return hashlib.sha256(folded(words).encode()).hexdigest()[:LETTERS]


@dataclass(frozen=True)
class Place:
    """Where the words of a segment stand in one language."""

    where: str
    """The file as messages show it."""
    line: int
    start: int
    end: int
    """Letters of the file's text: from `start` up to, not including, `end`."""
    source: str = field(repr=False)
    """Those letters."""
    encoding: Encoding = field(repr=False)
    """How words are written there."""
    decoded: InitVar[str | None] = None
    """What `encoding` makes of the source, where that is known already."""
    shown: Shown = field(init=False, repr=False)
    """The words without what belongs to their form."""

    def __post_init__(self, decoded: str | None) -> None:
        object.__setattr__(self, "shown", show(self.encoding.decode(self.source) if decoded is None else decoded))

    @property
    def words(self) -> str:
        """The words as a reader sees them."""
        return self.shown.words


@dataclass(frozen=True)
class Segment:
    """A paragraph, title, heading, list item, question, cell of a table, or string of data."""

    id: str
    """Its place in the structure of its text, `practice/i1.2`: the same in both languages."""
    kind: Kind
    places: Mapping[Lang, Place]
    """One of the two may be missing: a paragraph that the other language has split."""
    fixed: bool = False
    """Words that stand in other places too and cannot be changed here alone: shown, never written."""

    def words(self, lang: Lang) -> str:
        """The words in a language; none where it has no such segment."""
        return self.places[lang].words if lang in self.places else ""


@dataclass(frozen=True)
class Text:
    """A page, a story, or a part of the data, as a reader checks it."""

    id: str
    """As the records name it: `principles/carers.md`, `law/personal-plan`."""
    segments: tuple[Segment, ...]

    @property
    def by_id(self) -> dict[str, Segment]:
        """The segments by their ids."""
        return {segment.id: segment for segment in self.segments}

    def title(self, lang: Lang) -> str:
        """What the text calls itself, or its id."""
        for segment in self.segments:
            if segment.kind == "title" and lang in segment.places:
                return segment.words(lang)
        return self.id
