"""What ties pages of different kinds together: ids of principles and of law topics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import RootModel

from ..language.bilingual import Frozen

if TYPE_CHECKING:
    from .library import Library


class Join(Frozen):
    """What a tool or a question bank belongs to."""

    principles: tuple[str, ...] = ()
    """Tag ids of the facet `principle`."""
    law: tuple[str, ...] = ()
    """Topics of the read-across."""


class Joins(RootModel[dict[str, Join]]):
    """All of `docs/data/joins.yml`, by page: `tools/culture-star`."""


@dataclass(frozen=True)
class Neighbours:
    """Pages of the other kinds that share an id with a page; each list in the order of the sources."""

    stories: tuple[str, ...]
    """Story ids."""
    principles: tuple[str, ...]
    """Addresses of principle pages."""
    law: tuple[str, ...]
    """Topic ids."""
    questions: tuple[str, ...]
    """Addresses of question banks."""
    tools: tuple[str, ...]
    """Addresses of tools."""


def neighbours(library: Library, principles: Iterable[str], law: Iterable[str]) -> Neighbours:
    """The pages that share one of these principles or one of these topics.

    What shares a topic comes before what shares only a principle, because a topic is the narrower of the two.
    """
    wanted, topics = set(principles), set(law)

    def joined(section: str) -> tuple[str, ...]:
        pages = {p: library.joins[p] for p in library.pages if p in library.joins and p.startswith(section)}
        by_law = [p for p, join in pages.items() if topics & set(join.law)]
        by_principle = [p for p, join in pages.items() if wanted & set(join.principles)]
        return tuple(dict.fromkeys(by_law + by_principle))

    on_law = {s.id for topic in topics for s in library.stories_on(topic)}
    tagged = {s.id for tag in wanted for s in library.stories_tagged(tag)} - on_law
    return Neighbours(
        stories=tuple([i for i in library.stories if i in on_law] + [i for i in library.stories if i in tagged]),
        principles=tuple(path for path, page in library.pages.items() if page.principle in wanted),
        law=tuple(
            dict.fromkeys(
                [t.id for t in library.read_across.topics if t.id in topics]
                + [t.id for t in library.read_across.topics if wanted & set(t.principles)]
            )
        ),
        questions=joined("questions/"),
        tools=joined("tools/"),
    )
