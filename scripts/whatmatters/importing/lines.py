"""What every reader gives: the words of a transcript, line by line, with all that the file says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from whatmatters.language.bilingual import Lang

from ..messages.message import Message


@dataclass(frozen=True)
class Line:
    """One line of words as the source has it; several lines may stand in one cue."""

    words: str
    place: int
    """Line of the source, counted from 1; in a Word file the number of the paragraph."""
    at: int | None = None
    """When it begins, in milliseconds."""
    until: int | None = None
    """When it ends, in milliseconds."""
    speaker: str | None = None
    """Who speaks from here on, where the file says so; None says nothing about it."""
    turn: bool = False
    """Somebody else speaks from here on, and the file does not name them."""
    paragraph: bool = False
    """The source itself begins a paragraph here."""
    cue: int | None = None
    """Which cue it stands in, counted from 0; lines of one cue are on the screen together."""
    fresh: bool = False
    """The file proves that these words are said here for the first time: each has a time of its own."""
    typed: bool = False
    """Somebody typed or edited this: round brackets in it belong to a sentence."""
    section: bool = False
    """Another recording begins here: nothing goes on from before."""


@dataclass(frozen=True)
class Note:
    """A guess or a repair, with its place in the source; `wording.yml` holds its words in both languages."""

    code: str
    place: int
    values: Mapping[str, object] = field(default_factory=dict)
    count: int = 1
    """How many times, where one note stands for all of its kind."""
    last: int | None = None
    """The last place, where one note stands for several."""


@dataclass(frozen=True)
class Reading:
    """What a reader made of a file."""

    format: str
    """An id, such as `webvtt`; `wording.yml` has its name."""
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    lang: str | None = None
    """The language that the file says it is in, such as `cy` or `en-GB`."""


class Refused(Exception):
    """A file that cannot be brought in: why, what it seems to be, and what to do."""

    def __init__(self, code: str, message: Message, mend: Message, line: int = 1) -> None:
        self.code, self.message, self.mend, self.line = code, message, mend, line
        super().__init__(f"{code} {message} ({mend})")


@dataclass(frozen=True)
class Asked:
    """What the person asked for."""

    lang: Lang | None = None
    tidy: bool = False
    anyway: bool = False
    """Bring in a text that seems to be in another language, or a track that seems to hold no speech, too."""


class Tally:
    """Notes of one kind that would be many: kept as one, with the first place, the last, and how often."""

    def __init__(self) -> None:
        self._found: dict[str, Note] = {}

    def add(self, code: str, place: int, **values: object) -> None:
        """Count one more."""
        old = self._found.get(code)
        if old is None:
            self._found[code] = Note(code, place, values, 1, place)
        else:
            self._found[code] = Note(code, old.place, old.values, old.count + 1, place)

    @property
    def notes(self) -> list[Note]:
        """One note for each kind."""
        return list(self._found.values())
