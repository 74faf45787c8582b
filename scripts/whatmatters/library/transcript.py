"""The transcript of a recording, made of its captions: turns of speakers, in pieces that a listener can find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .captions import Cue
from .film import clock

#: Milliseconds after which a long turn goes on in a new piece, at the next end of a sentence: our own figure.
#: Whoever looks for a place finds it within a paragraph of some forty words.
PIECE = 15_000
_ENDS = (".", "?", "!", "…", "”", "’", '"')


@dataclass(frozen=True)
class Turn:
    """What one voice says without another's coming between, or a piece of it."""

    at: int
    """Milliseconds from the recording's beginning."""
    speaker: str | None
    """None where the captions do not name one, and in a further piece of the same turn."""
    said: str

    @property
    def time(self) -> str:
        """When it begins, as a player's clock shows it."""
        return clock(self.at // 1000)

    @property
    def seconds(self) -> str:
        """When it begins, for the script of the page."""
        return f"{self.at / 1000:g}"


def turns(cues: Iterable[Cue]) -> tuple[Turn, ...]:
    """The turns of some cues in their order."""
    found: list[Turn] = []
    speaking: str | None = None
    for cue in cues:
        for words in cue.words:
            other = words.begins or words.speaker != speaking
            last = found[-1] if found else None
            if last is None or other:
                found.append(Turn(cue.at, words.speaker, words.said))
            elif cue.at - last.at >= PIECE and last.said.endswith(_ENDS):
                found.append(Turn(cue.at, None, words.said))
            else:
                found[-1] = Turn(last.at, last.speaker, f"{last.said} {words.said}")
            speaking = words.speaker
    return tuple(found)
