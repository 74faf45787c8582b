"""The session of a story: what is chosen, the run on a screen, the leader's sheet, and one readable page without scripts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import docx
import pypdfium2
import pytest
from icalendar import Calendar

from tests.browser.kept import keep
from tests.browser.sound import assert_axe_finds_nothing, assert_nothing_runs_over
from tests.browser.together import BETWEEN, LAY, each_on_paper, longest_of_each_kind, paper
from tests.conftest import mini_library

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
SESSION = "stories/magic-moments/the-blue-cup/session/index.html"
ENDING = {"en": "fetched the cup from the bin", "cy": "o'r bin"}
#: The slides of the blue cup, which has two questions of each list, by the minutes of the plan.
BEGINNING = ["welcome", "rules", "confidentiality", "story"]
RUNS = {
    15: [*BEGINNING, "ask-1", "ending", "ask-3", "close", "end"],
    30: [*BEGINNING, "ask-1", "ask-2", "ending", "ask-3", "ask-4", "record", "end"],
    60: [*BEGINNING, "ask-1", "ask-2", "hear", "ending", "ask-3", "ask-4", "record", "close", "end"],
}


#: What can be seen of a session on a screen: its slide, the part that its clock names, its heading; and whether it is the last slide.
LOOK = """() => {
  const said = (one) => document.querySelector(one)?.innerText.trim();
  return {
    slides: [...document.querySelectorAll("[data-wm-slide]")].filter((one) => one.offsetParent).map((one) => one.dataset.wmSlide),
    part: said("[data-wm-clock-part]"), heading: said("[data-wm-slide][data-wm-now] h2, h1"), last: document.querySelector("[data-wm-on]").disabled,
  };
}"""


@dataclass(frozen=True)
class Look:
    """What is seen at one time."""

    slides: list[str]
    part: str
    heading: str
    last: bool

    @property
    def slide(self) -> str:
        """The name of the one slide."""
        (name,) = self.slides
        return name


def look(page) -> Look:
    """Look once."""
    return Look(**page.evaluate(LOOK))


def shown(page) -> str:
    """The name of the one slide that is seen."""
    return look(page).slide


def press(page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def run(page, address: str, lang: str = "en", query: str = "") -> None:
    """Open the session and press Run on the screen."""
    page.goto(f"{address}{PREFIX[lang]}{SESSION}{query}")
    page.locator("[data-wm-do=screen]").click()
    page.locator("[data-wm-now]").wait_for()


#: Goes forward by the button until a slide is shown.
GO = """(slide) => {
  const on = document.querySelector("[data-wm-on]");
  for (let i = 0; i < 40 && document.querySelector("[data-wm-now]").dataset.wmSlide !== slide; i += 1) on.click();
}"""


def go(page, slide: str) -> None:
    """Forward, by the button, until a slide is shown; that keys do the same is tried by itself."""
    page.evaluate(GO, slide)
    assert shown(page) == slide


def write(page, field: str, words: str) -> None:
    """Write into a field, and leave it: in a field the arrows belong to the text."""
    page.locator(field).fill(words)
    page.locator(field).press("Escape")


@pytest.fixture
def printing(before_each_page) -> None:
    """Printing is counted, as `window.printed`, and nothing more."""
    before_each_page("window.print = () => { window.printed = (window.printed || 0) + 1; };")


# What is chosen -----------------------------------------------------------------------------------------------


@both
def test_the_choice_stands_in_the_address_and_on_the_sheet(base, page, seen, lang):
    """Minutes, people, language and start: in the address, in the plan with times of day, and on the twin of the page."""
    page.goto(f"{base}{PREFIX[lang]}{SESSION}")
    assert page.locator("[data-wm-plan] li").count() == 6
    page.locator("[name=minutes][value='60']").check()
    page.locator("[name=lang][value=both]").check()
    page.locator("[name=people]").fill("12")
    page.locator("[name=start]").fill("23:30")
    page.locator("[name=start]").blur()
    assert page.evaluate("location.search") == "?minutes=60&people=12&lang=both&start=23:30"
    times = page.locator(".wm-leader .wm-timetable__time").all_inner_texts()
    assert (times[0], times[-1], len(times)) == ("23:30–23:35", "00:25–00:30", 8)
    assert "12" in page.locator("[data-wm-facts]").inner_text()
    assert page.locator("[data-wm-list=at-pause] li").count() == 2
    twin = page.locator("[data-wm-other-too] a").get_attribute("href")
    assert twin.endswith("?minutes=60&people=12&lang=both&start=23:30")
    page.reload()
    assert page.locator("[name=minutes]:checked").get_attribute("value") == "60"
    assert page.locator("[name=people]").input_value() == "12"
    assert seen.complaints == []


@pytest.mark.parametrize("query", [
    "?minutes=45", "?people=0", "?people=1e3", "?people=1e9", "?people=-3", "?people=abc", "?people=61", "?lang=fr", "?start=25:00", "?minutes=%3Cscript%3E",
    "?minutes=30&people=99999999999999999999", "?start=" + "1" * 5000,
])  # fmt: skip
def test_what_cannot_be_used_in_an_address_is_left_out_and_said(served, page, seen, query):
    """The session is then the ordinary one: 30 minutes, eight people, the page's language."""
    page.goto(f"{served}{SESSION}{query}")
    assert page.get_by_text("This address holds something that cannot be used").is_visible()
    chosen = [page.locator(f"[name={name}]:checked").get_attribute("value") for name in ("minutes", "lang")]
    assert [*chosen, page.locator("[name=people]").input_value(), page.locator("[name=start]").input_value()] == ["30", "en", "8", ""]
    assert page.locator("[data-wm-plan] li").count() == 6
    assert seen.complaints == []


