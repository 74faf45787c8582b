"""Numbers of the law: "regulation 16", "reg 16", "adran 6" and "s.6" become words of their own to search by.

A number alone is no use (every page has a 6 somewhere); a number with its provision is nearly unique.
The browser gets the same pattern (see `rules.py`), so it is kept to what both kinds of regular expression know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: First letter of the key -> how people write it, in either language, since both are quoted on both sides. Folded.
NAMES: dict[str, str] = {
    "r": "reg|regs|regulation|regulations|rheol|rheoliad|rheoliadau|reoliad|reoliadau",
    "s": "s|ss|a\\.|section|sections|adran|adrannau",
    "p": "part|rhan|ran",
    "a": "art|article|articles|erthygl|erthyglau",
    "h": "sch|schedule|atodlen",
}
#: One number, or several: "adrannau 47 a 48", "regulations 14, 15 and 16(2)".
_NUMBER = r"\d{1,3}[a-z]?(?:\(\w{1,4}\))*"
NUMBERS = rf"({_NUMBER}(?:(?:, ?| (?:and|or|to|a|ac|neu|i) ){_NUMBER})*)"
#: "s 6", "s. 6", "s.6", "s6".
GAP = r"\.? ?"
#: Never before a number: a letter, a digit, or the apostrophe of May's 6.
BEFORE = r"(^|[^\w'’])"
#: The bare number of each provision in a list of them: 15 of 15(7)(d).
FIRST = r"(?:^|[, ])(\d{1,3}[a-z]?)"
#: The sign that keeps these keys apart from words.
SIGN = "§"

_PATTERNS = tuple((letter, re.compile(BEFORE + "(?:" + names + ")" + GAP + NUMBERS)) for letter, names in NAMES.items())
_FIRST = re.compile(FIRST)
_DIGIT = re.compile(r"\d")


def citations(folded: str) -> Iterator[str]:
    """The keys of all provisions named in a folded text: `§r16`."""
    # No pattern reaches over the end of a line, and most lines have no figure.
    numbered = "\n".join(line for line in folded.split("\n") if _DIGIT.search(line))
    for letter, pattern in _PATTERNS if numbered else ():
        for found in pattern.finditer(numbered):
            for number in _FIRST.findall(found.group(2)):
                yield f"{SIGN}{letter}{number}"
