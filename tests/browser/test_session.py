"""A session on a screen: by keyboard alone, clock, notes, and one readable page without scripts."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.sound import assert_axe_finds_nothing

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
SESSION = "packs/worth-it/session/index.html"


def shown(page) -> str:
    """The name of the one step that is seen."""
    names = page.evaluate(
        "[...document.querySelectorAll('[data-wm-step]')].filter(s => s.offsetParent).map(s => s.dataset.wmStep)")
    assert len(names) == 1, names
    return names[0]


def press(page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def go(page, step: str) -> None:
    """Forward by the right arrow until a step is shown."""
    for _ in range(40):
        if shown(page) == step:
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"no step {step}")


@both
def test_the_pack_leads_to_its_session_and_the_session_back(base, page, seen, lang):
    """From the pack's page into the session and out again by the link in its corner; nothing is asked of other hosts."""
    page.goto(f"{base}{PREFIX[lang]}packs/worth-it/index.html")
    name = {"en": "Run the session on a screen", "cy": "Cynnal y sesiwn ar sgrin"}[lang]
    page.get_by_role("link", name=name).click()
    page.wait_for_url(f"{base}{PREFIX[lang]}{SESSION}")
    assert not page.locator(".wm-header").is_visible()
    page.get_by_role("link", name={"en": "Leave", "cy": "Gadael"}[lang], exact=True).click()
    page.wait_for_url(f"{base}{PREFIX[lang]}packs/worth-it/index.html")
    own = urlsplit(base)
    assert [r for r in seen.requests if urlsplit(r)[:2] != own[:2] and not r.startswith("data:")] == []
    assert seen.complaints == []


def test_the_session_runs_by_keyboard_alone(base, page):
    """Space and the right arrow go on, the left arrow goes back; what happened next waits until it is asked for;
    then each question by itself; Escape leaves."""
    page.goto(base + SESSION)
    assert shown(page) == "welcome"
    press(page, " ")
    assert shown(page) == "rules"
    press(page, "ArrowRight", "ArrowLeft")
    assert shown(page) == "rules"
    go(page, "story-the-blue-cup")
    assert page.get_by_text("Stop here and talk").locator("visible=true").count() == 1
    assert not page.get_by_text("fetched the cup from the bin").is_visible()
    press(page, " ")
    assert shown(page) == "next-the-blue-cup"
    assert not page.get_by_text("fetched the cup from the bin").is_visible()
    press(page, " ")
    assert shown(page) == "next-the-blue-cup"
    assert page.get_by_text("fetched the cup from the bin").is_visible()
    press(page, " ")
    assert shown(page) == "ask-the-blue-cup-1"
    assert page.locator("h3:visible").inner_text() == "Which rule would you have kept?"
    press(page, "ArrowRight")
    assert shown(page) == "ask-the-blue-cup-2"
    press(page, "Escape")
    page.wait_for_url(f"{base}packs/worth-it/index.html")


def test_focus_follows_the_step(served, page):
    """Each step's heading has the focus, so that it is read out, and the next press of a key goes on from there."""
    page.goto(served + SESSION)
    go(page, "rules")
    assert page.evaluate("document.activeElement.textContent") == "Our ground rules"


def test_space_in_a_field_is_a_space_and_escape_leaves_only_the_field(served, page):
    """Who writes is not thrown out of what they write."""
    page.goto(served + SESSION)
    go(page, "commitments")
    page.locator("#slip-1").focus()
    page.keyboard.type("ask first")
    press(page, "ArrowLeft")
    assert page.locator("#slip-1").input_value() == "ask first"
    press(page, "Escape")
    assert shown(page) == "commitments"
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_a_button_with_the_focus_is_pressed_by_space(served, page):
    """Space on a button does what the button says, and goes on nowhere besides."""
    page.goto(served + SESSION)
    go(page, "rules")
    page.get_by_role("button", name="Pause the clock").focus()
    press(page, " ")
    assert shown(page) == "rules"
    assert page.get_by_role("button", name="Let the clock go on").is_visible()


def test_any_step_can_be_gone_to(served, page):
    """By the list of steps, by the list of stories, by the address."""
    page.goto(served + SESSION)
    page.get_by_label("Go to").select_option(label=page.get_by_label("Go to").locator("option").last.inner_text())
    assert shown(page) == "commitments"
    page.goto(f"{served}{SESSION}#stories")
    page.get_by_role("link", name="The blue cup").click()
    # A link within the page tells the script of it a moment later.
    page.wait_for_function("document.querySelector('[data-wm-step=story-the-blue-cup]').offsetParent")
    assert shown(page) == "story-the-blue-cup"
    page.goto(f"{served}{SESSION}#no-such-step")
    page.reload()
    assert shown(page) == "welcome"


