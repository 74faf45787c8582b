"""How often a search goes to the server and back before its first result, and what it no longer asks for.

Files of the index are held back and let through all at once: what is asked for together is one way there and back,
on any machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from whatmatters.bench.first import OURS, WORDS

pytestmark = pytest.mark.browser

#: Milliseconds in which nothing more is asked for, and ways there and back until a first result: words, then all that they lead to.
QUIET, WAYS = 400, 2
LANGUAGES_AND_WORDS = [(lang, word) for lang, words in WORDS.items() for word in words]


class Held:
    """The files of the index that a page asks for, held back until they are let through."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names: list[str] = []
        self._routes: list[Route] = []
        page.route("**/search/*/*.js*", self._hold)

    def _hold(self, route: Route) -> None:
        name = PurePosixPath(urlsplit(route.request.url).path).stem
        if name == "head":  # It comes with the scripts.
            route.continue_()
            return
        self.names.append(name)
        self._routes.append(route)

    def let_through(self) -> int:
        """Wait until nothing more is asked for, and let all of it through; how many files that were."""
        count = -1
        while count != len(self._routes):
            count = len(self._routes)
            self.page.wait_for_timeout(QUIET)
        waiting, self._routes = self._routes, []
        for route in waiting:
            route.continue_()
        return count


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of its own, with nothing kept from another test."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, lang: str) -> Held:
    """The dialog of a page of the real library, its scripts there and nothing typed."""
    held = Held(page)
    page.goto(address + OURS.page.format(inside="cy/" if lang == "cy" else "", lang=lang))
    page.click(OURS.opener)
    page.wait_for_function("wmSearch.find && wmSearch.start && wmSearch.words")
    page.wait_for_timeout(QUIET)
    return held


@pytest.mark.parametrize(("lang", "word"), LANGUAGES_AND_WORDS)
def test_a_first_result_is_two_ways_away(page, library_served, lang, word):
    """Titles come with words; relatives, other words for the same and the likely first entry together."""
    held = opened(page, library_served, lang)
    page.fill(OURS.field, word)
    for way in range(1, WAYS + 1):
        assert held.let_through(), f"nothing was asked for on way {way}: {held.names}"
    page.wait_for_selector(OURS.result, timeout=20_000)


def test_a_search_that_is_typed_on_from_asks_for_nothing_more(page, library_served):
    """A beginning that is no word would be looked for as a slip, in rows of its own: not when it was a beginning only."""
    held = opened(page, library_served, "en")
    page.fill(OURS.field, "complqint")
    page.wait_for_timeout(QUIET)
    page.fill(OURS.field, "complaint")
    while held.let_through():
        pass
    page.wait_for_selector(OURS.result, timeout=20_000)
    assert not [name for name in held.names if name[0] in "fr"], held.names


def test_what_is_shown_while_typing_is_counted_once_it_is_typed(page, library_served):
    """Somebody who types without a rest sees results on the way; how many there are is said of the whole word alone."""
    page.clock.install()
    opened(page, library_served, "en")
    page.unroute("**/search/*/*.js*")
    page.clock.pause_at(page.evaluate("Date.now()") + 60_000)
    status = page.locator("[data-wm-search-status]")
    shown: list[tuple[int, str]] = []
    for letter in "independence":
        page.keyboard.type(letter)
        page.clock.run_for(100)
        page.wait_for_timeout(QUIET)
        shown.append((page.locator(OURS.result).count(), status.inner_text()))
    # The first letter comes after a rest, and is told of; what is shown from then on is not, until there is another.
    first, *others = [told for _, told in shown]
    assert set(others) == {first, ""}, shown
    assert all(count for count, _ in shown), shown
    page.clock.run_for(200)
    page.wait_for_function("document.querySelector('[data-wm-search-status]').textContent", timeout=20_000)
    assert status.inner_text() != first
    assert page.locator(OURS.result).count()