def test_a_number_of_people_that_is_none_is_said_and_the_last_one_stands(served, page):
    """Beside the field, in words, and not in the address."""
    page.goto(f"{served}{SESSION}?people=5")
    for odd in ("0", "", "100", "-3", "1e9", "2.5"):
        page.locator("[name=people]").fill(odd)
        page.locator("[name=people]").blur()
        assert page.get_by_text("Write a number of people from 1 to 60. Until then it is 5.").is_visible()
        assert "people=5" in page.evaluate("location.href")
    page.locator("[name=people]").fill("6")
    page.locator("[name=people]").blur()
    assert not page.get_by_text("Write a number of people").is_visible()
    assert "people=6" in page.evaluate("location.href")


def test_a_session_in_the_other_language_is_led_on_its_page(base, page):
    """The screen opens there at once, with all that was chosen; the page says so before."""
    page.goto(f"{base}{SESSION}?minutes=15&people=3")
    page.locator("[name=lang][value=cy]").check()
    assert page.get_by_text("open on the Welsh page").is_visible()
    page.locator("[data-wm-do=screen]").click()
    page.wait_for_url(f"{base}cy/{SESSION}?minutes=15&people=3&lang=cy#welcome")
    assert shown(page) == "welcome"


# Which questions ---------------------------------------------------------------------------------------------


def ticked(page) -> list[str]:
    """The numbers of the questions that are ticked."""
    return page.evaluate("[...document.querySelectorAll('[name=ask]:checked')].map(box => box.value)")


def tick(page, number: int, wanted: bool = True) -> None:
    """Tick a question or not; those that tell of the ending wait in a box."""
    page.evaluate("document.querySelector('.wm-ticks__later').open = true")
    page.locator(f"[name=ask][value='{number}']").set_checked(wanted)


@both
def test_the_questions_of_the_plan_are_ticked_until_others_are_chosen(base, page, seen, mark, lang):
    """They follow the plan's length; what is chosen stands in the address, by numbers, on the sheet and in the other language."""
    page.goto(f"{base}{PREFIX[lang]}{SESSION}?minutes=15&lang={lang}")
    assert ticked(page) == ["1", "3"]
    assert not page.locator("[name=ask][value='3']").is_visible()
    page.locator("[name=minutes][value='30']").check()
    assert ticked(page) == ["1", "2", "3", "4"]
    tick(page, 1, False)
    tick(page, 3, False)
    assert page.evaluate("location.search").endswith(f"&ask=2.4-{mark}")
    page.locator("[name=minutes][value='15']").check()
    page.reload()
    assert ticked(page) == ["2", "4"]
    questions = page.locator("[name=ask] + span").all_text_contents()
    for name, number in (("at-pause", 2), ("afterwards", 4)):
        assert page.locator(f"[data-wm-list={name}] li").all_text_contents() == [questions[number - 1]]
    twin = page.locator("[data-wm-other-too] a").get_attribute("href")
    assert twin.endswith(f"&ask=2.4-{mark}")
    page.goto(f"{base}{PREFIX[{'en': 'cy', 'cy': 'en'}[lang]]}{SESSION}?{twin.split('?')[1]}")
    assert ticked(page) == ["2", "4"]
    # What the plan has needs no place in the address.
    tick(page, 1)
    tick(page, 2, False)
    tick(page, 3)
    tick(page, 4, False)
    assert "ask" not in page.evaluate("location.search")
    assert seen.complaints == []


@both
def test_one_question_stays_at_the_pause(served, page, mark, lang):
    """The last one cannot be taken away, and the page says so; afterwards there may be none, and no heading stands over nothing."""
    page.goto(f"{served}{PREFIX[lang]}{SESSION}?minutes=30&lang={lang}")
    for number in (1, 2, 3, 4):
        tick(page, number, number == 2)
    box = page.locator("[name=ask][value='2']")
    box.press("Space")
    assert ticked(page) == ["2"]
    said = {"en": "At least one of them stays.", "cy": "Mae o leiaf un ohonyn nhw'n aros."}[lang]
    assert page.get_by_text(said).is_visible()
    assert page.evaluate("location.search").endswith(f"ask=2-{mark}")
    page.locator("[data-wm-ending] summary").click()
    assert page.locator("[data-wm-list=at-pause] li").count() == 1
    assert not page.get_by_role("heading", name={"en": "Afterwards", "cy": "Wedyn"}[lang], exact=True).count()
    tick(page, 1)
    assert not page.get_by_text(said).count()


@pytest.mark.parametrize(("minutes", "ask", "slides"), [
    (15, "2", [*BEGINNING, "ask-2", "ending", "close", "end"]),
    (30, "2.3", [*BEGINNING, "ask-2", "ending", "ask-3", "record", "end"]),
    (60, "1", [*BEGINNING, "ask-1", "hear", "ending", "talk", "record", "close", "end"]),
])  # fmt: skip
@both
def test_the_screen_asks_exactly_what_was_chosen(base, page, seen, mark, lang, minutes, ask, slides):
    """A part of the plan without a question is talked over still: it has its time, and a slide with what the plan says."""
    run(page, base, lang, f"?minutes={minutes}&lang={lang}&ask={ask}-{mark}")
    found, parts = [], []
    for _ in range(20):
        now = look(page)
        found.append(now.slide)
        if now.slide != "welcome":
            parts.append(now.part)
        assert now.heading
        if now.slide == "hear":
            assert page.locator("[data-wm-asked] li").count() == 1
        if now.slide == "end":
            break
        press(page, *(["ArrowRight"] * (2 if now.slide == "ending" else 1)))
    assert found == slides
    assert len(dict.fromkeys(parts)) == page.locator("[data-wm-outline] li").count()
    assert seen.complaints == []


