"""The address that a story had in another collection leads to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import mini_library

from whatmatters.language.bilingual import LANGUAGES, Lang
from whatmatters.site.moved_pages import moved_pages
from whatmatters.site.render import renderer


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_former_address_leads_to_the_story(lang: Lang) -> None:
    """In both languages; no list, no search and no search engine knows the page."""
    library = mini_library()
    story = library.stories["the-blue-cup"]
    moved = story.model_copy(update={"facts": story.facts.model_copy(update={"formerly": ("found",)})})
    page, own = moved_pages(replace(library, stories={**library.stories, story.id: moved}), renderer(library.interface), lang)
    html = page.html
    assert (own.path, own.listed, own.hidden) == ("packs/build/", False, True)
    assert "sessions/mine/" in own.html
    assert (page.path, page.listed, page.hidden) == ("stories/found/the-blue-cup/", False, True)
    assert "magic-moments/the-blue-cup/" in html
    assert story.texts[lang].title in html
