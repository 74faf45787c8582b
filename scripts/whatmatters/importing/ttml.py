"""TTML, the captions of broadcasters: paragraphs with times, and agents who speak."""

from __future__ import annotations

import re
from fractions import Fraction

from .cues import refuse_kind
from .formats import Format, Given
from .lines import Line, Note, Reading
from .times import CLOCK, milliseconds
from .voices import where_voices_end
from .xml_file import Node, read_xml

_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s|f|t)")
_FRAMES = re.compile(r"(\d+):(\d\d):(\d\d):(\d+)")
_CLOCK = re.compile(CLOCK)
_IN_MS = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}


class _Rates:
    """How many frames and ticks a second has."""

    def __init__(self, root: Node) -> None:
        numbers = root.attributes
        self.frames = Fraction(_whole(numbers.get("frameRate"), 30))
        up, _, down = numbers.get("frameRateMultiplier", "1 1").partition(" ")
        self.frames *= Fraction(_whole(up, 1), _whole(down, 1))
        self.ticks = Fraction(_whole(numbers.get("tickRate"), 1))

    def time(self, value: str | None) -> int | None:
        """A time expression in milliseconds; None for none, or for one that is no time."""
        value = (value or "").strip()
        if found := _FRAMES.fullmatch(value):
            hours, minutes, seconds, frames = map(int, found.groups())
            return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(frames * 1000 / self.frames)
        if _CLOCK.fullmatch(value):
            return milliseconds(value)
        if found := _OFFSET.fullmatch(value):
            number, unit = Fraction(found.group(1)), found.group(2)
            if unit in _IN_MS:
                return int(number * _IN_MS[unit])
            return int(number * 1000 / (self.frames if unit == "f" else self.ticks))
        return None


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and 0 < int(value) < 10**9 else otherwise


def read_ttml(text: str) -> Reading:
    """Read TTML. Raises Refused for a document type, and for a track that holds no speech."""
    root, broken = read_xml(text)
    rates = _Rates(root)
    notes = [Note("half-xml", broken)] if broken else []
    agents = {a.attributes.get("id", ""): name.text.strip() for a in root.find("agent") for name in a.find("name")}
    for body in root.find("body"):
        _refuse_role(body)
    found: list[Line] = []
    for cue, (paragraph, offset) in enumerate(_paragraphs(root, rates)):
        _refuse_role(paragraph)
        at, until = _span(paragraph, rates, offset)
        if at is None:
            notes.append(Note("no-time", paragraph.line))
        found += _Words(agents, rates, cue).lines(paragraph, at, until)
    return Reading("ttml", where_voices_end(found), tuple(notes), root.attributes.get("lang") or None)


def _refuse_role(node: Node) -> None:
    role = node.attributes.get("role", "")
    if "description" in role:
        refuse_kind("descriptions", node.line)


def _paragraphs(root: Node, rates: _Rates) -> list[tuple[Node, int]]:
    """Every `p`, with the times of the `div`s around it added up."""
    found: list[tuple[Node, int]] = []
    waiting: list[tuple[Node, int]] = [(root, 0)]
    while waiting:
        node, offset = waiting.pop()
        if node.name == "p":
            found.append((node, offset))
            continue
        if node.name in {"body", "div"}:
            offset += rates.time(node.attributes.get("begin")) or 0
        waiting += [(part, offset) for part in reversed(node.parts) if isinstance(part, Node)]
    return found


def _span(node: Node, rates: _Rates, offset: int) -> tuple[int | None, int | None]:
    begin, end = rates.time(node.attributes.get("begin")), rates.time(node.attributes.get("end"))
    length = rates.time(node.attributes.get("dur"))
    if begin is None:
        timed = [s for s in node.find("span") if rates.time(s.attributes.get("begin")) is not None]
        if not timed:
            return None, None
        return _span(timed[0], rates, offset)[0], _span(timed[-1], rates, offset)[1]
    at = begin + offset
    until = end + offset if end is not None else at + length if length is not None else None
    return at, until


class _Words:
    """Collects the lines of one paragraph: a `br` ends a line, an agent holds for what stands inside."""

    def __init__(self, agents: dict[str, str], rates: _Rates, cue: int) -> None:
        self.agents, self.cue = agents, cue
        self.found: list[tuple[str, int, str | None]] = []

    def lines(self, paragraph: Node, at: int | None, until: int | None) -> list[Line]:
        """The lines of a paragraph."""
        self._walk(paragraph, None)
        lines: list[Line] = []
        for words, place, speaker in self.found:
            text = " ".join(words.split())
            if text:
                ended = speaker is None and bool(lines) and lines[-1].speaker is not None
                lines.append(Line(text, place, at, until, speaker, ended, cue=self.cue))
        return lines

    def _walk(self, node: Node, speaker: str | None) -> None:
        speaker = self.agents.get(node.attributes.get("agent", "").split(" ")[0]) or speaker
        self._new(node.line, speaker, always=False)
        for part in node.parts:
            if isinstance(part, str):
                self._new(node.line, speaker, always=False)
                words, place, _ = self.found[-1]
                self.found[-1] = (words + part, place, speaker)
            elif part.name == "br":
                self._new(part.line, speaker, always=True)
            elif part.name != "metadata":
                self._walk(part, speaker)
                self._new(node.line, speaker, always=False)

    def _new(self, place: int, speaker: str | None, *, always: bool) -> None:
        if always or not self.found or self.found[-1][2] != speaker:
            self.found.append(("", place, speaker))


def _read(given: Given) -> tuple[Reading, ...]:
    return (read_ttml(given.text.lstrip()),)


FORMATS = (
    Format(
        "ttml",
        {"en": "TTML captions", "cy": "capsiynau TTML"},
        lambda given: given.root in {"tt", "DOCTYPE"},
        _read,
        order=20,
        shown=True,
    ),
)
