"""Rules for `docs/data/read-across.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from .doubt import doubt_problems

FILE = "docs/data/read-across.yml"


def read_across_problems(library: Library, today: date) -> Iterator[Problem]:
    """Ids taken twice or leading nowhere, and a review that is overdue."""
    data = library.read_across
    seen: set[str] = set()
    for i, topic in enumerate(data.topics):
        line = library.line(FILE, "topics", i)
        if topic.id in seen:
            yield Problem(
                FILE,
                line,
                "L02",
                Message("the topic `{name}` stands here twice", name=topic.id),
                Message("keep one of them"),
            )
        seen.add(topic.id)
        for j, place in enumerate(topic.provisions):
            if place.law not in data.law:
                yield Problem(
                    FILE,
                    library.line(FILE, "topics", i, "provisions", j),
                    "L03",
                    Message("there is no law `{name}`", name=place.law),
                    did_you_mean(place.law, data.law, Message("add it under `laws`")),
                )
        for j, limit in enumerate(topic.limits):
            if limit.at.law not in data.law:
                yield Problem(
                    FILE,
                    library.line(FILE, "topics", i, "limits", j),
                    "L03",
                    Message("there is no law `{name}`", name=limit.at.law),
                    did_you_mean(limit.at.law, data.law, Message("add it under `laws`")),
                )
        for j, principle in enumerate(topic.principles):
            if principle not in library.vocabulary.tags:
                yield Problem(
                    FILE,
                    library.line(FILE, "topics", i, "principles", j),
                    "V01",
                    Message("there is no tag `{name}`", name=principle),
                    did_you_mean(principle, library.vocabulary.tags, Message("stories/tags.yml lists them")),
                )
        yield from doubt_problems(topic, topic.id, FILE, line)
    for i, limit in enumerate(data.frequency_card):
        if limit.topic not in data.topic:
            yield Problem(
                FILE,
                library.line(FILE, "frequency_card", i),
                "L01",
                Message("there is no law topic `{name}`", name=limit.topic),
                did_you_mean(limit.topic, data.topic, Message("use the id of a topic above")),
            )
    if data.review_by < today:
        yield Problem(
            FILE,
            library.line(FILE, "review_by"),
            "D02",
            Message("the law was to be checked again by {day}", day=data.review_by),
            Message("read the provisions again, then write the new dates"),
            advice=True,
        )
