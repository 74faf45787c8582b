"""What people wrote to one another, as programs for meetings and chats save it.

Zoom: `10:02:11 From Ann Rees to Everyone: words`, or the words below, behind a tab. WhatsApp:
`03/05/2026, 10:02 - Ann Rees: words`, `[03/05/2026, 10:02:11] Ann Rees: words`. Older programs, and people after them:
`<Ann Rees> words`. All clocks are times of a day, so that none is kept.

What somebody wrote to one other person alone is told in the report, as nobody else in the meeting has read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from whatmatters.language.bilingual import Lang

from .formats import Format, Given
from .lines import Line, Note, Reading, Tally
from .names import is_name

_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
_DATE = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_ZOOM = re.compile(
    rf"\s*{_TIME}\s+From\s+(?P<who>\S[^:]{{0,80}}?)(?:\s+to\s+(?P<reader>\S[^:]{{0,80}}?))?\s*:(?:\s+(?P<words>\S.*)|\s*)",
    re.I | re.S,
)
#: A line without a name is one of WhatsApp's own: who joined, and that messages are encrypted.
_WHATSAPP = re.compile(
    rf"[\s\u200e]*(?:\[(?:{_DATE},?\s{_TIME}|{_TIME},\s?{_DATE})\]\s|{_DATE},?\s{_TIME}\s-\s)"
    r"\u200e?(?:~\s?)?(?:(?P<who>[^:\n]{1,80}?):\s)?\s*(?P<words>\S.*)?",
    re.I | re.S,
)
#: A name in angle brackets, which is no tag: nothing closes it, and nothing is set equal in it.
_ANGLED = re.compile(rf"\s*(?:[\[(]?{_TIME}[\])]?\s+)?<\s*(?P<who>[^<>/=]{{1,60}}?)\s*>:?\s+(?P<words>\S.*)", re.S)
_TO_ALL = re.compile(r"everyone(?:\s*\(in meeting\))?|everybody|pawb", re.I)
#: What programs write in place of words: what is answered, signs under a message, pictures left out.
_PROGRAM = re.compile(
    r"(?:Replying to|Reacted to|Removed a)\s.*|\u200e?<[^<>]*\bomitted>"
    r"|\u200e?(?:image|video|audio|sticker|GIF|document) omitted"
    r"|(?:This message was deleted|You deleted this message)\.?",
    re.I | re.S,
)
#: Whom the phone's owner has not put among their contacts: a private number, which names nobody.
_PHONE = re.compile(r"\+?[\d\s\u2011()-]{7,}")
#: Messages that show a chat.
FEWEST = 2


@dataclass(frozen=True)
class _Chat:
    """A way in which chats are saved: how the first line of a message looks, and how it is called."""

    id: str
    names: Mapping[Lang, str]
    head: re.Pattern[str]
    """With the groups `who` and `words`; and `reader`, where a message may be for one person."""
    bare: bool = False
    """Without clocks a head is less sure: nearly every line has one, each with a name, and nothing closes a tag."""


def _heads(chat: _Chat, given: Given) -> Iterator[tuple[int, str, re.Match[str] | None]]:
    """Each line that is not empty with its place, and what was found where it begins a message."""
    for place, line in enumerate(given.lines, start=1):
        if line.strip("\u200e \t"):
            yield place, line, chat.head.fullmatch(line)


def _is_chat(chat: _Chat, given: Given) -> bool:
    """Whether the first line begins a message, and half of those who write have names."""
    heads = [head for _, _, head in _heads(chat, given)]
    named = [head["who"] for head in heads if head and head["who"]]
    if not heads or heads[0] is None or len(named) < FEWEST or sum(map(is_name, named)) * 2 < len(named):
        return False
    if not chat.bare:
        return True
    return len(named) * 10 >= 8 * len(heads) and all(map(is_name, named)) and "</" not in given.text


def _read(chat: _Chat, given: Given) -> tuple[Reading, ...]:
    lines: list[Line] = []
    notes: list[Note] = []
    told = Tally()
    names: dict[str, int] = {}
    speaker: str | None = None
    turn = False
    for place, line, head in _heads(chat, given):
        words = line.strip("\u200e \t")
        if head is not None:
            speaker, words = head["who"], head["words"] or ""
            turn = False
            if speaker is None:
                notes.append(Note("furniture", place, {"words": words}))
                continue
            if _PHONE.fullmatch(speaker):
                told.add("nobody", place, words=speaker)
                speaker, turn = None, True
            else:
                names.setdefault(speaker, place)
            reader = head.groupdict().get("reader")
            if reader is not None and _TO_ALL.fullmatch(reader) is None:
                told.add("written-to-one", place, name=head["who"], reader=reader)
        if not words:
            continue
        if _PROGRAM.fullmatch(words):
            notes.append(Note("furniture", place, {"words": words}))
            continue
        begins = speaker is not None or turn or head is not None
        lines.append(Line(" ".join(words.split()), place, speaker=speaker, turn=turn, paragraph=begins, typed=True))
        speaker, turn = None, False
    notes += [Note("named", place, {"name": name}) for name, place in names.items()]
    return (Reading(chat.id, tuple(lines), (*notes, *told.notes)),)


_CHATS = (
    _Chat("angled-names", {"en": "names in angle brackets", "cy": "enwau mewn bachau onglog"}, _ANGLED, bare=True),
    _Chat("zoom-chat", {"en": "Zoom chat", "cy": "sgwrs ysgrifenedig Zoom"}, _ZOOM),
    _Chat("whatsapp", {"en": "WhatsApp chat", "cy": "sgwrs WhatsApp"}, _WHATSAPP),
)
#: Asked before JSON and XML that are no transcripts: `[03/05/2026, …` and `<Ann Rees>` begin like these.
FORMATS = tuple(
    Format(chat.id, chat.names, partial(_is_chat, chat), partial(_read, chat), order=37 + n)
    for n, chat in enumerate(_CHATS)
)
