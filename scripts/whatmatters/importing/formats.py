"""A format or an export as one value: how it is known, how it is read, how it is called, whether captions repeat.

Every module of this room that reads something has its values in `FORMATS`, `STYLES` or `EXPORTS`, beside the reader.
They are found by that name: a further one is one further module, and its samples under `tests/importing/`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from whatmatters.language.bilingual import Lang

from .lines import Reading

if TYPE_CHECKING:
    from .clock_entries import Entry
    from .rows import Row

_WORD: Mapping[Lang, str] = {"en": "Word file", "cy": "ffeil Word"}
_XML = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<!?(?:[\w-]+:)?([\w-]+)", re.S)


@dataclass(frozen=True)
class Given:
    """A decoded file, or the part of one that is in one style."""

    lines: tuple[str, ...]
    """From the first that is not empty."""
    starts: frozenset[int] | None = None
    """In a Word file: which of the lines begin a paragraph."""

    @property
    def word(self) -> bool:
        """Whether this is the text of a Word file."""
        return self.starts is not None

    @cached_property
    def head(self) -> str:
        """Its first forty lines."""
        return "\n".join(self.lines[:40]).lstrip()

    @cached_property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.lines)

    @cached_property
    def root(self) -> str | None:
        """The name of the first element, where this looks like XML."""
        found = _XML.match(self.head) if self.head.startswith("<") else None
        return found.group(1) if found else None

    @cached_property
    def data(self) -> Any:
        """What this JSON holds (JSON Lines as a list); None for what is no JSON, or breaks off."""
        if not self.head.startswith(("{", "[")):
            return None
        try:
            return json.loads(self.text)
        except RecursionError:
            return None
        except ValueError:
            return self._data_by_line()

    def _data_by_line(self) -> Any:
        found = []
        for line in self.lines:
            if not line.strip():
                continue
            if line.lstrip()[0] != "{":
                return None
            try:
                found.append(json.loads(line))
            except (ValueError, RecursionError):
                return None
        return found if len(found) > 1 else None


@dataclass(frozen=True)
class Format:
    """A kind of file."""

    id: str
    names: Mapping[Lang, str]
    """What the report calls it."""
    known: Callable[[Given], bool]
    read: Callable[[Given], tuple[Reading, ...]]
    """One reading, or several where the file goes on in another style. Raises Refused."""
    order: int
    """Who is asked first: the surest signs have the smallest numbers."""
    shown: bool = False
    """It says what stands on a screen and when, and so may show a line more than once."""


@dataclass(frozen=True)
class Style:
    """A way in which text that people copy shows its times."""

    id: str
    names: Mapping[Lang, str]
    entry: Callable[[int, Row], Entry | None]
    """The entry that a row begins, if it begins one."""
    order: int
    """Which wins where two fit as many rows: the surest have the smallest numbers."""
    possible: Callable[[str], bool] = field(default=lambda text: True)
    """A quick look at a row, before `entry` is asked."""


@dataclass(frozen=True)
class Export:
    """A program whose text is told from others in the same style by what stands around it."""

    id: str
    names: Mapping[Lang, str]
    known: Callable[[str, str, bool], bool]
    """Asked with the id of the style, the first and last rows in small letters, and whether it is a Word file."""


@cache
def _registered() -> tuple[tuple[Format, ...], tuple[Style, ...], tuple[Export, ...]]:
    package = __name__.rpartition(".")[0]
    path = importlib.import_module(package).__path__
    rooms = [importlib.import_module(f"{package}.{info.name}") for info in pkgutil.iter_modules(path)]

    def of(name: str) -> list[Any]:
        return [value for room in rooms for value in room.__dict__.get(name, ())]

    by_order = (sorted(of(name), key=lambda value: value.order) for name in ("FORMATS", "STYLES"))
    return (*(tuple(values) for values in by_order), tuple(of("EXPORTS")))  # type: ignore[return-value]


def formats() -> tuple[Format, ...]:
    """Every kind of file, the surest first."""
    return _registered()[0]


def styles() -> tuple[Style, ...]:
    """Every style of clocks in a text, the surest first."""
    return _registered()[1]


def export(style: str, around: str, *, word: bool) -> str:
    """The program that wrote a text in this style, or the style itself."""
    return next((e.id for e in _registered()[2] if e.known(style, around, word)), style)


@cache
def _by_id() -> Mapping[str, Format | Style | Export]:
    return {value.id: value for values in _registered() for value in values}


def in_word(reading: Reading) -> Reading:
    """A reading of what stood in a Word file: its format is that of the text with `word-` before it."""
    id = reading.format
    return reading if id.startswith("word-") or id.endswith("-word") else replace(reading, format=f"word-{id}")


def name_of(id: str, lang: Lang) -> str:
    """What the report calls a format, a style or an export; `word-` is said before those in a Word file."""
    if id not in _by_id() and id.startswith("word-"):
        return f"{_WORD[lang]}: {name_of(id.removeprefix('word-'), lang)}"
    return _by_id()[id].names[lang]


def is_shown(id: str) -> bool:
    """Whether captions of this format may repeat what the screen shows already."""
    found = _by_id().get(id.removeprefix("word-"))
    return isinstance(found, Format) and found.shown


def known_ids() -> frozenset[str]:
    """The ids of all of them."""
    return frozenset(_by_id())
