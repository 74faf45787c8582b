"""A source as its bytes stand on the disk, with words in it replaced and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..files.sources import read_text

BOM = "\ufeff"


@dataclass(frozen=True)
class Edit:
    """Letters `start` to `end` of a source's text, and what is to stand there."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class SourceFile:
    """A text file. Places in it are counted in `text`, whose lines all end with `\\n`."""

    where: str
    """Its path as messages show it."""
    path: Path
    text: str = field(repr=False)
    raw: str = field(repr=False)
    """The text as it stands in the file: with its own line ends, and with a mark of UTF-8 if it has one."""

    def line(self, place: int) -> int:
        """The line of a place, counted from 1."""
        return bisect_left(self._line_ends, place) + 1

    def edited(self, edits: Iterable[Edit]) -> str:
        """`raw` with the edits, which do not overlap; new lines end as the file's own do."""
        crlf = "\r\n" in self.raw
        done, raw = 0, []
        for edit in sorted(edits, key=lambda e: e.start):
            start, end = self._raw_place(edit.start), self._raw_place(edit.end)
            raw += [self.raw[done:start], edit.new.replace("\n", "\r\n") if crlf else edit.new]
            done = end
        return "".join([*raw, self.raw[done:]])

    @cached_property
    def _line_ends(self) -> list[int]:
        return [end.start() for end in re.finditer("\n", self.text)]

    @cached_property
    def _dropped(self) -> list[int]:
        """Places in `text` of the line ends that take two letters in `raw`."""
        pairs = [i for i in range(len(self.raw)) if self.raw.startswith("\r\n", i)] if "\r\n" in self.raw else []
        first = len(BOM) if self.raw.startswith(BOM) else 0
        return [place - number - first for number, place in enumerate(pairs)]

    def _raw_place(self, place: int) -> int:
        return place + bisect_left(self._dropped, place) + (len(BOM) if self.raw.startswith(BOM) else 0)


def read_source(path: Path, where: str, root: Path) -> SourceFile:
    """A source of the project. Raises SourceError as `read_text` does."""
    text = read_text(path, root)
    with path.open(encoding="utf-8", newline="") as file:
        return SourceFile(where, path, text, file.read())


def in_memory(source: SourceFile, raw: str) -> SourceFile:
    """The same file as it would be with other contents."""
    text = raw.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    return SourceFile(source.where, source.path, text, raw)
