"""Who speaks: names before a colon, in brackets or in bold, and marks that somebody else begins.

A speaker is never invented: a name counts only where the file uses it as one, again and again, or everywhere.
What is not sure stays among the words, where a reader sees it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby

from .lines import Line, Note, Tally
from .names import NAME, is_label, is_name, is_nobody
from .sounds import is_sound

_CHEVRONS = re.compile(r"\s*(?:^|(?<=\s))(?:>{2,3}|»|\[SPEAKER_TURN\])(?=\s|\w|$|[\"'“‘\[(])\s*")
_COLON = re.compile(rf"(?:\*\*|__)?\[?({NAME}?)\]?(?:\*\*|__)?\s?:(?:\*\*|__)?(?:\s+(\S.*)|\s*)", re.S)
_BRACKETS = re.compile(rf"(?:\(({NAME}?)\)|\[({NAME}?)\])\s*:?\s*(.*)", re.S)
_BAR = re.compile(rf"[\[(]?({NAME}?)[\])]?\s*\|\s*(\S.*)?", re.S)
_DASHED = re.compile(rf"(?:\*\*)?({NAME}?)(?:\*\*)?\s+[-–—]\s+(\S.*)", re.S)
_TITLED = re.compile(r"([^\W\d_][\w'’ /&.-]{0,40}?)\s?:\s+(\S.*)", re.S)
_LETTER = re.compile(r"([QAC])\.\s+(\S.*)", re.S)
#: Two names, or a label with its number, and a sentence that begins behind them.
_BARE = re.compile(r"([^\W\d_][\w'’-]*[ \t]+(?:[^\W\d_][\w'’-]*|\d{1,3}))[ \t]+(\S.*)", re.S)
_DASH = re.compile(r"[-–—]\s*(?=\S)")
#: A label of a sound before a name: `[DOOR OPENS] ANN: words`.
_BEFORE = re.compile(r"(?:\[[^\[\]]{1,60}\]|\([^()]{1,60}\))\s*(?=\S)")


@dataclass(frozen=True)
class _Label:
    """A name that a line begins with."""

    line: int
    name: str
    rest: str
    bold: bool


def with_speakers(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], list[Note]]:
    """The lines with their speakers, and the guesses that were made."""
    lines, notes = _by_chevrons(lines)
    lines = _by_dashes(lines)
    if voices := {line.speaker for line in lines if line.speaker}:
        lines, more = _of_known(lines, frozenset(voices))
        return lines, notes + more
    named, more = _by_first_line(lines)
    if named is not None:
        return named, notes + more
    for read in (_barred, _bracketed, _coloned, _dashed, _titled, _lettered, _unmarked):
        labels = [label for i, line in enumerate(lines) if (label := read(i, line.words))]
        taken, doubted = _trusted(labels, lines)
        if read in {_dashed, _titled, _lettered, _unmarked} and not _are_all_turns(taken, lines):
            continue
        if read in {_lettered, _unmarked} and len({label.name for label in taken}) < 2:
            # One name at the head of every line is whom the text is about.
            continue
        if taken:
            return _given(lines, taken), [
                *notes,
                *names_told([(x.name, lines[x.line].place) for x in taken if not is_nobody(x.name)]),
                *_nobodies(taken, lines),
                *_doubted(doubted, lines),
            ]
    return lines, notes


def _of_known(lines: tuple[Line, ...], voices: frozenset[str]) -> tuple[tuple[Line, ...], list[Note]]:
    """Names before a colon where the file names the same people in another way elsewhere; and programs' labels."""
    labels = []
    for i, line in enumerate(lines):
        if line.speaker is None:
            label = _barred(i, line.words) or _coloned(i, line.words)
            if label and (label.name in voices or is_label(label.name)):
                labels.append(label)
        elif (label := _coloned(i, line.words)) and label.name == line.speaker:
            # The name stands in the tag and among the words.
            labels.append(label)
    if not labels:
        return lines, []
    return _given(lines, labels), names_told([(x.name, lines[x.line].place) for x in labels])


def _nobodies(labels: list[_Label], lines: tuple[Line, ...]) -> list[Note]:
    tally = Tally()
    for label in labels:
        if is_nobody(label.name):
            tally.add("nobody", lines[label.line].place, words=label.name)
    return tally.notes


