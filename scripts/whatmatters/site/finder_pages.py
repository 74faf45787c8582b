"""Pages that find: stories by tags and more, questions by bank and more.

Each value of a facet has the numbers of its items beside it, so that a script can find at once; rows come from script
files (`finder_data.py`). Without scripts the facets are links to the pages that list the same stories and questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..language.bilingual import Lang
from ..library.emblem import icon_name
from ..library.library import Library
from ..library.person import FORMS
from .finder_data import PIECE
from .finder_facets import FinderFacet, Value, question_facets, questions_in_order, stories_in_order, story_facets
from .item_numbers import mark, steps_in_letters
from .model import MadePage, StoryCard
from .render import Renderer
from .script_pages import script_page, script_words
from .standing import of_banks, of_stories
from .story_pages import href_from

STORIES, QUESTIONS = "stories/find/", "questions/find/"
#: The drawing that takes the fewest letters, where a script puts another in its place.
_SMALLEST = "minus"


def blank_card(library: Library) -> StoryCard:
    """The one card of which a script fills copies, so that a card looks the same wherever it stands."""
    theme = library.vocabulary.facet("theme").tags[0].model_copy(update={"icon": icon_name(_SMALLEST)})
    nothing = {"id": "", "title": "", "summary": "", "href": "", "kind": ""}
    # What the script fills or takes away must be there: two drawings, a setting, a label.
    return StoryCard(**nothing, minutes=1, theme=theme, emblem=_SMALLEST, settings=("",), label=" ")


def numbered_stories(library: Library, lang: Lang) -> dict[str, Any]:
    """What a page says of the stories as the finder numbers them: how many, their mark, how many come in a piece."""
    ids = [story.id for story in stories_in_order(library, lang)]
    return {"size": len(ids), "mark": mark(ids), "piece": PIECE}


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
        **numbered_stories(library, lang),
    )
    asked = questions_in_order(library)
    yield _page(
        library,
        render,
        lang,
        QUESTIONS,
        "find-questions",
        facets=question_facets,
        texts=("person-words", *of_banks(library)),
        size=len(asked),
        mark=mark(f"{a.bank.id}/{a.question.id}" for a in asked),
        # Which banks they stand in, and how many in each: their words come with the banks that are in sight.
        banks=[[b.id, sum(len(c.questions) for c in b.categories)] for b in library.banks.values()],
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

        def line(value: Value) -> tuple[Value, str | None, str]:
            return value, href(value.path) if value.path else None, steps_in_letters(value.items)

        return {"facets": [(f, [line(v) for v in f.values]) for f in facets(library, lang)], **context}

    return script_page(library, render, lang, path, name, "page", words, texts, whole)
