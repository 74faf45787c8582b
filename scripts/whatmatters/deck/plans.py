"""Plans side by side: which steps there are, and how long each takes in each plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ..library.session import ORDER, Agenda, Shows

#: Minutes of the plan that stands first where one must.
USUAL = 30


class Timed(Protocol):
    """A step of any kind."""

    @property
    def shows(self) -> Shows:
        """What it is about."""

    @property
    def minutes(self) -> int:
        """How long it takes."""


StepOf = TypeVar("StepOf", bound=Timed)


@dataclass(frozen=True)
class Row(Generic[StepOf]):
    """One step, in all the plans."""

    step: StepOf
    """As the usual plan has it, or else the first plan that does."""
    usual: bool
    """Does the usual plan have it?"""
    minutes: tuple[int | None, ...]
    """In each plan; None where a plan has no such step."""


def usual_of(agendas: Sequence[Agenda]) -> int:
    """Which of some plans is the usual one: that of 30 minutes, or the one nearest to it."""
    return min(range(len(agendas)), key=lambda n: abs(agendas[n].minutes - USUAL))


def side_by_side(plans: Sequence[Sequence[StepOf]], usual: int) -> tuple[Row[StepOf], ...]:
    """The steps of some plans in the order of a session, `usual` being the number of the usual plan."""
    found = [{step.shows: step for step in plan} for plan in plans]
    order = [found[usual], *found]
    return tuple(
        Row(
            next(plan[shows] for plan in order if shows in plan),
            shows in found[usual],
            tuple(plan[shows].minutes if shows in plan else None for plan in found),
        )
        for shows in ORDER
        if any(shows in plan for plan in found)
    )
