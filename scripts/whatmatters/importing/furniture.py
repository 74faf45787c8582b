"""Lines that stand around a transcript and that nobody says: menus, headings of meetings, titles of chapters."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_CHAPTER = re.compile(r"(?:chapter|pennod)\s+\d+\s*[:.–-]", re.I)
_DATE_OR_LENGTH = re.compile(
    r"(?:\w+,?\s+)?(?:\d{1,2}\s+\w+|\w+\s+\d{1,2}),?\s+\d{4}\b.*|(?:\d+\s*(?:h|m|s|min|mins|awr|munud)\s*)+", re.I
)


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = yaml.safe_load(Path(__file__).with_name("furniture.yml").read_text(encoding="utf-8"))
    return {name: frozenset(lines) for name, lines in data.items()}


def _plain(text: str) -> str:
    return text.strip().strip(".…:").replace("’", "'").lower()


def is_page_furniture(text: str) -> bool:
    """A line of the page around YouTube's transcript."""
    return _plain(text) in _lists()["page"]


def is_meeting_furniture(text: str) -> bool:
    """A line that a meeting's program writes around what was said."""
    plain, lists = _plain(text), _lists()
    return (
        plain in lists["meeting"]
        or plain.startswith(tuple(lists["meeting_begins"]))
        or (len(plain.split()) <= 8 and plain.endswith(tuple(lists["meeting_ends"])))
    )


def is_chapter(text: str) -> bool:
    """`Chapter 2: …`, `Pennod 2: …`."""
    return _CHAPTER.match(text) is not None


def looks_like_title(text: str) -> bool:
    """Short, begins with a capital or a digit, and is no sentence."""
    return len(text.split()) <= 10 and not text[:1].islower() and text[:1] not in "[(♪>-–" and text[-1] not in ".?!,;…"


def is_date_or_length(text: str) -> bool:
    """A date (`21 November 2026, 10:00`) or a length (`34m 12s`) alone on a line."""
    return _DATE_OR_LENGTH.fullmatch(text.strip()) is not None
