"""Signs that a transcript is not whole. It is brought in all the same, and the signs are told."""

from __future__ import annotations

import itertools

from .lines import Line, Note
from .times import shown

#: Nothing for so long (milliseconds), and something may be missing.
SILENCE = 5 * 60_000
#: A transcript that begins later than this may be a second half.
LATE = 3 * 60_000


def signs(lines: tuple[Line, ...]) -> list[Note]:
    """What the times and the last words show."""
    found: list[Note] = []
    timed = [line for line in lines if line.at is not None]
    if timed and (timed[0].at or 0) > LATE:
        found.append(Note("half-late", timed[0].place, {"time": shown(timed[0].at or 0)}))
    for a, b in itertools.pairwise(timed):
        begin, end = a.until if a.until is not None and a.until >= (a.at or 0) else a.at, b.at
        # An entry that lasts until the next clock shows its silence by too few words.
        spoken = (a.at or 0) + 1000 * len(a.words.split()) if begin == end else begin
        if begin is not None and end is not None and spoken is not None and end - spoken > SILENCE:
            found.append(Note("half-gap", b.place, {"from": shown(spoken), "to": shown(end)}))
    ended = [line.words[-1] in ".?!…\"”’')]♪" for line in lines]
    if len(ended) > 3 and sum(ended) * 4 > len(ended) and not ended[-1]:
        found.append(Note("half-sentence", lines[-1].place, {"words": " ".join(lines[-1].words.split()[-8:])}))
    return found


def is_half(note: Note) -> bool:
    """Whether a note tells that something may be missing."""
    return note.code.startswith("half-")


def broken_times(lines: tuple[Line, ...]) -> list[Note]:
    """Times that run backwards."""
    found: list[Note] = []
    latest = 0
    seen: set[int | None] = set()
    for line in lines:
        if line.at is None or (line.cue is not None and line.cue in seen):
            continue
        seen.add(line.cue)
        if line.until is not None and line.until < line.at:
            found.append(Note("ends-before", line.place, {"from": shown(line.at), "to": shown(line.until)}))
        if line.at < latest:
            found.append(Note("goes-back", line.place, {"from": shown(latest), "to": shown(line.at)}))
        latest = max(latest, line.at)
    return found
