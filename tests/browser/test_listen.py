"""Listening to a story: only by a voice of the reader's own device, sentence by sentence, and never past the pause unasked.

No machine of these tests has a voice, so that the page finds one that notes what it is given and speaks when it is told to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from tests.browser.sound import assert_axe_finds_nothing_by_day_and_night, assert_nothing_runs_over
from tests.browser.together import FETCH, longest_of_each_kind
from tests.weight.served import WATCH

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
STORY = "stories/magic-moments/the-blue-cup/index.html"

LOCAL = {
    "en": {"name": "Own English", "lang": "en-GB", "localService": True},
    "cy": {"name": "Own Welsh", "lang": "cy_GB", "localService": True},
}
REMOTE = [
    {"name": "Distant English", "lang": "en-GB", "localService": False, "default": True},
    {"name": "Distant Welsh", "lang": "cy-GB", "localService": False},
]
#: What each page has said when it has come to its pause, and what it must not have said.
FIRST = {
    "en": ["The blue cup", "Mrs Pugh drank her tea from a blue cup."],
    "cy": ["Y cwpan glas", "O gwpan glas roedd Mrs Pugh yn yfed ei the."],
}
LAST = {"en": "Who in your team may bend a rule?", "cy": "Pwy yn eich tîm chi sy'n cael plygu rheol?"}
ENDING = {"en": "What happened next", "cy": "Beth ddigwyddodd wedyn"}
TOLD = {"en": "A friend filed the chip until it was smooth.", "cy": "Ffeiliodd ffrind y tolc nes ei fod yn llyfn."}
LISTEN = {"en": "Listen", "cy": "Gwrando"}
STOP = {"en": "Stop", "cy": "Stopio"}
ON = {"en": "Go on", "cy": "Mynd ymlaen"}
NEXT = {"en": "Hear what happened next", "cy": "Clywed beth ddigwyddodd wedyn"}

#: The device's voices: what was spoken is noted, and a sentence ends when the test says so.
DEVICE = """(() => {
  let voices = %s, now = null;
  const synth = new EventTarget();
  const heard = window.heard = [];
  synth.getVoices = () => voices;
  synth.speak = (one) => { now = one; heard.push({ text: one.text, voice: one.voice ? one.voice.name : "", lang: one.lang, rate: one.rate }); };
  synth.cancel = () => { const was = now; now = null; if (was && was.onerror) setTimeout(() => was.onerror({ error: "interrupted" })); };
  window.voicesNow = (list) => { voices = list; synth.dispatchEvent(new Event("voiceschanged")); };
  window.endSentence = () => { const was = now; now = null; if (was) was.onend({}); return Boolean(was); };
  window.failSentence = () => { const was = now; now = null; was.onerror({ error: "synthesis-failed" }); };
  window.isSpeaking = () => Boolean(now);
  Object.defineProperty(window, "speechSynthesis", { value: synth, configurable: true });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: class { constructor(text) { this.text = text; } }, configurable: true });
})();"""


@pytest.fixture
def device(before_each_page) -> Callable[..., None]:
    """Gives the device voices, from the next page on, in place of those that it had."""
    return lambda *voices: before_each_page(DEVICE % json.dumps(voices))


def press(page, name: str) -> None:
    """Press the button of that name in the box for listening."""
    page.locator(".wm-listen").get_by_role("button", name=name, exact=True).click()


def heard(page) -> list[str]:
    """What was given to the voice."""
    return [one["text"] for one in page.evaluate("window.heard")]


def hear_out(page) -> list[str]:
    """Let the voice speak until it is silent; what was given to it."""
    assert page.evaluate("() => { for (let i = 0; i < 200; i += 1) if (!window.endSentence()) return true; return false; }"), "it never ends"
    return heard(page)


def marked(page) -> str:
    """The words that are marked as being spoken."""
    return page.evaluate("[...CSS.highlights.get('wm-spoken')].map(String).join('|')")


def test_where_the_device_has_no_voice_there_is_no_button(base, page, device):
    """Nor where its voices are elsewhere, speak another language, or do not say that they are on the device."""
    unsaid = {"name": "Unsaid", "lang": "en-GB"}
    for voices in ([], REMOTE, [LOCAL["cy"]], [unsaid]):
        device(*voices)
        page.goto(base + STORY)
        assert page.locator(".wm-listen").count() == 0, voices
        assert not page.get_by_role("button", name="Listen").count()


def test_without_scripts_there_is_no_button(served, chromium):
    """It could do nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + STORY)
    found = page.get_by_role("button", name="Listen").count()
    context.close()
    assert found == 0