@pytest.mark.parametrize("lang", ["en", "cy", "both"])
@pytest.mark.usefixtures("printing")
def test_cards_and_word_ask_exactly_what_was_chosen(base, page, seen, mark, lang, tmp_path: Path):
    """In each language of the cards; the headings of what is left stand, and no other."""
    page.goto(f"{base}{SESSION}?minutes=60&people=1&lang={lang}&ask=2-{mark}")
    page.locator("[data-wm-do=cards]").click()
    page.wait_for_function("window.printed === 1")
    asked = page.locator(".wm-a4 .wm-face li").all_text_contents()
    text = mini_library().stories["the-blue-cup"].texts
    assert asked == [text[code].questions[1] for code in (("cy", "en") if lang == "both" else (lang,))]
    headings = {"en": ["At the pause"], "cy": ["Wrth y saib"], "both": ["Wrth y saib", "At the pause"]}[lang]
    assert [h for h in page.locator(".wm-a4 .wm-face h4").all_text_contents() if h in (*headings, "Afterwards", "Wedyn")] == headings
    assert seen.complaints == []
    if lang == "cy":
        return
    with page.expect_download() as download:
        page.locator("[data-wm-do=word]").click()
    download.value.save_as(tmp_path / "sheet.docx")
    said = [p.text for p in docx.Document(tmp_path / "sheet.docx").paragraphs]
    assert [words for words in said if words in text["en"].questions] == [text["en"].questions[1]]
    assert "Afterwards" not in said


@pytest.mark.parametrize("ask", [
    "9-{mark}", "0.1-{mark}", "1.1-{mark}", "3-{mark}", "1.2-0000", "1.2", "-{mark}", "1.2-", "1.-{mark}", "1e1-{mark}",
    "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "1" * 5000, "1.2-{mark}" * 500,
])  # fmt: skip
def test_questions_of_an_address_that_are_not_the_storys_are_left_out_and_said(served, page, seen, mark, ask):
    """Numbers that do not exist, none for the pause, other words than these, cut short, huge, with markup: the plan's stand."""
    page.goto(f"{served}{SESSION}?minutes=15&people=5&ask={ask.format(mark=mark)}")
    assert page.get_by_text("The questions in this address are not those of this story now.").is_visible()
    assert ticked(page) == ["1", "3"]
    assert page.evaluate("location.search") == "?minutes=15&people=5&lang=en"
    assert page.locator("img").count() == 0
    assert seen.complaints == []


@both
def test_a_session_is_kept_with_its_questions(base, page, seen, mark, lang):
    """My sessions says how many were chosen, leads to that very session, and prints the cards with these questions alone."""
    page.goto(f"{base}{PREFIX[lang]}{SESSION}?minutes=60&people=3&lang={lang}")
    tick(page, 1, False)
    tick(page, 4, False)
    page.locator("[data-wm-keep-mine]").click()
    assert page.locator("[data-wm-done]").inner_text()
    wanted = f"2.3-{mark}"
    page.goto(f"{base}{PREFIX[lang]}sessions/mine/index.html")
    page.locator(".wm-a4 .wm-face").first.wait_for(state="attached")
    said = {"en": "Questions chosen: 2 of 4", "cy": "Cwestiynau a ddewiswyd: 2 o 4"}[lang]
    assert page.get_by_text(said).is_visible()
    text = mini_library().stories["the-blue-cup"].texts[lang]
    assert page.locator('.wm-face--story li').all_text_contents() == [text.questions[1], text.questions[2]]
    assert f"&asks=the-blue-cup.{wanted}" in page.evaluate("location.hash")
    link = page.locator(".wm-mine__forms a").first.get_attribute("href")
    assert link.endswith(f"?minutes=60&people=3&lang={lang}&ask={wanted}")
    page.goto(f"{base}{PREFIX[lang]}{SESSION}?{link.split('?')[1]}")
    assert ticked(page) == ["2", "3"]
    # Kept anew with the plan's own questions, it has no others.
    tick(page, 1)
    tick(page, 4)
    page.locator("[data-wm-keep-mine]").click()
    assert page.evaluate("wmKept.choice('pack').read().asks") == {}
    assert seen.complaints == []


# On the screen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", RUNS)
@both
def test_a_session_runs_to_its_end_with_exactly_the_chosen_steps(base, page, seen, lang, minutes):
    """Slide by slide; the clock's part is the slide's step of the plan; the ending waits; nothing else is asked for."""
    run(page, base, lang, f"?minutes={minutes}&lang={lang}")
    assert not page.locator(".wm-header").is_visible()
    titles = page.locator("[data-wm-outline] li").count()
    parts, run_of = [], []
    for _ in range(20):
        now = look(page)
        run_of.append(now.slide)
        if now.slide != "welcome":
            parts.append(now.part)
        if now.slide == "ending":
            assert not page.locator("[data-wm-slide=ending]").get_by_text(ENDING[lang]).is_visible()
            press(page, "ArrowRight")
            assert shown(page) == "ending"
            assert page.locator("[data-wm-slide=ending]").get_by_text(ENDING[lang]).is_visible()
        if now.last:
            break
        press(page, "ArrowRight")
    assert run_of == RUNS[minutes]
    assert len(dict.fromkeys(parts)) == titles
    own = urlsplit(base)
    assert [r for r in seen.requests if urlsplit(r)[:2] != own[:2] and not r.startswith("data:")] == []
    assert seen.complaints == []


