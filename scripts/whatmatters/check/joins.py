"""Rules for what ties pages together: ids that exist, and pages that stand alone."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.joins import neighbours
from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean

FILE = "docs/data/joins.yml"
#: A principle, a sense or a setting should have this many stories, so that a team has a choice.
ENOUGH = 2
#: Kinds of neighbours, in the words of a message.
KINDS = {
    "stories": Message("stories"),
    "law": Message("law"),
    "questions": Message("questions"),
    "tools": Message("tools"),
}


def join_problems(library: Library) -> Iterator[Problem]:
    """Ids in the joins and the journey that lead nowhere; as advice, pages that lack a neighbour."""
    for path, join in library.joins.items():
        key = path.rstrip("/")
        if path not in library.pages:
            mend = did_you_mean(
                key, [p.rstrip("/") for p in library.pages], Message("name a page of docs/en and docs/cy")
            )
            yield Problem(FILE, library.line(FILE, key), "H03", Message("there is no page `{name}`", name=key), mend)
        for i, tag in enumerate(join.principles):
            if tag not in library.vocabulary.tags:
                mend = did_you_mean(tag, library.vocabulary.tags, Message("stories/tags.yml lists them"))
                yield Problem(
                    FILE,
                    library.line(FILE, key, "principles", i),
                    "V01",
                    Message("there is no tag `{name}`", name=tag),
                    mend,
                )
        for i, topic in enumerate(join.law):
            yield from _topic(library, FILE, topic, (key, "law", i))
    for n, step in enumerate(library.journey):
        for i, topic in enumerate(step.law):
            yield from _topic(library, "docs/data/journey.yml", topic, (n, "law", i))
    yield from _alone(library)


def _topic(library: Library, file: str, topic: str, loc: tuple[str | int, ...]) -> Iterator[Problem]:
    if topic not in library.read_across.topic:
        mend = did_you_mean(topic, library.read_across.topic, Message("docs/data/read-across.yml lists them"))
        yield Problem(
            file, library.line(file, *loc), "L01", Message("there is no law topic `{name}`", name=topic), mend
        )


def _alone(library: Library) -> Iterator[Problem]:
    for path, page in library.pages.items():
        if page.section in ("tools", "questions") and not page.is_index and path not in library.joins:
            yield Problem(
                FILE,
                1,
                "J01",
                Message("`{name}` belongs to no principle", name=path.rstrip("/")),
                Message("add a line `{name}: {{principles: [...]}}`", name=path.rstrip("/")),
                advice=True,
            )
        if page.principle:
            found = neighbours(library, [page.principle], [])
            lacks = [KINDS[kind] for kind in ("law", "questions", "tools") if not getattr(found, kind)]
            if len(found.stories) < ENOUGH:
                lacks.insert(0, KINDS["stories"])
            if lacks:
                yield Problem(
                    f"docs/en/{path.rstrip('/')}.md",
                    1,
                    "J01",
                    Message("this principle lacks {kinds}", kinds=tuple(lacks)),
                    Message("give more of them the id `{name}`", name=page.principle),
                    advice=True,
                )
    for i, topic in enumerate(library.read_across.topics):
        found = neighbours(library, topic.principles, [topic.id])
        lacks = [KINDS[kind] for kind in ("stories", "questions") if not getattr(found, kind)]
        if lacks:
            line = library.line("docs/data/read-across.yml", "topics", i)
            yield Problem(
                "docs/data/read-across.yml",
                line,
                "J01",
                Message("the topic `{name}` lacks {kinds}", name=topic.id, kinds=tuple(lacks)),
                Message("give some of them its id, or give it a principle"),
                advice=True,
            )
