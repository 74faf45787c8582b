"""What is due for each story and when: its consent is looked at again, or comes to its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from ..language.bilingual import Lang
from .library import Library
from .story import Story

#: The page that lists it.
PATH = "about/state/"


@dataclass(frozen=True)
class Due:
    """One thing that is due, by a day."""

    day: date
    what: Literal["review", "end"]
    story: Story


def due(library: Library, lang: Lang) -> tuple[Due, ...]:
    """All of it by day, and within a day by title in a language."""
    found = [one for story in library.by_title(tuple(library.stories.values()), lang) for one in _of(story)]
    return tuple(sorted(found, key=lambda one: one.day))


def _of(story: Story) -> Iterator[Due]:
    consent = story.facts.consent
    # Whoever looks at it on the day on which it ends is late.
    if consent.expires is not None:
        yield Due(consent.expires, "end", story)
    yield Due(consent.review_by, "review", story)


def by_month(all_due: tuple[Due, ...]) -> list[tuple[date, tuple[Due, ...]]]:
    """The first day of each month in which something is due, with what is."""
    return [(month, tuple(some)) for month, some in groupby(all_due, key=lambda one: one.day.replace(day=1))]


def calendar_name(lang: Lang) -> str:
    """The calendar file beside the page."""
    return f"due-{lang}.ics"
