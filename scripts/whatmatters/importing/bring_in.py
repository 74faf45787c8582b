"""The whole way of a transcript: from the bytes of a file to a draft."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from whatmatters.language.bilingual import Lang
from whatmatters.language.detection import Heard, heard

from ..language.codes import LANGUAGES
from ..language.table import TABLE, known
from .captions import write_captions
from .draft import Draft, Source
from .files import draft_files
from .halves import broken_times, signs
from .lines import Asked, Line, Note, Reading, Refused
from .rolling import said_once
from .sentence_case import tidied
from .sniffing import read
from .sounds import parted
from .speakers import with_speakers
from .tracks import refuse_silent
from .turns import paragraphs

#: Formats that say what stands on a screen and when, and so may show a line more than once.
SHOWN = frozenset({"webvtt", "subrip", "word-webvtt", "word-subrip", "sbv", "ttml", "timed-text", "json3"})

_NAMES: dict[Lang, str] = {lang: TABLE[lang].english_name for lang in LANGUAGES}


def bring_in(raw: bytes, name: str, asked: Asked) -> Draft:
    """A draft of what the file `name` with the bytes `raw` says. Raises Refused."""
    reading, encoding = read(raw)
    refuse_silent(reading)
    lines, rolled = said_once(reading.lines) if reading.format in SHOWN else (reading.lines, [])
    lines, named = with_speakers(lines)
    words = sum(len(parted(line.words, typed=line.typed)[0].split()) for line in lines)
    if not words:
        raise Refused("B02", "nobody says a word in this file", "check that it is the right file, and whole")
    lang, about_language = _language(reading, heard(line.words for line in lines), asked)
    text = paragraphs(lines)
    if asked.tidy:
        text = tidied(text, lang)
        about_language.append(Note("tidied", lines[0].place))
    captions, about_captions = write_captions(lines, lang)
    notes = [
        *reading.notes,
        *rolled,
        *named,
        *about_language,
        *_sounds(lines),
        *broken_times(lines),
        *signs(lines),
        *about_captions,
    ]
    source = Source(name, reading.format, encoding, hashlib.sha256(raw).hexdigest())
    ends = [t for line in lines for t in (line.until, line.at) if t is not None]
    draft = Draft(
        source,
        lang,
        words,
        tuple(dict.fromkeys(line.speaker for line in lines if line.speaker)),
        max(ends, default=None),
        tuple(sorted(notes, key=lambda note: (note.place, note.code))),
        {},
    )
    return replace(draft, files=draft_files(draft, text, captions))


def _sounds(lines: tuple[Line, ...]) -> list[Note]:
    """Each kind of label once, with where it first stands and how often."""
    found: dict[str, Note] = {}
    for line in lines:
        for label in parted(line.words, typed=line.typed)[1]:
            old = found.get(label)
            found[label] = Note(
                "sound",
                old.place if old else line.place,
                {"words": label},
                old.count + 1 if old else 1,
                line.place,
            )
    return list(found.values())


def _language(reading: Reading, counted: Heard, asked: Asked) -> tuple[Lang, list[Note]]:
    """The language of the draft. Raises Refused where the text is in another, or nothing tells which it is in."""
    first = reading.lines[0].place
    if counted.neither and not asked.anyway:
        raise Refused(
            "B04",
            "this text seems to be neither in Welsh nor in English",
            "bring in a transcript in one of the two, or add --anyway if it is",
            first,
        )
    if asked.lang is None:
        lang = counted.lang or known(reading.lang or "")
        if lang is None:
            why = "it is not plain whether this text is in Welsh or in English"
            raise Refused("B04", why, "add --lang cy or --lang en", first)
        return lang, [Note("language", first, {"language": lang}), *_mixed(counted, first)]
    if counted.lang is not None and counted.lang != asked.lang and not asked.anyway:
        raise Refused(
            "B04",
            f"this text is in {_NAMES[counted.lang]}, not in {_NAMES[asked.lang]}",
            f"bring it in with --lang {counted.lang}, or add --anyway if you are sure",
            first,
        )
    return asked.lang, _mixed(counted, first)


def _mixed(counted: Heard, place: int) -> list[Note]:
    return [Note("mixed", place)] if counted.mixed else []
