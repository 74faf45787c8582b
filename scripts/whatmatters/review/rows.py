"""The rows of a file that came back, each known again: what was taken out, doubled or joined is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..messages.message import Message
from ..messages.problem import Problem
from .codes import RowCode
from .returned import Returned, Row
from .typography import folded

CELLS = 3


@dataclass(frozen=True)
class KnownRow:
    """A row as it was written out, with the words that it came back with."""

    code: RowCode
    english: str
    welsh: str


def known_rows(returned: Returned, file: str) -> tuple[list[KnownRow], list[Problem]]:
    """Each row once, by its number, and every reason why one cannot be used."""
    problems: list[Problem] = []
    by_number: dict[int, KnownRow] = {}
    seen: set[int] = set()
    for row in returned.rows:
        seen |= {code.number for code in row.codes}
        if len(row.codes) != 1 or len(row.cells) != CELLS or row.joined:
            problems.append(_shape(row, file))
            continue
        one = KnownRow(row.codes[0], row.cells[1], row.cells[2])
        before = by_number.setdefault(one.code.number, one)
        if before is not one:
            problems.append(_doubled(before, one, file))
    problems += _missing(returned, seen, file)
    return [by_number[number] for number in sorted(by_number)], problems


def _shape(row: Row, file: str) -> Problem:
    if not row.codes:
        return Problem(
            file, row.after or 1, "X16",
            Message("a row was put in below this one: “{words}”", words=" | ".join(row.cells).strip(" |\n")[:120]),
            Message("take it out; say what is missing in a comment"),
        )  # fmt: skip
    if len(row.codes) > 1:
        return Problem(
            file, row.codes[0].number, "X16",
            Message("rows were joined: {rows}", rows=tuple(code.number for code in row.codes)),
            Message("undo that in Word, so that each has a row of its own again"),
        )  # fmt: skip
    return Problem(
        file, row.codes[0].number, "X16",
        Message("cells of this row were joined, parted or taken out"),
        Message("undo that in Word, so that the row has number, English and Welsh again"),
    )  # fmt: skip


def _doubled(before: KnownRow, again: KnownRow, file: str) -> Problem:
    number = before.code.number
    if folded(before.welsh) == folded(again.welsh) and folded(before.english) == folded(again.english):
        return Problem(
            file, number, "X15", Message("this row stands in the file twice, with the same words"),
            Message("nothing needs doing"), advice=True,
        )  # fmt: skip
    return Problem(
        file, number, "X15",
        Message(
            "this row stands in the file twice: “{one}” and “{other}”", one=before.welsh[:120], other=again.welsh[:120],
        ),
        Message("keep the one that is right, and take the other out"),
    )  # fmt: skip


def _missing(returned: Returned, seen: set[int], file: str) -> Iterator[Problem]:
    """Rows and boxes that are gone, text by text; a text that is gone as a whole was left out on purpose."""
    for text, box in returned.boxes.items():
        gone = tuple(number for number in range(box.first, box.last + 1) if number not in seen)
        if gone:
            yield Problem(
                file, gone[0], "X14",
                Message("rows of `{name}` are gone: {rows}", name=text, rows=gone),
                Message("put them back (undo, or copy them from the file that was sent); leave what is right as it is"),
            )  # fmt: skip
    numbers: dict[str, int] = {}
    for row in returned.rows:
        for code in row.codes:
            numbers.setdefault(code.text, code.number)
    for text, number in numbers.items():
        if text not in returned.boxes:
            yield Problem(
                file, number, "X14",
                Message("the box under `{name}` is gone, so it cannot be recorded as checked", name=text),
                Message("copy the line with the box from the file that was sent, if the text is sound"), advice=True,
            )  # fmt: skip
