"""A last look over the draft: whatever among its words looks like none is listed with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .furniture import is_meeting_furniture, is_page_furniture
from .lines import Line, Note
from .names import NAME, is_name
from .sounds import is_sound

#: So many of a kind are listed one by one; the others are counted.
LISTED = 20
#: Letters of what is shown beside a find.
AROUND = 40
_CLOCK = re.compile(r"(?<![\w:.])[\[({<#]?\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:;]\d{1,6})?[\])}>#]?(?![\w:])|--+>")
#: A clock as some programs write it: [1m 3s], (12.25s), [1h 2m].
_SPOKEN = re.compile(
    r"[\[(](?=\d)(?:\d+ ?h ?)?(?:\d+ ?m(?:in)? ?)?(?:\d+(?:\.\d+)? ?s(?:ec)?)?[\])]|[\[(]\d+\.\d+[\])]"
)
_TAG = re.compile(
    r"</?[A-Za-z][^<>\s]*(?:\s[^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}|&(?:#\d+|[A-Za-z]{2,8});|\\[\[\]_*]|\*\*|\[\[|\]\]"
    # Markdown's italics and code.
    r"|(?<![\w*])\*[^\s*](?:[^*]{0,80}[^\s*])?\*(?![\w*])|(?<!\w)_[^\W_](?:[^_]{0,80}[^\s_])?_(?!\w)|`[^`\s][^`]{0,80}`"
)
#: Without one of these no tag is looked for.
_SIGNS = ("<", "&", "{", "*", "\\", "[", "_", "`")
#: Large letters in brackets, as captions name what is heard: `[THE KETTLE BOILS]`.
_LOUD = re.compile(r"\[(?=[^\[\]]*[^\W\d_]{2})[^\[\]a-zâêîôûŵŷ]{3,60}\]")
#: The number of a cue, or its name as a program makes it: `e5f6-a7`.
_NUMBER = re.compile(r"#?\d{1,6}\.?|(?=\S*\d)(?=\S*[^\W\d_])\w+(?:[-_/]\w+)+")
_NAME = re.compile(rf"({NAME}?)\s?[:|](?:\s|$)|\[({NAME})\]")
_LABEL = re.compile(r"\b(?:spk|speaker|siaradwr)[ _-]?\d{1,3}\b", re.I)
_PROGRAM = re.compile(
    r"https?://\S+|www\.\S+|\b(?:subtitles|captions|transcribed|transcript|transcription|isdeitlau|trawsgrifiad)\b.{0,20}\b(?:by|gan)\b"
    r"|\bWEBVTT\b|^(?:Kind|Language|NOTE|STYLE)\s*:?\s|amara\.org|[{}\[\]]\s*\"|\"\s*:\s*[\[{\"\d]",
    re.I,
)


def left_over(lines: tuple[Line, ...], told: Iterable[Note]) -> list[Note]:
    """What looks like a clock, a tag, a cue's number, a name or a program's line, and is not yet told at its place."""
    told_at = {(note.code, note.place) for note in told}
    names_told = {str(note.values.get("name")) for note in told if note.code in {"not-named", "named"}}
    speakers = {line.speaker for line in lines if line.speaker}
    found: dict[str, list[Note]] = {}

    def tell(code: str, line: Line, words: str) -> None:
        found.setdefault(code, []).append(Note(code, line.place, {"words": " ".join(words.split())}))

    for line in lines:
        words = line.words
        for code, look in _LOOKS:
            if (seen := look(words)) is not None and not _is_told(code, line, told_at):
                tell(code, line, seen)
        name = _name_in(words)
        if name and name not in names_told:
            names_told.add(name)
            found.setdefault("not-named", []).append(Note("not-named", line.place, {"name": name}))
        elif not name and (label := _LABEL.search(words)) and label.group() not in speakers:
            tell("left-name", line, label.group())
    return [note for notes in found.values() for note in _counted(notes)]


def _is_told(code: str, line: Line, told_at: set[tuple[str, int]]) -> bool:
    return code == "left-clock" and ("clock-in-words", line.place) in told_at


def _name_in(words: str) -> str | None:
    """A name before a colon or bar, or in square brackets, at the head of a line."""
    if ":" not in words[:80] and "|" not in words[:80] and words[0] != "[":
        return None
    found = _NAME.match(words)
    name = (found.group(1) or found.group(2)).strip() if found else ""
    return name if name and is_name(name) and not (found and found.group(2) and found.end() == len(words)) else None


def _clock(words: str) -> str | None:
    if ":" not in words and "-->" not in words and "[" not in words and "(" not in words:
        return None
    found = _CLOCK.search(words) or _SPOKEN.search(words)
    return words[max(0, found.start() - AROUND) : found.end() + AROUND] if found else None


def _tag(words: str) -> str | None:
    if not any(sign in words for sign in _SIGNS):
        return None
    if found := _TAG.search(words):
        return found.group()
    return next((label for label in _LOUD.findall(words) if not is_sound(label)), None)


def _number(words: str) -> str | None:
    return words if len(words) < AROUND and " " not in words and _NUMBER.fullmatch(words) else None


def _furniture(words: str) -> str | None:
    if len(words) > 500:
        found = _PROGRAM.search(words)
        return found.group() if found else None
    if is_meeting_furniture(words) or (is_page_furniture(words) and len(words.split()) > 1):
        return words
    return words[:80] if _PROGRAM.search(words) else None


_LOOKS: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("left-clock", _clock),
    ("left-tag", _tag),
    ("left-number", _number),
    ("left-furniture", _furniture),
)


def _counted(notes: list[Note]) -> list[Note]:
    """The first of a kind one by one, and the rest as one note with their number."""
    if len(notes) <= LISTED:
        return notes
    rest = notes[LISTED - 1 :]
    return [*notes[: LISTED - 1], Note(rest[0].code, rest[0].place, rest[0].values, len(rest), rest[-1].place)]
