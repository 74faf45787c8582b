"""The few kinds of block that cards and sheets are made of, whatever the form: PDF, Word, slides.

All are plain values that turn into JSON; `t` tells a writer which kind it has before it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from typing import Any

from ..language.bilingual import Lang


@dataclass(frozen=True)
class Span:
    """A run of text."""

    text: str
    strong: bool = False
    lang: Lang | None = None
    """The run's own language where it is not the document's, such as an English title on a Welsh card."""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the card or of the document."""

    level: int
    text: str
    t: str = field(default="heading", init=False)


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    spans: tuple[Span, ...]
    small: bool = False
    """Small print: where a story comes from, how to find it. Never the story itself, a question or a duty."""
    t: str = field(default="text", init=False)


@dataclass(frozen=True)
class Listing:
    """A list, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False
    start: int = 1
    """The first number."""
    t: str = field(default="list", init=False)


@dataclass(frozen=True)
class Amount:
    """A number to be seen at once, with what it is about: a time limit, say."""

    amount: str
    of: str
    note: str = ""
    t: str = field(default="amount", init=False)


#: What stands in a table's cell: words, or runs of them.
Cell = str | tuple[Span, ...]


@dataclass(frozen=True)
class Table:
    """A table with a header row."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    """Shares of the width; 0 means as wide as its words."""
    t: str = field(default="table", init=False)


@dataclass(frozen=True)
class Ruled:
    """Ruled lines to write on."""

    lines: int
    """How many; 0 fills what is left of the card or the page."""
    t: str = field(default="ruled", init=False)


@dataclass(frozen=True)
class Aside:
    """Something to notice, in a box."""

    blocks: tuple[Block, ...]
    t: str = field(default="aside", init=False)


@dataclass(frozen=True)
class Stop:
    """Where the group stops reading and talks, in the box that the pause has in every form."""

    words: str
    t: str = field(default="stop", init=False)


@dataclass(frozen=True)
class Slip:
    """A strip to cut off and write on."""

    heading: str
    prompt: str
    lines: int
    t: str = field(default="slip", init=False)


@dataclass(frozen=True)
class Side:
    """A side of a sheet of paper, its type as large as all of it has room for."""

    blocks: tuple[Block, ...]
    band: str = ""
    """What the side is, in a band at its head; nothing where its first heading says it."""
    part: str = ""
    """What stands at the band's other end."""
    emblem: str = ""
    """A story's own picture, at the head of the band."""
    follows: bool = False
    """May it follow the side before it on one page, where pages are made as somebody writes?"""
    t: str = field(default="side", init=False)


Block = Heading | Text | Listing | Amount | Table | Ruled | Aside | Stop | Slip | Side


def spans_of(cell: Cell) -> tuple[Span, ...]:
    """What stands in a cell, as runs."""
    return (Span(cell),) if isinstance(cell, str) else cell


def as_json(value: Any) -> str:
    """The JSON of dataclasses in dataclasses, their fields by name: what `asdict` leads to, without copying it all."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_fields)


def _fields(value: Any) -> dict[str, Any]:
    """Raises TypeError for what is no dataclass."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def plain(text: str, *, small: bool = False) -> Text:
    """A paragraph of one run."""
    return Text((Span(text),), small=small)


def labelled(label: str, text: str) -> Text:
    """A paragraph that starts with a label in bold: `Source: …`."""
    return Text((Span(f"{label}: ", strong=True), Span(text)))
