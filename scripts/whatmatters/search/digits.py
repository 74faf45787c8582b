"""Whole numbers as letters: a row of small numbers without commas, a sixth smaller when it travels than as JSON.

The last digit of a number is a letter or a figure, all before it are other signs, so no number needs an end mark.
`search-store.js` reads them; it gets the two alphabets with the rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

#: The last digit of a number, 0 to 61.
LAST = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#: The digits before it, 1 to 26; none needs an escape in JSON.
BEFORE = "!#$%&()*+,-./:;<=>?@[]^_{}"


def packed(numbers: Iterable[int]) -> str:
    """All of `numbers` (none below 0), one after the other: 5, 61, 62, 0 is `5Z!00`."""
    return "".join(_digits(number) for number in numbers)


def unpacked(text: str) -> list[int]:
    """The numbers that `packed` wrote."""
    found: list[int] = []
    high = 0
    for sign in text:
        if sign in LAST:
            found.append(high * len(LAST) + LAST.index(sign))
            high = 0
        else:
            high = high * len(BEFORE) + BEFORE.index(sign) + 1
    return found


@lru_cache(maxsize=10_000)
def _digits(number: int) -> str:
    high, last = divmod(number, len(LAST))
    text = LAST[last]
    while high:
        high, digit = divmod(high - 1, len(BEFORE))
        text = BEFORE[digit] + text
    return text
