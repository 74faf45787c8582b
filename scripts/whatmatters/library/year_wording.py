"""The duties of a role in words, as the page, the sheet and the calendar all have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..language.bilingual import Lang
from .certainty import not_confirmed
from .law import Place
from .law_numbers import REGULATIONS
from .law_wording import by_law
from .library import Library
from .year import Duty, Group, Interval, Role

ROLES: tuple[Role, ...] = ("responsible-individual", "service-provider", "manager")
GROUPS: tuple[Group, ...] = ("round", "event", "always")
#: Where the page of the year stands, with its sheets and calendars beside it.
PATH = "legislation/year/"


@dataclass(frozen=True)
class DutyInWords:
    """One duty of a role, in one language."""

    id: str
    what: str
    """For a manager: the part that usually reaches one, which is our advice."""
    duty: str | None
    """For a manager: the duty itself, which is the provider's."""
    when: str
    unconfirmed: str | None
    """With its label: `Not confirmed: how soon …`."""
    where: str
    """`regulations 80(2), 80(3)`; a law other than the 2017 Regulations is named."""
    evidence: str | None
    topics: tuple[str, ...]
    """Ids of topics of the law."""
    every: Interval | None
    first: date | None
    last_day: bool
    """Is the first day the last that the law allows, and no advice of ours?"""

    @property
    def is_advice(self) -> bool:
        """Is `what` our advice, and not law?"""
        return self.duty is not None


def duties_in_words(library: Library, role: Role, lang: Lang) -> list[tuple[Group, list[DutyInWords]]]:
    """The duties of a role, group by group; groups that are empty are left out."""
    duties = library.year.of(role)
    grouped = [(group, [_duty(library, d, role, lang) for d in duties if d.group == group]) for group in GROUPS]
    return [(group, found) for group, found in grouped if found]


def file_name(role: Role, lang: Lang, ending: str) -> str:
    """The name of a sheet (`pdf`) or calendar (`ics`) beside the page."""
    return f"year-{role}-{lang}.{ending}"


def _duty(library: Library, duty: Duty, role: Role, lang: Lang) -> DutyInWords:
    part = duty.manager if role == "manager" else None
    repeated = part or duty
    unconfirmed = not_confirmed(library.interface, duty.unconfirmed, lang)
    return DutyInWords(
        id=duty.id,
        what=part.what[lang] if part else duty.what[lang],
        duty=duty.what[lang] if part else None,
        when=duty.when[lang],
        unconfirmed=str(unconfirmed) if unconfirmed else None,
        where=where_in_words(library, duty.at, lang),
        evidence=duty.evidence[lang] if duty.evidence else None,
        topics=duty.topics,
        every=repeated.every,
        first=repeated.first,
        last_day=duty.last_day and part is None,
    )


def where_in_words(library: Library, places: tuple[Place, ...], lang: Lang) -> str:
    """Provisions law by law: `regulations 60(4), 61; Schedule 3; section 10, the 2016 Act`."""
    return "; ".join(
        ", ".join(said if law.id == REGULATIONS else [*said, law.short[lang]])
        for law, said in by_law(library.interface, library.read_across, places, lang)
    )
