"""Prepare a session: stories that fit, the way to their sessions, and an address that holds the choice."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.sound import assert_axe_finds_nothing_by_day_and_night, assert_nothing_runs_over
from tests.conftest import mini_library
from whatmatters.site.finder_facets import stories_in_order, story_facets

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
PREPARE = "sessions/index.html"


def opened(page, base: str, lang: str = "en", query: str = "") -> None:
    """The page, ready."""
    page.goto(f"{base}{PREFIX[lang]}{PREPARE}{query}")
    page.wait_for_function("document.querySelector('[data-wm-status]').textContent")


def offered(page) -> list[str]:
    """The stories that are offered."""
    return page.locator("[data-wm-list] > li").evaluate_all("cards => cards.map(card => card.dataset.wmItem.slice(6))")


def given(address: str) -> dict[str, str]:
    """What an address holds after its question mark."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@both
def test_from_the_home_page_three_stories_are_offered_each_with_its_press(base, page, seen, lang):
    """The first thing to do at home; what is chosen goes with the press to the story's session."""
    page.goto(f"{base}{PREFIX[lang]}index.html")
    page.locator(".wm-doors a").first.click()
    page.wait_for_url(f"{base}{PREFIX[lang]}{PREPARE}*")
    page.wait_for_function("document.querySelector('[data-wm-status]').textContent")
    assert len(offered(page)) == 3
    page.locator("[name=minutes][value='60']").check()
    page.locator("[name=people]").fill("5")
    page.locator("[name=lang][value=both]").check()
    story = offered(page)[0]
    use = page.locator(".wm-card__use").first
    assert given(use.get_attribute("href")) == {"minutes": "60", "people": "5", "lang": "both"}
    use.click()
    page.wait_for_url(f"**/{PREFIX[lang]}stories/*/{story}/session/index.html?*")
    assert seen.complaints == []


def test_theme_and_setting_choose_and_what_comes_near_says_so(served, page):
    """Those that have both stand first; where there are too few, others follow, and each says what it has."""
    opened(page, served)
    library = mini_library()
    stories = stories_in_order(library, "en")

    def having(facet, value):
        values = next(f.values for f in story_facets(library, "en") if f.id == facet)
        return {stories[n].id for v in values if v.id == value for n in v.items}

    theme = page.locator("#prepare-theme option").nth(1).get_attribute("value")
    setting = page.locator("#prepare-setting option").nth(1).get_attribute("value")
    page.locator("#prepare-theme").select_option(theme)
    assert set(offered(page)) <= having("theme", theme)
    page.locator("#prepare-setting").select_option(setting)
    whole = having("theme", theme) & having("setting", setting)
    shown = offered(page)
    assert set(shown[:len(whole)]) == whole
    assert set(shown) <= having("theme", theme) | having("setting", setting)
    assert page.locator(".wm-card__because").count() == len(shown) - len(whole)


def test_a_story_that_was_used_comes_last_and_says_when(served, page):
    """The day is kept in this browser alone."""
    opened(page, served)
    first = offered(page)[0]
    page.evaluate("id => wmStories.use(id, '2026-03-01')", first)
    opened(page, served)
    assert offered(page)[-1] == first
    assert "Used on 1 March 2026" in page.locator("[data-wm-list] > li").last.inner_text()


def test_the_address_holds_the_choice(base, page):
    """Opened again, or in the other language, the same is chosen."""
    opened(page, base, query="?minutes=60&people=4&lang=cy&setting=own-home")
    assert page.locator("[name=minutes]:checked").input_value() == "60"
    assert page.locator("#prepare-setting").input_value() == "own-home"
    assert not page.locator("[data-wm-unknown]").is_visible()
    page.locator("header [data-wm-lang-switch]").click()
    page.wait_for_url(f"{base}cy/{PREPARE}?*")
    assert given(page.evaluate("location.href")) == {"minutes": "60", "people": "4", "lang": "cy", "setting": "own-home"}


@pytest.mark.parametrize("query", [
    "?minutes=7", "?people=0", "?people=-3", "?people=1e9", "?people=900", "?people=eight", "?lang=fr", "?theme=%3Cscript%3E", "?setting=" + "x" * 5000,
])
def test_an_odd_address_is_told_and_breaks_nothing(served, page, seen, query):
    """What is not offered is left out, quietly; the rest stands as at first."""
    opened(page, served, query=query)
    assert page.locator("[data-wm-unknown]").is_visible()
    assert given(page.evaluate("location.href")) == {"minutes": "30", "people": "8", "lang": "en"}
    assert len(offered(page)) == 3
    assert seen.complaints == []


def test_a_number_of_people_that_is_none_is_told(served, page):
    """And goes into no address."""
    opened(page, served)
    page.locator("[name=people]").fill("0")
    assert "from 1 to 60" in page.locator("[data-wm-people]").inner_text()
    assert "people" not in given(page.locator(".wm-card__use").first.get_attribute("href"))


def test_without_scripts_and_without_data_every_story_is_there_by_theme(served, chromium, site):
    """Each with the way to its session."""
    links = {}
    for scripts in (False, True):
        context = chromium.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.route("**/find-stories*.js*", lambda route: route.abort())
        page.goto(served + PREPARE)
        plain = page.locator(".wm-prepare__plain")
        plain.wait_for()
        links[scripts] = plain.get_by_role("link").count()
        form = page.locator("[data-wm-form]").is_visible()
        context.close()
        assert not form
    assert links == {False: 3, True: 3}


@both
def test_rows_come_for_the_stories_that_are_offered(library_served, page, seen, lang):
    """Of a piece each at the most; every story can be offered, and the list of all is never asked for."""
    opened(page, library_served, lang)
    asked = [url for url in seen.requests if "/find-stories" in url]
    assert 1 <= len(asked) <= 2
    shown, all_of_them = offered(page), page.locator("[data-wm-story]").count()
    while len(shown) < all_of_them:
        page.locator("[data-wm-others]").click()
        page.wait_for_function("last => document.querySelector('[data-wm-list] > li').dataset.wmItem !== last", arg=f"story:{shown[-3]}")
        shown += offered(page)
    assert len(set(shown)) == all_of_them > 100
    assert not [url for url in seen.requests if "/find-stories.js" in url]
    assert seen.complaints == []


def test_when_rows_do_not_come_the_plain_list_does_until_they_do(library_served, page):
    """Those that were offered stay, as does the form, for another try."""
    opened(page, library_served)
    before = offered(page)
    page.route("**/find-stories*.js*", lambda route: route.abort())
    for _ in range(4):
        page.locator("[data-wm-others]").click()
    page.locator("[data-wm-broken]").wait_for()
    assert page.locator(".wm-prepare__plain").is_visible()
    assert page.locator("[data-wm-form]").is_visible()
    assert len(before) == len(offered(page)) == 3
    page.unroute_all()
    page.locator("[data-wm-others]").click()
    page.locator("[data-wm-broken]").wait_for(state="hidden")
    assert not page.locator(".wm-prepare__plain").is_visible()
    assert set(offered(page)).isdisjoint(before)


@both
def test_axe_finds_nothing_and_nothing_runs_over(served, page, lang):
    """Light and dark, at 320 and 1280 px, with sessions of one's own and without."""
    for items in ([], ["story:the-blue-cup"]):
        page.goto(f"{served}{PREFIX[lang]}{PREPARE}")
        page.evaluate("items => wmTray.add(items)", items)
        opened(page, served, lang)
        assert_axe_finds_nothing_by_day_and_night(page, items)
        assert_nothing_runs_over(page, 320, 1280, where=items)
