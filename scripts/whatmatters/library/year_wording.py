"""The duties of a role in words, as the page, the sheet and the calendar all have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .languages import Lang
from .law import Place
from .law_numbers import REGULATIONS
from .law_wording import named_part
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
    label = library.interface("law-unconfirmed", lang)
    return DutyInWords(
        id=duty.id,
        what=part.what[lang] if part else duty.what[lang],
        duty=duty.what[lang] if part else None,
        when=duty.when[lang],
        unconfirmed=f"{label}: {duty.unconfirmed[lang]}" if duty.unconfirmed else None,
        where=where_in_words(library, duty.at, lang),
        evidence=duty.evidence[lang] if duty.evidence else None,
        topics=duty.topics,
        every=repeated.every,
        first=repeated.first,
    )


def where_in_words(library: Library, places: tuple[Place, ...], lang: Lang) -> str:
    """Provisions law by law: `regulations 60(4), 61; Schedule 3; section 10, the 2016 Act`."""
    return "; ".join(_where(library, places, lang))


def _where(library: Library, places: tuple[Place, ...], lang: Lang) -> Iterator[str]:
    words = library.interface
    for law_id in dict.fromkeys(p.law for p in places):
        law = library.read_across.law[law_id]
        numbers = [p.provision for p in places if p.law == law_id and p.provision]
        plain = [n for n in numbers if n[0].isdigit()]
        said = [named_part(words, n, lang) or n for n in numbers if not n[0].isdigit()]
        if plain:
            word = words(f"packs-provision-{law.kind}-{'many' if len(plain) > 1 else 'one'}", lang)
            said.insert(0, f"{word} {', '.join(plain)}")
        if law_id != REGULATIONS:
            said.append(law.short[lang])
        yield ", ".join(said)