def _are_all_turns(labels: list[_Label], lines: tuple[Line, ...]) -> bool:
    """Whether names before a dash are those of speakers: most lines have one, and each comes again."""
    count = Counter(label.name for label in labels)
    return len(labels) * 10 >= 8 * len(lines) and len(labels) > 3 and all(n > 1 for n in count.values())


def _by_chevrons(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], list[Note]]:
    """`>>`: somebody else begins, also in the middle of a line."""
    found: list[Line] = []
    places: list[int] = []
    for line in lines:
        if ">>" not in line.words and "»" not in line.words and "[SPEAKER_TURN]" not in line.words:
            found.append(line)
            continue
        pieces = _CHEVRONS.split(line.words)
        if len(pieces) > 1:
            places.append(line.place)
        for n, piece in enumerate(pieces):
            words = piece.strip()
            if words:
                found.append(replace(line, words=words, turn=n > 0 or line.turn))
            elif n == len(pieces) - 1 and n:
                # The mark stands at the end of a line: the next line is somebody else's.
                found.append(replace(line, words="", turn=True))
    notes = [Note("chevrons", places[0], {}, len(places), places[-1])] if places else []
    return _joined(found), notes


def _joined(lines: list[Line]) -> tuple[Line, ...]:
    """Marks that stand alone, handed on to the words that follow them."""
    found: list[Line] = []
    waiting = False
    speaker: str | None = None
    for line in lines:
        if not line.words:
            waiting, speaker = waiting or line.turn, line.speaker or speaker
            continue
        found.append(replace(line, turn=line.turn or waiting, speaker=line.speaker or speaker))
        waiting, speaker = False, None
    return tuple(found)


def _by_dashes(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Two or more lines of one cue that begin with a dash: each is somebody else's."""
    found: list[Line] = []
    for cue, group in groupby(lines, key=lambda line: line.cue):
        together = list(group)
        dashed = [line for line in together if _DASH.match(line.words)]
        if cue is None or len(dashed) < 2 or together[0].words[0] not in "-–—":
            found += together
            continue
        found += [
            replace(line, words=_DASH.sub("", line.words, count=1), turn=True) if line in dashed else line
            for line in together
        ]
    return tuple(found)


def _by_first_line(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...] | None, list[Note]]:
    """A name alone on the first line of nearly every cue, as in the older Word files of Teams."""
    cues = [list(group) for cue, group in groupby(lines, key=lambda line: line.cue) if cue is not None]
    named = [cue for cue in cues if len(cue) > 1 and is_name(cue[0].words)]
    names = {cue[0].words for cue in named}
    full = all(" " in name for name in names)
    again = len(names) * 2 <= len(named)
    if len(named) < 2 or len(named) * 10 < len(cues) * 9 or not (again or (full and len(named) < 4)):
        return None, []
    heads = {id(cue[0]): cue[0] for cue in named}
    found = [replace(line, words="", speaker=line.words) if id(line) in heads else line for line in lines]
    first = {cue[0].words: cue[0].place for cue in reversed(named)}
    return _joined(found), [Note("named", place, {"name": name}) for name, place in reversed(first.items())]


def _coloned(i: int, words: str) -> _Label | None:
    if ":" not in words[:80]:
        return None
    before = _BEFORE.match(words)
    heard = before.group() if before and (words[0] == "[" or is_sound(before.group().strip())) else ""
    found = _COLON.fullmatch(words, len(heard)) or _COLON.fullmatch(words)
    if found is None or not is_name(found.group(1).strip()):
        return None
    said = words[: found.start()] + (found.group(2) or "")
    return _Label(i, found.group(1).strip(), said, words.startswith(("**", "__"), found.start()))


def _barred(i: int, words: str) -> _Label | None:
    """`SPEAKER_01|words`, `Anna Price | words`."""
    if "|" not in words[:80]:
        return None
    found = _BAR.fullmatch(words)
    if found is None or not is_name(found.group(1).strip()):
        return None
    return _Label(i, found.group(1).strip(), found.group(2) or "", False)


