"""Pieces of hand-written pages that are made from data alone: glossary, journey, frequency card, state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..check.level import level_problems
from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from ..library.dates import in_words
from ..library.due import PATH, Due, by_month, calendar_name, due
from ..library.library import Library
from ..library.page import page_path
from ..messages.problem import Problem
from .address import link, url_of
from .needs import Need, story_needs, totals
from .readings import readings
from .views import Href
from .winding_way import Way, in_rows, straight_down

#: How many steps of the journey stand in a row where there is room.
STEPS_A_ROW = 5
GROUPS = ("law", "practice", "people-and-bodies", "sessions")


def glossary_groups(library: Library, lang: Lang) -> list[tuple[str, str, list[Any]]]:
    """The words of each group, in the alphabet of the page's language."""
    return [
        (
            group,
            library.interface(f"glossary-group-{group}", lang),
            sorted((w for w in library.glossary if w.group == group), key=lambda w: sort_key(getattr(w, lang), lang)),
        )
        for group in GROUPS
    ]


def journey_steps(library: Library, lang: Lang, href: Href) -> list[dict[str, Any]]:
    """The steps of the journey with links to the law behind them."""
    topics = library.read_across.topic
    return [
        {
            "id": step.id,
            "name": step.name[lang],
            "happens": step.happens[lang],
            "provider": step.provider[lang],
            "limit": step.limit[lang] if step.limit else None,
            "topics": [(topics[t].name[lang], href(topics[t].path)) for t in step.law],
        }
        for step in library.journey
    ]


def journey_ways(library: Library, lang: Lang) -> list[tuple[str, Way]]:
    """The drawing of the journey in its two forms, by the names that styles know them by."""
    names = [step.name[lang] for step in library.journey]
    return [("rows", in_rows(names, STEPS_A_ROW)), ("down", straight_down(names))]


def state(library: Library, advice: Sequence[Problem], lang: Lang, href: Href) -> dict[str, Any]:
    """What is level, what awaits a fluent reader, what each story needs, and which reviews come next.

    `advice` is that of the check, which alone compares dates with today.
    """
    ui, stories = library.interface, library.by_title(tuple(library.stories.values()), lang)
    questions = sum(len(c.questions) for bank in library.banks.values() for c in bank.categories)
    counts = {
        "stories": len(stories),
        "pages": len(library.pages),
        "questions": questions,
        "topics": len(library.read_across.topics),
        "packs": len(library.recipes),
    }
    needs = story_needs(library, advice, lang)
    law_review = in_words(library.read_across.review_by, ui, lang)
    return {
        # One number serves both columns: a library in which they differed would not have been built.
        "counts": [(ui(f"state-{name}", lang), n, n) for name, n in counts.items()],
        "ahead": _ahead(library, lang, href),
        "readings": readings(library, lang, href),
        "totals": [(need.said(library, lang), n) for need, n in totals(needs)],
        "needs": [
            (
                one.story.texts[lang].title,
                href(one.story.path),
                [_need(library, need, n, lang) for need, n in one.needs],
                in_words(one.story.facts.consent.review_by, ui, lang),
            )
            for one in needs
        ],
        "due": [
            (_month(library, month, len(some), lang), [_due(library, one, lang, href) for one in some])
            for month, some in by_month(due(library, lang))
        ],
        "calendar": link(url_of(PATH, lang), PATH + calendar_name(lang)),
        "adding": href("about/add-a-story/"),
        "reviews": [(ui("state-law-review", lang), href("legislation/"), law_review)],
    }


def _month(library: Library, month: date, n: int, lang: Lang) -> str:
    ui = library.interface
    return ui("state-due-month", lang, month=ui(f"month-{month.month}", lang), year=month.year, n=n)


def _due(library: Library, one: Due, lang: Lang, href: Href) -> tuple[str, str, str, str]:
    ui, title = library.interface, one.story.texts[lang].title
    said = ui(f"state-due-{one.what}", lang, title=title)
    return one.day.isoformat(), said, href(one.story.path), in_words(one.day, ui, lang)


def _need(library: Library, need: Need, n: int, lang: Lang) -> str:
    said = need.said(library, lang)
    return said if n == 1 else library.interface("state-times", lang, need=said, n=n)


def _ahead(library: Library, lang: Lang, href: Href) -> list[tuple[str, str]]:
    """Pages and stories of which one language changed since both were last brought level."""
    found: dict[str, tuple[str, str]] = {}
    for problem in level_problems(library):
        story = next((s for s in library.stories.values() if problem.path.startswith(f"{s.folder}/")), None)
        page = (
            library.pages.get(page_path(problem.path.split("/", 2)[-1])) if problem.path.startswith("docs/") else None
        )
        if story is not None:
            found[story.path] = (story.texts[lang].title, href(story.path))
        elif page is not None:
            found[page.path] = (page.title[lang], href(page.path))
    return list(found.values())
