"""What stands beside a page: its neighbours of the other kinds, as lists with links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..language.bilingual import Lang
from ..library.certainty import certainty
from ..library.joins import neighbours
from ..library.library import Library
from .views import Href

#: A list longer than this no longer helps to choose; tag pages and section pages have all.
#: Only the topics that a page names itself all stand there, the rest of them folded away.
SHOWN = 6


@dataclass(frozen=True)
class JoinedPage:
    """One neighbour."""

    title: str
    summary: str
    href: str
    item: str | None = None
    """What a reader's own pack calls it, if it can be put there."""
    note: str | None = None
    """What must not be left out beside the summary: how sure we are of a topic of the law."""


@dataclass(frozen=True)
class JoinedList:
    """The neighbours of one kind."""

    kind: str
    """story, principle, law, question or tool."""
    heading: str
    pages: tuple[JoinedPage, ...]
    more: tuple[JoinedPage, ...] = ()
    """What the page names itself beyond that, so that every way there leads back."""


#: The fields of Neighbours, and the kind of page each holds.
KINDS = {"principles": "principle", "law": "law", "questions": "question", "tools": "tool", "stories": "story"}


def joined_lists(
    library: Library, principles: Iterable[str], law: Iterable[str], lang: Lang, href: Href, show: Iterable[str]
) -> list[JoinedList]:
    """Lists of the kinds in `show` (fields of Neighbours) that are not empty."""
    own = tuple(law)
    found = neighbours(library, principles, own)
    lists = []
    for name in show:
        last = max(SHOWN, len(own)) if name == "law" else SHOWN  # A page's own topics come first in `found.law`.
        pages = tuple(_page(library, name, i, lang, href) for i in getattr(found, name)[:last])
        if pages:
            heading = library.interface(f"joins-{name}", lang)
            lists.append(JoinedList(KINDS[name], heading, pages[:SHOWN], pages[SHOWN:]))
    return lists


def _page(library: Library, name: str, page_id: str, lang: Lang, href: Href) -> JoinedPage:
    if name == "stories":
        story = library.stories[page_id]
        return JoinedPage(story.texts[lang].title, story.texts[lang].summary, href(story.path), f"story:{page_id}")
    if name == "law":
        topic = library.read_across.topic[page_id]
        sure = certainty(library.interface, library.read_across, topic, lang)
        return JoinedPage(topic.name[lang], topic.duty[lang], href(topic.path), note=sure.short)
    page = library.pages[page_id]
    return JoinedPage(page.title[lang], page.summary[lang], href(page.path))