def test_the_last_question_offers_the_close_and_another_story(served, page):
    """There alone: the close goes on with this session, another story begins where sessions are prepared."""
    run(page, served, query="?minutes=30&people=4")
    close, another = page.locator("[data-wm-onward] button"), page.locator("[data-wm-onward] a")
    go(page, "ask-3")
    assert not close.is_visible()
    go(page, "ask-4")
    assert page.locator("h2:visible").inner_text() == "Which rule have you mended of late?"
    assert urlsplit(another.get_attribute("href")).path.endswith("/sessions/index.html")
    assert "people=4" in another.get_attribute("href")
    close.click()
    assert shown(page) == "record"


def test_keys_go_on_and_back_and_leave(base, page):
    """Space and the right arrow go on, the left arrow goes back, Escape leaves, and so does the button in the corner."""
    run(page, base)
    assert shown(page) == "welcome"
    press(page, " ")
    assert shown(page) == "rules"
    press(page, "ArrowRight", "ArrowLeft")
    assert shown(page) == "rules"
    assert page.evaluate("document.activeElement.textContent") == "Our ground rules"
    press(page, "Escape")
    assert page.locator(".wm-leader").is_visible()
    assert page.evaluate("document.activeElement.dataset.wmDo") == "screen"
    assert "#" not in page.evaluate("location.href")
    page.locator("[data-wm-do=screen]").click()
    page.get_by_role("button", name="Leave", exact=True).click()
    assert page.locator(".wm-header").is_visible()


def test_space_in_a_field_is_a_space_and_escape_leaves_only_the_field(served, page):
    """Who writes is not thrown out of what they write."""
    run(page, served, query="?minutes=15")
    go(page, "close")
    page.locator("#commitments-1").focus()
    page.keyboard.type("ask first")
    press(page, "ArrowLeft")
    assert page.locator("#commitments-1").input_value() == "ask first"
    press(page, "Escape")
    assert shown(page) == "close"
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_a_button_with_the_focus_is_pressed_by_space(served, page):
    """Space on a button does what the button says, and goes on nowhere besides."""
    run(page, served)
    go(page, "rules")
    page.get_by_role("button", name="Pause the clock").focus()
    press(page, " ")
    assert shown(page) == "rules"
    assert page.get_by_role("button", name="Go on: let the clock run").is_visible()


def test_any_slide_can_be_gone_to(served, page):
    """By the list of slides and by the address; one that the plan does not have is none."""
    run(page, served)
    choice = page.get_by_label("Go to")
    choice.select_option(label=choice.locator("option").last.inner_text())
    assert shown(page) == "end"
    page.goto(f"{served}{SESSION}?minutes=60#hear")
    assert shown(page) == "hear"
    assert page.locator("[data-wm-asked] li").count() == 2
    page.goto("about:blank")
    page.goto(f"{served}{SESSION}?minutes=15#hear")
    assert page.locator(".wm-leader").is_visible()
    page.locator("[data-wm-do=screen]").click()
    page.go_back()
    assert page.locator(".wm-leader").is_visible()


@both
def test_the_other_language_opens_at_the_same_slide(base, page, lang):
    """Half way through, a group may change its language; no bar above the slide offers it."""
    run(page, base, lang, "?minutes=15")
    go(page, "story")
    page.evaluate("document.body.dataset.wmOfferShown = 'first'")
    assert not page.locator(".wm-offer:visible").count()
    page.locator(".wm-stage__top [data-wm-lang-switch]").click()
    page.wait_for_url(f"{base}{PREFIX[{'en': 'cy', 'cy': 'en'}[lang]]}{SESSION}?minutes=15*#story")
    assert shown(page) == "story"


# The clock ----------------------------------------------------------------------------------------------------


def clock(page) -> str:
    """What the clock says."""
    return " ".join(page.locator(".wm-clock__now").inner_text().split())


@pytest.mark.usefixtures("context")  # Its clock cannot be taken back.
def test_the_clock_follows_the_steps(served, page):
    """Each step has the plan's time; going back to a step, it has what it had left; over time is said in words, once."""
    page.clock.install(time="2026-11-21T10:00:00")
    page.goto(f"{served}{SESSION}?minutes=15")
    page.clock.pause_at("2026-11-21T10:01:00")
    page.locator("[data-wm-do=screen]").click()
    assert not page.locator(".wm-clock").is_visible()
    page.get_by_role("button", name="Start").click()
    assert clock(page) == "Part 1 of 5 Welcome 2:00 left"
    page.clock.run_for(30_250)
    assert clock(page) == "Part 1 of 5 Welcome 1:30 left"
    go(page, "story")
    assert clock(page) == "Part 2 of 5 Read to the pause 2:00 left"
    page.clock.run_for(10_250)
    press(page, "ArrowLeft")
    assert clock(page) == "Part 1 of 5 Welcome 1:30 left"
    page.get_by_role("button", name="Pause the clock").click()
    page.clock.run_for(60_000)
    assert clock(page) == "Part 1 of 5 Welcome 1:30 left, paused"
    page.get_by_role("button", name="+1 minute").click()
    page.get_by_role("button", name="Go on: let the clock run").click()
    page.clock.run_for(150_500)
    assert page.locator("[data-wm-clock-said]").inner_text() == "The time for this part is up: Welcome."
    page.clock.run_for(20_000)
    assert clock(page) == "Part 1 of 5 Welcome 0:20 over"
    page.get_by_role("button", name="+1 minute").click()
    assert clock(page) == "Part 1 of 5 Welcome 1:00 left"
    press(page, "ArrowRight")
    assert clock(page).startswith("Part 2 of 5 Read to the pause 1:")


