"""A cleaned WebVTT of the same words: for the film's captions, beside the text."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from itertools import groupby

from whatmatters.language.bilingual import Lang

from .lines import Line, Note
from .sounds import parted
from .times import stamp

#: Letters of one line on the screen, as broadcasters in Britain have them.
WIDE = 42
#: Milliseconds that a caption stays where nothing says for how long: a calm reader's time for each word, and the least.
PER_WORD, LEAST = 400, 1000


def write_captions(lines: tuple[Line, ...], lang: Lang) -> tuple[str | None, list[Note]]:
    """The captions, and the times that had to be guessed; None where the source has no times."""
    cues = [list(group) for _, group in groupby(lines, key=lambda x: (x.at, x.until, x.cue))]
    untimed = [cue for cue in cues if cue[0].at is None]
    if not cues or len(untimed) * 2 > len(cues):
        return None, [Note("no-captions", 1)]
    notes = [Note("caption-joined", cue[0].place) for cue in untimed]
    cues = _with_voices(cues)
    timed = _with_untimed(cues)
    timed.sort(key=lambda cue: cue[0].at or 0)
    blocks = [f"WEBVTT\nKind: captions\nLanguage: {lang}"]
    guessed = 0
    for cue, following in zip(timed, [*timed[1:], None], strict=True):
        at, until = cue[0].at or 0, _until(cue, following)
        guessed += cue[0].until is None or until != cue[0].until
        blocks.append(f"{stamp(at)} --> {stamp(until)}\n{_text(cue)}")
    if guessed:
        notes.append(Note("caption-times", timed[0][0].place, {}, guessed, timed[-1][0].place))
    return "\n\n".join(blocks) + "\n", notes


def _with_voices(cues: list[list[Line]]) -> list[list[Line]]:
    """Each line with its own speaker, in the order of the file: in that of the times, names may reach others' words."""
    found: list[list[Line]] = []
    speaker: str | None = None
    for cue in cues:
        found.append([])
        for line in cue:
            speaker = line.speaker if line.speaker is not None else None if line.turn else speaker
            found[-1].append(replace(line, speaker=speaker))
    return found


def _text(cue: list[Line]) -> str:
    """The text of a cue. Voices that are not named are parted by dashes, as is usual."""
    several = sum(line.turn for line in cue) > 1
    texts: list[str] = []
    voice: str | None = None
    for line in cue:
        said = "\n".join(textwrap.wrap(line.words, WIDE, break_long_words=False, break_on_hyphens=False))
        said = ("- " if several and line.turn else "") + _escaped(said)
        wanted = line.speaker if parted(line.words, typed=line.typed)[0] else None
        if wanted != voice:
            if voice:
                texts[-1] += "</v>"
            if wanted:
                said = f"<v {_escaped(wanted)}>{said}"
            voice = wanted
        texts.append(said)
    return "\n".join(texts)


def _with_untimed(cues: list[list[Line]]) -> list[list[Line]]:
    """Words without a time, put into the cue before them (or the first, where none is before)."""
    found: list[list[Line]] = []
    waiting: list[Line] = []
    for cue in cues:
        if cue[0].at is None:
            if found:
                found[-1] = [*found[-1], *cue]
            else:
                waiting += cue
        else:
            found.append([*(_timed_like(w, cue[0]) for w in waiting), *cue])
            waiting = []
    return found


def _timed_like(line: Line, other: Line) -> Line:
    return replace(line, at=other.at, until=other.until)


def _until(cue: list[Line], following: list[Line] | None) -> int:
    """When a cue ends: as the source says, else when the next begins, else after a reader's time."""
    at = cue[0].at or 0
    until = cue[0].until
    if until is not None and until > at:
        return until
    words = sum(len(line.words.split()) for line in cue)
    own = at + max(LEAST, PER_WORD * words)
    after = following[0].at if following else None
    return min(own, after) if after is not None and after > at else own


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