@both
def test_the_other_language_opens_at_the_same_step(base, page, lang):
    """Half way through, a group may change its language."""
    page.goto(f"{base}{PREFIX[lang]}{SESSION}")
    go(page, "story-the-blue-cup")
    page.locator(".wm-stage__top [data-wm-lang-switch]").click()
    page.wait_for_url(f"{base}{PREFIX[{'en': 'cy', 'cy': 'en'}[lang]]}{SESSION}#story-the-blue-cup")
    assert shown(page) == "story-the-blue-cup"


# The clock ----------------------------------------------------------------------------------------------------


def clock(page) -> str:
    """What the clock says."""
    return " ".join(page.locator(".wm-clock__now").inner_text().split())


def test_the_clock_runs_pauses_lengthens_and_says_when_it_is_over(served, page):
    """Minutes come from the plan; over time is said in words, once, to those who listen; nothing moves on by itself."""
    page.clock.install(time="2026-11-21T10:00:00")
    page.goto(served + SESSION)
    page.get_by_label("15 minutes").check()
    page.clock.pause_at("2026-11-21T10:01:00")
    page.get_by_role("button", name="Start").click()
    assert clock(page) == "Part 1 of 5 Welcome 2:00 left"
    page.clock.run_for(30_250)
    assert clock(page) == "Part 1 of 5 Welcome 1:30 left"
    page.get_by_role("button", name="Pause the clock").click()
    page.clock.run_for(60_000)
    assert clock(page) == "Part 1 of 5 Welcome 1:30 left, paused"
    page.get_by_role("button", name="+1 minute").click()
    page.get_by_role("button", name="Let the clock go on").click()
    page.clock.run_for(150_500)
    said = page.locator("[data-wm-clock-said]").inner_text()
    assert said == "The time for this part is up: Welcome."
    page.clock.run_for(20_000)
    assert clock(page) == "Part 1 of 5 Welcome 0:20 over"
    assert shown(page) == "rules"
    page.get_by_role("button", name="+1 minute").click()
    assert clock(page) == "Part 1 of 5 Welcome 1:00 left"
    page.get_by_role("button", name="Next part").click()
    assert clock(page) == "Part 2 of 5 Read to the pause 2:00 left"


def test_each_session_has_its_own_time(served, page):
    """Looking back at the plan lets the clock run on, and so does a reload; who opens the pack anew begins anew."""
    page.clock.install(time="2026-11-21T10:00:00")
    page.goto(served + SESSION)
    page.clock.pause_at("2026-11-21T10:01:00")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(30_250)
    for back_to_it in (lambda: press(page, "ArrowLeft", "ArrowRight"), page.reload):
        back_to_it()
        page.clock.run_for(250)
        assert clock(page).split()[-2] in ("2:30", "2:29")
    page.goto(served)
    page.goto(served + SESSION)
    page.get_by_role("button", name="Start").click()
    assert "3:00 left" in clock(page)


@pytest.mark.parametrize("kept", ['{"minutes": 7}', '{"minutes": 60, "part": 40, "left": 5}', '{"minutes": "x", "part": null}', "7"])
def test_a_plan_that_is_no_longer_offered_is_forgotten(served, page, seen, kept):
    """The pack was built anew since this tab had its session: the clock begins as on a first visit."""
    page.goto(served + SESSION)
    page.evaluate("kept => sessionStorage.setItem('wm-session-worth-it-clock', kept)", kept)
    page.goto(served + "index.html")
    page.goto(served + SESSION)
    assert page.locator("[data-wm-lengths] input:checked").count() == 1
    press(page, "ArrowRight")
    assert page.locator("[data-wm-clock-part]").inner_text()
    assert seen.complaints == []


def test_the_clock_can_be_hidden_and_need_not_be_at_all(served, page):
    """Hidden it stays hidden, and can be shown again; a session may have none."""
    page.goto(served + SESSION)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Hide the clock").click()
    assert not page.locator(".wm-clock").is_visible()
    assert page.evaluate("document.activeElement.textContent.trim()") == "Show the clock"
    page.reload()
    assert not page.locator(".wm-clock").is_visible()
    page.get_by_role("button", name="Show the clock").click()
    assert page.locator(".wm-clock").is_visible()
    page.goto(f"{served}{SESSION}#welcome")
    page.get_by_label("No clock").check()
    page.get_by_role("button", name="Start").click()
    assert not page.locator(".wm-clock").is_visible()


# Notes and commitments ----------------------------------------------------------------------------------------


def test_notes_stay_in_the_tab_and_are_saved_as_a_file(base, page, seen, tmp_path: Path):
    """Notes written at any step are there at the end, outlive a reload, and go into a file; nothing is sent."""
    page.goto(base + SESSION)
    go(page, "story-the-blue-cup")
    page.get_by_role("button", name="Notes").click()
    page.locator("#note-1").fill("The cup was hers.\nNobody asked.")
    press(page, "Escape")
    assert shown(page) == "story-the-blue-cup"
    page.reload()
    page.wait_for_load_state("load")
    asked = len(seen.requests)
    go(page, "commitments")
    page.locator("#slip-2").fill("Gofyn yn gyntaf: dŵr neu de?")
    page.locator("#come-back").fill("2026-12-21")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    target = tmp_path / "notes.txt"
    download.value.save_as(target)
    text = target.read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename.startswith("worth-it-session-")
    for words in ("Worth it", "The cup was hers.\nNobody asked.", "Gofyn yn gyntaf: dŵr neu de?", "21 December 2026"):
        assert words in text
    assert [r for r in seen.requests[asked:] if not r.startswith("blob:") and "/assets/" not in r] == []


