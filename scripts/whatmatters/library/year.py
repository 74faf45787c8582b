"""The responsible individual's year: duties that come round again, and what is due when something happens."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from ..language.bilingual import Bilingual, Frozen
from ..messages.message import Message
from .law import Place
from .vocabulary import SLUG

Role = Literal["responsible-individual", "service-provider", "manager"]
Group = Literal["round", "event", "always"]
"""round: comes round again. event: when something happens. always: holds all the time."""


class Interval(Frozen):
    """How often something comes round."""

    value: int = Field(ge=1)
    unit: Literal["months", "years"]


class _Repeated(Frozen):
    """What a calendar can repeat: the interval, and the day on which it stands there first."""

    every: Interval | None = None
    first: date | None = None

    @model_validator(mode="after")
    def _both_or_neither(self) -> _Repeated:
        if (self.every is None) != (self.first is None):
            raise ValueError(Message("`every` needs its `first` day, and `first` needs its `every`"))
        return self


class ManagersPart(_Repeated):
    """Our advice on the part of a duty that usually reaches a manager; the law gives a manager no duty by name."""

    what: Bilingual


class Duty(_Repeated):
    """One duty of a provider or a responsible individual. Its interval is the law's; its first day mostly ours."""

    id: str = Field(pattern=SLUG)
    who: Literal["responsible-individual", "service-provider"]
    group: Group
    what: Bilingual
    when: Bilingual
    """How often or how soon, in the words of the law made plain."""
    last_day: bool = False
    """Is `first` the last day that the law allows? Then nobody is told to move it."""
    at: tuple[Place, ...] = Field(min_length=1)
    evidence: Bilingual | None = None
    """What shows that it was done: our advice, not law."""
    manager: ManagersPart | None = None
    topics: tuple[str, ...] = ()
    certainty: Literal["A", "B", "part"]
    unconfirmed: Bilingual | None = None


class Year(Frozen):
    """All of `docs/data/year.yml`."""

    checked: date
    duties: tuple[Duty, ...]

    def of(self, role: Role) -> tuple[Duty, ...]:
        """The duties of a role; a manager's are those in which a manager has a part."""
        if role == "manager":
            return tuple(d for d in self.duties if d.manager)
        return tuple(d for d in self.duties if d.who == role)
