"""The index cut into pieces that are loaded when a query needs them.

Words lie in one alphabetical row, cut where a piece is full. A piece is found by its first word,
so any word, and any beginning of a word, names the few pieces it can be in, however large the library grows.
A beginning that many pieces share has its best entries beside it, so that one letter asks for one piece.
Forms lie in two further rows, forwards and backwards, for words with a slip: one end of the word is mostly right.
Entries have a file each, long ones one for each of their parts, and short ones that follow on each other one together;
they are loaded for the results that are shown.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from .digits import packed
from .entry import Entry
from .postings import Places, Postings
from .words import clean, fold

#: Bytes of JSON at which a piece is closed; two fifths of it travel. A word of a query needs one or two pieces,
#: so small ones make a light search; twice as small, they compress so badly that nothing is won.
FULL_OF_WORDS = 4_200
#: Bytes of JSON under which an entry is short, as that of a regulation or a tag is: a file of its own compresses badly.
SHORT = 1_000
#: Bytes of JSON that short entries of one file have at the most: whoever wants one of them loads them all.
FULL_OF_ENTRIES = 3_600
#: So many pieces are looked through for words that begin alike. Where more begin so, the entries are in the index.
SPAN = 2
#: Of the words that begin alike, the most used, and of what they find together, the best: four screens of results.
_GUESSES, _BEST = 40, 40
#: What a word counts for that is only begun; as in `search-query.js`, with its `KIN`.
_BEGUN = 0.5 * 0.7
#: Places kept of one word in all its forms, the weightiest: be and its forms stand several times in every entry,
#: and would be half of what a search asks for in a library of thousands. In one of hundreds this touches no word.
MOST_PLACES = 6_000
#: Forms shorter than this are no slip of anything.
SHORTEST_SLIP = 4


@dataclass(frozen=True)
class Piece:
    """A stretch of one of the rows."""

    #: The first word in it.
    first: str
    data: Mapping[str, Any]


def dumps(value: object) -> str:
    """JSON in the one form that we write: same value, same bytes."""
    return _JSON.encode(value)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def word_pieces(
    found: Postings,
    named: Mapping[str, tuple[str, ...]],
    synonyms: Mapping[str, Sequence[str]] = {},
    full: int = FULL_OF_WORDS,
) -> list[Piece]:
    """The row of words, by what stands in it.

    `k`: key -> form (nothing for the key itself) -> places, packed.
    `a`: keys -> forms that stand for them. `t`: title -> entries. `y`: word or phrase -> keys that mean much the same.
    `b`: beginning -> its best entries with their scores, packed, and how rare the words are, in hundredths.
    """
    row: list[tuple[str, str, str, Any]] = [
        *((key, "k", key, _forms(key, forms, found)) for key, forms in found.groups.items()),
        *((form, "a", " ".join(keys), form) for form, keys in named.items()),
        *(("=" + title, "t", title, list(numbers)) for title, numbers in found.titles.items()),
        # A phrase lies beside its first word.
        *((phrase.split(" ")[0], "y", phrase, list(keys)) for phrase, keys in synonyms.items()),
    ]
    row.sort(key=lambda item: (item[0], item[1], item[2]))
    pieces: list[Piece] = []
    for first, items in _cut(row, full, lambda item: item[0]):
        data: dict[str, dict[str, Any]] = {"k": {}, "a": {}, "t": {}, "y": {}, "b": {}}
        for _, sort, name, value in items:
            data[sort][name] = f"{data['a'][name]} {value}" if sort == "a" and name in data["a"] else value
        pieces.append(Piece(first, data))
    for beginning, best in _beginnings(found, [piece.first for piece in pieces]):
        pieces[place([piece.first for piece in pieces], beginning)].data["b"][beginning] = best
    return [Piece(piece.first, {sort: held for sort, held in piece.data.items() if held}) for piece in pieces]


def place(firsts: Sequence[str], word: str) -> int:
    """Number of the piece that `word` is in, or would be in."""
    return max(0, bisect_right(firsts, word) - 1)


def _beginnings(found: Postings, firsts: Sequence[str]) -> Iterator[tuple[str, list[Any]]]:
    """Every beginning of a key that more than `SPAN` pieces share, and what it finds."""
    keys: dict[str, list[str]] = defaultdict(list)
    for key in found.groups:
        for length in range(1, len(key) + 1):
            beginning = key[:length]
            if place(firsts, beginning + "\U0010ffff") - place(firsts, beginning) < SPAN:
                break
            keys[beginning].append(key)
    for beginning in sorted(keys):
        most_used = sorted(keys[beginning], key=lambda key: (-max(map(len, found.groups[key].values())), key))
        yield beginning, _best(found, most_used[:_GUESSES])


def _best(found: Postings, keys: Sequence[str]) -> list[Any]:
    """What a query finds that is the beginning of `keys`: scored as `places` in `search-query.js` does."""
    scores: dict[int, tuple[float, bool]] = {}
    rarest = 0.0
    for key in keys:
        mine: dict[int, tuple[float, bool]] = {}
        for places in found.groups[key].values():
            for number, weight in places.items():
                score, old = (weight >> 1) * _BEGUN, mine.get(number, (0.0, False))
                mine[number] = (max(score, old[0]) + min(score, old[0]) / 4, old[1] or bool(weight & 1))
        rare = log(1 + found.entries / (len(mine) + 0.5))
        rarest = max(rare, rarest)
        for number, (score, in_title) in mine.items():
            old = scores.get(number, (0.0, False))
            scores[number] = (max(old[0], score * rare), in_title or old[1])
    best = sorted(scores, key=lambda number: (-scores[number][0], number))[:_BEST]
    return [packed(flat({n: 2 * round(scores[n][0]) + scores[n][1] for n in best})), round(100 * rarest)]


def slip_pieces(found: Postings, full: int = FULL_OF_WORDS) -> tuple[list[Piece], list[Piece]]:
    """The rows of folded forms, forwards and backwards. `f`: forms; `u`: how many entries have each, packed."""
    uses: dict[str, int] = defaultdict(int)
    for forms in found.groups.values():
        for form, places in forms.items():
            if len(form) >= SHORTEST_SLIP and form.isalpha():
                uses[fold(form)] = max(uses[fold(form)], len(places))

    def row(name: Callable[[str], str]) -> list[Piece]:
        cut = _cut(sorted((name(form), form) for form in uses), full, lambda item: item[0])
        return [
            Piece(first, {"f": " ".join(form for _, form in items), "u": packed(uses[form] for _, form in items)})
            for first, items in cut
        ]

    return row(lambda form: form), row(lambda form: form[::-1])


@dataclass(frozen=True)
class EntryFiles:
    """The entries as files."""

    files: Mapping[str, list[Any]]
    """Name -> an entry: address, title, kind, summary, tags, minutes (0: not said), text; or a list of short ones."""
    shared: list[tuple[int, int]]
    """Of each file with several: the number of the first, which names it, and how many there are."""


def entry_files(entries: Sequence[Entry], parts: Mapping[int, Sequence[str]]) -> EntryFiles:
    """`parts` has the texts of those that come in several files, each with the rest of the entry."""
    rows = [list(_rows(entry, parts.get(number, (clean(entry.text),)))) for number, entry in enumerate(entries)]
    files: dict[str, list[Any]] = {}
    shared: list[tuple[int, int]] = []
    for first, count in _in_files(rows):
        if count > 1:
            shared.append((first, count))
            files[f"e{first}"] = [row for (row,) in rows[first : first + count]]
        else:
            files |= {f"e{first}-{part}" if part else f"e{first}": row for part, row in enumerate(rows[first])}
    return EntryFiles(files, shared)


def _rows(entry: Entry, texts: Iterable[str]) -> Iterator[list[Any]]:
    kept = [entry.url, clean(entry.title), entry.kind, clean(entry.summary), [clean(tag) for tag in entry.tags]]
    yield from ([*kept, entry.minutes or 0, text] for text in texts)


def _in_files(rows: Sequence[Sequence[list[Any]]]) -> Iterator[tuple[int, int]]:
    """The number of the first entry of each file, and how many stand in it."""
    first = size = 0
    for number, (row, *others) in enumerate(rows):
        own = len(dumps(row).encode())
        alone = bool(others) or own >= SHORT
        if first < number and (alone or size + own > FULL_OF_ENTRIES):
            yield first, number - first
            first, size = number, 0
        if alone:
            yield number, 1
            first = number + 1
        else:
            size += own
    if first < len(rows):
        yield first, len(rows) - first


def _forms(key: str, forms: Mapping[str, Places], found: Postings) -> dict[str, str]:
    if sum(map(len, forms.values())) > MOST_PLACES:
        every = sorted((-weight, number, form) for form, places in forms.items() for number, weight in places.items())
        kept: dict[str, dict[int, int]] = {form: {} for form in forms}
        for weight, number, form in every[:MOST_PLACES]:
            kept[form][number] = -weight
        return _packed(key, {form: places for form, places in kept.items() if places}, found)
    return _packed(key, forms, found)


def _packed(key: str, forms: Mapping[str, Mapping[int, int]], found: Postings) -> dict[str, str]:
    return {"" if form == key else form: packed(flat(places, form, found)) for form, places in forms.items()}


def flat(places: Mapping[int, int], form: str = "", found: Postings | None = None) -> list[int]:
    """Entries as steps from the one before, each followed by its weight; a long one by the parts that have the form."""
    out: list[int] = []
    last = 0
    for number, weight in sorted(places.items()):
        out += (number - last, weight)
        if found and number in found.parts:
            out.append(found.masks.get((form, number), 0))
        last = number
    return out


def _cut(row: Iterable[Any], full: int, name: Callable[[Any], str]) -> Iterator[tuple[str, list[Any]]]:
    """Stretches of the row of about `full` bytes; items of one name are never parted."""
    held: list[Any] = []
    size = 0
    for item in row:
        if held and size >= full and name(item) != name(held[-1]):
            yield name(held[0]), held
            held, size = [], 0
        held.append(item)
        size += len(dumps(item[-1]).encode()) + len(item[-2]) + 3
    if held:
        yield name(held[0]), held
