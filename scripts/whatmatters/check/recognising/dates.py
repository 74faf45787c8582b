"""Dates that point to a person: days of birth above all, and any whole date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...messages.message import Message
from .finding import Finding

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    "Sept?|Oct|Nov|Dec|"
    # In Welsh with the forms after o and i (soft), ym (nasal) and a (aspirate).
    "Ionawr|Chwefror|[MF]awrth|Ebrill|[MF]ai|[MF]ehefin|(?:Go|Ngo|O)rffennaf|Awst|[MF]edi|Hydref|(?:T|D|Nh|Th)achwedd|"
    "Rh?agfyr"
)
_ENDING = r"(?:st|nd|rd|th|af|ail|il|ydd|edd|ed|fed|eg|ain)?"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]){_ENDING}"
_YEAR = r"(?:(?:18|19|20)\d\d)"
WHOLE = re.compile(
    rf"(?<![\w/.-])(?:{_DAY}(?: of| o)? (?:{_MONTHS}),? {_YEAR}"
    rf"|(?:{_MONTHS}) {_DAY},? {_YEAR}"
    rf"|{_YEAR}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\2(?:\d{4}|\d{2})"
    # As forms and tables write it: 12-Mar-1945, 12/MAR/45.
    rf"|{_DAY}(?P<mark>[-/.])(?i:{_MONTHS})(?P=mark)(?:\d{{4}}|\d{{2}}))(?![\w/]|[.-]\d)"
)
PARTS = re.compile(rf"(?<!\w)(?:{_DAY}(?: of| o)? (?:{_MONTHS})|(?:{_MONTHS}) (?:{_YEAR}|{_DAY}))(?!\w)")
#: Words about a birth, shortly before or after the date.
BIRTH = re.compile(
    r"\b(?:born|birth\w*|d\.?o\.?b|g?aned|g?anwyd|[gh]?eni|ngeni|[pbm]?h?en-blwydd|dyddiad geni)(?!\w)", re.I
)
NEAR = 40
#: The end of a sentence, which D.O.B. is not.
STOP = re.compile(r"(?<![A-Z])[.!?](?=\s|$)")


def dates(text: str) -> Iterator[Finding]:
    """A day of birth; as advice, a day and month of birth without the year, and any other whole date."""
    whole = [(match.start(), match.end()) for match in WHOLE.finditer(text)]
    for start, end in whole:
        if _about_birth(text, start, end):
            yield Finding(
                "A06",
                start,
                text[start:end],
                Message("a date of birth"),
                Message("give an age, or a decade"),
                sure=True,
            )
        else:
            mend = Message("say `one spring`, or how long ago it was")
            yield Finding("A06", start, text[start:end], Message("a whole date"), mend, sure=False)
    for match in PARTS.finditer(text):
        inside = any(start <= match.start() < end for start, end in whole)
        if not inside and _about_birth(text, *match.span()):
            mend = Message("give an age, or a season")
            yield Finding("A06", match.start(), match[0], Message("part of a date of birth"), mend, sure=False)


def _about_birth(text: str, start: int, end: int) -> bool:
    """Does a word about a birth stand near, in the same sentence?"""
    before = STOP.split(text[max(0, start - NEAR) : start])[-1]
    after = STOP.split(text[end : end + NEAR])[0]
    return bool(BIRTH.search(before) or BIRTH.search(after))
