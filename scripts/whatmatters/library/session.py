"""What a session is made of, whatever its stories: ground rules, agendas, roles, sheets."""

from __future__ import annotations

from pydantic import Field, model_validator

from .languages import Bilingual, Frozen
from .said import Said


class Step(Frozen):
    """One step of an agenda."""

    minutes: int = Field(ge=1)
    title: Bilingual
    text: Bilingual


class Agenda(Frozen):
    """A plan for a session of a given length; its steps fill it exactly."""

    minutes: int
    steps: tuple[Step, ...]

    @model_validator(mode="after")
    def _steps_fill_it(self) -> Agenda:
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            raise ValueError(Said("its steps take {total} minutes, not {minutes}", total=total, minutes=self.minutes))
        return self


class Role(Frozen):
    """A job that one person of the group takes on."""

    name: Bilingual
    does: Bilingual


class Prompt(Frozen):
    """A heading with a line of help under it."""

    heading: Bilingual
    prompt: Bilingual


class Facilitation(Frozen):
    """All of `docs/data/facilitator.yml`."""

    people: Bilingual
    room: Bilingual
    materials: tuple[Bilingual, ...]
    before: tuple[Bilingual, ...]
    """What to do before people come."""
    follow_ups: tuple[Bilingual, ...]
    """Questions for when talk stalls, goes round in agreement, or turns into argument."""
    roles: tuple[Role, ...]
    record: tuple[Prompt, ...]
    """What? So what? Now what?"""
    slips: tuple[Prompt, ...]
    """Stop, start, continue."""
    log: tuple[Bilingual, ...]
    """What each person writes down afterwards, towards their continuing professional development."""


class Session(Frozen):
    """Everything a pack needs besides its own stories and questions."""

    ground_rules: tuple[Bilingual, ...]
    confidentiality: dict[str, str]
    """Language to plain text, from `docs/includes/<lang>/confidentiality.md`."""
    agendas: tuple[Agenda, ...]
    facilitation: Facilitation
