"""The frame round every page: language offer, light or dark, menu, skip link, today's story, contrast, paper."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

STORY = "stories/magic-moments/the-blue-cup/index.html"
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
OTHER = {"en": "cy", "cy": "en"}


def kept(page, name: str) -> str | None:
    """What this browser keeps under `name`."""
    return page.evaluate("name => wmKept.choice(name).read()", name)


# The language offer -------------------------------------------------------------------------------------------


@both
def test_the_first_visit_offers_both_languages_welsh_first(base, page, lang):
    """Both stand side by side, each in its own language, and the page stays where it was."""
    page.goto(f"{base}{PREFIX[lang]}{STORY}")
    sides = page.locator('[data-wm-offer="first"] [data-wm-side]')
    assert [sides.nth(i).get_attribute("lang") for i in range(2)] == ["cy", "en"]
    assert sides.nth(0).get_by_role("link").inner_text() == "Darllen yn Gymraeg"
    assert sides.nth(1).get_by_role("link").inner_text() == "Read in English"
    assert sides.nth(0).is_visible()
    cy, en = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert cy["x"] < en["x"]
    assert page.url == f"{base}{PREFIX[lang]}{STORY}"


@pytest.mark.parametrize(("asks", "marked"), [
    ("cy", "Mae eich porwr yn gofyn am Gymraeg."),
    ("cy-GB", "Mae eich porwr yn gofyn am Gymraeg."),
    ("en-GB", "Your browser asks for English."),
    ("pl-PL", None),
])
def test_the_offer_follows_the_browser_in_words(served, chromium, asks, marked):
    """The language that the browser asks for is marked in words; a third language marks neither."""
    context = chromium.new_context(locale=asks)
    page = context.new_page()
    page.goto(served)
    lines = page.locator(".wm-offer__browser")
    shown = [lines.nth(i).inner_text() for i in range(2) if lines.nth(i).is_visible()]
    context.close()
    assert shown == ([marked] if marked else [])


@both
def test_choosing_the_language_of_the_page_closes_the_offer_for_good(base, page, lang):
    """The choice is kept, the page stays, focus goes to its content, and the next page offers nothing."""
    page.goto(f"{base}{PREFIX[lang]}{STORY}")
    page.locator(f'[data-wm-offer="first"] [data-wm-choose="{lang}"]').click()
    assert page.url == f"{base}{PREFIX[lang]}{STORY}"
    assert kept(page, "lang") == lang
    assert page.evaluate("document.activeElement.id") == "wm-content"
    page.goto(f"{base}{PREFIX[lang]}index.html")
    assert not page.locator(".wm-offer:visible").count()


@both
def test_choosing_the_other_language_goes_to_the_same_page(base, page, lang):
    """The other half of the offer leads to this page's twin, where nothing is offered any more."""
    page.goto(f"{base}{PREFIX[lang]}{STORY}")
    page.locator(f'[data-wm-offer="first"] [data-wm-choose="{OTHER[lang]}"]').click()
    page.wait_for_url(f"{base}{PREFIX[OTHER[lang]]}{STORY}")
    assert kept(page, "lang") == OTHER[lang]
    assert not page.locator(".wm-offer:visible").count()


@both
def test_a_link_to_the_other_language_is_followed_and_the_chosen_one_offered(served, page, lang):
    """A reader who chose one language and is sent a page in the other reads that page; a slim bar offers the twin."""
    page.goto(served)
    page.evaluate("lang => wmKept.choice('lang').write(lang)", OTHER[lang])
    page.goto(f"{served}{PREFIX[lang]}{STORY}")
    assert page.url == f"{served}{PREFIX[lang]}{STORY}"
    bar = page.locator('[data-wm-offer="other"]')
    assert bar.is_visible()
    assert bar.get_attribute("lang") == OTHER[lang]
    bar.get_by_role("link").click()
    page.wait_for_url(f"{served}{PREFIX[OTHER[lang]]}{STORY}")


def test_closing_the_offer_is_no_choice(served, page):
    """The offer stays away while the window is open, and nothing is kept beyond that."""
    page.goto(served)
    page.locator('[data-wm-offer="first"] [data-wm-close]').click()
    assert not page.locator(".wm-offer:visible").count()
    assert kept(page, "lang") is None
    page.goto(served + STORY)
    assert not page.locator(".wm-offer:visible").count()


def test_the_switch_in_the_header_is_a_choice_too(served, page):
    """Following it is kept, and its words are in the language that it leads to."""
    page.goto(served + STORY)
    switch = page.locator("header [data-wm-lang-switch]")
    assert (switch.inner_text(), switch.get_attribute("lang")) == ("Cymraeg", "cy")
    switch.click()
    page.wait_for_url(f"{served}cy/{STORY}")
    assert kept(page, "lang") == "cy"


