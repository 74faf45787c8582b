"""What people wrote to one another: the chat that Zoom saves, and names in angle brackets.

`10:02:11 From Ann Rees to Everyone: words`; newer versions of Zoom write the words below, behind a tab. What somebody
wrote to one other person alone is told in the report, as nobody else in the meeting has read it.
`<Ann Rees> words` is how older programs for chats write, and people after them.
"""

from __future__ import annotations

import re

from .formats import Format, Given
from .lines import Line, Note, Reading, Tally
from .names import is_name
from .times import milliseconds

_MESSAGE = re.compile(
    r"\s*(\d{1,2}:\d\d:\d\d)\s+From\s+(\S[^:]{0,80}?)(?:\s+to\s+(\S[^:]{0,80}?))?\s*:(?:\s+(\S.*)|\s*)", re.I | re.S
)
_TO_ALL = re.compile(r"everyone(?:\s*\(in meeting\))?|everybody|pawb", re.I)
#: What Zoom itself writes below the head of a message.
_REACTION = re.compile(r"(?:Replying to|Reacted to|Removed a)\s.*", re.I | re.S)
#: A name in angle brackets, which is no tag: nothing closes it, and nothing is set equal in it.
_ANGLED = re.compile(r"\s*(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?<\s*([^<>/=]{1,60}?)\s*>:?\s+(\S.*)", re.S)
#: Messages that show a chat.
FEWEST = 2


def read_chat(given: Given) -> Reading:
    """Read a saved chat. Its clocks are times of day, so that none is kept."""
    lines: list[Line] = []
    notes: list[Note] = []
    told = Tally()
    names: dict[str, int] = {}
    speaker: str | None = None
    for place, line in enumerate(given.lines, start=1):
        if not line.strip():
            continue
        head = _MESSAGE.fullmatch(line)
        words = line.strip()
        if head is not None:
            _, speaker, reader, said = head.groups()
            names.setdefault(speaker, place)
            if reader is not None and _TO_ALL.fullmatch(reader) is None:
                told.add("written-to-one", place, name=speaker, reader=reader)
            words = said or ""
        if not words:
            continue
        if _REACTION.fullmatch(words):
            notes.append(Note("furniture", place, {"words": words}))
            continue
        lines.append(Line(" ".join(words.split()), place, speaker=speaker, paragraph=True, typed=True))
        speaker = None
    notes += [Note("named", place, {"name": name}) for name, place in names.items()]
    return Reading("zoom-chat", tuple(lines), (*notes, *told.notes))


def read_angled(given: Given) -> Reading:
    """Read names in angle brackets, each before its words. Lines without one go on with what stands above them."""
    lines: list[Line] = []
    names: dict[str, int] = {}
    for place, line in enumerate(given.lines, start=1):
        if not line.strip():
            continue
        head = _ANGLED.fullmatch(line)
        speaker, words = head.groups() if head is not None else (None, line)
        if speaker is not None:
            names.setdefault(speaker, place)
        lines.append(Line(" ".join(words.split()), place, speaker=speaker, paragraph=speaker is not None, typed=True))
    return Reading("angled-names", tuple(lines), tuple(Note("named", names[name], {"name": name}) for name in names))


def _is_angled(given: Given) -> bool:
    filled = [line for line in given.lines if line.strip()]
    names = [head.group(1) for line in filled if (head := _ANGLED.fullmatch(line))]
    return (
        len(names) >= FEWEST
        and len(names) * 10 >= 8 * len(filled)
        and all(is_name(name) for name in names)
        and "</" not in given.text
    )


def _known(given: Given) -> bool:
    filled = [line for line in given.lines if line.strip()]
    heads = [found for line in filled if (found := _MESSAGE.fullmatch(line))]
    if len(heads) < FEWEST or _MESSAGE.fullmatch(filled[0]) is None:
        return False
    times = [milliseconds(head.group(1)) for head in heads]
    return times == sorted(times) and sum(is_name(head.group(2)) for head in heads) * 2 >= len(heads)


FORMATS = (
    Format(
        "zoom-chat",
        {"en": "Zoom chat", "cy": "sgwrs ysgrifenedig Zoom"},
        _known,
        lambda given: (read_chat(given),),
        order=42,
    ),
    Format(
        "angled-names",
        {"en": "names in angle brackets", "cy": "enwau mewn bachau onglog"},
        _is_angled,
        lambda given: (read_angled(given),),
        order=39,
    ),
)
