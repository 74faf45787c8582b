"""From lines to what a person reads: turns of speakers, in paragraphs, with labels of sounds kept apart.

A paragraph ends where a sentence ends, never where a caption ends. Without full stops it ends at a silence, or before
words that seem to begin a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from whatmatters.language.bilingual import Lang

from .lines import Line, Note
from .openings import opens
from .sentences import ENDS, begins_small, ends, fragments, shape
from .sounds import parted

#: Words that a paragraph has at least, as many as make it likely to end, and most (if its sentences allow).
LEAST, ENOUGH, MOST = 40, 70, 120
#: Words after which a paragraph of the source's own is parted at the end of a sentence.
LONGEST = 150
#: Words of a sentence that is taken for several without their full stops.
ENDLESS = 180
#: Silence (milliseconds) that ends a paragraph of some length, and one that ends any.
SILENCE, LONG = 2000, 4000
#: Silence that makes a sentence's end likely, for `--tidy`.
BREATH = 1500
#: Milliseconds a word takes in slow speech, and what a caption may stay on beyond its words.
PER_WORD, REST = 450, 500

__all__ = ["ENDS", "Paragraph", "paragraphs"]


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
    place: int = 0
    """Where it begins in the source, counted as a line's place; 0 where that is not known."""

    @property
    def words(self) -> str:
        """All its words in one line."""
        return " ".join(self.pieces)


@dataclass
class _Said:
    """A sentence; in a text without full stops, a line."""

    fragments: list[str]
    silences: list[int]
    """Before each fragment, in milliseconds."""
    place: int
    own: bool
    """The source itself begins a paragraph with it."""
    labels: list[str] = field(default_factory=list)
    """Sounds that are heard in it."""
    alone: bool = False
    """A label of its own follows: the paragraph ends."""

    @property
    def count(self) -> int:
        """How many words it has."""
        return sum(len(fragment.split()) for fragment in self.fragments)


@dataclass
class _Turn:
    """What one person says without another between."""

    speaker: str | None
    unnamed: bool
    before: list[str] = field(default_factory=list)
    """Labels of sounds before the first word."""
    said: list[_Said] = field(default_factory=list)


class _Shape:
    """What holds for the whole text."""

    def __init__(self, lines: tuple[Line, ...], said: list[str], lang: Lang) -> None:
        self.lang = lang
        self.bare, self.small = shape(said)
        self.kept = _keeps_own_paragraphs(lines, said, bare=self.bare)


def paragraphs(lines: tuple[Line, ...], lang: Lang) -> tuple[tuple[Paragraph, ...], list[Note]]:
    """The text as paragraphs, and what had to be guessed.

    A label inside a sentence stands behind its paragraph, so that no sentence is cut.
    """
    both = [parted(line.words, typed=line.typed) for line in lines]
    whole = _Shape(lines, [said for said, _ in both], lang)
    found: list[Paragraph] = []
    guessed: list[int] = []
    for turn in _turns(lines, both, whole):
        found += [Paragraph((label,), sound=True) for label in turn.before]
        shown, unnamed = turn.speaker, turn.unnamed
        for group in _groups(turn.said, whole, guessed):
            found.append(Paragraph(_pieces(group), shown, unnamed, place=group[0].place))
            shown, unnamed = None, False
            found += [Paragraph((label,), sound=True) for said in group for label in said.labels]
    notes = []
    if guessed:
        code = "no-stops" if whole.bare else "long-sentence"
        notes.append(Note(code, guessed[0], {}, len(guessed), guessed[-1]))
    return tuple(found), notes


