"""Accounts from Welsh sources are told first in Welsh, and the finder and their pages say so."""

from __future__ import annotations

import html

from whatmatters.site.finder_facets import stories_in_order, story_facets

SAYS = {"stories": "The source is in Welsh.", "cy/stories": "Yn Gymraeg y mae'r ffynhonnell."}
BOOKLETS = "are no stories of the DEEP booklets"


def test_the_finder_knows_them(real):
    """“First written in Welsh” holds every account whose source is in Welsh."""
    value = next(v for facet in story_facets(real, "cy") for v in facet.values if v.id == "first" and facet.id == "welsh")
    stories = stories_in_order(real, "cy")
    found = {stories[n].id for n in value.items}
    assert {"one-day-a-week", "when-the-letter-comes"} <= found
    assert found == {story.id for story in stories if story.facts.source.language == "cy"}


def test_the_page_says_so(library_site):
    """In both languages, of such an account alone; and that no published account is a story of the booklets."""
    for prefix, says in SAYS.items():
        for story, first in (("one-day-a-week", True), ("overheard", False)):
            page = (library_site / prefix / "magic-moments" / story / "index.html").read_text(encoding="utf-8")
            assert (says in html.unescape(page)) is first
    assert BOOKLETS in (library_site / "stories/magic-moments/overheard/index.html").read_text(encoding="utf-8")
    assert BOOKLETS not in (library_site / "stories/magic-moments/mays-bath-time/index.html").read_text(encoding="utf-8")
