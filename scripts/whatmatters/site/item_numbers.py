"""Numbers of items as pages and their scripts hold them: steps, in few letters; and a mark of whose they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

#: Hexadecimal digits of a mark: of two lists of a library, one in four thousand millions would have the same.
MARK = 8


def steps(numbers: Iterable[int]) -> list[int]:
    """Each of the rising `numbers` as the step from the one before, which is written shorter."""
    found, last = [], 0
    for number in numbers:
        found.append(number - last)
        last = number
    return found


def steps_in_letters(numbers: Iterable[int]) -> str:
    """The same as letters: a small one ends a step, capitals before it are its higher digits in base 26.

    3, 4 and 35 are `dbBf`. `facets.js` reads it.
    """
    return "".join(_letters(step) for step in steps(numbers))


def mark(ids: Iterable[str]) -> str:
    """What goes into the address of data about numbered items: another one when their numbers mean others.

    A page is asked for anew each time, and data may be a day old (`deploy/`): it then has another address.
    """
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:MARK]


def _letters(step: int) -> str:
    higher, last = divmod(step, 26)
    capitals = ""
    while higher:
        higher, digit = divmod(higher, 26)
        capitals = chr(ord("A") + digit) + capitals
    return capitals + chr(ord("a") + last)
