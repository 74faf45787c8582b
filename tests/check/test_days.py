"""The law cannot have been checked on a day that is still to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.conftest import TODAY
from whatmatters.check.days import day_problems


@pytest.fixture(scope="module")
def library(real):
    return real


def test_days_that_are_past_are_fine(library):
    """The library's own, and a check that was made today."""
    assert list(day_problems(library, TODAY)) == []
    assert list(day_problems(with_day(library, "regulations", TODAY), TODAY)) == []


@pytest.mark.parametrize(("part", "file"), [("read_across", "read-across"), ("regulations", "regulations"), ("year", "year")])
def test_a_day_to_come_is_told_with_its_line(library, part, file):
    """In each of the three files of the law."""
    (problem,) = day_problems(with_day(library, part, TODAY + timedelta(1)), TODAY)
    assert (problem.code, problem.path) == ("L11", f"docs/data/{file}.yml")
    assert problem.line == library.line(problem.path, "checked")


def test_a_topic_has_a_day_of_its_own(library):
    """The line of the topic's own field is named."""
    topic = library.read_across.topics[3].model_copy(update={"checked": date(2031, 1, 1)})
    topics = (*library.read_across.topics[:3], topic, *library.read_across.topics[4:])
    changed = replace(library, read_across=library.read_across.model_copy(update={"topics": topics}))
    (problem,) = day_problems(changed, TODAY)
    assert problem.line == library.line("docs/data/read-across.yml", "topics", 3, "checked")


def with_day(library, part, day):
    """The library with another day at the head of one file."""
    return replace(library, **{part: getattr(library, part).model_copy(update={"checked": day})})
