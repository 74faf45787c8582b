"""What a file is, told from what it holds and never from its name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ..messages.message import Message
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

_A_PICTURE = Message("a picture")
_ITS_WORDS = Message("bring in the words, not a picture of them")
_A_SOUND = Message("a sound recording")
_SOUND_OR_FILM = Message("a sound recording or a film")
_TRANSCRIBE = Message("have it transcribed first")
_SAVE_AS_DOCX = Message("open it in Word and save it as .docx")
_UNPACK = Message("unpack it, and bring in what is inside")
_SAVE_AS_CAPTIONS = Message("save them as SubRip or WebVTT")

#: First bytes of files that are no transcripts: what they are, and what to do.
_OTHER: tuple[tuple[bytes, Message, Message], ...] = (
    (b"%PDF", Message("a PDF"), Message("copy the words out of it into a text or Word file")),
    (b"\xd0\xcf\x11\xe0", Message("a Word file of the old kind (.doc)"), _SAVE_AS_DOCX),
    (b"{\\rtf", Message("a Rich Text file"), _SAVE_AS_DOCX),
    (b"\x89PNG", _A_PICTURE, _ITS_WORDS),
    (b"\xff\xd8\xff", _A_PICTURE, _ITS_WORDS),
    (b"GIF8", _A_PICTURE, _ITS_WORDS),
    (b"BM", _A_PICTURE, _ITS_WORDS),
    (b"II*\x00", _A_PICTURE, _ITS_WORDS),
    (b"MM\x00*", _A_PICTURE, _ITS_WORDS),
    (b"\x00\x00\x01\x00", _A_PICTURE, _ITS_WORDS),
    (b"ID3", _A_SOUND, _TRANSCRIBE),
    (b"OggS", _SOUND_OR_FILM, _TRANSCRIBE),
    (b"RIFF", _SOUND_OR_FILM, _TRANSCRIBE),
    (b"fLaC", _A_SOUND, _TRANSCRIBE),
    (b"\x1aE\xdf\xa3", Message("a film"), Message("bring in its captions")),
    (b"\x1f\x8b", Message("a packed file (gzip)"), _UNPACK),
    (b"7z\xbc\xaf", Message("a packed file (7z)"), _UNPACK),
    (b"Rar!", Message("a packed file (rar)"), _UNPACK),
)
#: The names of kinds of pictures that begin like a film.
_PICTURES = frozenset({b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"})
#: First words of texts that are no transcripts.
_OTHER_TEXT: tuple[tuple[re.Pattern[str], Message, Message], ...] = (
    (
        re.compile(r"<!doctype html|<html[\s>]", re.I),
        Message("a web page"),
        Message("copy the transcript from it, and save that as text"),
    ),
    (re.compile(r"<sami[\s>]", re.I), Message("captions of the kind SAMI"), _SAVE_AS_CAPTIONS),
    (re.compile(r"(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.S), _A_PICTURE, _ITS_WORDS),
    (re.compile(r"Scenarist_SCC"), Message("captions of the kind SCC"), _SAVE_AS_CAPTIONS),
    (re.compile(r"BEGIN:VC"), Message("a calendar or a card of addresses"), Message("bring in the transcript itself")),
    (re.compile(r"\{\d+\}\{\d+\}"), Message("captions of the kind MicroDVD"), _SAVE_AS_CAPTIONS),
    (re.compile(r"#EXTM3U"), Message("a playlist of a stream"), Message("bring in the captions that it points to")),
)


def read(raw: bytes) -> tuple[tuple[Reading, ...], str]:
    """What the file says, and its encoding. Raises Refused, with what the file seems to be and what to do."""
    if len(raw) > LARGEST:
        raise _too_big(len(raw))
    if raw.startswith(b"PK\x03\x04") or raw.startswith(b"PK\x05\x06"):
        return _word(raw), "Word"
    if (raw[:4] == b"RIFF" and raw[8:12] == b"WEBP") or raw[4:12] in _PICTURES:
        raise _no_transcript(_A_PICTURE, _ITS_WORDS)
    if raw[3:6] == b"STL":
        raise _no_transcript(Message("captions of the kind EBU STL"), Message("save them as SubRip, WebVTT or TTML"))
    for mark, what, do in _OTHER:
        if raw.startswith(mark) and (mark != b"BM" or b"\x00" in raw[:30]):
            raise _no_transcript(what, do)
    if raw[4:8] == b"ftyp":
        raise _no_transcript(Message("a film or a sound recording"), Message("bring in its captions"))
    if len(raw) > LARGEST_TEXT:
        raise _too_big(len(raw))
    text = decode(raw)
    if not any(line.strip() for line in text.lines):
        raise Refused("B02", Message("this file is empty"), Message("check that it was saved whole"))
    first, *more = _by_content(text.lines)
    return (replace(first, notes=(*text.notes, *first.notes)), *more), text.encoding


def _too_big(size: int) -> Refused:
    return Refused(
        "B07",
        Message("this file has {size} MB: no transcript is as large", size=size // 1_000_000),
        Message("check that it is the right file"),
    )


def _no_transcript(what: Message, do: Message, line: int = 1) -> Refused:
    return Refused("B01", Message("this is {what}, not a transcript", what=what), do, line)


def _by_content(lines: tuple[str, ...], starts: frozenset[int] | None = None) -> tuple[Reading, ...]:
    """What the lines say: one reading for each stretch that is in a style of its own."""
    first = next(i for i, line in enumerate(lines) if line.strip())
    rest = lines[first:]
    for pattern, what, do in _OTHER_TEXT:
        if pattern.match("\n".join(rest[:40]).lstrip()):
            raise _no_transcript(what, do, first + 1)
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
