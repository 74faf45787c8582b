"""Voices that a format gives to single cues (WebVTT's `<v>`, TTML's agents), and where they end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .lines import Line
from .sounds import parted


def where_voices_end(lines: Iterable[Line]) -> tuple[Line, ...]:
    """A voice holds for its own cue: words of the next cue without one are somebody's whom the file does not name."""
    found: list[Line] = []
    named = False
    for line in lines:
        if line.speaker is not None:
            named = True
        elif named and parted(line.words)[0]:
            line, named = replace(line, turn=True), False
        found.append(line)
    return tuple(found)
