"""Cues with an arrow between their times: WebVTT, SubRip, and all that lies between the two.

The standard says what a sound file is; here every file is read that a person can read.
Whatever is neither a time nor an identifier nor a block of another kind counts as words.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from ..messages.message import Message
from .cue_text import CueText
from .formats import Format
from .furniture import looks_like_title
from .lines import Line, Note, Reading, Refused, Tally
from .times import lone_clock, timing
from .voices import where_voices_end

#: Blocks of WebVTT that hold no cue; a comment may go on in its first line.
_BLOCK = re.compile(r"(NOTE)(?:\s.*)?$|(STYLE|REGION)\s*$")
#: Lines of the header that programs write; `Style:` goes on until a line of `##`.
_HEADER = re.compile(r"\s*(Kind|Language|Region|Style|X-TIMESTAMP-MAP)\s*[:=]\s*(.*?)\s*$", re.I)
#: What Microsoft Stream and others write above every cue.
_PROGRAM = re.compile(r"(?:confidence|duration|language|recognizability)\s*:", re.I)
#: Webex names the speaker in the identifier: 12 "Bethan Rees" (1234567890)
_WEBEX = re.compile(r"\d+\s+\"([^\"]{1,70})\"\s*(?:\(\d+\))?")
#: Kinds of track that hold no speech: what to say where the header names them, and where their words show it.
SILENT = {
    "chapters": (
        Message("this is a track of chapters: it holds chapter titles, and nothing that was said"),
        Message("this seems to be a track of chapters: it holds chapter titles, and nothing that was said"),
    ),
    "descriptions": (
        Message("this is a track of descriptions: it holds descriptions of the picture, and nothing that was said"),
        Message(
            "this seems to be a track of descriptions: it holds descriptions of the picture, and nothing that was said"
        ),
    ),
    "metadata": (
        Message("this is a track of metadata: it holds data for a program, and nothing that was said"),
        Message("this seems to be a track of metadata: it holds data for a program, and nothing that was said"),
    ),
}


@dataclass(frozen=True)
class _Timed:
    line: int
    """Index of the line that holds the times."""
    at: int | None
    until: int | None
    rest: str


def read_cues(lines: tuple[str, ...]) -> Reading:
    """Read WebVTT or SubRip. Raises Refused for a track that holds no speech."""
    headed = lines[0].strip().startswith("WEBVTT")
    notes, found = list[Note](), list[Line]()
    first, lang = _header(lines, notes) if headed else (0, None)
    timed = [
        _Timed(i, *times)
        for i, line in enumerate(lines)
        if i >= first and (times := timing(line) or lone_clock(line)) is not None
    ]
    names = _identifiers(lines, timed, webvtt=headed, first=first)
    behind = Tally()
    if timed:
        # What stands before the first cue is words or a comment, like what stands between cues.
        found += _loose(lines, first, names[0] if names[0] is not None else timed[0].line, notes, webvtt=headed)
    for n, cue in enumerate(timed):
        last = n + 1 == len(timed)
        end = len(lines) if last else timed[n + 1].line
        if not last and names[n + 1] is not None:
            end = names[n + 1] or 0
        if cue.rest:
            behind.add("words-behind-times", cue.line + 1, words=cue.rest)
        if cue.at is None or cue.until is None:
            notes.append(Note("broken-time", cue.line + 1, {"words": lines[cue.line].strip()}))
        text = CueText(cue.at, cue.until, n)
        named = names[n]
        if named is not None and (said_by := _WEBEX.fullmatch(lines[named].strip())):
            text.say_who(said_by.group(1))
        if cue.rest:
            text.add(cue.rest, cue.line + 1)
        body, tail = _body(lines, cue.line + 1, end, webvtt=headed)
        for i in body:
            text.add(lines[i], i + 1)
        if last and not text.lines and not tail:
            notes.append(Note("half-cue", cue.line + 1))
        found += text.lines
        if tail:
            found += _loose(lines, tail, end, notes, webvtt=headed)
    notes = _with_remarks_counted(notes) + behind.notes
    if not headed and found and (number := _last_number(lines, names, found[-1])):
        notes.append(Note("half-cue", found[-1].place, {"number": number}))
        found.pop()
    notes += _told(lines, [n for n in names if n is not None], len(timed))
    notes += _numbers(lines, names)
    return Reading("webvtt" if headed else "subrip", where_voices_end(found), tuple(notes), lang)


def _header(lines: tuple[str, ...], notes: list[Note]) -> tuple[int, str | None]:
    """The index of the first line after the header, and the language that it names.

    Where the empty line behind the header was lost, words may stand here: only what is known belongs to it.
    """
    lang, style = None, False
    whole = _is_whole_header(lines)
    if title := lines[0].strip().removeprefix("WEBVTT").strip(" \t-–—"):
        notes.append(Note("furniture", 1, {"words": title}))
    for i, line in enumerate(lines[1:], start=1):
        if not line.strip() or timing(line) is not None:
            return i, lang
        if style:
            style = line.strip() != "##"
            continue
        found = _HEADER.match(line)
        if found is None and whole and not line.lstrip()[0].isdecimal():
            notes.append(Note("furniture", i + 1, {"words": line.strip()}))
            continue
        if found is None:
            return i, lang
        name, value = found.group(1).lower(), found.group(2)
        if name == "kind":
            refuse_kind(value.lower(), i + 1)
        elif name == "language":
            lang = value
        elif name == "style":
            style = True
            notes.append(Note("style", i + 1))
    return len(lines), lang


def _is_whole_header(lines: tuple[str, ...]) -> bool:
    """Whether the empty line behind the header stands where it should: then all above it is header."""
    for line in lines[1:]:
        if not line.strip():
            return True
        if timing(line) is not None:
            return False
    return False


def refuse_kind(kind: str, line: int, *, guessed: bool = False) -> None:
    """Raise Refused for a kind of track that holds no speech; `guessed` where its words show it, and not its header."""
    if kind in SILENT:
        named, seeming = SILENT[kind]
        if guessed:
            instead = Message(
                "bring in the captions or subtitles of the film instead, or add --anyway if somebody says these words"
            )
            raise Refused("B03", seeming, instead, line)
        raise Refused("B03", named, Message("bring in the captions or subtitles of the film instead"), line)


def _identifiers(lines: tuple[str, ...], timed: list[_Timed], *, webvtt: bool, first: int) -> list[int | None]:
    """For each cue the index of the line that is its name or number, if it has one."""
    names: list[int | None] = []
    for n, cue in enumerate(timed):
        floor = timed[n - 1].line if n else first - 1
        i = cue.line - 1
        near = i > floor and bool(lines[i].strip())
        if not webvtt or not near:
            # Some programs put an empty line between everything.
            while i > floor and not lines[i].strip():
                i -= 1
        if i <= floor:
            names.append(None)
            continue
        digits = lines[i].strip().isdecimal()
        # Right under the header, where its empty line was lost, only a number is a name for sure.
        alone = (digits or not webvtt) if i == first else not lines[i - 1].strip()
        # The number of a cue always stands right over the times; in WebVTT any word may, where a block begins.
        named = near and alone and _is_identifier(lines[i].strip(), webvtt=webvtt)
        fits = (alone and (near or digits)) if webvtt else digits or named
        names.append(i if fits else None)
    return _trusted(lines, names, timed, webvtt=webvtt)


def _trusted(lines: tuple[str, ...], names: list[int | None], timed: list[_Timed], *, webvtt: bool) -> list[int | None]:
    """Only those that are names for sure: a line of words can look like one in a file whose cues have none."""
    named = sum(n is not None for n in names)
    usual = named * 2 > len(timed)
    kept: list[int | None] = []
    previous: int | None = None
    for name, cue in zip(names, timed, strict=True):
        if name is None:
            kept.append(None)
            continue
        text = lines[name].strip()
        number = int(text) if text.isdecimal() and len(text) < 10 else None
        follows = number is not None and previous is not None and number == previous + 1
        near = name == cue.line - 1
        in_place = near or follows or previous is None
        good = in_place and (usual or (near and _is_identifier(text, webvtt=webvtt)))
        kept.append(name if good else None)
        if good and number is not None:
            previous = number
    return kept


def _is_identifier(text: str, *, webvtt: bool) -> bool:
    """Whether a line over the times, alone in its block, names the cue where most cues have no name.

    In WebVTT the standard says so of any line; one that reads like a sentence is kept all the same, since files are
    edited by hand. In SubRip a name of a cue is one word that nobody says.
    """
    if webvtt:
        return " " not in text or looks_like_title(text)
    return " " not in text and (text.isdecimal() or any(c in "-_#/" or c.isdecimal() for c in text))


def _last_number(lines: tuple[str, ...], names: list[int | None], last: Line) -> str | None:
    """The number of a cue of which a cut file has nothing else, where the line of words is one."""
    numbers = [lines[n].strip() for n in names if n is not None]
    if not last.words.isdecimal() or len(last.words) > 9 or not numbers or not numbers[-1].isdecimal():
        return None
    apart = last.place < 2 or not lines[last.place - 2].strip()
    return last.words if apart and int(last.words) == int(numbers[-1]) + 1 else None


def _with_remarks_counted(notes: list[Note]) -> list[Note]:
    """A program's remarks as one note, whatever their number."""
    tally = Tally()
    for note in notes:
        if note.code == "program-comments":
            tally.add(note.code, note.place, **note.values)
    return [note for note in notes if note.code != "program-comments"] + tally.notes


