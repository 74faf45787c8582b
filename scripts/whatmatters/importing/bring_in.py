"""The whole way of a transcript: from the bytes of a file to a draft."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from whatmatters.language.bilingual import Lang
from whatmatters.language.detection import ENOUGH, Heard, heard, language_of

from ..language.table import known
from ..messages.message import Message
from .captions import write_captions
from .draft import Draft, Source
from .files import draft_files
from .foreign import foreign, looks_welsh
from .formats import is_shown
from .halves import broken_times, signs
from .inner_clocks import without_clocks
from .last_look import left_over
from .lines import Asked, Line, Note, Reading, Refused
from .parts import joined
from .repeats import repeats
from .rolling import said_once
from .sentence_case import tidied
from .sniffing import read
from .sounds import parted, unheard
from .speakers import with_speakers
from .tracks import refuse_silent
from .turns import paragraphs

#: What to say, and what to do, of a text in this language that was said to be in the other.
_IN_OTHER: dict[Lang, tuple[Message, Message]] = {
    "en": (
        Message("this text is in English, not in Welsh"),
        Message("bring it in with --lang en, or add --anyway if you are sure"),
    ),
    "cy": (
        Message("this text is in Welsh, not in English"),
        Message("bring it in with --lang cy, or add --anyway if you are sure"),
    ),
}


def bring_in(raw: bytes, name: str, asked: Asked) -> Draft:
    """A draft of what the file `name` with the bytes `raw` says. Raises Refused."""
    parts, encoding = read(raw)
    for part in parts:
        refuse_silent(part, anyway=asked.anyway)
    reading = joined(_spoken(part) for part in parts)
    lines = reading.lines
    words = sum(len(parted(line.words, typed=line.typed)[0].split()) for line in lines)
    if not words:
        raise Refused(
            "B02",
            Message("nobody says a word in this file"),
            Message("check that it is the right file, and whole"),
        )
    lang, about_language = _language(reading, heard(line.words for line in lines), asked)
    text, about_paragraphs = paragraphs(lines, lang)
    if asked.tidy:
        text = tidied(text, lang)
        about_language.append(Note("tidied", lines[0].place))
    captions, about_captions = write_captions(lines, lang)
    notes = [
        *reading.notes,
        *repeats(lines),
        *about_paragraphs,
        *about_language,
        *_sounds(lines),
        *broken_times(lines),
        *signs(lines),
        *about_captions,
    ]
    notes += left_over(lines, notes)
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
    return replace(draft, files=draft_files(draft, text, captions), places=tuple(p.place for p in text))


def _spoken(part: Reading) -> Reading:
    """A part with each line said once, clocks taken out of the words, and its speakers named."""
    lines, rolled = said_once(part.lines) if is_shown(part.format) else (part.lines, [])
    lines, clocks = without_clocks(lines)
    lines, named = with_speakers(lines)
    return replace(part, lines=lines, notes=(*part.notes, *rolled, *clocks, *named))


def _sounds(lines: tuple[Line, ...]) -> list[Note]:
    """Each kind of label once, with where it first stands and how often."""
    found: dict[str, Note] = {}
    for line in lines:
        for label in (*parted(line.words, typed=line.typed)[1], *unheard(line.words)):
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
    texts = [line.words for line in reading.lines]
    seems = foreign(texts, counted)
    if (counted.neither or seems) and not asked.anyway:
        raise Refused(
            "B04",
            Message("this text seems to be {seems}, neither in Welsh nor in English", seems=seems)
            if seems
            else Message("this text seems to be neither in Welsh nor in English"),
            Message("bring in a transcript in one of the two, or add --anyway if it is"),
            first,
        )
    plain = counted.lang or (language_of(" ".join(texts)) if counted.words < ENOUGH else None)
    if plain is None and counted.words < ENOUGH and looks_welsh(texts, counted):
        plain = "cy"
    if asked.lang is None:
        lang = plain or known(reading.lang or "")
        if lang is None:
            why = Message("it is not plain whether this text is in Welsh or in English")
            raise Refused("B04", why, Message("add --lang cy or --lang en"), first)
        return lang, [Note("language", first, {"language": lang}), *_mixed(counted, first)]
    if counted.lang is not None and counted.lang != asked.lang and not asked.anyway:
        raise Refused("B04", *_IN_OTHER[counted.lang], first)
    other = [Note("seems-other", first)] if plain is not None and plain != asked.lang else []
    return asked.lang, [*other, *_mixed(counted, first)]


def _mixed(counted: Heard, place: int) -> list[Note]:
    return [Note("mixed", place)] if counted.mixed else []
