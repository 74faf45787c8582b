"""What a run has found: a figure for each row of the table, further tables, and what could not be measured."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

from ..messages.problem import LibraryError
from .measure import BenchError


@dataclass(frozen=True)
class Goal:
    """One row of the table: something that is measured, and what it shall be."""

    key: str
    part: str
    """The part of the bench that measures it."""
    what: str
    reach: str


#: The rows, in the order in which they are shown. What is to be reached holds on a machine of two processors.
GOALS = (
    Goal("build", "builds", "Build without packs", "0.6 of the peer's CPU; under 300 MB at 2,000 stories"),
    Goal("again", "builds", "The same again, nothing changed", "0.2 of the first's CPU"),
    Goal("edit", "edits", "An edit while serving, until it is shown", "under 1 s at 60 stories, 2 s at 500"),
    Goal("check", "checks", "`whatmatters check`, nothing cached", "without measuring cards 2 s CPU, 5 s at 500"),
    Goal("packs", "packs", "All packs", "cold 15 s, unchanged 0.5 s CPU, 400 MB"),
    Goal("session", "packs", "A story's leader's sheet and cards", "under 0.3 s"),
    Goal("cards", "packs", "A pack of 60 cards", "under 0.7 s"),
    Goal("first", "visits", "First visit to a page, compressed", "under 100 kB, 10 requests or fewer"),
    Goal("next", "visits", "The next page", "under 20 kB"),
    Goal("shift", "visits", "Layout shift, Fast 3G, 412 px", "under 0.02"),
    Goal("lighthouse", "lighthouse", "Lighthouse, mobile", "performance 97 or better, the others 100"),
    Goal("search", "search", "One search, first key to first result", "0.7 s on a slow phone, flat"),
    Goal("bytes", "search", "Bytes of one search", "under 40 kB"),
    Goal("found", "search", "What searches find", "no less than before, in both languages"),
)


@dataclass(frozen=True)
class Figure:
    """A measured row, or a part of one: `of` says of what size or kind."""

    goal: str
    of: str
    ours: str
    peer: str = "–"
    ratio: str = "–"


@dataclass(frozen=True)
class Table:
    """A table of details."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: str = ""


@dataclass
class Findings:
    """Grows while the parts run; prints what it is given at once."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    figures: list[Figure] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    """What was tried, and why it failed."""
    missing: dict[str, str] = field(default_factory=dict)
    """Goal -> why it, or something of it, was not measured on this machine."""
    _started: float = field(default_factory=time.monotonic)

    def doing(self, what: str) -> None:
        """Say what is being done now, and how long the run has taken so far: long work is not silent."""
        minutes, seconds = divmod(int(time.monotonic() - self._started), 60)
        print(f"  [{minutes:02}:{seconds:02}] {what} …", file=sys.stderr, flush=True)

    def figure(self, goal: str, of: str, ours: str, peer: str = "–", ratio: str = "–") -> None:
        """A row, or a part of one, has been measured."""
        figure = Figure(goal, of, ours, peer, ratio)
        self.figures.append(figure)
        what = next(known.what for known in GOALS if known.key == goal)
        beside = f"  |  peer: {peer}  |  {ratio}" if peer != "–" else ""
        print(f"{what}, {of}: {ours}{beside}", file=self.out, flush=True)

    def table(self, title: str, head: Sequence[str], rows: Sequence[Sequence[str]], notes: str = "") -> None:
        """A table of details has been measured."""
        table = Table(title, tuple(head), tuple(tuple(row) for row in rows), notes)
        self.tables.append(table)
        print(f"\n{as_text(table)}", file=self.out, flush=True)

    @contextmanager
    def attempt(self, what: str) -> Iterator[None]:
        """Something that may fail: the reason is kept, and the run goes on, since it has taken long already."""
        self.doing(what)
        try:
            yield
        except Exception as error:
            why = str(error) if isinstance(error, BenchError | LibraryError) else f"{type(error).__name__}: {error}"
            self.failed.append((what, why.strip()))
            print(f"{what}: failed\n{why}\n", file=sys.stderr, flush=True)


def as_text(table: Table) -> str:
    """A table for a terminal: columns of one width, numbers to the right."""
    rows = [table.head, *table.rows]
    wide = [max(len(row[n]) for row in rows) for n in range(len(table.head))]
    lines = (
        "  ".join([row[0].ljust(wide[0]), *(cell.rjust(w) for cell, w in zip(row[1:], wide[1:], strict=True))])
        for row in rows
    )
    return "\n".join([table.title, *(f"  {line}" for line in lines), *([table.notes] if table.notes else []), ""])


def as_markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table for a page."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