def _dashed(i: int, words: str) -> _Label | None:
    """`Anna Price - words`."""
    if "-" not in words[:80] and "–" not in words[:80] and "—" not in words[:80]:
        return None
    found = _DASHED.fullmatch(words)
    if found is None or not is_name(found.group(1).strip()):
        return None
    return _Label(i, found.group(1).strip(), found.group(2), False)


def _titled(i: int, words: str) -> _Label | None:
    """`Mother of Siân: words`: whatever a few words before a colon are, where nearly every line begins with them."""
    found = _TITLED.fullmatch(words) if ":" in words[:50] else None
    return _Label(i, found.group(1).strip(), found.group(2), False) if found else None


def _lettered(i: int, words: str) -> _Label | None:
    """`Q. words`, `A. words`: question and answer; in Welsh `C.` and `A.`."""
    found = _LETTER.fullmatch(words)
    return _Label(i, found.group(1), found.group(2), False) if found else None


def _unmarked(i: int, words: str) -> _Label | None:
    """`Ann Rees words`, `Speaker 1 words`: a full name or a program's label with nothing between it and the words."""
    found = _BARE.fullmatch(words)
    if found is None or not is_name(found.group(1)):
        return None
    # `Mrs Jones went home` goes on in small letters: there the name belongs to the sentence.
    opens = found.group(2).lstrip("\"'‘“([")[:1]
    return _Label(i, found.group(1), found.group(2), False) if opens.isupper() or opens.isdecimal() else None


def _bracketed(i: int, words: str) -> _Label | None:
    if words[0] not in "([":
        return None
    found = _BRACKETS.fullmatch(words)
    name = (found.group(1) or found.group(2)) if found else ""
    if found is None or not is_name(name) or is_sound(f"({name})") or is_sound(f"[{name}]"):
        return None
    # In square brackets, words that nobody says stand alone on their line, or before the name of who speaks.
    if found.group(2) and not is_label(name) and (not found.group(3) or _coloned(i, found.group(3))):
        return None
    return _Label(i, name, found.group(3), False)


def _trusted(labels: list[_Label], lines: tuple[Line, ...]) -> tuple[list[_Label], list[_Label]]:
    """The labels that are names of speakers for sure, and the others."""
    if not labels:
        return [], []
    count = Counter(label.name for label in labels)
    units = len({line.cue if line.cue is not None else -line.place for line in lines})
    everywhere = len(labels) * 2 >= units
    small = _small_words(lines)

    def sure(label: _Label) -> bool:
        if label.bold or is_label(label.name):
            return True
        # In brackets large letters are as often a sound's: one such label names nobody.
        bracketed = lines[label.line].words[0] in "[(" and ":" not in lines[label.line].words
        if label.name.isupper() and len(label.name) > 2 and small and not (bracketed and count[label.name] < 2):
            return True
        # `Remember:` is a word of the text where the text has `remember` too.
        ordinary = all(word.lower() in small for word in label.name.split())
        return not ordinary and (everywhere or count[label.name] > 1)

    return [x for x in labels if sure(x)], [x for x in labels if not sure(x)]


def _small_words(lines: tuple[Line, ...]) -> frozenset[str]:
    """Words that the text writes with a small letter."""
    return frozenset(word for line in lines for word in re.findall(r"\b[^\W\d_]+", line.words) if word[0].islower())


def _given(lines: tuple[Line, ...], labels: list[_Label]) -> tuple[Line, ...]:
    by_line = {label.line: label for label in labels}
    found = []
    for i, line in enumerate(lines):
        label = by_line.get(i)
        if label is None:
            found.append(line)
        elif is_nobody(label.name):
            found.append(replace(line, words=label.rest, turn=True))
        else:
            found.append(replace(line, words=label.rest, speaker=label.name))
    return _joined(found)


def names_told(names: list[tuple[str, int]]) -> list[Note]:
    """Each name once, with the place where it first stands and how often it does."""
    count = Counter(name for name, _ in names)
    last, first = dict(names), dict(reversed(names))
    return [Note("named", first[name], {"name": name}, count[name], last[name]) for name in count]


def _doubted(labels: list[_Label], lines: tuple[Line, ...]) -> list[Note]:
    return [Note("not-named", lines[label.line].place, {"name": label.name}) for label in labels]
