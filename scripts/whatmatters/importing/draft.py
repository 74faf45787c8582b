"""A draft of a story: its files as text, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.language.bilingual import Lang

from .lines import Note

#: Notes that stand at the first line and speak of the whole file.
OF_THE_WHOLE = frozenset(("encoding", "language", "mixed", "seems-other", "tidied"))


@dataclass(frozen=True)
class Source:
    """The file that was brought in."""

    name: str
    """Its name, without folders."""
    format: str
    """An id, such as `webvtt`."""
    encoding: str
    sha256: str


@dataclass(frozen=True)
class Draft:
    """All that `whatmatters import` makes of one file."""

    source: Source
    lang: Lang
    words: int
    """Spoken words, without names of speakers and labels of sounds."""
    speakers: tuple[str, ...]
    length: int | None
    """Milliseconds from the beginning of the film to the last word, where the file has times."""
    notes: tuple[Note, ...]
    """Every guess and repair, in the order of their places."""
    files: Mapping[str, str]
    """Name and text of each file of the folder."""
    places: tuple[int, ...] = ()
    """Where each paragraph of the text begins in the source, counted as a line's place; 0 where that is not known."""

    def paragraph_of(self, note: Note) -> int | None:
        """The number, from 0, of the paragraph that holds the place of a note; None where it speaks of the whole."""
        found = None
        if note.code in OF_THE_WHOLE:
            return None
        for number, place in enumerate(self.places):
            if place > note.place:
                break
            found = number if place else found
        return found
