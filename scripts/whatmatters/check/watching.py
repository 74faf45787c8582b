"""Rules for the guide to the training film and for what can be watched and read elsewhere: where their links lead."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean

FILM = "docs/data/training-film.yml"
RESOURCES = "docs/data/resources.yml"


def watching_problems(library: Library) -> Iterator[Problem]:
    """Pages, topics of the law and principles that do not exist; ids that stand twice."""
    yield from _chapters(library)
    seen: set[str] = set()
    for n, resource in enumerate(library.resources):
        yield from _taken(library, RESOURCES, resource.id, seen, (n, "id"))
        for i, tag in enumerate(resource.principles):
            if tag not in library.vocabulary.tags:
                mend = did_you_mean(tag, library.vocabulary.tags, Message("stories/tags.yml lists them"))
                line = library.line(RESOURCES, n, "principles", i)
                yield Problem(RESOURCES, line, "V01", Message("there is no tag `{name}`", name=tag), mend)


def _chapters(library: Library) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, part in enumerate(library.training_film):
        yield from _taken(library, FILM, part.id, seen, (n, "id"))
        for m, chapter in enumerate(part.scenes):
            at = (n, "scenes", m)
            yield from _taken(library, FILM, chapter.id, seen, (*at, "id"))
            for i, page in enumerate(chapter.pages):
                if f"{page}/" not in library.pages:
                    names = [path.rstrip("/") for path in library.pages]
                    mend = did_you_mean(page, names, Message("name a page of docs/en and docs/cy"))
                    line = library.line(FILM, *at, "pages", i)
                    yield Problem(FILM, line, "H03", Message("there is no page `{name}`", name=page), mend)
            for i, topic in enumerate(chapter.law):
                if topic not in library.read_across.topic:
                    mend = did_you_mean(
                        topic, library.read_across.topic, Message("docs/data/read-across.yml lists them")
                    )
                    line = library.line(FILM, *at, "law", i)
                    yield Problem(FILM, line, "L01", Message("there is no law topic `{name}`", name=topic), mend)


def _taken(library: Library, file: str, name: str, seen: set[str], loc: tuple[str | int, ...]) -> Iterator[Problem]:
    """An id is an anchor on the page, or a card of it: no other may have it."""
    if name in seen:
        what, mend = Message("`{value}` stands here twice", value=name), Message("give one of the two another id")
        yield Problem(file, library.line(file, *loc), "S02", what, mend)
    seen.add(name)
