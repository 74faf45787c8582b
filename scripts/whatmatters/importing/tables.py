"""Tables of a transcript (Word's, CSV, tab-separated): which column holds clocks, names, numbers and words."""

from __future__ import annotations

import csv
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from .clock_styles import CLOCK, time_of
from .formats import Format, Given
from .lines import Line, Note, Reading, Tally
from .names import is_name, is_nobody
from .times import ARROW

_CLOCKS = re.compile(rf"[\[(]?({CLOCK}|\d\d?\.[0-5]\d)[\])]?(?:\s*(?:-|–|—|{ARROW}|\s)\s*[\[(]?({CLOCK})[\])]?)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@cache
def _titles(kind: str) -> frozenset[str]:
    """What heads a column of this kind; `columns.yml` has them."""
    data = yaml.safe_load(Path(__file__).with_name("columns.yml").read_text(encoding="utf-8"))
    return frozenset(str(title) for title in data[kind])


def _heads(title: str) -> bool:
    return any(title in _titles(kind) for kind in ("time", "end", "who", "said", "count"))


@dataclass(frozen=True)
class Cell:
    """A cell of a table, or a paragraph: its text, and where it stands."""

    text: str
    place: int


@dataclass(frozen=True)
class _Columns:
    """Which column holds what; -1 for none."""

    words: int
    who: int
    at: int
    until: int
    left: tuple[int, ...]
    """Columns of numbers, and others that nobody says."""
    seconds: float = 0.0
    """Milliseconds of one, where times are bare numbers; 0 where they are clocks."""


def read_table(rows: Sequence[Sequence[Cell]]) -> Reading | None:
    """A table as a reading; None where no column shows who speaks or when."""
    rows = [row for row in rows if any(cell.text.strip() for cell in row)]
    width = Counter(len(row) for row in rows).most_common(1)[0][0] if rows else 0
    if width < 2:
        return None
    headed = _is_head(rows[0])
    body = [list(row) + [Cell("", row[0].place)] * (width - len(row)) for row in rows[headed:]]
    if not body:
        return None
    columns = _columns(body, width, [cell.text for cell in rows[0]] if headed else [])
    if columns is None or (not headed and len(body) < 2):
        return None
    notes = [Note("furniture", rows[0][0].place, {"words": " | ".join(c.text for c in rows[0])})] if headed else []
    tally, lines = Tally(), list[Line]()
    names: list[tuple[str, int]] = []
    for cue, row in enumerate(body):
        lines += _lines(row, columns, cue, names, notes)
        for i in columns.left:
            if row[i].text.strip():
                tally.add("identifiers", row[i].place)
    return Reading("table", tuple(lines), (*notes, *_told(names), *tally.notes))


def _told(names: list[tuple[str, int]]) -> list[Note]:
    count = Counter(name for name, _ in names)
    first, last = dict(reversed(names)), dict(names)
    return [Note("named", first[name], {"name": name}, count[name], last[name]) for name in count]


def _is_head(row: Sequence[Cell]) -> bool:
    texts = [_plain(cell.text) for cell in row]
    known = sum(_heads(text) for text in texts if text)
    return known >= 2 or (known == 1 and known == sum(bool(text) for text in texts) and len(texts) > 1)


def _plain(text: str) -> str:
    return " ".join(text.strip().strip("*:").lower().replace("’", "'").split())


def _columns(body: list[list[Cell]], width: int, head: list[str]) -> _Columns | None:
    texts = [[row[i].text.strip() for row in body] for i in range(width)]
    filled = [[text for text in column if text] for column in texts]
    words = max(
        range(width), key=lambda i: sum(len(text.split()) for text in filled[i]) if not _clocks(filled[i]) else -1
    )
    titles = [_plain(title) for title in head] + [""] * width
    words = next((i for i in range(width) if titles[i] in _titles("said")), words)
    others = [i for i in range(width) if i != words and filled[i]]
    clocks = [i for i in others if _clocks(filled[i])]
    numbers = [i for i in others if i not in clocks and all(_NUMBER.fullmatch(text) for text in filled[i])]
    timed = [i for i in numbers if titles[i] in _titles("time") | _titles("end")]
    who = next((i for i in others if titles[i] in _titles("who")), None)
    if who is None:
        who = next((i for i in others if i not in clocks + numbers and _names(filled[i])), None)
    at = next((i for i in clocks + timed if titles[i] not in _titles("end")), None)
    until = next((i for i in clocks + timed if i != at and titles[i] not in _titles("time")), None)
    if who is None and at is None:
        return None
    left = tuple(i for i in others if i not in {who, at, until})
    # A further column of words is somebody's words too: such a table is no transcript that can be told apart.
    if any(i not in clocks + numbers and titles[i] not in _titles("count") for i in left if not head):
        return None
    unit = _unit(filled, at, words) if at in timed else 0.0
    return _Columns(
        words, -1 if who is None else who, -1 if at is None else at, -1 if until is None else until, left, unit
    )


def _clocks(column: list[str]) -> bool:
    return bool(column) and sum(_CLOCKS.fullmatch(text) is not None for text in column) * 10 >= 9 * len(column)


def _names(column: list[str]) -> bool:
    """Whether a column holds names: all could be, and they come again, or are few and full."""
    if not all(is_name(text.rstrip(":")) for text in column):
        return False
    return len(set(column)) < len(column) or len(column) < 4 or all(" " in text for text in column)


def _unit(filled: list[list[str]], at: int | None, words: int) -> float:
    """Milliseconds of one: whole numbers that would be hours of silence as seconds are milliseconds."""
    if at is None or any("." in text for text in filled[at]):
        return 1000.0
    times = [int(text) for text in filled[at]]
    steps = [b - a for a, b in pairwise(times) if b > a]
    per = statistics.median(len(text.split()) for text in filled[words]) if filled[words] else 1
    return 1.0 if steps and statistics.median(steps) > 60 * max(per, 1) else 1000.0


def _lines(row: list[Cell], columns: _Columns, cue: int, names: list[tuple[str, int]], notes: list[Note]) -> list[Line]:
    at, until = _times(row, columns)
    speaker = row[columns.who].text.strip().strip("*").rstrip(":").strip() if columns.who >= 0 else ""
    nobody = bool(speaker) and is_nobody(speaker)
    if nobody:
        notes.append(Note("nobody", row[columns.who].place, {"words": speaker}))
    elif speaker:
        names.append((speaker, row[columns.who].place))
    found: list[Line] = []
    said = row[columns.words]
    for piece in said.text.split("\n"):
        if text := " ".join(piece.split()):
            first = not found
            found.append(
                Line(
                    text,
                    said.place,
                    at,
                    until,
                    speaker if first and speaker and not nobody else None,
                    turn=nobody and first,
                    paragraph=True,
                    cue=cue,
                    typed=True,
                )
            )
    return found


def _times(row: list[Cell], columns: _Columns) -> tuple[int | None, int | None]:
    if columns.at < 0:
        return None, None
    if columns.seconds:
        values = [_NUMBER.fullmatch(row[i].text.strip()) if i >= 0 else None for i in (columns.at, columns.until)]
        at, until = (round(float(value.group()) * columns.seconds) if value else None for value in values)
        return at, until
    found = _CLOCKS.fullmatch(row[columns.at].text.strip())
    if found is None:
        return None, None
    at, until = time_of(found.group(1)), time_of(found.group(2)) if found.group(2) else None
    if columns.until >= 0 and (end := _CLOCKS.fullmatch(row[columns.until].text.strip())):
        until = time_of(end.group(1))
    return at, until


def _cells(given: Given) -> list[list[Cell]] | None:
    """The cells of a file whose first rows are parted by tabs, commas or semicolons, all alike; None for any other."""
    head = given.lines[0]
    if head.strip().startswith("|"):
        return _markdown_cells(given)
    mark = next((mark for mark in "\t;," if mark in head), None)
    if mark is None:
        return None
    if mark != "\t" and not _is_head([Cell(text, 1) for text in next(csv.reader([head], delimiter=mark), [])]):
        return None
    lines = (line + "\n" for line in given.lines)
    # Where tabs part the cells, a quotation mark belongs to the words.
    reader = (
        csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if mark == "\t" else csv.reader(lines, delimiter=mark)
    )
    rows, before = list[list[Cell]](), 0
    try:
        for row in reader:
            if row:
                rows.append([Cell(text, before + 1) for text in row])
            before = reader.line_num
    except csv.Error:
        return None
    width = len(rows[0]) if rows else 0
    # In what is parted by tabs the last column may hold some itself; a text with tabs here and there is no table.
    if width < 2 or sum(len(row) == width for row in rows) * 20 < 19 * len(rows):
        return None
    return rows


def _markdown_cells(given: Given) -> list[list[Cell]] | None:
    """The cells of a table of Markdown; None where other lines stand around it."""
    rows = []
    for place, line in enumerate(given.lines, start=1):
        text = line.strip()
        if not text or not text.strip("|-: "):
            continue
        if not text.startswith("|"):
            return None
        rows.append([Cell(piece.strip(), place) for piece in text.strip("|").split("|")])
    return rows


def _known(given: Given) -> bool:
    if given.word:
        return False
    rows = _cells(given)
    return rows is not None and read_table(rows) is not None


def _read(given: Given) -> tuple[Reading, ...]:
    reading = read_table(_cells(given) or [])
    return (reading,) if reading is not None else ()


FORMATS = (
    Format(
        "table",
        {"en": "a table of times, names and words", "cy": "tabl o amserau, enwau a geiriau"},
        _known,
        _read,
        order=55,
    ),
)
