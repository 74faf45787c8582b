"""What the library holds: how many stories each principle and each topic of the law has in each setting.

Accounts that happened as told are counted apart from those that were invented, in whole or in part: the second fill a
gap only until somebody gives the library a first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..language.bilingual import Bilingual
from .library import Library
from .provenance import how_many_real
from .story import Story
from .vocabulary import Tag

#: What stands at the side of a table; settings stand at its head.
Side = Literal["principle", "law"]
SIDES: tuple[Side, ...] = ("principle", "law")


@dataclass(frozen=True)
class Cell:
    """The stories of one principle or topic in one setting."""

    real: int
    """Accounts that happened as told."""
    invented: int
    """Stories that were invented, in whole or in part."""

    @property
    def empty(self) -> bool:
        """Does it hold no story at all?"""
        return not self.real + self.invented


@dataclass(frozen=True)
class Row:
    """One principle or topic, with a cell for each setting in their order."""

    id: str
    label: Bilingual
    cells: tuple[Cell, ...]
    whole: Cell
    """Its stories, each counted once, whatever its settings."""


@dataclass(frozen=True)
class Coverage:
    """A table of them."""

    settings: tuple[Tag, ...]
    rows: tuple[Row, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, row by row."""
        return tuple(cell for row in self.rows for cell in row.cells)


def coverage(library: Library, side: Side) -> Coverage:
    """The table with principles or topics of the law at its side."""
    settings = library.vocabulary.facet("setting").tags
    if side == "principle":
        named = [(tag.id, tag.label) for tag in library.vocabulary.facet("principle").tags]
        found: Callable[[str], tuple[Story, ...]] = library.stories_tagged
    else:
        named = [(topic.id, topic.name) for topic in library.read_across.topics]
        found = library.stories_on
    rows = (
        Row(
            id=name,
            label=label,
            cells=tuple(_count(s for s in found(name) if setting.id in s.tag_ids) for setting in settings),
            whole=_count(found(name)),
        )
        for name, label in named
    )
    return Coverage(settings, tuple(rows))


def _count(stories: Iterable[Story]) -> Cell:
    some = tuple(stories)
    real = how_many_real(some)
    return Cell(real, len(some) - real)


@dataclass(frozen=True)
class DateAhead:
    """A day by which something must be done about the consent to some stories."""

    day: date
    review: tuple[Story, ...]
    """Stories whose consent must be looked at again by then."""
    ends: tuple[Story, ...]
    """Stories that may be published until then and no longer."""


def dates_ahead(library: Library) -> tuple[DateAhead, ...]:
    """Every such day, the first one first. No day is compared with today: a build of any day says the same."""
    review, ends = defaultdict[date, list[Story]](list), defaultdict[date, list[Story]](list)
    for story in library.stories.values():
        consent = story.facts.consent
        review[consent.review_by].append(story)
        if consent.expires:
            ends[consent.expires].append(story)
    return tuple(
        DateAhead(day, tuple(review.get(day, ())), tuple(ends.get(day, ()))) for day in sorted({*review, *ends})
    )
