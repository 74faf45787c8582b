"""The law as a picture and the person's journey, by keyboard, on a phone, on paper and without scripts: the real library's."""

from __future__ import annotations

import io
from itertools import pairwise

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.sound import assert_axe_finds_nothing, assert_nothing_runs_over, turn

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
WHOLE = ".wm-article > .wm-drawing"
#: How a box or a line is drawn, without its colour.
DRAWN = """one => {
  const style = (name) => { const found = one.querySelector(name); return found && getComputedStyle(found); };
  const [stroke, text] = [style("rect, path"), style("text")];
  return [stroke.strokeWidth, stroke.strokeDasharray, text.fontWeight, text.visibility].join(" ");
}"""


@pytest.fixture
def opened(library_site, page):
    """Opens the picture, or another page of the law, in a language."""

    def go(lang: str, name: str = "picture", hash: str = ""):
        page.goto(f"{library_site.as_uri()}/{PREFIX[lang]}legislation/{name}/index.html{hash}")
        return page

    return go


def box(page, id: str, within: str = WHOLE):
    """A law's box, or one between."""
    return page.locator(f"{within} a:is([data-law='{id}'], [data-item='{id}'])")


def focused(page) -> str:
    """The id of the box that the keyboard is at."""
    return page.evaluate("document.activeElement.dataset.law || document.activeElement.dataset.item")


@both
def test_by_keyboard_a_line_can_be_followed(opened, page, lang):
    """Arrows go along lines and within columns, never where no line is, and back to where one came from."""
    opened(lang)
    box(page, "voice").focus()
    for key, there in (
        ("ArrowRight", "risca"), ("ArrowDown", "regs-2017"), ("ArrowUp", "risca"), ("ArrowLeft", "voice"),
        ("ArrowLeft", "sswba"), ("ArrowRight", "voice"), ("ArrowDown", "language"), ("ArrowUp", "voice"), ("ArrowUp", "purpose"),
        ("ArrowUp", "purpose"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert focused(page) == there, key
    # The building and its rooms: the 2014 Act has no place for it.
    box(page, "place").focus()
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "place"


@both
def test_choosing_lets_its_lines_stand_out_and_says_so(opened, page, lang):
    """What is joined is thicker and bold and the rest is broken, not by colour alone; words name each end; Esc ends it."""
    opened(lang)
    box(page, "place").focus()
    page.keyboard.press("Enter")
    expect(box(page, "place")).to_have_attribute("aria-pressed", "true")
    drawn = {id: box(page, id).evaluate(DRAWN) for id in ("place", "regs-2017", "risca", "sswba", "voice")}
    assert drawn["regs-2017"] == drawn["risca"]
    assert len({drawn["place"], drawn["risca"], drawn["sswba"]}) == 3
    assert drawn["sswba"] == drawn["voice"]
    line = page.locator(f"{WHOLE} [data-law='risca'][data-item='place'].wm-map__line").evaluate(DRAWN)
    other = page.locator(f"{WHOLE} [data-law='risca'][data-item='voice'].wm-map__line").evaluate(DRAWN)
    assert line.endswith("700 visible")
    assert other.endswith("400 hidden")
    said = page.locator(f"{WHOLE} [role=status]").inner_text().split("\n")
    label = box(page, "place").get_attribute("aria-label")
    assert [part for part in said if part.strip()] == [label.partition(": ")[0], *label.partition(": ")[2].split("; ")]
    page.keyboard.press("Escape")
    expect(page.locator(f"{WHOLE} [aria-pressed=true]")).to_have_count(0)
    assert focused(page) == "place"
    page.keyboard.press("Space")
    expect(box(page, "place")).to_have_attribute("aria-pressed", "true")
    page.locator(f"{WHOLE} button").click()
    expect(page.locator(f"{WHOLE} .wm-map__chosen")).to_have_count(0)


@both
def test_from_a_group_to_its_topics_and_on(opened, page, lang):
    """The words lead from a group to its own picture, and there from a topic to its page."""
    opened(lang)
    box(page, "openness").click()
    page.locator(f"{WHOLE} .wm-map__do a").click()
    group = "#group-openness"
    expect(page.locator(group)).to_be_visible()
    box(page, "complaints", group).click()
    page.locator(f"{group} .wm-map__do a").click()
    page.wait_for_url("**/legislation/complaints/index.html")
    opened(lang, hash=group)
    expect(page.locator(group)).to_be_visible()


@both
def test_without_scripts_the_picture_is_whole(chromium, library_site, lang):
    """All lines are drawn, every box is a link, and nothing stands there that would do nothing."""
    with chromium.new_context(java_script_enabled=False) as plain:
        page = plain.new_page()
        page.goto(f"{library_site.as_uri()}/{PREFIX[lang]}legislation/picture/index.html")
        assert page.locator(f"{WHOLE} .wm-map__line").count() > 30
        expect(page.locator(".wm-map__said").first).to_be_hidden()
        page.locator("#groups ~ details > summary").nth(1).click()
        box(page, "voice", "#group-voice").click()
        page.wait_for_url("**/legislation/voice/index.html")


@both
@pytest.mark.parametrize("name", ["picture", "journey"])
def test_it_is_sound_in_every_state(opened, page, lang, name):
    """On a phone and a wide screen, in light and in dark, as it comes, with a choice and with everything open."""
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        opened(lang, name)
        scheme = "light" if width == 320 else "dark"
        turn(page, scheme)
        assert_axe_finds_nothing(page, (width, scheme))
        if name == "picture":
            box(page, "voice").click()
            assert_axe_finds_nothing(page, (width, "chosen"), WHOLE)
            page.evaluate("document.querySelectorAll('.wm-map-part').forEach(one => { one.open = true; })")
            assert_axe_finds_nothing(page, (width, "open"))
        assert_nothing_runs_over(page, width)


@both
def test_on_a_phone_what_is_chosen_stays_in_sight(opened, page, lang):
    """The words at the foot of the screen lie over no box that is chosen, nor over one that the keyboard comes to."""
    page.set_viewport_size({"width": 320, "height": 640})
    opened(lang)
    for id in ("voice", "care", "together"):
        box(page, id).click()
        page.keyboard.press("ArrowUp")
        for one in (id, focused(page)):
            there = box(page, one).bounding_box()
            assert there["y"] + there["height"] <= page.locator(f"{WHOLE} .wm-map__said").bounding_box()["y"] + 1
        box(page, id).click()


@both
def test_on_paper_the_picture_is_on_one_sheet(opened, page, lang):
    """The first A4 page holds every group and all three laws; groups that are closed take no paper."""
    opened(lang)
    names = [box(page, id).evaluate("one => one.querySelector('text').textContent") for id in ("purpose", "together", "regs-2017")]
    sheets = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))]
    assert [name for name in names if "".join(name.split()) not in "".join(sheets[0].split())] == []
    assert len(sheets) < 10


@both
def test_the_way_leads_to_each_step(opened, page, lang):
    """In rows on a wide screen and straight down on a phone, by keyboard; headings go down one level at a time."""
    opened(lang, "journey")
    for width, form in ((1280, "rows"), (320, "down")):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(".wm-way > svg:visible")).to_have_class(f"wm-way__{form}")
        page.locator(f".wm-way__{form} a[href='#review']").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**#review")
        expect(page.locator("#review h3")).to_be_in_viewport()
    levels = page.locator(".wm-article :is(h1, h2, h3, h4)").evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    assert all(below <= above + 1 for above, below in pairwise(levels))
