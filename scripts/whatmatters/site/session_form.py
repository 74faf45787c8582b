"""What the form of a session offers and has chosen at first, on a story's page and wherever else it stands."""

from __future__ import annotations

from dataclasses import dataclass

from ..deck.plans import usual_of
from ..library.library import Library

#: What is chosen at first beside the usual plan: a team that talks round one table.
PEOPLE = 8


@dataclass(frozen=True)
class SessionForm:
    """The fields of a session."""

    reading: dict[int, int]
    """By the minutes of each session that there is a plan for, shortest first: minutes for reading aloud."""
    minutes: int
    people: int

    @property
    def lengths(self) -> tuple[int, ...]:
        """Minutes of the sessions that there is a plan for."""
        return tuple(self.reading)


def session_form(library: Library) -> SessionForm:
    """The fields for the sessions that the library has plans for."""
    reading = {
        agenda.minutes: sum(step.minutes for step in agenda.steps if step.shows in ("story", "ending"))
        for agenda in sorted(library.session.agendas, key=lambda agenda: agenda.minutes)
    }
    agendas = library.session.agendas
    return SessionForm(reading, agendas[usual_of(agendas)].minutes, PEOPLE)
