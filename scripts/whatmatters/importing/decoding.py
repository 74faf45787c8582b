"""From bytes to text: which encoding, and what had to be mended."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from ..messages.message import Message
from .lines import Note, Refused, Tally

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: Soft hyphens and marks of no width: nobody says them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
#: UTF-8 that a program has read as Windows-1252: a lead byte's letter, then the letters of continuation bytes.
_CONTINUED = "\u0080-\u00bf" + "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TWICE = re.compile(f"[\u00c3-\u00c5][{_CONTINUED}]|\u00e2[{_CONTINUED}]{{2}}|\u00c2[\u00a0-\u00bf]")


@dataclass(frozen=True)
class Text:
    """A file's text, cut into lines."""

    lines: tuple[str, ...]
    encoding: str
    notes: tuple[Note, ...]


def decode(raw: bytes) -> Text:
    """The text of a file of words. Raises Refused for one that is no text."""
    encoding = _encoding(raw)
    notes: list[Note] = []
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        if len(raw) - error.start > 4:
            raise Refused(
                "B01",
                Message("this file is not sound {encoding}", encoding=_NAMES[encoding]),
                Message("save it again, with the encoding UTF-8"),
            ) from error
        # A file cut in the middle of a letter: what stands before the cut is whole.
        text = raw[: error.start].decode(encoding)
        notes.append(Note("half-letter", text.count("\n") + 1))
    if encoding in {"cp1252", "iso8859_14"}:
        notes.append(Note("encoding", 1, {"encoding": _NAMES[encoding]}))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mended, more = mend(lines)
    return Text(mended, _NAMES[encoding], (*notes, *more))


_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252",
    "iso8859_14": "ISO-8859-14",
}


def _encoding(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    head = raw[:4000]
    if b"\x00" in head:
        # Without a mark, UTF-16 shows itself by zeros in every second place.
        for encoding, zeros, letters in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
            if zeros.count(0) > 0.6 * len(zeros) and letters.count(0) < 0.05 * len(letters) + 1:
                return encoding
    if b"\x00" in raw:
        raise Refused(
            "B01",
            Message("this file is not text: it holds NUL bytes"),
            Message("save it as WebVTT, SubRip, Word or text"),
        )
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(raw) - 3:
            return "utf-8"
        # ISO-8859-14 is the one old encoding with ŵ and ŷ; in Windows-1252 the same bytes would be ð and þ.
        celtic = any(byte in raw for byte in b"\xd0\xf0\xde\xfe")
        return "iso8859_14" if celtic and not any(0x80 <= byte < 0xA0 for byte in raw) else "cp1252"
    return "utf-8"


def mend(lines: list[str]) -> tuple[tuple[str, ...], list[Note]]:
    """The lines with composed letters and without unseen marks, and what was mended."""
    tally = Tally()
    mended = []
    for number, given in enumerate(lines, start=1):
        line = given
        for code, change in _MENDS:
            if line.isascii() and code != "control":
                continue
            changed = change(line)
            if changed != line:
                tally.add(code, number)
                line = changed
        mended.append(line)
    return tuple(mended), tally.notes


def _once(found: re.Match[str]) -> str:
    try:
        return _bytes_of(found.group()).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return found.group()


def _bytes_of(text: str) -> bytes:
    """Windows-1252 bytes, the five that it leaves undefined being themselves."""
    return b"".join(bytes([ord(c)]) if c in "\x81\x8d\x8f\x90\x9d" else c.encode("cp1252") for c in text)


_MENDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("decoded-twice", lambda line: _TWICE.sub(_once, line)),
    ("unseen", lambda line: _UNSEEN.sub("", line.replace("\u00a0", " ").replace("\u202f", " "))),
    ("control", lambda line: _CONTROL.sub(" ", line)),
    ("composed", lambda line: unicodedata.normalize("NFC", line)),
)