def test_a_browser_that_refuses_storage_still_shows_the_page(served, chromium):
    """Every use of storage may be refused: no error, and closing still closes."""
    context = chromium.new_context()
    context.add_init_script("""
        for (const name of ["localStorage", "sessionStorage"])
          Object.defineProperty(window, name, { get() { throw new DOMException("refused"); } });
    """)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.goto(served + STORY)
    page.locator('[data-wm-offer="first"] [data-wm-choose="en"]').click()
    closed = not page.locator(".wm-offer:visible").count()
    context.close()
    assert errors == []
    assert closed


# Without scripts ----------------------------------------------------------------------------------------------


def test_without_scripts_everything_but_the_choices_is_there(served, chromium):
    """Menu, language and story work; what needs a script is not shown."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{served}cy/{STORY}")
    assert not page.locator(".wm-offer:visible").count()
    assert not page.locator("select:visible").count()
    page.get_by_text("Dewislen").click()
    page.locator(".wm-menu").get_by_role("link", name="Pecynnau").click()
    page.wait_for_url(f"{served}cy/packs/index.html")
    page.locator("header [data-wm-lang-switch]").click()
    page.wait_for_url(f"{served}packs/index.html")
    context.close()


# Light or dark ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("device", "choice", "scheme"), [
    ("light", "auto", "default"), ("dark", "auto", "slate"), ("light", "dark", "slate"), ("dark", "light", "default"),
])
def test_light_or_dark_follows_the_device_unless_chosen(base, chromium, device, choice, scheme):
    """A choice holds on the next page too, and is there before anything is painted."""
    context = chromium.new_context(color_scheme=device, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{base}index.html")
    page.locator("select[data-wm-look]:visible").select_option(choice)
    page.goto(base + STORY)
    page.wait_for_load_state("domcontentloaded")
    found = page.locator("body").get_attribute("data-md-color-scheme")
    chosen = page.locator("select[data-wm-look]:visible").input_value()
    context.close()
    assert (found, chosen) == (scheme, choice)


#: Text of a kind stands on its tint and on paper; paper-coloured text stands on a sheet's head.
PAIRS = [("--wm-text", "--wm-table"), ("--wm-text", "--wm-paper"), ("--wm-muted", "--wm-table"),
         ("--wm-muted", "--wm-paper"), ("--wm-link", "--wm-table"), ("--wm-link", "--wm-paper"),
         ("--wm-on-action", "--wm-action"), ("--wm-on-pause", "--wm-pause"), ("--wm-on-offer", "--wm-offer"), ("--wm-link", "--wm-law-tint"),
         *((f"--wm-{k}", f"--wm-{k}-tint") for k in ("story", "principle", "law", "question", "tool", "pack")),
         *((f"--wm-{k}", "--wm-paper") for k in ("story", "principle", "law", "question", "tool", "pack"))]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours written as #rrggbb, as WCAG 2 defines it."""
    def light(colour: str) -> float:
        parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_keeps_seven_to_one(served, chromium, scheme):
    """Every pair of text and ground that the style sheets use (WCAG 1.4.6, the stricter level)."""
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(served)
    value = "name => getComputedStyle(document.body).getPropertyValue(name).trim()"
    ratios = {pair: contrast(page.evaluate(value, pair[0]), page.evaluate(value, pair[1])) for pair in PAIRS}
    context.close()
    assert {pair: round(r, 2) for pair, r in ratios.items() if r < 7} == {}


# Finding one's way --------------------------------------------------------------------------------------------


