"""What a session is made of, whatever its stories: ground rules, agendas, roles, sheets."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field, model_validator

from ..language.bilingual import Bilingual, Frozen, Lang
from ..messages.message import Message

#: What a step is about. The order is that of a session: nobody comes to the ending before the group has talked.
Shows = Literal["welcome", "story", "at-pause", "hear", "ending", "afterwards", "record", "close"]
ORDER: tuple[Shows, ...] = get_args(Shows)
#: The steps that no plan is without.
NEEDED: tuple[Shows, ...] = ("story", "at-pause", "ending")

ENDING = ORDER.index("ending")

#: What people are given: the story with what is asked at its pause, the ending with what is asked afterwards,
#: the group's record sheet, and each one's slips.
HandsOut = Literal["card-1", "card-2", "record", "slips"]


class Step(Frozen):
    """One step of an agenda."""

    minutes: int = Field(ge=1)
    shows: Shows
    hands_out: tuple[HandsOut, ...] = ()
    """What people are given as it begins."""
    title: Bilingual
    text: Bilingual
    """What the leader says or does."""


class Agenda(Frozen):
    """A plan for a session of a given length; its steps fill it exactly."""

    minutes: int
    questions: int | None = Field(default=None, ge=1)
    """How many of a story's questions are asked at the pause, and how many afterwards; None for all of them."""
    steps: tuple[Step, ...]

    @property
    def shown(self) -> tuple[Shows, ...]:
        """What its steps are about, in turn."""
        return tuple(step.shows for step in self.steps)

    @model_validator(mode="after")
    def _steps_fill_it(self) -> Agenda:
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            raise ValueError(
                Message("its steps take {total} minutes, not {minutes}", total=total, minutes=self.minutes)
            )
        return self

    @model_validator(mode="after")
    def _steps_keep_the_order(self) -> Agenda:
        places = [ORDER.index(shown) for shown in self.shown]
        if places != sorted(set(places)):
            raise ValueError(
                Message(
                    "its steps show {shown}; each may come once, in this order: {order}", shown=self.shown, order=ORDER
                )
            )
        if missing := tuple(shown for shown in NEEDED if shown not in self.shown):
            raise ValueError(Message("no step of it shows {missing}", missing=missing))
        return self

    @model_validator(mode="after")
    def _endings_wait(self) -> Agenda:
        early = [step for step in self.steps if "card-2" in step.hands_out and ORDER.index(step.shows) < ENDING]
        if early:
            raise ValueError(
                Message("`card-2` is handed out with {shown}: it holds the ending, which waits", shown=early[0].shows)
            )
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

    def confidential(self, lang: Lang) -> tuple[str, ...]:
        """The note on confidentiality as its sentences; it is kept as a Markdown list."""
        lines = self.confidentiality[lang].splitlines()
        return tuple(line.strip().removeprefix("- ") for line in lines if line.strip())