@pytest.mark.usefixtures("context")  # Its clock cannot be taken back.
def test_each_run_has_its_own_time(served, page):
    """A reload lets the clock run on; who leaves and runs the session again begins anew."""
    page.clock.install(time="2026-11-21T10:00:00")
    page.goto(served + SESSION)
    page.clock.pause_at("2026-11-21T10:01:00")
    page.locator("[data-wm-do=screen]").click()
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(30_250)
    page.reload()
    page.clock.run_for(250)
    assert clock(page).split()[-2] in ("2:30", "2:29")
    press(page, "Escape")
    page.locator("[data-wm-do=screen]").click()
    page.get_by_role("button", name="Start").click()
    assert "3:00 left" in clock(page)


@pytest.mark.parametrize("kept", ['{"minutes": 7}', '{"minutes": 30, "part": 40, "left": [5]}', '{"minutes": "x", "part": null, "left": 3}', "7", "[1"])
def test_a_clock_that_cannot_be_used_is_forgotten(served, page, seen, kept):
    """The library was built anew since this tab had its session: the clock begins as on a first visit."""
    keep(page, served, "sessionStorage", "wm / session the-blue-cup clock", kept)
    page.goto(f"{served}{SESSION}#rules")
    assert "Part 1 of 6 Welcome" in clock(page)
    assert seen.complaints == []


def test_the_clock_can_be_hidden(served, page):
    """Hidden it stays hidden, and can be shown again."""
    run(page, served)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Hide the clock").click()
    assert not page.locator(".wm-clock").is_visible()
    assert page.evaluate("document.activeElement.textContent.trim()") == "Show the clock"
    page.reload()
    assert not page.locator(".wm-clock").is_visible()
    page.get_by_role("button", name="Show the clock").click()
    assert page.locator(".wm-clock").is_visible()


# Notes and commitments ----------------------------------------------------------------------------------------


def test_notes_stay_in_the_tab_and_are_saved_as_a_file(base, page, seen, tmp_path: Path):
    """Notes written on any slide are there at the end, outlive a reload (from disk if asked to), and go into a file; nothing is sent."""
    run(page, base, query="?minutes=60")
    go(page, "story")
    page.get_by_role("button", name="Notes", exact=True).click()
    page.locator("#notes-1").fill("The cup was hers.\nNobody asked.")
    if base.startswith("file:"):
        page.locator("[data-wm-keep-notes]").check()
    press(page, "Escape")
    assert shown(page) == "story"
    page.reload()
    page.wait_for_load_state("load")
    asked = len(seen.requests)
    go(page, "close")
    write(page, "#commitments-2", "Gofyn yn gyntaf: dŵr neu de?")
    go(page, "end")
    page.locator("#come-back").fill("2026-12-21")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save our notes").click()
    target = tmp_path / "notes.txt"
    download.value.save_as(target)
    text = target.read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename.startswith("the-blue-cup-notes-")
    for words in ("The blue cup", "The cup was hers.\nNobody asked.", "Gofyn yn gyntaf: dŵr neu de?", "21 December 2026"):
        assert words in text
    assert [r for r in seen.requests[asked:] if not r.startswith("blob:") and "/assets/" not in r] == []


def test_notes_go_along_to_another_story_and_say_that_they_are_there(served, page):
    """A session may have several stories, and one set of notes, which names them all."""
    run(page, served)
    page.get_by_role("button", name="Notes", exact=True).click()
    page.locator("#notes-3").fill("A second cup.")
    page.goto(f"{served}{SESSION.replace('magic-moments/the-blue-cup', 'video-transcripts/two-songs')}#welcome")
    assert page.get_by_text("This tab still holds notes from earlier.").is_visible()
    go(page, "record")
    assert page.locator("#notes-3").input_value() == "A second cup."
    go(page, "end")
    page.evaluate("() => { window.print = () => {}; }")
    page.locator("[data-wm-print]").click()
    assert page.locator("[data-wm-paper] h1").text_content() == "The blue cup, Two songs"


@pytest.mark.parametrize("kept", ["null", '{"fields": 3, "stories": "x"}', '{"fields": {"notes-1": {"a": 1}}}', "{"])
def test_notes_that_cannot_be_used_are_none(served, page, seen, kept):
    """Whatever stands where the tab keeps them."""
    keep(page, served, "sessionStorage", "wm / session notes", kept)
    page.goto(f"{served}{SESSION}#welcome")
    assert page.locator("#notes-1").input_value() == ""
    assert not page.get_by_text("This tab still holds notes").is_visible()
    assert seen.complaints == []