def _turns(lines: tuple[Line, ...], both: list[tuple[str, tuple[str, ...]]], whole: _Shape) -> Iterator[_Turn]:
    turn = _Turn(None, False)
    silences = _silences(lines)
    for n, line in enumerate(lines):
        said, labels = both[n]
        other = line.speaker is not None and (line.speaker != turn.speaker or line.section)
        if other or (line.turn and said) or (line.section and (turn.said or turn.before)):
            if turn.said or turn.before:
                yield turn
            # In another recording, whoever was named last is not who speaks.
            other_person = line.turn or (line.section and turn.speaker is not None)
            turn = _Turn(line.speaker, line.speaker is None and other_person)
        if said:
            _add(turn, fragments(said) if not whole.bare else [said], line, silences[n], whole)
        if labels:
            _hear(turn, labels, alone=not said, bare=whole.bare)
    if turn.said or turn.before:
        yield turn


def _add(turn: _Turn, pieces: list[str], line: Line, silence: int, whole: _Shape) -> None:
    for k, piece in enumerate(pieces):
        quiet = silence if k == 0 else 0
        begins = line.paragraph and k == 0
        last = turn.said[-1] if turn.said else None
        if last is None or _is_over(last, piece, begins=begins, whole=whole):
            turn.said.append(_Said([piece], [quiet], line.place, begins))
        else:
            last.fragments.append(piece)
            last.silences.append(quiet)


def _is_over(last: _Said, piece: str, *, begins: bool, whole: _Shape) -> bool:
    """Whether what is said next begins a sentence; without full stops, any line may."""
    if whole.bare or last.alone or ends(last.fragments[-1], piece, small=whole.small):
        return True
    # A heading, or a paragraph that somebody typed without its full stop.
    return whole.kept and begins and not begins_small(piece)


def _hear(turn: _Turn, labels: tuple[str, ...], *, alone: bool, bare: bool) -> None:
    if not turn.said:
        turn.before += labels
        return
    last = turn.said[-1]
    last.labels += labels
    if alone and (bare or last.fragments[-1].endswith(ENDS)):
        last.alone = True


def _groups(said: list[_Said], whole: _Shape, guessed: list[int]) -> Iterator[list[_Said]]:
    """The sentences of a turn, put together as paragraphs."""
    for own in _own_paragraphs(said) if whole.kept else [said]:
        if whole.kept and sum(s.count for s in own) <= LONGEST and not any(s.alone for s in own[:-1]):
            yield own
        elif whole.bare:
            yield from _by_silence(own, guessed, whole)
        else:
            yield from _by_sentence(_without_endless(own, guessed, whole))


