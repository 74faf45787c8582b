"""A story's page: its ending waits, it leads to a session, and it prints on two pages."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.sound import assert_axe_finds_nothing_by_day_and_night, assert_nothing_runs_over
from tests.browser.together import longest_of_each_kind, paper, printed_together

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
STORY = "stories/magic-moments/the-blue-cup/index.html"
ENDING = {"en": "The worker fetched the cup from the bin and washed it.", "cy": "Ffeiliodd ffrind y tolc"}
AT_PAUSE = {"en": "Which rule would you keep?", "cy": "Pa reol fyddech chi'n ei chadw?"}
AFTERWARDS = {"en": "Which rule have you mended of late?", "cy": "Pa reol rydych chi wedi'i thrwsio'n ddiweddar?"}


@both
def test_the_ending_waits_until_it_is_opened(base, page, seen, lang):
    """What is asked at the pause is seen, the ending and what is asked afterwards are not; one press of a key opens both."""
    page.goto(f"{base}{PREFIX[lang]}{STORY}")
    said = page.locator("article").inner_text()
    assert (AT_PAUSE[lang] in said, ENDING[lang] in said, AFTERWARDS[lang] in said) == (True, False, False)
    page.locator(".wm-ending > summary").focus()
    page.keyboard.press("Enter")
    said = page.locator("article").inner_text()
    assert ENDING[lang] in said
    assert AFTERWARDS[lang] in said
    assert seen.complaints == []


def test_without_scripts_the_ending_waits_too(served, chromium):
    """And opens by a press; the form leads on."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + STORY)
    before = page.get_by_text(ENDING["en"]).is_visible()
    page.locator(".wm-ending > summary").click()
    after = page.get_by_text(ENDING["en"]).is_visible()
    shown = page.get_by_role("button", name="Use this in a session").is_visible()
    context.close()
    assert (before, after, shown) == (False, True, True)


def test_an_address_that_leads_into_the_ending_opens_it(served, page):
    """As the one that search gives for words of the ending."""
    page.goto(f"{served}{STORY}#next")
    assert page.get_by_text(ENDING["en"]).is_visible()


@both
@pytest.mark.parametrize(("button", "do"), [(None, None), (0, "cards"), (1, "sheet"), (2, "screen"), (3, "word")])
def test_the_form_leads_to_the_session_with_what_was_chosen(base, page, lang, button, do):
    """Minutes, people and language stand in the address of the story's own session, and which form is wanted at once."""
    page.goto(f"{base}{PREFIX[lang]}{STORY}")
    page.locator("[name=minutes][value='15']").check()
    page.locator("[name=people]").fill("12")
    page.locator("[name=lang][value=both]").check()
    presses = page.locator(".wm-use button:not([name])") if button is None else page.locator(".wm-use [name=do]").nth(button)
    # The session's page takes what it is to do at once out of its address.
    with page.expect_request("**/session/index.html?*") as asked:
        presses.click()
    to = urlsplit(asked.value.url)
    assert to.path.endswith(f"{PREFIX[lang]}stories/magic-moments/the-blue-cup/session/index.html")
    given = {name: values[0] for name, values in parse_qs(to.query).items()}
    assert given == {"minutes": "15", "people": "12", "lang": "both"} | ({"do": do} if do else {})


def test_a_number_of_people_that_is_none_goes_nowhere(served, page):
    """The field says so, and the reader stays."""
    page.goto(served + STORY)
    page.locator("[name=people]").fill("0")
    page.get_by_role("button", name="Use this in a session").click()
    assert page.url == served + STORY
    assert page.locator("[name=people]:invalid").count() == 1


@both
def test_every_story_prints_on_two_pages_with_the_ending_overleaf(library_served, library_site, real, page, lang):
    """One sheet, whatever the story: to its pause and what is asked there, and on its back all the rest.

    The longest of each kind is opened as well: by itself it prints as it does among the others.
    """
    wrong = {}
    public = [story for story in real.stories.values() if (library_site / story.path / "index.html").is_file()]
    assert len(public) > 40
    addresses = {story.id: f"{library_served}{PREFIX[lang]}{story.path}" for story in public}
    printed = dict(zip(addresses, printed_together(page, list(addresses.values())), strict=True))
    page.emulate_media(media="null")
    for story in longest_of_each_kind(public, lang):
        page.goto(addresses[story.id])
        assert paper(page, format="A4") == printed[story.id]
    for story in public:
        words = ["".join(one.split()) for one in printed[story.id]]
        text = story.texts[lang]
        # A PDF tells words apart by where they stand, and sometimes does not.
        ending = "".join(text.after[0].split()[:7]) if text.after else ""
        if len(words) > 2 or (ending and (ending in words[0] or ending not in words[1])):
            wrong[story.id] = len(words)
    assert wrong == {}


@both
def test_axe_finds_nothing_and_nothing_runs_over(served, page, lang):
    """Closed and open, light and dark, at 320 and 1280 px."""
    for place in ("", "#next"):
        page.goto(f"{served}{PREFIX[lang]}{STORY}{place}")
        page.wait_for_timeout(300)
        assert_axe_finds_nothing_by_day_and_night(page, place)
        assert_nothing_runs_over(page, 320, 1280, where=place)


def test_a_favourite_is_kept_apart_from_the_sessions(served, page):
    """One press keeps it, another forgets it; it is in no session for that."""
    page.goto(served + STORY)
    page.get_by_role("button", name="Keep as a favourite: The blue cup").click()
    assert page.evaluate("[localStorage.getItem('wm / favourites'), localStorage.getItem('wm / pack')]") == ['["the-blue-cup"]', None]
    page.reload()
    page.get_by_role("button", name="No longer a favourite: The blue cup").click()
    assert page.evaluate("localStorage.getItem('wm / favourites')") is None
