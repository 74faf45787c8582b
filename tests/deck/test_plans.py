"""Plans side by side: one row a step, however the plans differ."""

from __future__ import annotations

import pytest

from whatmatters.deck.plans import side_by_side, usual_of
from whatmatters.library.session import ORDER


def test_every_step_of_every_plan_has_its_minutes(real):
    """In the order of a session; what a plan leaves out has none there."""
    agendas = real.session.agendas
    rows = side_by_side([agenda.steps for agenda in agendas], usual_of(agendas))
    assert [row.step.shows for row in rows] == [shows for shows in ORDER if shows in {row.step.shows for row in rows}]
    for n, agenda in enumerate(agendas):
        assert sum(row.minutes[n] or 0 for row in rows) == agenda.minutes
        assert [row.step.shows for row in rows if row.minutes[n]] == list(agenda.shown)


def test_words_are_those_of_the_usual_plan_where_it_has_the_step(real):
    """Where it has not, those of the first plan that does."""
    agendas = real.session.agendas
    usual = agendas[usual_of(agendas)]
    for row in side_by_side([agenda.steps for agenda in agendas], usual_of(agendas)):
        assert row.usual == (row.step in usual.steps)
        if not row.usual:
            assert row.step == next(s for a in agendas for s in a.steps if s.shows == row.step.shows)


@pytest.mark.parametrize(("minutes", "usual"), [((15, 30, 60), 30), ((60, 30), 30), ((15, 60), 15), ((60,), 60)])
def test_the_usual_plan_is_that_of_thirty_minutes_or_the_nearest(real, minutes, usual):
    by = {agenda.minutes: agenda for agenda in real.session.agendas}
    assert minutes[usual_of([by[n] for n in minutes])] == usual
