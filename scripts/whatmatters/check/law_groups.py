"""Rules for `docs/data/law-groups.yml`: every topic of the law stands in one group, and in one alone."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean

FILE = "docs/data/law-groups.yml"


def law_group_problems(library: Library) -> Iterator[Problem]:
    """Topics in no group, in two, or named by a group and not there."""
    if not library.law_groups:
        return  # The file could not be read, and has been told of.
    topics, found = library.read_across.topic, dict[str, str]()
    for i, group in enumerate(library.law_groups):
        for j, topic in enumerate(group.topics):
            line = library.line(FILE, i, "topics", j)
            if topic not in topics:
                yield Problem(
                    FILE,
                    line,
                    "L22",
                    Message(
                        "the group `{group}` names a law topic `{name}` that does not exist", group=group.id, name=topic
                    ),
                    did_you_mean(topic, topics, Message("docs/data/read-across.yml lists them")),
                )
            elif topic in found:
                yield Problem(
                    FILE,
                    line,
                    "L21",
                    Message("the topic `{name}` stands in the group `{group}` already", name=topic, group=found[topic]),
                    Message("keep it in one group"),
                )
            found.setdefault(topic, group.id)
    for i, known in enumerate(library.read_across.topics):
        if known.id not in found:
            yield Problem(
                "docs/data/read-across.yml",
                library.line("docs/data/read-across.yml", "topics", i),
                "L20",
                Message(
                    "the topic `{name}` stands in no group, so the page of all topics would leave it out", name=known.id
                ),
                Message("put it into a group of {file}", file=FILE),
            )