@both
def test_the_date_is_saved_for_a_calendar(base, page, lang, tmp_path: Path):
    """A whole day, with what was agreed; without a date nothing is saved, and it is said what is missing."""
    run(page, base, lang, "?minutes=15")
    go(page, "close")
    write(page, "#commitments-2", "Gofyn; yn gyntaf, bob tro\n" + "ŵ" * 100)
    go(page, "end")
    page.locator("[data-wm-calendar]").click()
    said = {"en": "Choose the date first.", "cy": "Dewiswch y dyddiad yn gyntaf."}[lang]
    assert page.get_by_text(said).is_visible()
    assert page.evaluate("document.activeElement.id") == "come-back"
    page.locator("#come-back").fill("2026-12-31")
    with page.expect_download() as download:
        page.locator("[data-wm-calendar]").click()
    target = tmp_path / "date.ics"
    download.value.save_as(target)
    raw = target.read_bytes()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert {"en": "The blue cup", "cy": "Y cwpan glas"}[lang] in event["summary"]
    assert "Gofyn; yn gyntaf, bob tro\n" + "ŵ" * 100 in event["description"]


def test_clearing_takes_two_presses_and_leaves_nothing(served, page):
    """One press asks, the second clears what this tab keeps."""
    run(page, served, query="?minutes=15")
    go(page, "close")
    write(page, "#commitments-1", "x")
    go(page, "end")
    page.get_by_role("button", name="Clear all we wrote").click()
    assert page.locator("#commitments-1").input_value() == "x"
    page.get_by_role("button", name="Press again to clear all").click()
    assert page.locator("#commitments-1").input_value() == ""
    assert page.evaluate("sessionStorage.getItem('wm / session notes')") is None


@both
def test_notes_print_as_a_page_of_their_own(served, page, lang):
    """What was written, the date in words, and lines to write on where nothing was; none of the bars, and no story."""
    run(page, served, lang, "?minutes=60")
    page.evaluate("() => { window.print = () => {}; }")
    go(page, "close")
    write(page, "#commitments-1", "<b>bold</b>")
    go(page, "end")
    page.locator("#come-back").fill("2026-12-21")
    page.locator("[data-wm-print]").click()
    page.emulate_media(media="print")
    paper = page.locator(".wm-session__paper")
    assert paper.is_visible()
    assert "<b>bold</b>" in paper.inner_text()
    assert {"en": "21 December 2026", "cy": "21 Rhagfyr 2026"}[lang] in paper.inner_text()
    assert paper.locator(".wm-session__blank").count() == 5
    for bar in (".wm-stage__top", "[data-wm-slide]", ".wm-leader"):
        assert not page.locator(bar).locator("visible=true").count()


# On paper and for Word ----------------------------------------------------------------------------------------


def public(library) -> list:
    """The stories that a site for everyone has pages of."""
    return [story for story in library.stories.values() if "public" in story.facts.consent.scope]


def pages_of(page, **options) -> list[str]:
    """What stands on each page when the browser prints."""
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, **options))
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf]


@pytest.mark.parametrize("minutes", RUNS)
@both
def test_the_leaders_sheet_has_two_sides_and_the_ending_stands_overleaf(base, page, lang, minutes):
    """The plan with its times, the story and what is asked at its pause; then all that follows, and lines to write on."""
    page.goto(f"{base}{PREFIX[lang]}{SESSION}?minutes={minutes}&start=14:00&people=8")
    front, back = pages_of(page)
    at_pause, afterwards = (page.locator(f"[data-wm-list={name}] li").all_text_contents() for name in ("at-pause", "afterwards"))
    assert f"14:00–14:{minutes:02}" in front.replace("15:00", "14:60")
    assert all(question in front for question in at_pause)
    assert ENDING[lang] not in front
    assert ENDING[lang] in back
    assert all(question in back and question not in front for question in afterwards)
    # The ending waits again when the sheet has been printed.
    assert not page.locator("[data-wm-ending]").get_attribute("open")


@both
def test_the_leaders_sheet_is_saved_for_word(base, page, lang, tmp_path: Path):
    """Title, plan, story and questions in order, real headings, and the ending on a page of its own."""
    page.goto(f"{base}{PREFIX[lang]}{SESSION}?minutes=30&lang={lang}")
    with page.expect_download() as download:
        page.locator("[data-wm-do=word]").click()
    target = tmp_path / "sheet.docx"
    download.value.save_as(target)
    document = docx.Document(target)
    said = [p.text for p in document.paragraphs]
    asked = page.locator(".wm-leader__asked li").all_text_contents()
    assert [text for text in said if text in asked] == asked
    over = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert over == [{"en": "What happened next", "cy": "Beth ddigwyddodd wedyn"}[lang]]
    assert document.paragraphs[0].style.name == "Heading 1"
    assert document.styles["Normal"].font.size.pt == 12
    lists = {p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number" and p._p.pPr.numPr is not None}
    assert lists == {2}


@pytest.mark.parametrize("lang", ["en", "both"])
@pytest.mark.usefixtures("printing")
def test_the_cards_are_printed_for_so_many_people(base, page, seen, lang):
    """Made when they are asked for, with the style of a page of cards; after printing, the sheet is what prints."""
    page.goto(f"{base}{SESSION}?people=3&lang={lang}&do=cards")
    page.wait_for_function("window.printed === 1")
    assert page.locator("[data-wm-sheets] .wm-a4").count() >= 2
    assert "do=" not in page.evaluate("location.href")
    page.emulate_media(media="print")
    assert not page.locator(".wm-leader").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".wm-leader").is_visible()
    assert not page.locator(".wm-a4").count()
    # For a printer with one side front and back stand side by side.
    page.emulate_media(media="screen")
    page.locator("[data-wm-folded]").check()
    page.locator("[data-wm-do=cards]").click()
    page.wait_for_function("window.printed === 2")
    assert page.locator(".wm-a4").count() == page.locator(".wm-a4__marks path[stroke-dasharray]").count() > 0
    assert seen.complaints == []