def test_where_a_browser_has_no_speech_nothing_breaks(served, page, seen, before_each_page):
    """Some have none at all."""
    before_each_page("Object.defineProperty(window, 'speechSynthesis', { value: undefined });")
    page.goto(served + STORY)
    assert page.locator(".wm-listen").count() == 0
    assert seen.complaints == []


@both
def test_it_stops_at_the_pause_and_tells_the_ending_when_asked(base, page, device, seen, lang):
    """Title, story and what is asked there; nothing of the ending, which stays closed; then all the rest."""
    device(*REMOTE, LOCAL["en"], LOCAL["cy"])
    page.goto(f"{base}{PREFIX[lang]}{STORY}")
    asked = len(seen.requests)
    press(page, LISTEN[lang])
    before = hear_out(page)
    assert [line for line in before if line in FIRST[lang]] == FIRST[lang]
    assert before[-1] == LAST[lang]
    closed = page.locator(".wm-ending").text_content()
    assert not [line for line in before if line in closed]
    assert page.locator(".wm-ending[open]").count() == 0
    assert page.locator(".wm-listen [role=status]").inner_text() != ""
    press(page, NEXT[lang])
    rest = hear_out(page)[len(before) :]
    assert rest[0] == ENDING[lang]
    assert TOLD[lang] in rest
    assert page.get_by_text(TOLD[lang]).is_visible()
    assert {one["voice"] for one in page.evaluate("window.heard")} == {LOCAL[lang]["name"]}
    assert seen.requests[asked:] == []
    assert seen.complaints == []


def test_sentences_come_one_by_one(served, page, device):
    """The next is given to the voice when one has been spoken, so that a stop is a stop."""
    device(LOCAL["en"])
    page.goto(served + STORY)
    press(page, "Listen")
    for number in range(1, 4):
        assert len(heard(page)) == number
        page.evaluate("window.endSentence()")


def test_it_stops_and_goes_on_with_the_same_sentence(served, page, device):
    """By the keyboard alone: the focus stays on the button, which says what it will do."""
    device(LOCAL["en"])
    page.goto(served + STORY)
    page.get_by_role("button", name="Listen", exact=True).focus()
    page.keyboard.press("Enter")
    page.evaluate("window.endSentence()")
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)
    assert not page.evaluate("window.isSpeaking()")
    assert page.evaluate("document.activeElement.textContent.trim()") == ON["en"]
    page.keyboard.press("Enter")
    said = heard(page)
    assert said[-1] == said[-2] == page.evaluate("document.querySelectorAll('.wm-notice p, .wm-letter p')[0].textContent").split(". ")[0].rstrip(".") + "."
    press(page, STOP["en"])
    press(page, "From the start")
    assert heard(page)[-1] == "The blue cup"
    assert page.evaluate("document.activeElement.textContent.trim()") == STOP["en"]


def test_nothing_is_said_beside_the_voice(served, page, device):
    """A screen reader that told what changes would speak at the same time: the line for it is filled in silence alone."""
    device(LOCAL["en"])
    page.goto(served + STORY)
    press(page, "Listen")
    said = page.locator(".wm-listen [role=status]")
    while page.evaluate("window.isSpeaking()"):
        assert said.inner_text() == ""
        page.evaluate("window.endSentence()")
    assert "This is the pause" in said.inner_text()
    press(page, NEXT["en"])
    assert said.inner_text() == ""


def test_the_speed_is_passed_on(served, page, device):
    """At once: the sentence begins anew."""
    device(LOCAL["en"])
    page.goto(served + STORY)
    press(page, "Listen")
    page.get_by_label("Speed").select_option("Slower")
    page.evaluate("window.endSentence()")
    page.get_by_label("Speed").select_option("Faster")
    said = page.evaluate("window.heard")
    assert [one["rate"] for one in said] == [1, 0.75, 0.75, 1.25]
    assert said[0]["text"] == said[1]["text"]
    assert said[2]["text"] == said[3]["text"]


