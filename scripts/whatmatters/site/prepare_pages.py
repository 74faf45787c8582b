"""Preparing a session: the page that offers stories that fit, and a reader's own sessions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from ..library.library import Library
from ..library.story import Story
from ..library.vocabulary import Tag
from .finder_facets import stories_in_order, story_facets
from .finder_form import known_first
from .finder_pages import blank_card, numbered_stories
from .item_numbers import steps_in_letters
from .model import MadePage
from .render import Renderer
from .script_pages import script_page, script_words
from .session_form import session_form
from .session_pages import session_path
from .standing import of_stories
from .story_pages import href_from

PREPARE, MINE = "sessions/", "sessions/mine/"
#: Wordings of other pages that the script of the first one says too.
_MINUTES = ("page-minutes-one", "page-minutes-two", "page-minutes-many")
_MONTHS = tuple(f"month-{n}" for n in range(1, 13))


def prepare_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """The pages in one language."""
    yield _prepare(library, render, lang)
    yield _mine(library, render, lang)


def _prepare(library: Library, render: Renderer, lang: Lang) -> MadePage:
    ui = library.interface
    words = script_words(library, lang, "prepare-js-") | {"use": ui("use-go", lang)}
    words |= {name.removeprefix("page-"): ui(name, lang) for name in _MINUTES} | {n: ui(n, lang) for n in _MONTHS}

    def context() -> dict[str, Any]:
        form, stories = session_form(library), stories_in_order(library, lang)
        having = {f.id: {v.id: steps_in_letters(v.items) for v in f.values} for f in story_facets(library, lang)}
        return {
            "session": form,
            "reading": json.dumps(form.reading),
            "facets": known_first(library, lang),
            "having": having,
            "minutes": json.dumps([story.texts[lang].minutes for story in stories], separators=(",", ":")),
            "by_theme": _by_theme(library, stories, lang),
            "blank": blank_card(library),
            **numbered_stories(library, lang),
        }

    texts = of_stories(library.stories.values())
    return script_page(library, render, lang, PREPARE, "prepare", "pack", words, texts, context)


def _by_theme(library: Library, stories: tuple[Story, ...], lang: Lang) -> list[tuple[Tag, list[tuple[str, str, int]]]]:
    """Themes with the stories that are mostly about each: titles, links to their sessions, numbers among `stories`."""
    href = href_from(PREPARE, lang)
    themes = sorted(library.vocabulary.facet("theme").tags, key=lambda tag: sort_key(tag.label[lang], lang))
    number = {story.id: n for n, story in enumerate(stories)}
    by_title = library.by_title(stories, lang)

    def about(theme: str) -> list[tuple[str, str, int]]:
        return [(s.texts[lang].title, href(session_path(s)), number[s.id]) for s in by_title if s.theme == theme]

    return [(tag, found) for tag in themes if (found := about(tag.id))]


def _mine(library: Library, render: Renderer, lang: Lang) -> MadePage:
    ui = library.interface
    words = script_words(library, lang, "mine-js-")
    words |= {f"use-{name}": ui(f"use-{name}", lang) for name in ("cards", "sheet", "screen", "word")}
    return script_page(
        library,
        render,
        lang,
        MINE,
        "mine",
        "pack",
        context=lambda: {"packs": _packs(library, lang), "session": session_form(library)},
        words=words,
        texts=tuple(f"packs/{recipe}" for recipe in library.recipes),
    )


def _packs(library: Library, lang: Lang) -> list[tuple[str, str]]:
    href = href_from(MINE, lang)
    recipes = sorted(library.recipes.values(), key=lambda r: sort_key(r.title[lang], lang))
    return [(r.title[lang], href(r.path)) for r in recipes]
