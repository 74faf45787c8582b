"""Tracks that look like captions and hold no speech: titles of chapters, data for programs."""

from __future__ import annotations

import re
import statistics
from itertools import pairwise

from .cues import refuse_kind
from .furniture import looks_like_title
from .lines import Reading

#: People say two to three words a second; titles come to far fewer.
SLOWEST = 0.25
#: Milliseconds that a title stands at least. No caption stays on the screen as long as the first;
#: pasted pieces of a transcript may, as the times between them are longer.
CUE, PASTED = 20_000, 45_000
_DATA = re.compile(r"\s*(?:[{\[].*[}\]]|\S+#xywh=[\d,.]+|[A-Za-z0-9+/]{80,}={0,2}|https?://\S+)\s*", re.S)


def refuse_silent(reading: Reading) -> None:
    """Raise Refused where the words show that nobody says them."""
    lines = reading.lines
    if not lines:
        return
    data = [line for line in lines if _DATA.fullmatch(line.words) and line.words.lstrip()[0] != "["]
    if len(data) * 10 >= len(lines) * 9:
        refuse_kind("metadata", data[0].place)
    if _are_titles(reading):
        refuse_kind("chapters", lines[0].place)


def _are_titles(reading: Reading) -> bool:
    """Three or more short titles, each on its own, one right behind the other, and long silences in all of them."""
    lines = reading.lines
    cues = {line.cue for line in lines}
    if len(lines) < 3 or None in cues or len(cues) < len(lines) or reading.format == "youtube-panel":
        return False
    if not all(looks_like_title(line.words) for line in lines):
        return False
    lengths = [b.at - a.at for a, b in pairwise(lines) if a.at is not None and b.at is not None]
    touching = all(a.until is not None and b.at is not None and abs(b.at - a.until) <= 1000 for a, b in pairwise(lines))
    shortest = CUE if reading.format in {"webvtt", "subrip", "ttml"} else PASTED
    if not lengths or not touching or statistics.median(lengths) < shortest:
        return False
    words = sum(len(line.words.split()) for line in lines[:-1])
    return bool(words < SLOWEST * sum(lengths) / 1000)
