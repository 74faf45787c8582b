"""LRC: the words of a song or a talk, each line behind its time in square brackets."""

from __future__ import annotations

import re

from .cue_text import CueText
from .formats import Format, Given
from .lines import Line, Note, Reading, Tally
from .times import milliseconds

_STAMP = re.compile(r"\s*\[(\d{1,3}:\d\d(?:[.:]\d{1,3})?)\]")
_FIELD = re.compile(r"\s*\[([a-z#]{2,8}):([^\[\]]*)\]\s*$", re.I)
_OFFSET = re.compile(r"[+-]?\d{1,7}")


def read_lrc(given: Given) -> Reading:
    """Read LRC. A line with several times is said as often, each at its own."""
    notes: list[Note] = []
    again = Tally()
    found: list[tuple[int, int, str]] = []
    offset = 0
    loose: list[Line] = []
    for place, line in enumerate(given.lines, start=1):
        if not line.strip():
            continue
        field = _FIELD.match(line)
        if field and not _STAMP.match(line):
            notes.append(Note("furniture", place, {"words": line.strip()}))
            if field.group(1).lower() == "offset" and _OFFSET.fullmatch(field.group(2).strip()):
                offset = int(field.group(2))
            continue
        times, rest = [], line
        while stamp := _STAMP.match(rest):
            times.append(milliseconds(stamp.group(1).replace(".", ",")))
            rest = rest[stamp.end() :]
        if not times:
            loose.append(Line(" ".join(line.split()), place, paragraph=True))
            notes.append(Note("words-without-time", place, {"words": line.strip()}))
            continue
        if len(times) > 1 and rest.strip():
            again.add("said-at-several", place, words=rest.strip())
        found += [(max(0, time - offset), place, rest) for time in times]
    found.sort(key=lambda piece: (piece[0], piece[1]))
    lines: list[Line] = loose
    ends = [*(time for time, _, _ in found[1:]), None]
    for cue, ((at, place, words), until) in enumerate(zip(found, ends, strict=True)):
        text = CueText(at, until, cue)
        text.add(words, place)
        lines += text.lines
    return Reading("lrc", tuple(lines), (*notes, *again.notes))


def _known(given: Given) -> bool:
    head = [line for line in given.lines[:200] if line.strip()]
    lines = [line for line in head if _STAMP.match(line) or not _FIELD.match(line)]
    stamped = [line for line in lines if _STAMP.match(line)]
    fields = any((f := _FIELD.match(line)) and f.group(1).lower() in _FIELDS for line in head[:20])
    several = any(_STAMP.match(line[s.end() :]) for line in stamped if (s := _STAMP.match(line)))
    return len(stamped) > 1 and len(stamped) * 10 >= 7 * len(lines) and (fields or several)


_FIELDS = frozenset({"ti", "ar", "al", "au", "by", "re", "ve", "length", "la", "offset", "lr", "tool", "id"})
FORMATS = (
    Format(
        "lrc",
        {"en": "LRC (words behind their times)", "cy": "LRC (geiriau y tu ôl i'w hamserau)"},
        _known,
        lambda given: (read_lrc(given),),
        order=45,
    ),
)
