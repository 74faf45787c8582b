"""A team's own recording on its story's page: it stops at its pause, in both languages, over HTTP and from disk."""

from __future__ import annotations

import pytest

from tests.browser.sound import assert_axe_finds_nothing, assert_nothing_runs_over

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
STORY = "stories/practice-examples/a-walk-to-the-shop/index.html"
FIRST = {"en": "I walk to the shop each morning.", "cy": "Dw i'n cerdded i'r siop bob bore."}
LAST = {"en": "Then I shall put on my coat.", "cy": "Fe wisga i fy nghot, 'te."}
STOP = {"en": "Stop here and talk", "cy": "Arhoswch yma i drafod"}
#: Seconds at which the film stops.
PAUSE = 4
TIME = "document.querySelector('video').currentTime"


@pytest.fixture
def shown(base, page, seen, lang):
    """The story's page in a language, its film ready."""
    page.goto(f"{base}{PREFIX[lang]}{STORY}")
    page.wait_for_function("document.querySelector('video').readyState >= 1")
    return page


def play(page, at: float) -> None:
    """Let the film run from a time on, as somebody does who presses its button."""
    page.evaluate("at => { const film = document.querySelector('video'); film.muted = true; film.currentTime = at; return film.play(); }", at)


def stopped(page) -> None:
    page.wait_for_function("document.querySelector('video').paused")
    page.locator("[data-wm-stop]").wait_for()


@both
def test_nothing_plays_by_itself(shown, lang):
    """The film is there with its length, and stands still at its beginning."""
    page = shown
    page.wait_for_timeout(300)
    assert page.evaluate(f"[document.querySelector('video').paused, {TIME}, document.querySelector('video').duration > 7]") == [True, 0, True]
    assert not page.locator("[data-wm-stop]").is_visible()


@both
def test_it_stops_at_its_pause(shown, seen, lang):
    """By itself, with the words of every pause; the heading has the focus, and what follows cannot be read."""
    page = shown
    page.locator("video").focus()
    play(page, PAUSE - 1)
    stopped(page)
    assert page.evaluate(TIME) == PAUSE
    assert page.evaluate("document.activeElement.textContent") == STOP[lang]
    article = page.locator("article").inner_text()
    assert FIRST[lang] in article
    assert LAST[lang] not in article
    assert seen.complaints == []


@both
def test_nobody_gets_past_the_pause_with_the_slider(shown, lang):
    """Wherever it is moved to, the film stands at its pause and says so."""
    page = shown
    page.evaluate("document.querySelector('video').currentTime = 7")
    stopped(page)
    assert page.evaluate(TIME) == PAUSE


@both
def test_it_goes_on_when_somebody_presses_on(shown, lang):
    """By the keyboard: from the heading the next stop is the button; the rest is played and can be read."""
    page = shown
    play(page, PAUSE - 0.5)
    stopped(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function(f"{TIME} > {PAUSE + 0.5}")
    assert not page.locator("[data-wm-stop]").is_visible()
    assert page.get_by_text(LAST[lang]).is_visible()
    page.evaluate("document.querySelector('video').currentTime = 6.5")
    page.wait_for_function(f"{TIME} > 7")


@both
def test_it_stops_again_for_whoever_goes_back(shown, lang):
    """A second group sees no ending either."""
    page = shown
    play(page, PAUSE - 0.3)
    stopped(page)
    page.locator("[data-wm-go-on]").click()
    page.wait_for_function(f"{TIME} > {PAUSE}")
    play(page, PAUSE - 0.3)
    page.wait_for_function(f"{TIME} < {PAUSE}")
    stopped(page)
    assert page.evaluate(TIME) == PAUSE


@both
def test_captions_are_there_in_both_languages(shown, seen, lang):
    """Those of the page's language are on; the words of a time are those of the file."""
    page = shown
    found = """() => Array.from(document.querySelector('video').textTracks, (t) =>
        [t.language, t.label, t.mode, t.cues ? Array.from(t.cues, (c) => [c.startTime, c.getCueAsHTML().textContent.replace(/\\n/g, " ")]) : null])"""
    page.wait_for_function("Array.from(document.querySelector('video').textTracks).some((t) => t.mode === 'showing' && t.cues && t.cues.length === 4)")
    tracks = {language: (label, mode, cues) for language, label, mode, cues in page.evaluate(found)}
    other = "en" if lang == "cy" else "cy"
    assert [tracks[k][0] for k in ("en", "cy")] == ["English", "Cymraeg"]
    assert (tracks[lang][1], tracks[other][1]) == ("showing", "disabled")
    assert tracks[lang][2][0] == [0.4, FIRST[lang]]
    page.evaluate("lang => { for (const t of document.querySelector('video').textTracks) t.mode = t.language === lang ? 'showing' : 'disabled'; }", other)
    page.wait_for_function("lang => Array.from(document.querySelector('video').textTracks).some((t) => t.language === lang && t.cues && t.cues.length === 4)", arg=other)
    assert {k: v[2][0][1] for k, v in {t[0]: (t[1], t[2], t[3]) for t in page.evaluate(found)}.items() if v[1] == "showing"} == {other: FIRST[other]}
    assert seen.complaints == []


@both
def test_a_press_on_a_time_goes_there(shown, lang):
    """By the keyboard; the turn that is spoken is marked, for eyes and for screen readers."""
    page = shown
    page.evaluate("document.querySelector('video').muted = true")
    page.locator(".wm-turns button").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"{TIME} >= 2")
    page.wait_for_function("document.querySelectorAll('[data-wm-turn]')[1].getAttribute('aria-current') === 'true'")
    assert page.locator("[data-wm-turn][aria-current]").count() == 1
    assert page.locator(".wm-turns__now").count() == 1


