"""The parts of a page that its twin must have too: frozen values with the line each stands on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..messages.message import Message


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

    @cached_property
    def said(self) -> Message:
        """What its twin must be too, for a message."""
        marks = "#" * self.level
        if self.anchor:
            return Message("{marks} {{#{anchor}}}", marks=marks, anchor=self.anchor)
        return Message("{marks} without an anchor", marks=marks)


@dataclass(frozen=True)
class Table:
    """A table; its rows are counted without the heading row."""

    line: int
    rows: int
    columns: int

    @cached_property
    def said(self) -> Message:
        """What its twin must be too, for a message."""
        rows = Message("{count} row", count=1) if self.rows == 1 else Message("{count} rows", count=self.rows)
        columns = (
            Message("{count} column", count=1) if self.columns == 1 else Message("{count} columns", count=self.columns)
        )
        return Message("{rows} of {columns}", rows=rows, columns=columns)


@dataclass(frozen=True)
class Listing:
    """A list; a list inside an item is a list of its own."""

    line: int
    ordered: bool
    items: int

    @cached_property
    def said(self) -> Message:
        """What its twin must be too, for a message."""
        items = Message("{count} item", count=1) if self.items == 1 else Message("{count} items", count=self.items)
        return (
            Message("{items}, numbered", items=items) if self.ordered else Message("{items}, not numbered", items=items)
        )
