"""What of a problem cannot be said in Welsh."""

from __future__ import annotations

from collections.abc import Iterator

from whatmatters.messages.catalogue import welsh
from whatmatters.messages.message import Message, quoted
from whatmatters.messages.problem import Problem

#: The template of a quotation from another program, whose words stay English.
QUOTATION = quoted("").template


def left_in_english(problem: Problem) -> list[str]:
    """Sentences of a problem, and sentences within them, that have no Welsh or are a quotation."""
    return [str(said) for part in (problem.message, problem.mend) for said in _within(part)
            if said.template == QUOTATION or welsh(said.template) is None]


def _within(value: object) -> Iterator[Message]:
    if isinstance(value, tuple):
        for one in value:
            yield from _within(one)
    elif isinstance(value, Message):
        yield value
        for one in value.values.values():
            yield from _within(one)
    else:
        assert not isinstance(value, Problem)
