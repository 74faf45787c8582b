"""The 2017 Regulations by number: what each one asks, of whom, how soon, and whether breaking it is an offence."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from ..language.bilingual import Bilingual, Frozen
from .law import Who

#: `33`, and `49A` of those that were put in later.
NUMBER = r"^[1-9]\d?[A-Z]?$"

Services = Literal[
    "all", "accommodation", "domiciliary", "care-home", "children", "family-centre", "secure", "new-premises"
]
"""Which services a regulation speaks of. accommodation: all but domiciliary support. children: homes for children and
secure accommodation. new-premises: the new, converted, extended or reopened buildings that regulation 49 names."""


class Offences(Frozen):
    """Paragraphs that regulations 85 and 86 list; both empty where they name none."""

    straight: tuple[str, ...] = ()
    """Breaking these is an offence by itself."""
    if_harm: tuple[str, ...] = ()
    """Breaking these is one only with avoidable harm, a significant risk of it, or loss from theft or misuse."""
    note: Bilingual | None = None
    """What else must be known: that keeping the policy is a duty of regulation 12(1), say."""


class Regulation(Frozen):
    """One regulation. Regulations that ask nothing (scope, definitions) bind nobody and have no offences."""

    number: str = Field(pattern=NUMBER)
    part: int = Field(ge=1, le=23)
    heading: Bilingual
    """The official heading, in the official words of each language."""
    binds: tuple[Who, ...] = ()
    binds_note: Bilingual | None = None
    """Who else, or under what condition."""
    services: Services
    services_note: Bilingual | None = None
    """Which paragraphs speak of fewer services."""
    line: Bilingual
    """What it says, in one plain line of our own."""
    limit: Bilingual | None = None
    """How often or how soon, where the regulation says so."""
    offences: Offences | None = None
    """None where there is no duty to break."""
    amended: tuple[str, ...] = ()
    """Instruments that changed it, by year and number: `2022/1074`."""
    certainty: Literal["A", "part"] = "A"
    """A: the whole regulation was read. part: some of it."""
    unconfirmed: Bilingual | None = None

    @property
    def anchor(self) -> str:
        """Its place on the page of all regulations: `reg-58`, `reg-49A`."""
        return f"reg-{self.number}"


class Part(Frozen):
    """A Part of the Regulations, and what it is about in words of our own (not its official heading)."""

    number: int = Field(ge=1, le=23)
    about: Bilingual


class Amendment(Frozen):
    """An instrument that changed the Regulations, and the day on which it did."""

    id: str = Field(pattern=r"^\d{4}/\d+$")
    in_force: date


class Regulations(Frozen):
    """All of `docs/data/regulations.yml`, in the order of the Regulations."""

    checked: date
    parts: tuple[Part, ...]
    amendments: tuple[Amendment, ...] = ()
    regulations: tuple[Regulation, ...]

    @cached_property
    def by_number(self) -> dict[str, Regulation]:
        """Every regulation by its number: `58`, `49A`."""
        return {r.number: r for r in self.regulations}