@pytest.mark.parametrize(("do", "happens"), [("sheet", "window.printed === 1"), ("screen", "document.body.dataset.wmStage === 'session'")])
@pytest.mark.usefixtures("printing")
def test_what_an_address_asks_for_is_done_once(base, page, do, happens):
    """A press on the story's page leads here and has it done; the page that is opened again is the page alone."""
    page.goto(f"{base}{SESSION}?minutes=15&do={do}")
    page.wait_for_function(happens)
    assert "do=" not in page.evaluate("location.href")


# What takes the screen comes at the first touch ---------------------------------------------------------------

STAGE = ("page-session-stage.js", "session-stage.css", "session-words.js")


def asked_for(seen) -> set[str]:
    """Which of its files have been asked for."""
    return {name for name in STAGE if any(request.endswith(name) for request in seen.requests)}


@both
@pytest.mark.parametrize("touch", ["key", "pointer", "scroll"])
def test_what_takes_the_screen_comes_at_the_first_touch(base, page, seen, lang, touch):
    """Not before it, whole with it, and then it stands closed until it is run."""
    page.goto(f"{base}{PREFIX[lang]}{SESSION}")
    page.wait_for_load_state("networkidle")
    assert asked_for(seen) == set()
    if touch == "key":
        page.keyboard.press("Tab")
    elif touch == "pointer":
        page.locator("h1").click()
    else:
        page.mouse.wheel(0, 200)
    page.wait_for_function("'wmStaged' in document.body.dataset")
    assert asked_for(seen) == set(STAGE)
    assert page.locator(".wm-leader").is_visible()
    assert not page.locator(".wm-stage__top").is_visible()
    assert seen.complaints == []


@both
@pytest.mark.usefixtures("context")  # It holds a file back.
def test_a_press_waits_with_a_word_and_is_done(served, page, lang):
    """Run on the screen before its files have come: a word says so, and then the session runs."""
    held = []
    page.route("**/js/page-session-stage.js", lambda route: held.append(route))
    page.goto(f"{served}{PREFIX[lang]}{SESSION}")
    page.locator("[data-wm-do=screen]").click()
    assert page.locator("[data-wm-done]").inner_text() == {"en": "One moment.", "cy": "Un eiliad."}[lang]
    page.wait_for_timeout(100)
    assert page.locator(".wm-leader").is_visible()
    held[0].continue_()
    page.locator("[data-wm-now]").wait_for()
    assert shown(page) == "welcome"


@pytest.mark.parametrize("file", STAGE)
@pytest.mark.usefixtures("context")  # It breaks a file.
def test_where_the_screen_does_not_come_the_page_stays(served, page, file):
    """By a press, which says so and may be made again; and at an address that names a slide, where nothing is shown by half."""
    broken = [True]
    page.route(f"**/{file}", lambda route: route.abort() if broken[0] else route.continue_())
    page.goto(f"{served}{SESSION}#story")
    page.locator(".wm-leader").wait_for()
    assert not page.locator(".wm-stage__top").is_visible()
    page.locator("[data-wm-do=screen]").click()
    page.get_by_text("did not come").wait_for()
    assert page.locator(".wm-leader").is_visible()
    broken[0] = False
    page.locator("[data-wm-do=screen]").click()
    page.locator("[data-wm-now]").wait_for()
    assert shown(page) == "welcome"
    assert page.locator(".wm-stage__top").is_visible()
    assert not page.locator(".wm-leader").is_visible()


@pytest.mark.usefixtures("context")  # It holds a file back.
def test_nothing_is_seen_of_a_session_before_its_style(served, page):
    """At an address that names a slide neither the page nor a bare slide is shown meanwhile."""
    held = []
    page.route("**/css/session-stage.css", lambda route: held.append(route))
    page.goto(f"{served}{SESSION}#ending", wait_until="commit")
    page.wait_for_function("window.wmSession && document.readyState !== 'loading'")
    page.wait_for_timeout(200)
    assert page.locator(":is(h1, .wm-leader, [data-wm-slide]):visible").count() == 0
    held[0].continue_()
    page.locator("[data-wm-now]").wait_for()
    assert shown(page) == "ending"
    assert page.locator("[data-wm-now] summary").is_visible()


# Every screen, every reader -----------------------------------------------------------------------------------


@both
def test_the_page_is_sound(served, page, lang):
    """axe-core finds nothing, and no width scrolls sideways, with all that can be said standing there."""
    page.goto(f"{served}{PREFIX[lang]}{SESSION}?minutes=60&lang=both&start=24:00")
    page.locator("[name=people]").fill("0")
    page.locator("[name=people]").blur()
    assert_axe_finds_nothing(page)
    page.locator("[data-wm-ending] summary").click()
    page.locator(".wm-ticks__later summary").click()
    assert_axe_finds_nothing(page)
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert_axe_finds_nothing(page, "dark")
    assert_nothing_runs_over(page, 320, 768, 1280)


