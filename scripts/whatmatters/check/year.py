"""Rules for `docs/data/year.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from .doubt import doubt_problems

FILE = "docs/data/year.yml"


def year_problems(library: Library) -> Iterator[Problem]:
    """Ids taken twice, laws and topics that do not exist, and doubt that is not spelt out.

    Regulations that do not exist are another rule's: see `regulations.py`.
    """
    laws, topics = library.read_across.law, library.read_across.topic
    seen: set[str] = set()
    for i, duty in enumerate(library.year.duties):
        line = library.line(FILE, "duties", i)
        if duty.id in seen:
            yield Problem(
                FILE,
                line,
                "L10",
                Message("the duty `{name}` stands here twice", name=duty.id),
                Message("keep one of them"),
            )
        seen.add(duty.id)
        for j, place in enumerate(duty.at):
            if place.law not in laws:
                yield Problem(
                    FILE,
                    library.line(FILE, "duties", i, "at", j),
                    "L03",
                    Message("there is no law `{name}`", name=place.law),
                    did_you_mean(place.law, laws, Message("docs/data/read-across.yml lists them under `laws`")),
                )
        for j, topic in enumerate(duty.topics):
            if topic not in topics:
                yield Problem(
                    FILE,
                    library.line(FILE, "duties", i, "topics", j),
                    "L01",
                    Message("there is no law topic `{name}`", name=topic),
                    did_you_mean(topic, topics, Message("docs/data/read-across.yml lists them")),
                )
        yield from doubt_problems(duty, duty.id, FILE, line)