def _own_paragraphs(said: list[_Said]) -> Iterator[list[_Said]]:
    group: list[_Said] = []
    for one in said:
        if one.own and group:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _by_sentence(said: list[_Said]) -> Iterator[list[_Said]]:
    """Paragraphs of some forty to a hundred and twenty words, by whole sentences."""
    groups: list[tuple[list[_Said], int, bool]] = []
    count, cut = 0, True
    for one in said:
        size, silence = one.count, one.silences[0]
        hard = not groups or groups[-1][0][-1].alone or silence >= LONG
        full = count >= LEAST and (silence >= SILENCE or count >= ENOUGH or count + size > MOST - 20)
        if hard or full or (count >= LEAST // 2 and count + size > MOST):
            groups.append(([one], size, hard))
            count, cut = size, hard
        else:
            count += size
            groups[-1][0].append(one)
            groups[-1] = (groups[-1][0], count, cut)
    # A short rest belongs to what was said before it, unless a silence parts them.
    if len(groups) > 1 and groups[-1][1] < LEAST and not groups[-1][2] and groups[-1][1] + groups[-2][1] <= MOST:
        rest = groups.pop()
        groups[-1][0].extend(rest[0])
    yield from (group for group, _, _ in groups)


def _by_silence(said: list[_Said], guessed: list[int], whole: _Shape) -> Iterator[list[_Said]]:
    """Without full stops: paragraphs end at a silence, or before words that seem to begin a sentence."""
    start = 0
    while start < len(said):
        end = _end_by_silence(said, start, whole)
        if end < len(said) and not said[end - 1].alone:
            guessed.append(said[end].place)
        yield said[start:end]
        start = end


def _end_by_silence(said: list[_Said], start: int, whole: _Shape) -> int:
    count, best, longest = 0, None, (-1, False, -1)
    for i in range(start, len(said)):
        silence = said[i].silences[0]
        if i > start and (said[i - 1].alone or silence >= LONG or (count >= LEAST and silence >= SILENCE)):
            return i
        if count >= LEAST:
            seems = opens(said[i - 1].fragments[-1], said[i].fragments[0], whole.lang)
            border = (silence if silence >= BREATH else 0, seems, silence)
            # Of borders that are alike, the one nearest to a paragraph of usual length. Where the rest of the text has
            # its full stops, a sentence without them is not cut at a guess that nothing speaks for.
            alike = border > longest or (border == longest and count <= ENOUGH)
            if alike and (whole.bare or border[0] or seems):
                best, longest = i, border
        count += said[i].count
        if count > MOST and i > start and (best is not None or whole.bare):
            return best if best is not None else i
    return len(said)


def _without_endless(said: list[_Said], guessed: list[int], whole: _Shape) -> list[_Said]:
    """A run of words that is longer than any sentence is parted like a text without full stops."""
    found: list[_Said] = []
    for one in said:
        if one.count <= ENDLESS or len(one.fragments) < 2:
            found.append(one)
            continue
        lines = [_Said([f], [s], one.place, False) for f, s in zip(one.fragments, one.silences, strict=True)]
        lines[0].own, lines[-1].labels, lines[-1].alone = one.own, one.labels, one.alone
        groups = list(_by_silence(lines, guessed, whole))
        if len(groups) == 1:
            # It stays whole, and is told all the same: somebody has to part it.
            guessed.append(one.place)
        for group in groups:
            fragments_, silences = [f for s in group for f in s.fragments], [q for s in group for q in s.silences]
            found.append(_Said(fragments_, silences, one.place, group[0].own, group[-1].labels, group[-1].alone))
    return found


def _pieces(group: list[_Said]) -> tuple[str, ...]:
    pieces: list[str] = []
    for said in group:
        for words, silence in zip(said.fragments, said.silences, strict=True):
            if pieces and silence < BREATH:
                pieces[-1] += " " + words
            else:
                pieces.append(words)
    return tuple(pieces)


def _silences(lines: tuple[Line, ...]) -> list[int]:
    """Milliseconds of silence before each line. A caption that stays until the next may be longer than its words."""
    found = [0] if lines else []
    words = 0
    for before, line in pairwise(lines):
        words += len(before.words.split())
        if (
            before.at is None
            or before.until is None
            or line.at is None
            or (line.at, line.cue) == (before.at, before.cue)
        ):
            found.append(0)
            if line.at is None or before.at is None:
                words = 0
            continue
        if before.until < line.at:
            found.append(line.at - before.until)
        else:
            # A guess, good enough to choose between borders and not to make one.
            found.append(min(max(0, line.at - before.at - PER_WORD * words - REST), BREATH - 1))
        words = 0
    return found


def _keeps_own_paragraphs(lines: tuple[Line, ...], said: list[str], *, bare: bool) -> bool:
    """Whether the source is in paragraphs that a person made, rather than in lines of captions."""
    starts = sum(line.paragraph for line in lines)
    timed = sum(line.at is not None for line in lines) * 2 > len(lines)
    words = sum(len(line.words.split()) for line in lines)
    if not (words >= 16 * starts > 16 if timed else starts > 0):
        return False
    borders = broken = 0
    for n, line in enumerate(lines[1:], start=1):
        if not line.paragraph or line.turn or line.speaker is not None or not said[n] or not said[n - 1]:
            continue
        borders += 1
        stopped = said[n - 1].endswith((*ENDS, ":", ";"))
        broken += not stopped and (begins_small(said[n]) or not bare)
    # Lines that mostly end within a sentence were broken by a program, whatever stands between them.
    return broken * 5 <= borders or borders < 3