def _told(lines: tuple[str, ...], names: list[int], cues: int) -> list[Note]:
    """What was left out as the name of a cue: counted where every cue has one, and each by itself where few have."""
    if len(names) * 2 > cues:
        return [Note("identifiers", names[0] + 1, {}, len(names), names[-1] + 1)]
    return [Note("identifier", name + 1, {"words": lines[name].strip()}) for name in names]


def _numbers(lines: tuple[str, ...], names: list[int | None]) -> list[Note]:
    """Where the cues' own numbers show that some are missing."""
    found = []
    texts = [(lines[n].strip(), n) for n in names if n is not None]
    numbers = [(int(text), n) for text, n in texts if text.isdecimal() and len(text) < 9]
    if len(numbers) > 2 and numbers[0][0] > 2:
        found.append(Note("half-numbers-first", numbers[0][1] + 1, {"number": numbers[0][0]}))
    steps = list(itertools.pairwise(numbers))
    gaps = [(a, b) for a, b in steps if b[0] > a[0] + 1]
    # A file whose numbers jump all the time is not numbered one by one.
    if len(gaps) * 10 <= len(steps):
        found += [Note("half-numbers", b[1] + 1, {"from": a[0], "to": b[0]}) for a, b in gaps]
    return found


def _body(lines: tuple[str, ...], start: int, end: int, *, webvtt: bool) -> tuple[list[int], int]:
    """Indexes of a cue's own lines, and where what follows them begins (0 for nothing)."""
    body: list[int] = []
    for i in range(start, end):
        if lines[i].strip():
            body.append(i)
        elif webvtt and body and any(lines[j].strip() for j in range(i, end)):
            return body, i
    return body, 0


