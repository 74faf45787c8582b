"""What is said about a file that came back: each problem in words, with its row and how it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..library.checks import has_name
from ..messages.message import Message
from ..messages.problem import Problem
from .codes import FORM, PROJECT, VERSION
from .returned import Returned

#: Letters of somebody's words in a message.
_SHORT = 120


def foreign(properties: dict[str, str], file: str, project: str) -> Problem | None:
    """Is it another program's file, an older form, or another project's?"""
    if FORM not in properties or PROJECT not in properties:
        return Problem(
            file, 1, "X11",
            Message("this Word file was not written by `whatmatters review`, or has lost the mark that says so"),
            Message("bring in the file that it wrote, saved as a Word file (.docx) in Word or LibreOffice"),
        )  # fmt: skip
    if properties[FORM] != VERSION:
        return Problem(
            file, 1, "X11",
            Message("this file was written by another version of `whatmatters review`"),
            Message("write it anew with `--out`, and copy the corrections into the new file"),
        )  # fmt: skip
    if properties[PROJECT] != project:
        return Problem(
            file, 1, "X11",
            Message("this file belongs to another project: {name}", name=properties[PROJECT]),
            Message("read it in there; this project is {name}", name=project),
        )  # fmt: skip
    return None


def signed(returned: Returned, day: date | None, file: str, today: date) -> Iterator[Problem]:
    """Texts are ticked: then somebody has to say who read them, and when."""
    if not has_name(returned.reader):
        yield Problem(
            file, 1, "X12",
            Message("texts are ticked, and nobody says who read them"),
            Message("write the reader's name or role into the table at the head of the file"),
        )  # fmt: skip
    if day is None:
        said = (
            Message("“{words}” is no date", words=returned.day)
            if returned.day
            else Message("texts are ticked without a date")
        )
        yield Problem(file, 1, "X13", said, Message("write the day of the reading at the head, as 29/11/2026"))
    elif day > today:
        yield Problem(
            file, 1, "X13",
            Message("the day of the reading, {day}, is still to come", day=day),
            Message("write the day on which the texts were read, day before month: 29/11/2026"),
        )  # fmt: skip


def remarks(returned: Returned, file: str) -> Iterator[Problem]:
    """Comments, and words outside the tables: for an editor to read, never put into a text."""
    for comment in returned.comments:
        yield Problem(
            file, max(comment.row, 1), "X23",
            Message("a comment by {name}: {words}", name=comment.author or Message("the reader"), words=comment.words),
            Message("see to it by hand"), advice=True,
        )  # fmt: skip
    for words in returned.beside:
        yield Problem(
            file, 1, "X23", Message("words outside the tables: {words}", words=_short(words)),
            Message("see to it by hand"), advice=True,
        )  # fmt: skip


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHORT else f"{plain[: _SHORT - 2]} …"


def english(file: str, row: int, words: str) -> Problem:
    """English words are never taken from the reader; what was written is told."""
    message = Message("the English was changed, to “{words}”", words=_short(words))
    return Problem(
        file, row, "X22", message, Message("it stays as it was: change the source if you agree"), advice=True
    )


def fixed(file: str, row: int, words: str) -> Problem:
    """Words that stand in many places."""
    message = Message(
        "these words stand in many places and stay as they are; the reader wrote “{words}”", words=_short(words)
    )
    mend = Message("if you agree, change them everywhere at once: docs/data/anatomy.yml has the headings of pages")
    return Problem(file, row, "X24", message, mend, advice=True)


def empty(file: str, row: int, now: str) -> Problem:
    """A cell without words."""
    message = Message("the Welsh cell is empty, where “{words}” stood", words=_short(now))
    return Problem(
        file,
        row,
        "X17",
        message,
        Message("write the Welsh there; to take a piece out, change both languages in the source"),
    )


def conflict(file: str, row: int, place: str, hers: str, now: str) -> Problem:
    """All three wordings differ."""
    message = Message(
        "changed by the reader and in {place} as well: the reader has “{hers}”, the source has “{now}”",
        place=place, hers=_short(hers), now=_short(now),
    )  # fmt: skip
    return Problem(
        file,
        row,
        "X18",
        message,
        Message("write the Welsh that is right into the cell and into the source, the same in both"),
    )


def no_text(file: str, row: int, text_id: str) -> Problem:
    """A text that is gone from the project."""
    message = Message("there is no text `{name}` any more", name=text_id)
    return Problem(file, row, "X21", message, Message("take its heading, its table and its box out of the Word file"))


def no_segment(file: str, row: int, text_id: str, hers: str) -> Problem:
    """A piece that is gone from its text."""
    message = Message(
        "`{name}` has no such piece in Welsh any more; the reader wrote “{words}”", name=text_id, words=_short(hers)
    )
    return Problem(
        file,
        row,
        "X21",
        message,
        Message("put it into the source by hand if it is wanted, and take the row's words back"),
    )


def one_line(file: str, row: int) -> Problem:
    """Line ends where the source has none."""
    message = Message("line breaks in the cell are read as spaces")
    return Problem(file, row, "X26", message, Message("part a paragraph in the source, in both languages"), advice=True)


def moved_on(file: str, row: int, text_id: str, rows: list[int]) -> Problem:
    """A text that is not as it was when it was written out."""
    which = Message("rows {rows}", rows=tuple(rows)) if rows else Message("there are new pieces")
    message = Message(
        "`{name}` is ticked, and has changed since this file was written: {which}", name=text_id, which=which
    )
    mend = Message("it is not recorded as checked: send the reader a new file with it")
    return Problem(file, row, "X25", message, mend, advice=True)


def unclear(file: str, row: int, text_id: str) -> Problem:
    """A box that says one thing to the eye and another to a program."""
    message = Message("the box under `{name}` looks empty, and its control says that it is ticked", name=text_id)
    mend = Message("it does not count as ticked: click it again if the text is sound")
    return Problem(file, row, "X27", message, mend, advice=True)
