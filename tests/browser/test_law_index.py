"""The page of all topics of the law, on a phone, by keyboard, on paper and without scripts: the real library's."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.sound import assert_axe_finds_nothing_by_day_and_night, assert_nothing_runs_over
from whatmatters.language.alphabet import sort_key

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
PATHS = {"en": "legislation/", "cy": "cy/legislation/"}
both = pytest.mark.parametrize("lang", PATHS)
#: A phone's screen in CSS pixels, and how far one may have to scroll with everything closed.
PHONE, TALLEST = {"width": 320, "height": 640}, 6000
TOPICS = ".wm-lawgroup [data-topic]"
#: Those of some elements that can be seen, as Playwright's `is_visible` tells it, asked for all of them at once.
SEEN = """items => items.filter(item => {
  const { width, height } = item.getBoundingClientRect();
  return item.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
}).map(item => item.dataset.topic)"""


@pytest.fixture
def index(library_site, page):
    """Opens the page in a language; the offer of the other language is still there, as on a first visit."""

    def opened(lang: str):
        page.goto(f"{library_site.as_uri()}/{PATHS[lang]}index.html")
        return page

    return opened


def shown(page, selector: str = TOPICS) -> list[str]:
    """The ids of the topics that can be seen."""
    return page.locator(selector).evaluate_all(SEEN)


@both
def test_a_phone_shows_it_in_a_few_screens(index, page, lang):
    """At 320 px everything closed is under 6,000 px tall, and nothing runs over the edge."""
    page.set_viewport_size(PHONE)
    index(lang)
    assert page.evaluate("document.documentElement.scrollHeight") < TALLEST
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert shown(page) == []
    assert not page.locator(".wm-readacross").is_visible()


@both
@pytest.mark.parametrize(
    ("typed", "topic", "other"),
    [
        ({"en": "candour", "cy": "gonestrwydd"}, "duty-of-candour", "eligibility"),
        ({"en": "DUTY OF candour", "cy": "DYLETSWYDD gonestrwydd"}, "duty-of-candour", "eligibility"),
        ({"en": "regulation 16", "cy": "rheoliad 16"}, "review-of-personal-plan", "duty-of-candour"),
        ({"en": "reg 16(1)", "cy": "reg 16(1)"}, "review-of-personal-plan", "voice"),
        # Regulation 6 alone, and none of 60 to 69.
        ({"en": "regulation 6", "cy": "rheoliad 6"}, "statement-of-purpose", "notifications"),
    ],
)
def test_the_filter_finds_a_topic_by_name_and_by_number(index, page, lang, typed, topic, other):
    """What holds the words is shown in its open group, all else is not, and how many there are is told; the table
    narrows with it; empty again, every group is as it was."""
    index(lang)
    page.locator("#group-personal-plan summary").click()
    before = shown(page)
    page.locator("#wm-filter").fill(typed[lang])
    found = shown(page)
    assert topic in found
    assert other not in found
    assert page.locator(".wm-tabletools [role=status]").inner_text().startswith(f"{len(found)} ")
    page.locator(".wm-sidebyside > summary").click()
    assert sorted(shown(page, ".wm-readacross tbody tr")) == sorted(found)
    page.locator("#wm-filter").fill("")
    assert shown(page) == before
    assert len(shown(page, ".wm-readacross tbody tr")) == page.locator(TOPICS).count()


@both
def test_the_choice_of_whom_it_binds(index, page, lang):
    """A worker has the codes; a provider has most; with a word, both must hold."""
    index(lang)
    page.locator("#wm-binds").select_option("worker")
    assert "staff-codes" in shown(page)
    assert "eligibility" not in shown(page)
    page.locator("#wm-binds").select_option("authority")
    assert "eligibility" in shown(page)
    assert "personal-plan" not in shown(page)
    page.locator("#wm-filter").fill({"en": "direct payments", "cy": "taliadau uniongyrchol"}[lang])
    assert "direct-payments" in shown(page)
    assert "eligibility" not in shown(page)


@both
def test_it_works_by_keyboard_alone(index, page, lang):
    """From the filter on with Tab, to the topic and into it with Enter; a closed group opens with Enter too."""
    index(lang)
    page.locator("#wm-filter").focus()
    page.keyboard.type({"en": "regulation 82", "cy": "rheoliad 82"}[lang])
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-topic]') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/whistleblowing/index.html")
    index(lang)
    page.locator("#group-regulator summary").focus()
    page.keyboard.press("Enter")
    assert "records" in shown(page)


@both
def test_on_paper_every_topic_stands_open(index, page, lang):
    """Print shows each topic with its duty, and no controls; the table only when the reader has opened it."""
    index(lang)
    page.emulate_media(media="print")
    assert len(shown(page)) == page.locator(TOPICS).count() > 0
    assert not page.locator("#wm-filter").is_visible()
    assert not page.locator(".wm-sidebyside").is_visible()
    page.emulate_media(media="screen")
    page.locator(".wm-sidebyside > summary").click()
    page.emulate_media(media="print")
    assert page.locator(".wm-readacross").is_visible()


@both
def test_an_older_browser_opens_the_groups_for_print_itself(index, page, lang):
    """Where styles cannot open them the script does, and closes again what it opened."""
    index(lang)
    page.locator("#group-staff summary").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".wm-lawgroup:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".wm-lawgroup[open]").count() == 1


@both
def test_without_scripts_every_topic_can_be_reached(chromium, library_site, lang):
    """Groups and the table open by hand; the controls that would do nothing are not shown."""
    with chromium.new_context(java_script_enabled=False) as plain:
        page = plain.new_page()
        page.goto(f"{library_site.as_uri()}/{PATHS[lang]}index.html")
        expect(page.locator("#wm-filter")).to_be_hidden()
        for summary in page.locator(".wm-lawgroup > summary, .wm-sidebyside > summary").all():
            summary.click()
        assert len(shown(page)) == page.locator(TOPICS).count() > 0
        assert page.locator(".wm-readacross").is_visible()


@both
def test_opened_it_is_sound_and_runs_over_no_edge(index, page, lang):
    """With groups and table open, in light and in dark, axe-core finds nothing; at 320 px nothing scrolls sideways."""
    index(lang)
    page.evaluate("document.querySelectorAll('.wm-article details').forEach((one) => { one.open = true; })")
    assert_axe_finds_nothing_by_day_and_night(page)
    assert_nothing_runs_over(page, 320, 1280)


@both
def test_the_table_sorts_by_name(index, page, lang):
    """By name in the page's own alphabet, and back to the order of the law."""
    index(lang)
    page.locator(".wm-sidebyside > summary").click()
    names = page.locator(".wm-readacross tbody th a")
    law_order = names.all_inner_texts()
    page.locator("#wm-order").select_option("name")
    assert names.all_inner_texts() == sorted(law_order, key=lambda name: sort_key(name, lang)) != law_order
    page.locator("#wm-order").select_option("list")
    assert names.all_inner_texts() == law_order


@both
def test_every_topic_stands_in_its_group_once(index, page, real_topics, lang):
    """All topics, each with a link to its page, its duty and how sure we are."""
    index(lang)
    assert sorted(item.get_attribute("data-topic") for item in page.locator(TOPICS).all()) == sorted(real_topics)


@pytest.fixture(scope="module")
def real_topics() -> list[str]:
    """The ids of all topics."""
    from tests.conftest import real_library

    return [topic.id for topic in real_library().read_across.topics]