def _loose(lines: tuple[str, ...], start: int, end: int, notes: list[Note], *, webvtt: bool) -> list[Line]:
    """Words that stand between cues, without a time; blocks of another kind are left out."""
    found: list[Line] = []
    for block in _blocks(lines, start, end):
        head = lines[block[0]].strip()
        kind = _BLOCK.match(head) if webvtt else None
        if kind and kind.group(1):
            words = " ".join([head[4:].strip(), *(lines[i].strip() for i in block[1:])]).strip()
            program = _PROGRAM.match(words)
            notes.append(Note("program-comments" if program else "comment", block[0] + 1, {"words": words}))
        elif kind:
            notes.append(Note("style", block[0] + 1))
        else:
            text = CueText(None, None, None)
            for i in block:
                text.add(lines[i], i + 1)
            notes.append(Note("words-without-time", block[0] + 1, {"words": " ".join(x.words for x in text.lines)}))
            found += text.lines
    return found


def _blocks(lines: tuple[str, ...], start: int, end: int) -> list[list[int]]:
    """Indexes of the lines between `start` and `end`, parted by empty lines."""
    blocks: list[list[int]] = [[]]
    for i in range(start, end):
        if lines[i].strip():
            blocks[-1].append(i)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


FORMATS = (
    Format(
        "webvtt",
        {"en": "WebVTT captions", "cy": "capsiynau WebVTT"},
        lambda given: given.head.startswith("WEBVTT"),
        lambda given: (read_cues(given.lines),),
        order=10,
        shown=True,
    ),
    Format(
        "subrip",
        {"en": "SubRip captions", "cy": "capsiynau SubRip"},
        lambda given: any(timing(line) is not None for line in given.lines),
        lambda given: (read_cues(given.lines),),
        order=50,
        shown=True,
    ),
)
