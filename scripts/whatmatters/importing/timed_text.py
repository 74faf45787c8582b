"""YouTube's timed text: its XML of both kinds, and its JSON."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .cue_text import CueText
from .decoding import mend
from .formats import Format, Given
from .lines import Line, Note, Reading, Tally
from .xml_file import Node, read_xml


def read_timed_text(text: str) -> Reading:
    """Read `<transcript>` and `<timedtext>`. Raises Refused for a document type."""
    root, broken = read_xml(text)
    notes = [Note("half-xml", broken)] if broken else []
    found: list[Line] = []
    for cue, node in enumerate([*root.find("text"), *root.find("p")]):
        # The older kind counts in seconds, the newer one in milliseconds.
        at = _ms(node, "start", 1000) if "start" in node.attributes else _ms(node, "t", 1)
        length = _ms(node, "dur", 1000) if "dur" in node.attributes else _ms(node, "d", 1)
        until = at + length if at is not None and length is not None else None
        # Its texts are escaped twice, and may hold tags.
        words = CueText(at, until, cue)
        for line in node.text.split("\n"):
            words.add(line, node.line)
        found += words.lines
    mended, more = mended_lines(found)
    return Reading("timed-text", mended, (*notes, *more), None)


def _ms(node: Node, name: str, unit: int) -> int | None:
    try:
        value = float(node.attributes[name])
    except (KeyError, ValueError):
        return None
    return round(value * unit) if 0 <= value < 1e9 else None


def lines_of(words: str, place: int, at: int | None, until: int | None, cue: int) -> list[Line]:
    """The lines of one cue whose text holds line breaks of its own."""
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return [Line(line, place, at, until, cue=cue) for line in lines if line]


def mended_lines(lines: list[Line]) -> tuple[tuple[Line, ...], list[Note]]:
    """The lines, mended like those of other files: references and JSON hide letters until the file has been read."""
    words, notes = mend([line.words for line in lines])
    plain = [replace(line, words=" ".join(said.split())) for line, said in zip(lines, words, strict=True)]
    places = [line.place for line in lines]
    moved = [replace(n, place=places[n.place - 1], last=places[(n.last or n.place) - 1]) for n in notes]
    return tuple(line for line in plain if line.words), moved


def whole_letters(text: str) -> str:
    """Without halves of a letter, which no file can hold; two that belong together become their letter."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_json3(data: Any) -> Reading:
    """Read YouTube's `json3`."""
    events = data["events"]
    found: list[Line] = []
    halves = Tally()
    for number, event in enumerate(events, start=1):
        if not isinstance(event, dict) or not isinstance(event.get("segs"), list):
            continue
        pieces = [s.get("utf8") for s in event["segs"] if isinstance(s, dict)]
        joined = "".join(piece for piece in pieces if isinstance(piece, str))
        words = whole_letters(joined)
        if words.count("\ufffd") > joined.count("\ufffd"):
            halves.add("broken-letter", number)
        at, length = event.get("tStartMs"), event.get("dDurationMs")
        at = int(at) if isinstance(at, int | float) and 0 <= at < 1e10 else None
        until = at + int(length) if at is not None and isinstance(length, int | float) and 0 <= length < 1e9 else None
        found += lines_of(words, number, at, until, number)
    mended, notes = mended_lines(found)
    return Reading("json3", mended, (*halves.notes, *notes), None)


def _is_json3(given: Given) -> bool:
    events = given.data.get("events") if isinstance(given.data, dict) else None
    # Many a JSON has events; YouTube's hold pieces of text.
    return isinstance(events, list) and (not events or any(isinstance(e, dict) and "segs" in e for e in events))


FORMATS = (
    Format(
        "timed-text",
        {"en": "YouTube timed text (XML)", "cy": "testun YouTube ag amserau (XML)"},
        lambda given: given.root in {"transcript", "timedtext"},
        lambda given: (read_timed_text(given.text.lstrip()),),
        order=21,
        shown=True,
    ),
    Format(
        "json3",
        {"en": "YouTube timed text (JSON)", "cy": "testun YouTube ag amserau (JSON)"},
        _is_json3,
        lambda given: (read_json3(given.data),),
        order=30,
        shown=True,
    ),
)
