"""From lines to what a person reads: turns of speakers, in paragraphs, with labels of sounds kept apart."""

from __future__ import annotations

from dataclasses import dataclass

from .lines import Line
from .sounds import parted

#: Words after which a paragraph ends with the next sentence.
ENOUGH = 60
#: Words after which a paragraph ends with the next line, where there are no sentences.
MOST = 110
#: Words after which a paragraph of the source's own is parted at the end of a sentence.
LONGEST = 220
#: Silence (milliseconds) that ends a paragraph of some length.
SILENCE = 2500
#: Silence that makes a sentence's end likely, for `--tidy`.
BREATH = 1500
#: Marks behind which a sentence has ended.
ENDS = (".", "?", "!", "…", '."', '?"', '!"', ".”", "?”", "!”", ".’", "?’", "!’", ".'", "?'", "!'")


@dataclass(frozen=True)
class Paragraph:
    """Words of one speaker, or one label of a sound."""

    pieces: tuple[str, ...]
    """The lines of it; silences part them, so `--tidy` may end a sentence between two."""
    speaker: str | None = None
    """Who begins to speak here; None where the same goes on."""
    turn: bool = False
    """Somebody begins to speak here whom the source does not name."""
    sound: bool = False

    @property
    def words(self) -> str:
        """All its words in one line."""
        return " ".join(self.pieces)


class _Maker:
    """Collects lines into paragraphs."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self.pieces: list[str] = []
        self.sounds: list[str] = []
        self.count = 0
        self.speaker: str | None = None
        self.shown: str | None = None
        self.turn = False

    def close(self) -> None:
        if self.pieces:
            self.done.append(Paragraph(tuple(self.pieces), self.shown, self.turn))
            self.shown, self.turn = None, False
        self.done += [Paragraph((label,), sound=True) for label in self.sounds]
        self.pieces, self.sounds, self.count = [], [], 0

    def begin_turn(self, speaker: str | None) -> None:
        self.close()
        self.speaker = self.shown = speaker
        self.turn = speaker is None

    def add(self, words: str, *, breath: bool) -> None:
        if self.pieces and not breath:
            self.pieces[-1] += " " + words
        else:
            self.pieces.append(words)
        self.count += len(words.split())


def paragraphs(lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """The text as paragraphs. A label inside a sentence stands behind its paragraph, so that no sentence is cut."""
    maker = _Maker()
    bare = not any(line.words.endswith(ENDS) for line in lines)
    kept = _keeps_own_paragraphs(lines)
    before: Line | None = None
    for line in lines:
        said, labels = parted(line.words, typed=line.typed)
        silence = _silence(before, line)
        if line.speaker is not None and line.speaker != maker.speaker:
            maker.begin_turn(line.speaker)
        elif line.turn and said:
            maker.begin_turn(None)
        elif maker.pieces and _ends(maker, line, silence, kept):
            maker.close()
        if said:
            maker.add(said, breath=silence >= BREATH)
        maker.sounds += labels
        if not maker.pieces or (not said and (bare or maker.pieces[-1].endswith(ENDS))):
            maker.close()
        before = line
    maker.close()
    return tuple(maker.done)


def _ends(maker: _Maker, line: Line, silence: int, kept: bool) -> bool:
    ended = maker.pieces[-1].endswith(ENDS)
    if kept:
        return line.paragraph or (ended and maker.count >= LONGEST)
    if silence >= SILENCE and (ended or maker.count >= ENOUGH):
        return True
    return (ended and maker.count >= ENOUGH) or maker.count >= MOST


def _silence(before: Line | None, line: Line) -> int:
    if before is None or before.until is None or line.at is None:
        return 0
    return max(0, line.at - before.until)


def _keeps_own_paragraphs(lines: tuple[Line, ...]) -> bool:
    """Whether the source is in paragraphs that a person made, rather than in short lines of captions."""
    starts = sum(line.paragraph for line in lines)
    timed = sum(line.at is not None for line in lines) * 2 > len(lines)
    words = sum(len(line.words.split()) for line in lines)
    return words >= 16 * starts > 16 if timed else starts > 0
