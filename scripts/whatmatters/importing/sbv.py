"""SubViewer (SBV), as YouTube and Google Meet write it: a line `0:00:01.000,0:00:04.000`, then words."""

from __future__ import annotations

import re

from .cue_text import CueText
from .formats import Format
from .lines import Line, Note, Reading
from .times import milliseconds

TIMES = re.compile(r"\s*(\d{1,3}:\d{1,2}:\d{1,2}[.]\d{1,9}),(\d{1,3}:\d{1,2}:\d{1,2}[.]\d{1,9})\s*$")

_HEADER = re.compile(r"\s*\[[A-Z ]+\]")


def read_sbv(lines: tuple[str, ...]) -> Reading:
    """Read SBV; words before the first times are kept."""
    found: list[Line] = []
    notes: list[Note] = []
    cue, text = -1, CueText(None, None, None)
    for number, line in enumerate(lines, start=1):
        times = TIMES.match(line)
        if times:
            found += text.lines
            cue += 1
            text = CueText(milliseconds(times.group(1)), milliseconds(times.group(2)), cue)
        elif line.strip():
            if cue < 0 and _HEADER.match(line):
                # SubViewer's own header: [INFORMATION], [TITLE] and what stands behind them.
                notes.append(Note("furniture", number, {"words": line.strip()}))
                continue
            if cue < 0:
                notes.append(Note("words-without-time", number, {"words": line.strip()}))
            text.add(line.replace("[br]", " "), number)
    if cue >= 0 and not text.lines:
        notes.append(Note("half-cue", len(lines)))
    return Reading("sbv", tuple([*found, *text.lines]), tuple(notes))


FORMATS = (
    Format(
        "sbv",
        {"en": "SBV captions", "cy": "capsiynau SBV"},
        lambda given: any(TIMES.match(line) for line in given.lines[:200]),
        lambda given: (read_sbv(given.lines),),
        order=60,
        shown=True,
    ),
)