@both
def test_the_first_press_of_tab_skips_to_the_content(served, page, lang):
    """The skip link is the first stop, is seen when it is reached, and leads past the header."""
    page.goto(f"{served}{PREFIX[lang]}{STORY}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "wm-skip"
    assert page.locator(".wm-skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "wm-content"


@pytest.mark.parametrize(("path", "section", "current"), [
    ("sessions/", "Sessions", "page"), ("stories/", "Stories", "page"), (STORY, "Stories", "true"), ("tags/risk/", "Stories", "true"),
    ("packs/worth-it/", "Packs", "true"), ("legislation/personal-plan/", "Law", "true"), ("about/", None, None),
])
def test_the_menu_says_where_one_is(served, page, path, section, current):
    """One section at most is marked: for those who listen by aria-current, for those who look by weight and line."""
    page.goto(served + path)
    marked = page.locator(".wm-header__wide [aria-current]")
    assert marked.count() == (1 if section else 0)
    if section:
        assert (marked.inner_text(), marked.get_attribute("aria-current")) == (section, current)
        assert marked.evaluate("e => getComputedStyle(e).fontWeight") == "700"


def test_at_twice_the_size_the_page_still_fits(served, page):
    """A screen of 1280 px at 200 % zoom has room for 640: nothing is cut and nothing scrolls sideways."""
    page.set_viewport_size({"width": 640, "height": 450})
    for path in ("", STORY, "packs/worth-it/", "legislation/", "cy/legislation/personal-plan/"):
        page.goto(served + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path


def test_targets_are_large_enough(served, chromium):
    """Buttons, tags and the menu give a finger 44 px (WCAG 2.5.5, the stricter level)."""
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(served + "stories/")
    page.locator(".wm-menu summary").click()
    heights = page.evaluate(
        """targets => [...document.querySelectorAll(targets)].filter(e => e.offsetParent)
           .map(e => [e.textContent.trim(), e.offsetHeight])""",
        ".wm-tag, .wm-switch, .wm-menu summary, .wm-menu a, .wm-button, .wm-offer__close, .wm-search-open")
    context.close()
    assert len(heights) > 10
    assert [h for h in heights if h[1] < 44] == []


# Home ---------------------------------------------------------------------------------------------------------


def day_story(chromium, served: str, lang: str, when: str) -> str:
    """The end of the address of the story that the home page shows at `when`, the same in both languages."""
    context = chromium.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(when)
    page.goto(f"{served}{PREFIX[lang]}")
    href = page.locator("[data-wm-today-title]").get_attribute("href")
    context.close()
    return href.partition("stories/")[2]


def test_todays_story_is_the_same_in_both_languages_and_changes_by_the_day(library_served, chromium):
    """Morning and evening agree, both languages agree, and over the days another has its turn."""
    morning = day_story(chromium, library_served, "en", "2026-11-21T06:00:00")
    assert morning == day_story(chromium, library_served, "cy", "2026-11-21T06:00:00")
    assert morning == day_story(chromium, library_served, "en", "2026-11-21T22:00:00")
    week = {day_story(chromium, library_served, "en", f"2026-11-{day}T12:00:00") for day in (21, 22, 23)}
    assert len(week) == 3


# Letters and paper --------------------------------------------------------------------------------------------


def test_welsh_letters_come_from_our_own_font(base, page):
    """ŵ and ŷ are drawn by the font beside the site, not by one of the machine's."""
    page.goto(f"{base}cy/index.html")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.evaluate("Promise.all([document.fonts.load('700 18px \"Atkinson Hyperlegible Next\"', 'tŷ dŵr')])")
    faces = page.evaluate("""[...document.fonts].filter(f => f.status === 'loaded').map(f => f.unicodeRange + f.weight)""")
    assert any("U+174-177" in f and f.endswith("700") for f in faces), faces


def test_a_story_prints_in_black_on_white_with_its_pause(served, chromium):
    """On paper, even from a dark screen: no menus, no offer, the pause, 12 pt, and whole addresses of other sites."""
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(served + STORY)
    page.emulate_media(media="print")
    visible = {name: page.locator(name).first.is_visible() for name in (
        ".wm-offer", ".wm-nav", ".wm-switch", ".wm-crumbs", ".wm-pause", "h1", ".wm-questions", ".wm-source")}
    letter = page.locator(".wm-letter p").first.evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(e).fontSize]")
    context.close()
    assert [n for n, v in visible.items() if not v] == [".wm-offer", ".wm-nav", ".wm-switch", ".wm-crumbs"]
    assert letter[:2] == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert float(letter[2].removesuffix("px")) == pytest.approx(12 * 96 / 72, abs=0.1)


@both
def test_the_page_not_found_leads_home_in_each_language(site: Path, page, lang):
    """Its links start at the root of the site, because it can be shown at any depth; it loads its sheet alone."""
    requests: list[str] = []
    page.on("request", lambda r: requests.append(r.url))
    page.goto((site / "404.html").as_uri())
    links = page.locator(f"section[lang={lang}] a")
    assert [links.nth(i).get_attribute("href") for i in range(links.count())] == [
        f"/{PREFIX[lang]}index.html", f"/{PREFIX[lang]}stories/index.html"]
    assert [r for r in requests if not r.startswith("data:")] == [(site / "404.html").as_uri(), "file:///assets/css/missing.css"]
    assert (site / "assets/css/missing.css").is_file()


# Paper and other colours --------------------------------------------------------------------------------------

CONTROLS = """() => [...document.querySelectorAll("button, input, select, textarea")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1).map((e) => e.outerHTML)"""


def test_no_control_prints(site: Path, served, page):
    """What is pressed and chosen on a screen is nothing on paper; a form that is filled in has a paper of its own. From a disk
    one may choose to keep a pack, which is asked nowhere else."""
    page.emulate_media(media="print")
    disk = f"{site.as_uri()}/"
    for path in (*(served + path for path in ("sessions/", "sessions/mine/", "packs/draw/", "legislation/regulations/", "stories/find/")),
                 disk + "packs/build/"):
        page.goto(f"{path}index.html")
        page.wait_for_load_state("load")
        assert page.evaluate(CONTROLS) == [], path


def test_with_a_systems_own_colours_one_part_of_the_site_is_the_present_one(served, page):
    """There every border is painted, also one that was to be unseen: the others take the colour of what is behind them."""
    page.emulate_media(forced_colors="active")
    page.goto(served + "tools/index.html")
    colours = page.locator(".wm-header .wm-nav a:visible").evaluate_all(
        "all => all.map((a) => [a.hasAttribute('aria-current'), getComputedStyle(a).borderBottomColor])")
    assert len(colours) == 7
    present = {colour for current, colour in colours if current}
    others = {colour for current, colour in colours if not current}
    assert len(present) == len(others) == 1
    assert present != others