def test_the_mark_follows(served, page, device):
    """The sentence that is being spoken, whole and alone, with a line under it; none where nothing is spoken."""
    device(LOCAL["en"])
    page.goto(served + STORY)
    press(page, "Listen")
    while page.evaluate("window.isSpeaking()"):
        assert " ".join(marked(page).split()) == heard(page)[-1]
        assert page.locator("[data-wm-spoken]").count() == 1
        page.evaluate("window.endSentence()")
    assert (marked(page), page.locator("[data-wm-spoken]").count()) == ("", 0)
    rules = page.evaluate("[...document.styleSheets].flatMap(s => [...s.cssRules]).filter(r => /::highlight/.test(r.selectorText)).map(r => r.cssText)")
    assert "underline" in rules[0]


def test_the_page_goes_along_unless_the_reader_has_left(served, page, device):
    """What is spoken is in sight; whoever looks elsewhere meanwhile stays there."""
    device(LOCAL["en"])
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 400})
    page.goto(served + STORY)
    press(page, "Listen")
    in_sight = "[...CSS.highlights.get('wm-spoken')].every(r => r.getBoundingClientRect().top >= 0 &&"
    in_sight += "r.getBoundingClientRect().bottom <= document.querySelector('.wm-listen').getBoundingClientRect().top)"
    for _ in range(4):
        assert page.evaluate(in_sight)
        page.evaluate("window.endSentence()")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    there = page.evaluate("window.scrollY")
    page.evaluate("window.endSentence()")
    assert page.evaluate("window.scrollY") == there


def test_voices_that_come_late_or_go(served, page, device, before_each_page):
    """The button comes with the first that fits, and goes with the last; nothing on the page moves for it."""
    before_each_page(WATCH)
    device()
    page.goto(served + STORY)
    page.evaluate("voices => window.voicesNow(voices)", REMOTE)
    assert page.locator(".wm-listen").count() == 0
    page.wait_for_timeout(300)
    before = page.evaluate("window.wmShift.sum")
    page.evaluate("voices => window.voicesNow(voices)", [*REMOTE, LOCAL["en"]])
    button = page.get_by_role("button", name="Listen", exact=True)
    assert button.is_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("window.wmShift.sum") == before
    button.click()
    page.evaluate("voices => window.voicesNow(voices)", REMOTE)
    assert page.locator(".wm-listen").count() == 0
    assert not page.evaluate("window.isSpeaking()")


def test_words_in_the_other_language_have_its_voice_or_the_pages(served, page, device):
    """A passage is marked with its language; a voice that is elsewhere does not speak it."""
    other = "document.querySelector('.wm-letter p').innerHTML = 'She said <span lang=\\'cy\\'>bore da</span> to him.'"
    for voices, own in (([LOCAL["en"], LOCAL["cy"]], "Own Welsh"), ([LOCAL["en"], *REMOTE], "Own English")):
        device(*voices)
        page.goto(served + STORY)
        page.evaluate(other)
        press(page, "Listen")
        hear_out(page)
        said = page.evaluate("window.heard")
        at = next(i for i, one in enumerate(said) if one["text"].strip() == "bore da")
        assert [one["text"].strip() for one in said[at - 1 : at + 2]] == ["She said", "bore da", "to him."]
        assert [one["voice"] for one in said[at - 1 : at + 2]] == ["Own English", own, "Own English"]


def test_the_owners_choice_of_voice_comes_first(served, page, device):
    """Then one from Britain."""
    american = {"name": "Own American", "lang": "en-US", "localService": True}
    for voices, name in (([american, LOCAL["en"]], "Own English"), ([LOCAL["en"], {**american, "default": True}], "Own American")):
        device(*voices)
        page.goto(served + STORY)
        press(page, "Listen")
        assert page.evaluate("window.heard[0].voice") == name


def test_it_stops_when_the_page_is_left(served, page, device):
    """A voice that went on would speak over the next page."""
    device(LOCAL["en"])
    page.goto(served + STORY)
    press(page, "Listen")
    page.evaluate("window.addEventListener('pagehide', () => sessionStorage.setItem('speaking', window.isSpeaking()))")
    page.goto(f"{served}index.html")
    assert page.evaluate("sessionStorage.getItem('speaking')") == "false"


