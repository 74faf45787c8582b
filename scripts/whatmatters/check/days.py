"""A rule for the days on which the law's data was compared with the law: none can be still to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem
from .read_across import FILE as READ_ACROSS
from .regulations import FILE as REGULATIONS
from .year import FILE as YEAR


def day_problems(library: Library, today: date) -> Iterator[Problem]:
    """Each day of a check of the law that lies after `today`."""
    for file, day, loc in _checked(library):
        if day > today:
            yield Problem(
                file,
                library.line(file, *loc),
                "L11",
                Message("the law cannot have been checked on {day}, a day still to come", day=day),
                Message("write the day on which it was compared with the law"),
            )


def _checked(library: Library) -> Iterator[tuple[str, date, tuple[str | int, ...]]]:
    yield READ_ACROSS, library.read_across.checked, ("checked",)
    for i, topic in enumerate(library.read_across.topics):
        yield READ_ACROSS, topic.checked, ("topics", i, "checked")
    yield REGULATIONS, library.regulations.checked, ("checked",)
    yield YEAR, library.year.checked, ("checked",)
