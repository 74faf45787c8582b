"""What was worked out from a text, kept within one process for when the same text is asked about again.

While somebody writes, everything is read and checked again after each saved file, and all the other files are as they
were. What is kept is found by the text itself, never by a file's name or time, so it is always what working it out
again would give. Nothing is kept on disk, and the oldest goes when there is too much. A process in
which nothing is checked a second time keeps next to nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar, cast

#: Results that each function keeps: two texts and the facts of 2,500 stories. A text of ours is a few kilobytes.
MOST = 8_192
#: Results that each keeps where nothing is checked again: rules ask about one story after the other.
FEW = 16

P = ParamSpec("P")
T = TypeVar("T")


#: Every function that keeps results.
_remembered: list[Any] = []
_once = False


def remembered(work: Callable[P, T]) -> Callable[P, T]:
    """A function of plain values that keeps its results. What it gives must never be changed; errors are not kept."""
    many, few = (lru_cache(maxsize=most)(work) for most in (MOST, FEW))
    _remembered.extend((many, few))

    @wraps(work)
    def kept(*args: Any, **named: Any) -> T:
        return (few if _once else many)(*args, **named)

    kept.cache_info = many.cache_info  # type: ignore[attr-defined]
    return cast("Callable[P, T]", kept)


def forget_all() -> None:
    """Let go of all that is kept: for a process that will not read its sources again."""
    for kept in _remembered:
        kept.cache_clear()


def remember_little() -> None:
    """Keep no more than the last results from here on: for a process in which everything is checked once."""
    global _once
    _once = True
    forget_all()


def seldom_look_for_garbage() -> None:
    """Let Python look less often for objects that refer to each other and are no longer used, in this process.

    A library and its pages stay as long as the process does: looking through them after every 700 new objects, as
    Python does for a small program, took a thirtieth of a build, and found next to nothing.
    """
    gc.set_threshold(20_000, 10, 10)