@both
def test_the_page_follows_only_if_asked(shown, lang):
    """It stays where the reader has it until the box is ticked."""
    page = shown
    page.set_viewport_size({"width": 400, "height": 300})
    page.evaluate("document.querySelector('video').muted = true; window.scrollTo(0, 0)")
    play(page, 2.5)
    page.wait_for_function("document.querySelectorAll('[data-wm-turn]')[1].hasAttribute('aria-current')")
    assert page.evaluate("window.scrollY") == 0
    page.locator("[data-wm-follow]").evaluate("box => { box.checked = true; }")
    play(page, 0.5)
    page.wait_for_function("window.scrollY > 0")


@both
def test_what_is_said_after_the_pause_waits_closed(shown, lang):
    """One press of a key opens it; a press on a time in it is pressing on."""
    page = shown
    page.evaluate("document.querySelector('video').muted = true")
    assert not page.get_by_text(LAST[lang]).is_visible()
    page.locator("[data-wm-after] > summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text(LAST[lang]).is_visible()
    page.locator("[data-wm-after] button").last.click()
    page.wait_for_function(f"{TIME} > 6")
    assert not page.locator("[data-wm-stop]").is_visible()


@both
@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_is_sound_where_it_has_stopped(served, page, lang, look):
    """axe finds nothing, and nothing runs over the edge of a narrow screen."""
    page.emulate_media(color_scheme=look)
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{served}{PREFIX[lang]}{STORY}")
    page.wait_for_function("document.querySelector('video').readyState >= 1")
    play(page, PAUSE - 0.3)
    stopped(page)
    page.locator("[data-wm-after]").evaluate("part => { part.open = true; }")
    assert_axe_finds_nothing(page)
    assert_nothing_runs_over(page)


@both
def test_without_scripts_player_captions_and_transcript_are_there(served, chromium, lang):
    """The browser's own player stops at the pause by the file's address; what is said after it waits closed."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{PREFIX[lang]}{STORY}")
    film = page.locator("video")
    addresses = [film.locator("source").get_attribute("src")] + [t.get_attribute("src") for t in film.locator("track").all()]
    shown = page.locator("article").inner_text()
    found = [page.request.get(f"{page.url.rsplit('/', 1)[0]}/{address.split('#')[0]}").status for address in addresses]
    controls = film.get_attribute("controls")
    context.close()
    assert addresses[0].endswith("#t=0,4")
    assert found == [200, 200, 200]
    assert controls is not None
    assert FIRST[lang] in shown
    assert "0:02" in shown
    assert LAST[lang] not in shown


@pytest.mark.usefixtures("context")  # It keeps a file away.
def test_without_scripts_it_stops_too(served, page):
    """What the address of the film alone does, its page's script kept away."""
    page.route("**/page-recording.js", lambda route: route.fulfill(body=""))
    page.goto(served + STORY)
    play(page, 3)
    page.wait_for_function("document.querySelector('video').paused")
    assert page.evaluate(TIME) == pytest.approx(PAUSE, abs=0.4)
