"""Pages of the law: one for each topic of the read-across, with the stories, packs and pages that it is joined to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..language.bilingual import Lang
from ..library.certainty import certainty, duty_alone
from ..library.checks import is_draft
from ..library.dates import in_words
from ..library.law import Topic
from ..library.law_wording import amount
from ..library.library import Library
from .joined import joined_lists
from .model import MadePage
from .render import Renderer
from .story_pages import href_from, tag_path
from .views import Href, place_text, provision_href, provisions, story_cards


def law_pages(library: Library, render: Renderer, lang: Lang, today: date) -> Iterator[MadePage]:
    """A page for every topic, in one language; after its review date a page says that it is overdue."""
    for topic in library.read_across.topics:
        yield _law(library, render, lang, topic, today)


def _law(library: Library, render: Renderer, lang: Lang, topic: Topic, today: date) -> MadePage:
    ui, sure = library.interface, certainty(library.interface, library.read_across, topic, lang)

    def html() -> str:
        href = href_from(topic.path, lang)
        return render(
            "law.html",
            lang,
            topic.path,
            topic=topic,
            asks=[(ui(f"who-{a.who}", lang), a.what[lang]) for a in topic.asks],
            limits=limits(library, topic, lang),
            provisions=provisions(library, topic, lang),
            stories=story_cards(library, library.stories_on(topic.id), lang, href),
            packs=[(r.title[lang], href(r.path)) for r in library.recipes.values() if topic.id in r.law],
            principles=_principles(library, topic, lang, href),
            sure=sure,
            joined=joined_lists(library, topic.principles, [topic.id], lang, href, ("questions", "tools")),
            review_by=in_words(library.read_across.review_by, library.interface, lang),
            overdue=library.read_across.review_by < today,
        )

    return MadePage(
        path=topic.path,
        lang=lang,
        title=topic.name[lang],
        description=duty_alone(topic.duty[lang], sure),
        draft=is_draft(library, lang, f"law/{topic.id}"),
        kind="law",
        make=html,
        crumbs=((ui("nav-law", lang), "legislation/"),),
    )


def _principles(library: Library, topic: Topic, lang: Lang, href: Href) -> list[tuple[str, str]]:
    """Principles that a topic belongs to: their page where one is written, their tag where not."""
    pages = {p.principle: p.path for p in library.pages.values() if p.principle}
    return [
        (library.vocabulary.tags[i].label[lang], href(pages.get(i, tag_path(i))))
        for i in topic.principles
        if i in pages or library.stories_tagged(i)
    ]


def limits(library: Library, topic: Topic, lang: Lang) -> list[dict[str, Any]]:
    """The numbers of a topic: how often or how soon, of what, under which provision."""
    return [
        {
            "number": amount(library.interface, x, lang),
            "of": x.of[lang],
            "at": place_text(library, x.at, lang),
            "href": provision_href(library, x.at, lang),
            "note": x.note[lang] if x.note else None,
        }
        for x in topic.limits
    ]


def frequency_rows(library: Library, lang: Lang, href: Href) -> list[dict[str, Any]]:
    """The frequency card: the numbers that are most often wrong, each with how sure we are of its topic."""
    data = library.read_across
    return [
        {
            "number": amount(library.interface, x, lang),
            "of": x.of[lang],
            "at": place_text(library, x.at, lang),
            "href": href(data.topic[x.topic].path),
            "note": x.note[lang] if x.note else None,
            "sure": certainty(library.interface, data, data.topic[x.topic], lang),
        }
        for x in data.frequency_card
    ]
