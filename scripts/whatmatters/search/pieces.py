"""The index cut into pieces that are loaded when a query needs them.

Words lie in one alphabetical row, cut where a piece is full. A piece is found by its first word,
so any word, and any beginning of a word, names the few pieces it can be in, however large the library grows.
Entries lie in a second row, in the order of their numbers; they are loaded for the results that are shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .digits import packed
from .entry import Entry
from .postings import Places, Postings
from .words import clean

#: Bytes of JSON at which a piece is closed; a quarter of it travels.
#: Words: few large pieces compress best, and a word of a query needs one or two of them.
FULL_OF_WORDS = 32_000
FULL_OF_ENTRIES = 48_000


@dataclass(frozen=True)
class Piece:
    """A stretch of one of the two rows."""

    #: The first word (for words) or the first number (for entries) in it.
    first: str | int
    data: Mapping[str, Any]


def dumps(value: object) -> str:
    """JSON in the one form that we write: same value, same bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def word_pieces(found: Postings, named: Mapping[str, tuple[str, ...]], full: int = FULL_OF_WORDS) -> list[Piece]:
    """Three things by the first word they are found under.

    `k`: key -> form (nothing for the key itself) -> places, packed.
    `a`: keys -> forms that stand for them. `t`: title -> entries.
    """
    row: list[tuple[str, str, str, Any]] = [
        *((key, "k", key, _forms(key, forms)) for key, forms in found.groups.items()),
        *((form, "a", " ".join(keys), form) for form, keys in named.items()),
        *(("=" + title, "t", title, list(numbers)) for title, numbers in found.titles.items()),
    ]
    row.sort(key=lambda item: (item[0], item[1]))
    pieces: list[Piece] = []
    for first, items in _cut(row, full, lambda item: item[0]):
        data: dict[str, dict[str, Any]] = {"k": {}, "a": {}, "t": {}}
        for _, sort, name, value in items:
            data[sort][name] = f"{data['a'][name]} {value}" if sort == "a" and name in data["a"] else value
        pieces.append(Piece(first, {sort: values for sort, values in data.items() if values}))
    return pieces


def entry_pieces(entries: Sequence[Entry], full: int = FULL_OF_ENTRIES) -> list[Piece]:
    """`e`: a list for each entry: address, title, kind, summary, tags, minutes (0: not said), text."""
    row = [(number, _kept(entry)) for number, entry in enumerate(entries)]
    cut = _cut(row, full, lambda item: item[0])
    return [Piece(first, {"e": [value for _, value in items]}) for first, items in cut]


def _kept(entry: Entry) -> list[Any]:
    tags = [clean(tag) for tag in entry.tags]
    text = [clean(part) for part in (entry.title, entry.summary, entry.text)]
    return [entry.url, text[0], entry.kind, text[1], tags, entry.minutes or 0, text[2]]


def _forms(key: str, forms: Mapping[str, Places]) -> dict[str, str]:
    return {"" if form == key else form: packed(flat(places)) for form, places in forms.items()}


def flat(places: Places) -> list[int]:
    """Entries as steps from the one before, each followed by its weight."""
    out: list[int] = []
    last = 0
    for number, weight in sorted(places.items()):
        out += [number - last, weight]
        last = number
    return out


def _cut(row: Iterable[Any], full: int, name: Any) -> Iterator[tuple[Any, list[Any]]]:
    """Stretches of the row of about `full` bytes; items of one name are never parted."""
    held: list[Any] = []
    size = 0
    for item in row:
        if held and size >= full and name(item) != name(held[-1]):
            yield name(held[0]), held
            held, size = [], 0
        held.append(item)
        size += len(dumps(item).encode())
    if held:
        yield name(held[0]), held
