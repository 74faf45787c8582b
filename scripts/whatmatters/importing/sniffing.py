"""What a file is, told from what it holds and never from its name."""

from __future__ import annotations

import re
from dataclasses import replace

from .cues import read_cues
from .decoding import decode, mend
from .lines import Note, Reading, Refused
from .pasted import read_pasted
from .rows import Row, rows_of
from .sbv import TIMES, read_sbv
from .timed_text import read_json, read_timed_text
from .times import timing
from .ttml import read_ttml
from .word_file import read_word

#: Bytes of a whole file. Three hours of captions are under 1 MB; a Word file may hold pictures.
LARGEST = 50_000_000
#: Bytes of a file of words.
LARGEST_TEXT = 20_000_000

_SAVE = "save the transcript as WebVTT, SubRip, Word (.docx) or plain text"
#: First bytes of files that are no transcripts: what they are, and what to do.
_OTHER: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "copy the words out of it into a text or Word file"),
    (b"\xd0\xcf\x11\xe0", "a Word file of the old kind (.doc)", "open it in Word and save it as .docx"),
    (b"{\\rtf", "a Rich Text file", "open it in Word and save it as .docx"),
    (b"\x89PNG", "a picture", "bring in the words, not a picture of them"),
    (b"\xff\xd8\xff", "a picture", "bring in the words, not a picture of them"),
    (b"GIF8", "a picture", "bring in the words, not a picture of them"),
    (b"ID3", "a sound recording", "have it transcribed first"),
    (b"OggS", "a sound recording or a film", "have it transcribed first"),
    (b"RIFF", "a sound recording or a film", "have it transcribed first"),
    (b"fLaC", "a sound recording", "have it transcribed first"),
    (b"\x1aE\xdf\xa3", "a film", "bring in its captions"),
    (b"\x1f\x8b", "a packed file (gzip)", "unpack it, and bring in what is inside"),
    (b"7z\xbc\xaf", "a packed file (7z)", "unpack it, and bring in what is inside"),
    (b"Rar!", "a packed file (rar)", "unpack it, and bring in what is inside"),
)
#: First words of texts that are no transcripts.
_OTHER_TEXT: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"<!doctype html|<html[\s>]", re.I),
        "a web page",
        "copy the transcript from it, and save that as text",
    ),
    (re.compile(r"\[Script Info\]", re.I), "captions of the kind SubStation Alpha", "save them as SubRip or WebVTT"),
    (re.compile(r"\{\d+\}\{\d+\}"), "captions of the kind MicroDVD", "save them as SubRip or WebVTT"),
    (re.compile(r"#EXTM3U"), "a playlist of a stream", "bring in the captions that it points to"),
)
_XML = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<!?(?:[\w-]+:)?([\w-]+)", re.S)


def read(raw: bytes) -> tuple[Reading, str]:
    """What the file says, and its encoding. Raises Refused, with what the file seems to be and what to do."""
    if len(raw) > LARGEST:
        raise _too_big(len(raw))
    if raw.startswith(b"PK\x03\x04") or raw.startswith(b"PK\x05\x06"):
        return _word(raw), "Word"
    for mark, what, do in _OTHER:
        if raw.startswith(mark):
            raise Refused("B01", f"this is {what}, not a transcript", do)
    if raw[4:8] == b"ftyp":
        raise Refused("B01", "this is a film or a sound recording, not a transcript", "bring in its captions")
    if len(raw) > LARGEST_TEXT:
        raise _too_big(len(raw))
    text = decode(raw)
    if not any(line.strip() for line in text.lines):
        raise Refused("B02", "this file is empty", "check that it was saved whole")
    reading = _by_content(text.lines)
    return replace(reading, notes=(*text.notes, *reading.notes)), text.encoding


def _too_big(size: int) -> Refused:
    return Refused(
        "B07", f"this file has {size // 1_000_000} MB: no transcript is as large", "check that it is the right file"
    )


def _by_content(lines: tuple[str, ...]) -> Reading:
    first = next(i for i, line in enumerate(lines) if line.strip())
    head = "\n".join(lines[first : first + 40]).lstrip()
    for pattern, what, do in _OTHER_TEXT:
        if pattern.match(head):
            raise Refused("B01", f"this is {what}, not a transcript", do, first + 1)
    if head.startswith("WEBVTT"):
        # Empty lines stand before the header of some; places still count from the file's first line.
        return _moved(read_cues(lines[first:]), first)
    if head.startswith(("<?xml", "<tt", "<transcript", "<timedtext", "<!", "<")) and (root := _XML.match(head)):
        return _xml("\n".join(lines), root.group(1), first + 1)
    if head.startswith("{") and '"' in head:
        return read_json("\n".join(lines))
    if any(timing(line) is not None for line in lines):
        return read_cues(lines)
    if sum(TIMES.match(line) is not None for line in lines[:200]):
        return read_sbv(lines)
    return read_pasted(rows_of(lines))


def _moved(reading: Reading, by: int) -> Reading:
    if not by:
        return reading
    return replace(
        reading,
        lines=tuple(replace(line, place=line.place + by) for line in reading.lines),
        notes=tuple(
            replace(n, place=n.place + by, last=n.last + by if n.last is not None else None) for n in reading.notes
        ),
    )


def _xml(text: str, root: str, line: int) -> Reading:
    if root == "tt" or root == "DOCTYPE":
        return read_ttml(text.lstrip())
    if root in {"transcript", "timedtext"}:
        return read_timed_text(text.lstrip())
    raise Refused("B01", f"this is XML with the root <{root}>, and no captions that are known here", _SAVE, line)


def _word(raw: bytes) -> Reading:
    """A Word file: its paragraphs are read like a text, so that captions pasted into Word are found too."""
    paragraphs = read_word(raw)
    lines, places, starts = list[str](), list[int](), set[int]()
    for number, paragraph in enumerate(paragraphs, start=1):
        starts.add(len(lines))
        for line in paragraph.split("\n"):
            lines.append(line)
            places.append(number)
    mended, notes = mend(lines)
    if not any(line.strip() for line in mended):
        raise Refused("B02", "this Word file holds no text", "check that it is the right file")
    if any(timing(line) is not None for line in mended):
        reading = read_cues(mended)
    else:
        rows = tuple(Row(i + 1, line.strip(), i in starts) for i, line in enumerate(mended) if line.strip())
        reading = read_pasted(rows, word=True)

    def place(note: Note) -> Note:
        last = places[note.last - 1] if note.last is not None else None
        return replace(note, place=places[note.place - 1], last=last)

    return replace(
        reading,
        format=f"word-{reading.format}" if not reading.format.endswith("-word") else reading.format,
        lines=tuple(replace(line, place=places[line.place - 1]) for line in reading.lines),
        notes=tuple(place(note) for note in (*notes, *reading.notes)),
    )
