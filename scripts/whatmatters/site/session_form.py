"""What the form of a session offers and has chosen at first, wherever it stands: on a story's page, on Prepare a session."""

from __future__ import annotations

from dataclasses import dataclass

from ..library.library import Library

#: What is chosen at first: the middle one of the lengths that most teams have, and a team that talks round one table.
MINUTES, PEOPLE = 30, 8


@dataclass(frozen=True)
class SessionForm:
    """The fields of a session."""

    lengths: tuple[int, ...]
    """Minutes, shortest first, of the sessions that there is a plan for."""
    minutes: int
    people: int


def session_form(library: Library) -> SessionForm:
    """The fields for the sessions that the library has plans for."""
    lengths = tuple(sorted(agenda.minutes for agenda in library.session.agendas))
    return SessionForm(lengths, min(lengths, key=lambda n: abs(n - MINUTES)), PEOPLE)