@pytest.mark.parametrize(("width", "height"), [(320, 568), (1024, 768), (1280, 800)])
@both
def test_every_slide_fits_the_screen_and_axe_finds_nothing(served, page, lang, width, height):
    """No slide runs over the side, and on a projector none scrolls at all, open endings too; axe-core finds nothing on any,
    on a phone in light and on a projector in dark."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if width == 1024 else "light")
    run(page, served, lang, "?minutes=60")
    size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    for _ in range(20):
        across, down = page.evaluate(size)
        assert across <= width, shown(page)
        assert width < 1024 or down <= height, shown(page)
        if width != 1280:
            assert_axe_finds_nothing(page, shown(page))
        if shown(page) == "end":
            return
        press(page, "ArrowRight")
    raise AssertionError("the session has no end")


#: Opens pages of sessions one after the other in a frame of the window's size. For each: how far each slide runs over the window,
#: with its ending open, in px; and what stands on the page when it is printed, which is left as this document, one after the other.
IN_A_FRAME = f"""async ([addresses, between]) => {{
  const frame = document.createElement("iframe");
  Object.assign(frame.style, {{ visibility: "hidden", position: "fixed", inset: 0, border: 0, width: "100%", height: "100%" }});
  document.body.append(frame);
  const bodies = [], over = [];
  for (const address of addresses) {{
    await new Promise((loaded) => {{ Object.assign(frame, {{ onload: loaded, src: address }}); }});
    const own = frame.contentWindow, page = own.document;
    own.dispatchEvent(new Event("beforeprint"));
    bodies.push(document.importNode(page.body, true));
    own.dispatchEvent(new Event("afterprint"));
    // That the address follows the slides is looked at elsewhere, and told to the browser each time.
    own.history.replaceState = () => {{}};
    page.querySelector("[data-wm-do=screen]").click();
    while (!page.querySelector("[data-wm-now]")) await new Promise((then) => {{ own.requestAnimationFrame(then); }});
    const more = [], on = page.querySelector("[data-wm-on]");
    for (;;) {{
      const by = page.documentElement.scrollHeight - own.innerHeight;
      if (by > 0) more.push([page.querySelector("[data-wm-now]").dataset.wmSlide, by]);
      if (on.disabled) break;
      on.click();
    }}
    over.push(more);
  }}
  const {{ documentElement: whole, head, body }} = frame.contentDocument;
  for (const [from, to] of [[whole, document.documentElement], [body, document.body]]) {{
    Array.from(from.attributes).filter(({{ name }}) => name !== "data-wm-stage").forEach(({{ name, value }}) => to.setAttribute(name, value));
  }}
  const sheets = Array.from(head.querySelectorAll("link[rel=stylesheet]"), (link) => Object.assign(document.importNode(link), {{ href: link.href }}));
  await Promise.all(sheets.map((link) => new Promise((loaded) => {{ link.onload = loaded; document.head.append(link); }})));
  await document.fonts.ready;
  ({LAY})(bodies, between);
  return over;
}}"""
#: The smallest type of the leaders' sheets of this document, in px.
SMALLEST = """() => Math.min(...Array.from(document.querySelectorAll(".wm-leader :is(p, li, dd, h3):not(.wm-leader__origin)"),
  (one) => parseFloat(getComputedStyle(one).fontSize)))"""


@both
def test_every_session_of_the_library_fits_its_sheet_and_a_projector(library_served, page, real, lang):
    """By the longest plan: no third side, with the address of no site, and no type under 12 points; and no slide that scrolls
    at 1024 x 768 and its ordinary size. The longest of each kind is printed by itself as well, as the others would be."""
    page.set_viewport_size({"width": 1024, "height": 768})
    stories = public(real)
    addresses = {story.id: f"{library_served}{PREFIX[lang]}{story.path}session/index.html?minutes=60&start=14:00" for story in stories}
    # A page of the site is let into no frame of its own: the one around the frame is none.
    with page.route("**/frame.html", lambda route: route.fulfill(content_type="text/html", body="<!doctype html><title>Frame</title>")):
        page.goto(f"{library_served}frame.html")
    over = dict(zip(addresses, page.evaluate(IN_A_FRAME, [list(addresses.values()), BETWEEN]), strict=True))
    assert {name: slides for name, slides in over.items() if slides} == {}
    page.emulate_media(media="print")
    assert page.evaluate(SMALLEST) >= 16  # 12 pt
    printed = dict(zip(addresses, each_on_paper(page, len(addresses)), strict=True))
    for story in stories:
        assert len(printed[story.id]) == 2, story.id
        assert " ".join(story.texts[lang].after[0].split()[:9]) not in " ".join(printed[story.id][0].split())
    page.emulate_media(media="null")
    for story in longest_of_each_kind(stories, lang):
        page.goto(addresses[story.id])
        assert paper(page) == printed[story.id]


def test_type_is_big_enough_for_a_wall(served, page):
    """On a projector of 1024 x 768 a story is never under 22 px, and a question is larger than that."""
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{served}{SESSION}#story")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert page.locator(".wm-session__letter p:visible").first.evaluate(size) >= 22
    page.goto(f"{served}{SESSION}#ask-1")
    page.wait_for_function("document.querySelector('[data-wm-slide=ask-1]').offsetParent")
    assert page.locator(".wm-session__question:visible").evaluate(size) >= 40


@both
def test_without_scripts_the_page_is_the_leaders_sheet(served, chromium, lang):
    """The plan of half an hour, the story, and the ending closed until it is opened; nothing needs a script."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{PREFIX[lang]}{SESSION}?minutes=60")
    assert page.locator("[data-wm-plan] li:visible").count() == 6
    assert page.locator(".wm-header").is_visible()
    assert not page.locator(".wm-stage__top").is_visible()
    assert not page.locator("article :is(button, input):visible").count()
    assert not page.locator(".wm-leader").get_by_text(ENDING[lang]).is_visible()
    front, back = pages_of(page)
    assert ENDING[lang] not in front
    assert ENDING[lang] in back
    page.locator("summary:visible").first.click()
    assert page.locator(".wm-leader").get_by_text(ENDING[lang]).is_visible()
    context.close()
