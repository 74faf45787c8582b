"""Captions of a recording: a WebVTT file of cues, as `whatmatters import` writes it, read strictly.

`importing` reads whatever programs make of captions and mends it. What stands beside a recording is published as it is,
so that here every fault is told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from ..language.bilingual import Frozen
from ..messages.message import Message
from ..messages.problem import Problem
from .film import clock

_STAMP = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"[ \t]*{_STAMP}[ \t]+-->[ \t]+{_STAMP}(?:[ \t].*)?")
#: Blocks that hold no cue.
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]*)>")
_ENDED = re.compile(r"</v>")
_TAG = re.compile(r"<[^<>]*>")
#: Somebody else begins to speak whom nobody names.
_DASH = re.compile(r"[-–—]\s+")


class Words(Frozen):
    """What one voice says in a cue."""

    speaker: str | None
    """Their name as the captions give it."""
    begins: bool
    """Whether somebody begins to speak here whom the captions do not name."""
    said: str


class Cue(Frozen):
    """Words that stand on the screen together."""

    at: int
    """Milliseconds from the recording's beginning."""
    until: int
    text: str
    """As the file has it: what a browser is given."""
    words: tuple[Words, ...]
    line: int
    """The line of its times, for messages."""


def read_captions(text: str, where: str) -> tuple[tuple[Cue, ...], list[Problem]]:
    """The cues of a WebVTT file, and everything that is wrong with it."""
    lines = text.split("\n")
    if not re.match(r"WEBVTT(?:\s|$)", lines[0]):
        mend = Message("bring the file in with `whatmatters import`, and take the captions that it writes")
        return (), [Problem(where, 1, "M14", Message("these captions are not WebVTT"), mend)]
    cues: list[Cue] = []
    problems: list[Problem] = []
    for number, block in _blocks(lines):
        if _ASIDE.match(block[0]):
            continue
        at = next((n for n, line in enumerate(block[:2]) if "-->" in line), None)
        if at is None:
            mend = Message("write over it when the words begin and end, such as `00:00:03.500 --> 00:00:06.000`")
            problems.append(Problem(where, number, "M15", Message("these words have no time"), mend))
            continue
        found = _TIMES.fullmatch(block[at])
        if found is None:
            mend = Message("write it so: `00:00:03.500 --> 00:00:06.000`")
            said = Message("`{text}` are no times of a caption", text=block[at].strip()[:60])
            problems.append(Problem(where, number + at, "M15", said, mend))
            continue
        parts = found.groups()
        payload = "\n".join(block[at + 1 :])
        cues.append(Cue(at=_ms(parts[:4]), until=_ms(parts[4:]), text=payload, words=_words(payload), line=number + at))
    problems += _out_of_order(cues, where)
    if not cues and not problems:
        mend = Message("bring the transcript in with `whatmatters import`, and take the captions that it writes")
        problems.append(Problem(where, 1, "M15", Message("these captions hold no words"), mend))
    return tuple(cues), problems


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not empty, behind the head of the file, each with the number of its first line."""
    block: list[str] = []
    head = True
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
            continue
        if block and not head:
            yield number - len(block), block
        head, block = False, []


def _ms(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _out_of_order(cues: Sequence[Cue], where: str) -> Iterator[Problem]:
    latest = 0
    for cue in cues:
        mend = Message("look at the times of this caption and of the one before it")
        if cue.until <= cue.at:
            said = Message("this caption ends at {until}, before it has begun", until=clock(cue.until // 1000))
            yield Problem(where, cue.line, "M15", said, mend)
        elif cue.at < latest:
            said = Message(
                "the times run backwards here, from {before} to {at}",
                before=clock(latest // 1000),
                at=clock(cue.at // 1000),
            )
            yield Problem(where, cue.line, "M15", said, mend)
        latest = max(latest, cue.at)


def _words(payload: str) -> tuple[Words, ...]:
    """Who says what in a cue."""
    found: list[Words] = []
    speaker: str | None = None
    for line in payload.split("\n"):
        at = 0
        for voice in [*_VOICE.finditer(line), None]:
            piece = line[at : voice.start()] if voice else line[at:]
            # What follows the end of a voice is nobody's whom the captions name.
            inside, *outside = _ENDED.split(piece, maxsplit=1)
            _add(found, speaker, inside)
            if outside:
                speaker = None
                _add(found, None, outside[0])
            if voice:
                speaker, at = " ".join(unescape(voice[1]).split()) or None, voice.end()
    return tuple(found)


def _add(found: list[Words], speaker: str | None, piece: str) -> None:
    said = " ".join(unescape(_TAG.sub("", piece)).split())
    dash = _DASH.match(said)
    said = said[dash.end() :] if dash else said
    if not said:
        return
    if found and not dash and found[-1].speaker == speaker:
        last = found[-1]
        found[-1] = last.model_copy(update={"said": f"{last.said} {said}"})
    else:
        found.append(Words(speaker=speaker, begins=dash is not None, said=said))
