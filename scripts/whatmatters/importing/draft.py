"""A draft of a story: its files as text, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.language.bilingual import Lang

from .lines import Note


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
