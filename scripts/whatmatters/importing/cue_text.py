"""The words of one cue: tags, voices, word times and entities taken out."""

from __future__ import annotations

import html
import re

from .lines import Line

#: The tags that WebVTT, SubRip and the programs that write them know; anything else in angle brackets is words.
_KNOWN = r"(?:c|i|b|u|ruby|rt|font|span|br|p|em|strong|s)"
#: What stands in them: classes behind points, attributes with their signs of equality. `a <b and c> d` is words.
_INSIDE = r"(?:\.[^\s<>]*)?(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*\s*/?"
#: A voice and a language say in words of their own who or which.
_TAG = re.compile(rf"<(/?)(?:({_KNOWN}){_INSIDE}|(v|lang)((?:[.\s][^<>]*)?))>|<(\d[\d:.,]*)>", re.I)
#: Settings of SubStation Alpha that players also read in SubRip: {\an8}.
_OVERRIDE = re.compile(r"\{\\[^{}]*\}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")


def unescaped(text: str) -> str:
    """Entities as the letters that they stand for, and unseen ones as nothing."""
    if "&" not in text:
        return text
    plain = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return plain.replace("\u00a0", " ").replace("\u200e", "").replace("\u200f", "")


#: Tags that show that a program wrote a line which somebody copied as text.
_SURE = re.compile(r"</?v(?:[.\s][^<>]*)?>|</[cibu]>|<c(?:\.[^<>]*)?>|</?font|<\d\d:\d\d[\d:.]*>", re.I)


def holds_tags(text: str) -> bool:
    """Whether a line of text holds tags of captions."""
    return "<" in text and _SURE.search(text) is not None


def without_tags(text: str, place: int) -> list[Line]:
    """The lines of a row of text that holds tags, with the voices that they name."""
    cue = CueText(None, None, None)
    cue.add(text, place)
    return cue.lines


class CueText:
    """Collects the lines of one cue; a voice holds until it is closed, another begins, or the cue ends."""

    def __init__(self, at: int | None, until: int | None, cue: int | None) -> None:
        self.at, self.until, self.cue = at, until, cue
        self.lines: list[Line] = []
        self._voice: str | None = None
        self._closed = False

    def say_who(self, speaker: str) -> None:
        """Who speaks, where the file says so outside the words of the cue."""
        self._voice = speaker

    def add(self, raw: str, place: int) -> None:
        """Add one line of the source."""
        if "{" in raw:
            raw = _OVERRIDE.sub("", raw)
        if "<" not in raw:
            self._put(raw, place, fresh=False)
            return
        rest, words, fresh = 0, "", False
        for tag in _TAG.finditer(raw):
            words += raw[rest : tag.start()]
            rest = tag.end()
            closing, name, said, annotation, time = tag.groups()
            if time:
                fresh = True
            elif said and said.lower() == "v":
                self._put(words, place, fresh=fresh)
                words, fresh = "", False
                self._turn_to(None if closing else unescaped(annotation), ended=bool(closing))
            elif name and name.lower() in {"br", "p"}:
                words += " "
        self._put(words + raw[rest:], place, fresh=fresh)

    def _turn_to(self, annotation: str | None, *, ended: bool) -> None:
        """`annotation` is what stands in the tag behind the v: classes after points, then the name."""
        name = " ".join((annotation or "").split()[1 if (annotation or "").startswith(".") else 0 :])
        self._closed = ended and self._voice is not None
        self._voice = name or None

    def _put(self, words: str, place: int, *, fresh: bool) -> None:
        text = " ".join(unescaped(words).split())
        if text:
            self.lines.append(
                Line(text, place, self.at, self.until, self._voice, self._closed, cue=self.cue, fresh=fresh)
            )
            self._closed = False