def test_it_stops_when_the_ending_is_closed(served, page, device):
    """Whoever closes it does not want to hear it."""
    device(LOCAL["en"])
    page.goto(served + STORY)
    press(page, "Listen")
    hear_out(page)
    press(page, NEXT["en"])
    page.locator(".wm-ending > summary").click()
    page.wait_for_timeout(50)
    assert not page.evaluate("window.isSpeaking()")


def test_an_ending_that_is_open_is_not_read_unasked(served, page, device):
    """Opening it is reading, not listening."""
    device(LOCAL["en"])
    page.goto(f"{served}{STORY}#next")
    press(page, "Listen")
    assert hear_out(page)[-1] == LAST["en"]


def test_a_voice_that_fails_is_told(served, page, device):
    """Nothing is worse than a button that does nothing."""
    device(LOCAL["en"])
    page.goto(served + STORY)
    press(page, "Listen")
    page.evaluate("window.failSentence()")
    assert "could not read" in page.locator(".wm-listen [role=status]").inner_text()


#: What the voice is given on each page up to its pause, as `hear_out` hears it: each page's body in this one's place, with its own scripts.
#: Nobody sees the sentences go by, so that they are not laid out anew for each of them.
HEAR_EACH = f"""async (addresses) => {{
  const found = [];
  document.body.style.display = "none";
  for (const [number, page] of (await ({FETCH})(addresses)).entries()) {{
    const scripts = Array.from(page.querySelectorAll("script[src]:not([src$='/base.js'])"), (one) => new URL(one.getAttribute("src"), addresses[number]).href);
    document.body.replaceChildren(...page.body.children);
    await Promise.all(scripts.map((src) => new Promise((done, failed) => {{
      document.head.append(Object.assign(document.createElement("script"), {{ src, onload: done, onerror: failed }}));
    }})));
    window.heard.length = 0;
    document.querySelector(".wm-listen button").click();
    for (let i = 0; window.endSentence(); i += 1) if (i === 200) throw new Error("it never ends");
    found.push(window.heard.map((one) => one.text));
  }}
  return found;
}}"""


def test_every_story_can_be_heard_to_its_pause(library_served, library_site, real, page, device):
    """Whatever a story's sentences are like: all its words up to the pause, in their order, and none of its ending.

    The longest of each kind is opened as well: by itself it is read as it is after others.
    """
    device(LOCAL["en"], LOCAL["cy"])
    page.emulate_media(reduced_motion="reduce")
    plain = re.compile(r"\s+")
    wrong = []
    public = [story for story in real.stories.values() if (library_site / story.path / "index.html").is_file()]
    for lang in ("en", "cy"):
        addresses = {story.id: f"{library_served}{PREFIX[lang]}{story.path}" for story in public}
        page.goto(addresses[public[0].id])
        each = dict(zip(addresses, page.evaluate(HEAR_EACH, list(addresses.values())), strict=True))
        for story in longest_of_each_kind(public, lang):
            page.goto(addresses[story.id], wait_until="domcontentloaded")
            page.evaluate("document.querySelector('.wm-listen button').click()")
            assert hear_out(page) == each[story.id]
        for story in public:
            said = plain.sub("", "".join(each[story.id]))
            text = story.texts[lang]
            asked = text.at_pause if text.after else text.afterwards
            told = re.compile(".*?".join(re.escape(plain.sub("", part)) for part in (text.title, *text.before, *asked)))
            if not told.match(said) or any(plain.sub("", part) in said for part in text.after):
                wrong.append((story.id, lang))
    assert len(public) > 40
    assert wrong == []


@both
def test_axe_finds_nothing_and_nothing_runs_over(served, page, device, lang):
    """Waiting, speaking and at the pause, light and dark, at 320 and 1280 px; beside the reader's own sessions too."""
    device(LOCAL["en"], LOCAL["cy"])
    page.goto(f"{served}{PREFIX[lang]}{STORY}")
    page.locator(".wm-sheet .wm-add").first.click()
    for act in (None, LISTEN[lang], None):
        if act:
            press(page, act)
        assert_axe_finds_nothing_by_day_and_night(page, act)
        assert_nothing_runs_over(page, 320, 1280, where=act)
        page.set_viewport_size({"width": 320, "height": 800})
        boxes = [page.locator(one).bounding_box() for one in (".wm-listen", ".wm-tray")]
        assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"], boxes
        if act:
            hear_out(page)