def test_clearing_takes_two_presses_and_leaves_nothing(served, page):
    """One press asks, the second clears what this tab keeps."""
    page.goto(served + SESSION)
    go(page, "commitments")
    page.locator("#slip-1").fill("x")
    page.get_by_role("button", name="Clear all we wrote").click()
    assert page.locator("#slip-1").input_value() == "x"
    page.get_by_role("button", name="Press again to clear all").click()
    assert page.locator("#slip-1").input_value() == ""
    assert page.evaluate("sessionStorage.getItem('wm-session-worth-it-notes')") is None


@both
def test_commitments_print_as_a_page_of_their_own(served, page, lang):
    """What was written, the date in words, and lines to write on where nothing was; none of the bars."""
    page.goto(f"{served}{PREFIX[lang]}{SESSION}#commitments")
    page.evaluate("() => { window.print = () => {}; }")
    page.locator("#slip-1").fill("<b>bold</b>")
    page.locator("#come-back").fill("2026-12-21")
    page.locator("[data-wm-print]").click()
    page.emulate_media(media="print")
    paper = page.locator(".wm-session__paper")
    assert paper.is_visible()
    assert "<b>bold</b>" in paper.inner_text()
    assert {"en": "21 December 2026", "cy": "21 Rhagfyr 2026"}[lang] in paper.inner_text()
    assert paper.locator(".wm-session__blank").count() == 5
    assert not page.locator(".wm-stage__top").is_visible()
    assert not page.locator("[data-wm-commitments]").is_visible()


# Every screen, every reader -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [(320, 568), (1024, 768), (1280, 800)])
@both
def test_every_step_fits_the_screen_and_axe_finds_nothing(served, page, lang, width, height):
    """No step runs over the side; axe-core finds nothing on any of them, on a phone in light and on a projector in dark."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if width == 1024 else "light")
    page.goto(f"{served}{PREFIX[lang]}{SESSION}")
    page.evaluate(f"localStorage.setItem('wm-lang', '{lang}')")
    page.reload()
    steps = page.locator("[data-wm-step]").count()
    for _ in range(steps + 5):
        assert page.evaluate("document.documentElement.scrollWidth") <= width, shown(page)
        if width != 1280:
            assert_axe_finds_nothing(page, shown(page))
        if shown(page) == "commitments":
            return
        press(page, "ArrowRight")
    raise AssertionError("the session has no end")


def test_type_is_big_enough_for_a_wall(served, page):
    """On a projector of 1024 x 768 a story is never under 22 px, and a question is larger than that."""
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{served}{SESSION}#story-the-blue-cup")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert page.locator(".wm-session__letter p:visible").first.evaluate(size) >= 22
    page.goto(f"{served}{SESSION}#ask-the-blue-cup-1")
    assert page.locator("h3:visible").evaluate(size) >= 40


@both
def test_without_scripts_the_session_is_one_page_in_order(served, chromium, lang):
    """Everything stands there in order, what happened next opens by itself, and nothing needs a script."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{PREFIX[lang]}{SESSION}")
    said = page.locator("article").inner_text()
    order = {"en": ("Worth it", "Our ground rules", "The blue cup", "Show what happened next", "Which rule would you have kept?",
                    "What we will do"),
             "cy": ("Gwerth chweil", "Ein rheolau sylfaenol", "Y cwpan glas", "Dangos beth ddigwyddodd wedyn", "Beth wnawn ni")}[lang]
    places = [said.rfind(words) if words == order[2] else said.find(words) for words in order]
    assert -1 not in places
    assert page.locator(".wm-header").is_visible()
    assert not page.locator(".wm-stage__top").is_visible()
    assert not page.locator("article button:visible").count()
    page.locator("summary:visible", has_text=order[3]).first.click()
    assert page.locator("details[open] .wm-session__letter").first.is_visible()
    context.close()


def test_a_browser_that_keeps_nothing_still_runs_the_session(served, chromium):
    """Storage may be refused: no error, the notes are there as long as the page is, and it is not left without a question."""
    context = chromium.new_context()
    context.add_init_script("""for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, { get() { throw new DOMException("refused"); } });""")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.goto(served + SESSION)
    go(page, "notes")
    page.locator("#note-1").fill("x")
    press(page, "Escape")
    go(page, "commitments")
    leaving = "() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.evaluate(leaving) is False
    page.locator("#note-1").evaluate("field => { field.value = ''; }")
    assert page.evaluate(leaving) is True
    assert errors == []
    context.close()
