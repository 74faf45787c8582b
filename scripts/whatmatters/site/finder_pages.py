"""Pages that find: stories by tags and more, questions by bank and more.

What they show comes from script files (`finder_data.py`); without scripts their facets are links to the pages
that list the same stories and questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..language.bilingual import Lang
from ..library.library import Library
from ..library.person import FORMS
from .finder_facets import FinderFacet, question_facets, story_facets
from .model import MadePage, StoryCard
from .render import Renderer
from .script_pages import script_page, script_words
from .standing import of_banks, of_stories
from .story_pages import href_from

STORIES, QUESTIONS = "stories/find/", "questions/find/"


def blank_card(library: Library) -> StoryCard:
    """The one card of which a script fills copies, so that a card looks the same wherever it stands."""
    theme = library.vocabulary.facet("theme").tags[0]
    nothing = {"id": "", "title": "", "summary": "", "href": "", "kind": ""}
    # What the script fills or takes away must be there: a picture, a setting, a label.
    return StoryCard(**nothing, minutes=1, theme=theme, emblem=" ", settings=("",), label=" ")


def finder_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """The two pages in one language."""
    yield _page(
        library,
        render,
        lang,
        STORIES,
        "find-stories",
        facets=story_facets,
        texts=of_stories(library.stories.values()),
        blank=blank_card(library),
        themes=library.vocabulary.facet("theme").tags,
    )
    yield _page(
        library,
        render,
        lang,
        QUESTIONS,
        "find-questions",
        facets=question_facets,
        texts=("person-words", *of_banks(library)),
        person=[(w.id, w.form("person", lang), {f: w.form(f, lang) for f in FORMS}) for w in library.person_words],
    )


def _page(
    library: Library,
    render: Renderer,
    lang: Lang,
    path: str,
    name: str,
    facets: Callable[[Library, Lang], tuple[FinderFacet, ...]],
    texts: tuple[str, ...],
    **context: Any,
) -> MadePage:
    words = script_words(library, lang, "find-js-") | script_words(library, lang, f"{name}-js-")
    words |= {f"minutes-{n}": library.interface(f"page-minutes-{n}", lang) for n in ("one", "two", "many")}

    def whole() -> dict[str, Any]:
        href = href_from(path, lang)
        linked = [(f, [(v, href(v.path) if v.path else None) for v in f.values]) for f in facets(library, lang)]
        return {"facets": linked, **context}

    return script_page(library, render, lang, path, name, "page", words, texts, whole)
