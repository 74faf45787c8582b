"""What a file is, told from what it holds and never from its name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from .decoding import decode, mend
from .formats import Given, formats, in_word
from .lines import Note, Reading, Refused
from .parts import cuts, moved
from .tables import Cell, read_table
from .word_file import read_word

#: Bytes of a whole file. Three hours of captions are under 1 MB; a Word file may hold pictures.
LARGEST = 50_000_000
#: Bytes of a file of words.
LARGEST_TEXT = 20_000_000

#: First bytes of files that are no transcripts: what they are, and what to do.
_OTHER: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "copy the words out of it into a text or Word file"),
    (b"\xd0\xcf\x11\xe0", "a Word file of the old kind (.doc)", "open it in Word and save it as .docx"),
    (b"{\\rtf", "a Rich Text file", "open it in Word and save it as .docx"),
    (b"\x89PNG", "a picture", "bring in the words, not a picture of them"),
    (b"\xff\xd8\xff", "a picture", "bring in the words, not a picture of them"),
    (b"GIF8", "a picture", "bring in the words, not a picture of them"),
    (b"BM", "a picture", "bring in the words, not a picture of them"),
    (b"II*\x00", "a picture", "bring in the words, not a picture of them"),
    (b"MM\x00*", "a picture", "bring in the words, not a picture of them"),
    (b"\x00\x00\x01\x00", "a picture", "bring in the words, not a picture of them"),
    (b"ID3", "a sound recording", "have it transcribed first"),
    (b"OggS", "a sound recording or a film", "have it transcribed first"),
    (b"RIFF", "a sound recording or a film", "have it transcribed first"),
    (b"fLaC", "a sound recording", "have it transcribed first"),
    (b"\x1aE\xdf\xa3", "a film", "bring in its captions"),
    (b"\x1f\x8b", "a packed file (gzip)", "unpack it, and bring in what is inside"),
    (b"7z\xbc\xaf", "a packed file (7z)", "unpack it, and bring in what is inside"),
    (b"Rar!", "a packed file (rar)", "unpack it, and bring in what is inside"),
)
#: The names of kinds of pictures that begin like a film.
_PICTURES = frozenset({b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"})
#: First words of texts that are no transcripts.
_OTHER_TEXT: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"<!doctype html|<html[\s>]", re.I),
        "a web page",
        "copy the transcript from it, and save that as text",
    ),
    (re.compile(r"<sami[\s>]", re.I), "captions of the kind SAMI", "save them as SubRip or WebVTT"),
    (
        re.compile(r"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.S),
        "a picture",
        "bring in the words, not a picture of them",
    ),
    (re.compile(r"Scenarist_SCC"), "captions of the kind SCC", "save them as SubRip or WebVTT"),
    (re.compile(r"BEGIN:VC"), "a calendar or a card of addresses", "bring in the transcript itself"),
    (re.compile(r"\{\d+\}\{\d+\}"), "captions of the kind MicroDVD", "save them as SubRip or WebVTT"),
    (re.compile(r"#EXTM3U"), "a playlist of a stream", "bring in the captions that it points to"),
)


def read(raw: bytes) -> tuple[tuple[Reading, ...], str]:
    """What the file says, and its encoding. Raises Refused, with what the file seems to be and what to do."""
    if len(raw) > LARGEST:
        raise _too_big(len(raw))
    if raw.startswith(b"PK\x03\x04") or raw.startswith(b"PK\x05\x06"):
        return _word(raw), "Word"
    if (raw[:4] == b"RIFF" and raw[8:12] == b"WEBP") or raw[4:12] in _PICTURES:
        raise Refused("B01", "this is a picture, not a transcript", "bring in the words, not a picture of them")
    if raw[3:6] == b"STL":
        raise Refused("B01", "these are captions of the kind EBU STL", "save them as SubRip, WebVTT or TTML")
    for mark, what, do in _OTHER:
        if raw.startswith(mark) and (mark != b"BM" or b"\x00" in raw[:30]):
            raise Refused("B01", f"this is {what}, not a transcript", do)
    if raw[4:8] == b"ftyp":
        raise Refused("B01", "this is a film or a sound recording, not a transcript", "bring in its captions")
    if len(raw) > LARGEST_TEXT:
        raise _too_big(len(raw))
    text = decode(raw)
    if not any(line.strip() for line in text.lines):
        raise Refused("B02", "this file is empty", "check that it was saved whole")
    first, *more = _by_content(text.lines)
    return (replace(first, notes=(*text.notes, *first.notes)), *more), text.encoding


def _too_big(size: int) -> Refused:
    return Refused(
        "B07", f"this file has {size // 1_000_000} MB: no transcript is as large", "check that it is the right file"
    )


def _by_content(lines: tuple[str, ...], starts: frozenset[int] | None = None) -> tuple[Reading, ...]:
    """What the lines say: one reading for each stretch that is in a style of its own."""
    first = next(i for i, line in enumerate(lines) if line.strip())
    rest = lines[first:]
    for pattern, what, do in _OTHER_TEXT:
        if pattern.match("\n".join(rest[:40]).lstrip()):
            raise Refused("B01", f"this is {what}, not a transcript", do, first + 1)
    bounds = [0, *cuts(rest), len(rest)]
    found: list[Reading] = []
    for a, b in pairwise(bounds):
        # Empty lines stand before the header of some; places still count from the file's first line.
        skipped = next((i for i in range(a, b) if rest[i].strip()), None)
        if skipped is None:
            continue
        at = first + skipped
        own = frozenset(i - at for i in starts if at <= i < first + b) if starts is not None else None
        given = Given(rest[skipped:b], own)
        known = next(form for form in formats() if form.known(given))
        found += [moved(reading, at) for reading in known.read(given)]
    return tuple(found)


def _word(raw: bytes) -> tuple[Reading, ...]:
    """A Word file: its paragraphs are read like a text, so that captions pasted into Word are found too."""
    document = read_word(raw)
    readings: list[Reading] = []
    for block in document.blocks:
        if isinstance(block, tuple):
            readings += _paragraphs(block)
        elif (table := read_table(block.rows)) is not None:
            readings.append(table)
        else:
            readings += _paragraphs(tuple(cell for row in block.rows for cell in row))
    if not readings:
        raise Refused("B02", *document.why_empty)
    first = readings[0]
    readings[0] = replace(first, notes=(*document.notes, *first.notes))
    return tuple(in_word(reading) for reading in readings)


def _paragraphs(paragraphs: tuple[Cell, ...]) -> tuple[Reading, ...]:
    """Paragraphs of a Word file that stand in no table."""
    lines, places, starts = list[str](), list[int](), set[int]()
    for paragraph in paragraphs:
        starts.add(len(lines))
        for line in paragraph.text.split("\n"):
            lines.append(line)
            places.append(paragraph.place)
    mended, notes = mend(lines)
    if not any(line.strip() for line in mended):
        return ()

    def place(note: Note) -> Note:
        last = places[note.last - 1] if note.last is not None else None
        return replace(note, place=places[note.place - 1], last=last)

    found = [
        replace(
            reading,
            lines=tuple(replace(line, place=places[line.place - 1]) for line in reading.lines),
            notes=tuple(place(note) for note in reading.notes),
        )
        for reading in _by_content(mended, frozenset(starts))
    ]
    found[0] = replace(found[0], notes=(*(place(note) for note in notes), *found[0].notes))
    return tuple(found)
