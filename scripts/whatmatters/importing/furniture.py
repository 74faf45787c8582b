"""Lines that stand around a transcript and that nobody says: menus, headings of meetings, titles of chapters."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

#: A picture, a bracket or a dash before a line.
_MARKS = re.compile(r"^[^\w<>]+")
_CHAPTER = re.compile(r"(?:chapter|pennod)\s+\d+\s*[:.–-]", re.I)
_DATE_OR_LENGTH = re.compile(
    r"(?:\w+,?\s+)?(?:\d{1,2}\s+\w+|\w+\s+\d{1,2}),?\s+\d{4}\b.*|(?:\d+\s*(?:h|m|s|min|mins|awr|munud)\s*)+", re.I
)


#: Words of a recording's title, with a date and times in it, at the most.
LONGEST_TITLE = 20


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = yaml.safe_load(Path(__file__).with_name("furniture.yml").read_text(encoding="utf-8"))
    return {name: frozenset(lines) for name, lines in data.items()}


def _plain(text: str) -> str:
    bare = _MARKS.sub("", text.strip())
    closed = bare.rstrip(".…:")
    if closed.endswith((")", "]")) and closed.count("(") + closed.count("[") < closed.count(")") + closed.count("]"):
        closed = closed[:-1]
    return closed.strip(".…:").replace("’", "'").lower()


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
        or (len(plain.split()) <= LONGEST_TITLE and plain.endswith(tuple(lists["title_ends"])))
    )


def heads_list(text: str) -> bool:
    """Whether names or words of a meeting's program stand below this line, rather than what was said."""
    return _plain(text) in _lists()["list_heads"]


def is_field(text: str) -> bool:
    """A line of the form that people fill in above an interview: `Date: 3 May`, `Cyfranogwyr: Anna, Huw`."""
    name, colon, value = text.partition(":")
    return bool(colon and value.strip()) and _plain(name.strip("*_ ")) in _lists()["fields"]


def is_chapter(text: str) -> bool:
    """`Chapter 2: …`, `Pennod 2: …`."""
    return _CHAPTER.match(text) is not None


def looks_like_title(text: str) -> bool:
    """Short, begins with a capital or a digit, and is no sentence."""
    return len(text.split()) <= 10 and not text[:1].islower() and text[:1] not in "[(♪>-–" and text[-1] not in ".?!,;…"


def is_date_or_length(text: str) -> bool:
    """A date (`21 November 2026, 10:00`) or a length (`34m 12s`) alone on a line."""
    return _DATE_OR_LENGTH.fullmatch(text.strip()) is not None
