"""The tab that tests use one after the other: nothing of one is there for the next."""

from __future__ import annotations

import pytest

from tests.browser_fixtures import FIRST_VISIT, SharedTab

pytestmark = pytest.mark.browser


@pytest.fixture
def tab(chromium):
    tab = SharedTab(chromium)
    yield tab
    tab.begin().context.close()


def test_it_forgets_what_was_written_and_how_it_was_seen(tab, served):
    page = tab.begin()
    page.goto(served)
    page.evaluate("localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b')")
    page.set_viewport_size({"width": 320, "height": 600})
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate("[localStorage.a, sessionStorage.a]") == ["b", "b"]
    tab.end()
    assert tab.begin() is page
    page.goto(served)
    assert page.evaluate("[localStorage.a, sessionStorage.a]") == [None, None]
    seen = page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('print').matches]")
    assert seen == [FIRST_VISIT["viewport"]["width"], False, False]


@pytest.mark.parametrize("seen", [{"media": "print"}, {"color_scheme": "dark"}, {"reduced_motion": "reduce"}, {"forced_colors": "active"}])
def test_each_way_of_seeing_is_undone(tab, served, seen):
    page = tab.begin()
    page.goto(served)
    page.emulate_media(**seen)
    tab.end()
    page.goto(served)
    ways = ["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)", "(forced-colors: active)"]
    assert page.evaluate("ways => ways.map(one => matchMedia(one).matches)", ways) == [False] * 4


def test_a_size_is_undone_by_itself(tab, served):
    page = tab.begin()
    page.goto(served)
    page.set_viewport_size({**FIRST_VISIT["viewport"], "height": 500})
    tab.end()
    page.goto(served)
    assert page.evaluate("[innerWidth, innerHeight]") == list(FIRST_VISIT["viewport"].values())


def test_a_page_that_was_to_print_as_on_the_screen_prints_on_paper_again(tab, served):
    page = tab.begin()
    page.goto(served)
    on_paper = page.pdf()
    page.emulate_media(media="screen")
    assert len(page.pdf()) != len(on_paper)
    tab.end()
    page.goto(served)
    assert len(page.pdf()) == len(on_paper)


def test_what_runs_before_a_page_can_be_taken_back(tab, served):
    """As the fixture `before_each_page` does with the test that asked for it."""
    page = tab.begin()
    with page.add_init_script("window.early = 1;"):
        page.goto(served)
        assert page.evaluate("window.early") == 1
    tab.end()
    page.goto(served)
    assert page.evaluate("window.early") is None


def test_it_leaves_a_page_that_asks_to_stay(tab, site):
    """From a disk, words that are not saved are asked about."""
    page = tab.begin()
    page.goto((site / "tools/strengths-map/index.html").as_uri())
    field = page.locator(".wm-tool textarea").first
    field.fill("Not saved")
    field.press("End")
    tab.end()
    assert tab.begin() is page
    assert page.url == "about:blank"


def test_one_that_is_gone_is_replaced(tab, served):
    page = tab.begin()
    page.goto(served)
    page.close()
    tab.end()
    assert tab.begin() is not page
