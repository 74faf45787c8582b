"""The parts of a page that its twin must have too: frozen values with the line each stands on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """Something of which only the line and one value count: a link, a picture, an include, a mark, an id."""

    line: int
    value: str
    """The same in both languages when the two mean the same: `includes/*/ground-rules.md`."""


@dataclass(frozen=True)
class Heading:
    """A line such as `## Steps {#steps}`."""

    line: int
    level: int
    text: str
    """Its words, without the anchor."""
    anchor: str | None
    """The id that the page itself gives; one made up from the words differs between languages, so it is none."""

    def __str__(self) -> str:
        return f"{'#' * self.level} {{#{self.anchor}}}" if self.anchor else f"{'#' * self.level} without an anchor"


@dataclass(frozen=True)
class Table:
    """A table; its rows are counted without the heading row."""

    line: int
    rows: int
    columns: int

    def __str__(self) -> str:
        return f"{_many(self.rows, 'row')} of {_many(self.columns, 'column')}"


@dataclass(frozen=True)
class Listing:
    """A list; a list inside an item is a list of its own."""

    line: int
    ordered: bool
    items: int

    def __str__(self) -> str:
        return f"{_many(self.items, 'item')}, {'numbered' if self.ordered else 'not numbered'}"


def _many(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
