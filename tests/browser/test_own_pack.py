"""A reader's own sessions: the tray on every page, their page, the cards it prints, links, files and the recipe."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.browser.kept import keep
from tests.browser.sound import assert_axe_finds_nothing_by_day_and_night, assert_nothing_runs_over
from tests.conftest import mini_library
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.fold_and_glue import cards_on, cut_marks, places
from whatmatters.files.sources import read_yaml, validate
from whatmatters.library.recipe import RecipeFile

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
STORY = "stories/magic-moments/the-blue-cup/index.html"
BUILD = "sessions/mine/index.html"
OLD = "packs/build/index.html"
LINK = "#pack=s.the-blue-cup~s.a-walk-to-the-shop~q.story-discussion.first-thoughts-2~c.reflection-cards.5&lang={lang}"
MM = 96 / 25.4


def ready(page) -> None:
    """Wait until cards stand on the sheets."""
    page.locator(".wm-a4 .wm-face").first.wait_for(state="attached")


def kept(page) -> list[str]:
    """The items that this browser keeps."""
    return page.evaluate("(wmKept.choice('pack').read() || {items: []}).items")


@both
def test_what_is_added_on_any_page_is_in_the_pack(base, page, seen, lang):
    """By keyboard: a story from its page, another from a list, a question from its bank; the link in the corner counts,
    and leads to a page that lists them all."""
    page.goto(f"{base}{PREFIX[lang]}{STORY}")
    assert not page.locator("[data-wm-tray]").is_visible()
    page.locator(".wm-sheet .wm-add").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-wm-tray]").inner_text().strip().endswith("1")
    page.goto(f"{base}{PREFIX[lang]}stories/index.html")
    page.locator('[data-wm-item="story:a-walk-to-the-shop"] .wm-add').first.press("Enter")
    page.goto(f"{base}{PREFIX[lang]}questions/story-discussion/index.html")
    page.locator("#first-thoughts-2 .wm-add").press("Enter")
    page.locator("[data-wm-tray]").click()
    page.wait_for_url(f"{base}{PREFIX[lang]}{BUILD}*")
    ready(page)
    assert kept(page) == ["story:the-blue-cup", "story:a-walk-to-the-shop", "question:story-discussion/first-thoughts-2"]
    said = page.locator("[data-wm-desk]").inner_text()
    assert {"en": "The blue cup", "cy": "Y cwpan glas"}[lang] in said
    assert seen.complaints == []


def test_what_is_in_the_pack_can_be_taken_out_where_it_was_added(served, page):
    """The button says what it will do, also to those who listen, and does it."""
    page.goto(served + STORY)
    page.get_by_role("button", name="Add to my sessions: The blue cup").click()
    assert "1" in page.locator("[data-wm-tray-said]").inner_text()
    page.reload()
    page.get_by_role("button", name="Take out of my sessions: The blue cup").click()
    assert kept(page) == []
    assert not page.locator("[data-wm-tray]").is_visible()


def test_all_stories_of_a_tag_can_be_taken_at_once(served, page):
    """One press on a tag's page takes all that it lists."""
    page.goto(served + "stories/index.html")
    page.locator(".wm-add--all").first.click()
    assert len(kept(page)) == 3


def test_order_and_removal_by_keyboard(served, page):
    """Up and down move a story and keep the focus with it; what is taken out is gone, and the focus goes on."""
    page.goto(served + BUILD + LINK.format(lang="en"))
    ready(page)
    page.get_by_role("button", name="Move down: The blue cup").press("Enter")
    page.wait_for_function("document.activeElement.dataset.verb === 'up'")
    assert kept(page)[:2] == ["story:a-walk-to-the-shop", "story:the-blue-cup"]
    assert "The blue cup is now 2 of 2." in page.locator("[data-wm-said]").inner_text()
    page.get_by_role("button", name="Take out: The blue cup").press("Enter")
    page.wait_for_function("document.activeElement.dataset.verb === 'remove'")
    assert "story:the-blue-cup" not in kept(page)


@pytest.mark.parametrize(("chosen", "first", "behind"), [
    ("en", ["The blue cup", "Mrs Pugh drank nothing all day.", "Then turn over and read"], ["The worker fetched the cup from the bin and washed it."]),
    ("cy", ["Y cwpan glas", "Yfodd Mrs Pugh ddim byd drwy'r dydd.", "Yna trowch drosodd i ddarllen"], ["Ffeiliodd ffrind y tolc"]),
    ("both", ["Y cwpan glas", "Yfodd Mrs Pugh ddim byd drwy'r dydd.", "Yna cymerwch gerdyn 2 i ddarllen"],
     ["The blue cup", "Mrs Pugh drank nothing all day.", "Then take card 2 and read"]),
])
def test_cards_hold_the_story_in_the_chosen_language(base, page, chosen, first, behind):
    """Front up to the pause and back with what followed; or Welsh on one side and English on the other."""
    page.goto(base + BUILD + LINK.format(lang=chosen) + "&rules=no")
    ready(page)
    fronts, backs = page.locator(".wm-a4").nth(0), page.locator(".wm-a4").nth(1)
    front, back = fronts.locator(".wm-face").first, backs.locator(".wm-face").first
    for words in first:
        assert words in front.inner_text()
    for words in behind:
        assert words in back.inner_text()
    assert front.get_attribute("lang") == ("en" if chosen == "en" else "cy")
    assert back.get_attribute("lang") == ("cy" if chosen == "cy" else "en")


@pytest.mark.parametrize("chosen", ["en", "cy", "both"])
def test_no_word_of_a_story_is_lost_and_none_is_set_too_small(served, page, chosen):
    """All that a story says is on its cards, nothing is cut off, and nothing that is read is under 11 points: the id and the version are smaller."""
    page.goto(served + BUILD + "#pack=s.the-blue-cup~s.a-walk-to-the-shop~s.two-songs&rules=no&lang=" + chosen)
    ready(page)
    said = " ".join(" ".join(page.locator(".wm-face").all_inner_texts()).split())
    for lang in ("en", "cy") if chosen == "both" else (chosen,):
        for name in ("the-blue-cup", "a-walk-to-the-shop", "two-songs"):
            text = mini_library().stories[name].texts[lang]
            for words in (text.title, *text.before, *text.after, *text.questions):
                assert words in said
    cut = page.evaluate("[...document.querySelectorAll('.wm-face')].filter(f => f.scrollHeight > f.clientHeight + 1).length")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.wm-face *:not(.wm-face__foot small)')].filter(e => e.textContent).map(e => parseFloat(getComputedStyle(e).fontSize))")
    assert cut == 0
    assert min(sizes) >= 11 * 96 / 72 - 0.01


@pytest.mark.parametrize(("chosen", "marked"), [("en", False), ("cy", True)])
def test_a_card_whose_words_nobody_has_checked_says_so(served, page, chosen, marked):
    """On each of its sides, as in a printed pack: story, question, card that was drawn, and ground rules."""
    page.goto(served + BUILD + LINK.format(lang=chosen))
    ready(page)
    bands = page.locator(".wm-a4 .wm-face__band").all_inner_texts()
    assert len(bands) >= 10
    assert {"(draf" in band for band in bands} == {marked}


@pytest.mark.parametrize(("chosen", "said"), [("en", "Who to tell today"), ("cy", "At bwy i droi heddiw"), ("both", "At bwy i droi heddiw")])
def test_the_card_of_ground_rules_has_room_for_whom_to_tell(served, page, chosen, said):
    """As the printed one: under what is said of confidentiality, with lines to write on, and nothing is cut off."""
    page.goto(served + BUILD + LINK.format(lang=chosen))
    ready(page)
    place = page.locator(".wm-face", has_text=said)
    assert place.count() == 1
    # Three lines at the least, as large as they will print.
    assert place.locator(".wm-face__lines").evaluate("lines => lines.offsetHeight") >= 3 * 8.5 * MM
    assert place.evaluate("b => b.scrollHeight <= b.clientHeight + 1")


SHEETS = """async ([pack, second]) => {
    if (second) {
        // As if the story's ending had a card of its own.
        const story = await wmData.load("en", "cards-the-blue-cup");
        const [[front, back]] = story.cards;
        wmData.take("en", "cards-the-blue-cup", { ...story, apart: false, first: 1, cards: [[front, front], [{ ...front, title: "The second" }, back]] });
    }
    document.querySelectorAll("[data-wm-when-full]").forEach((one) => { one.hidden = false; });
    const counts = await wmCards.sheets(pack, document.querySelector("[data-wm-sheets]"), () => "");
    return [counts, [...document.querySelectorAll(".wm-a4")].map((one) => [...one.querySelectorAll("h3")].map((title) => title.textContent))];
}"""


@pytest.fixture(scope="module")
def drawing(chromium, served):
    """The page with what draws sheets, for one pack after the other."""
    page = chromium.new_page()
    page.goto(served + BUILD)
    page.wait_for_function("window.wmData")
    page.evaluate("wmData.script('page-draw-sheets')")  # which the page asks for once there is something to draw
    yield page
    page.close()


@pytest.mark.parametrize(("wanted", "got"), [(8, 8), ("3", 3), (None, 1), (0, 1), (-2, 1), ("many", 1), (2.9, 2), (600, 60)])
def test_there_are_as_many_copies_as_people(drawing, wanted, got):
    """On as few sheets as hold them; a number of people that is none is one."""
    page = drawing
    pack = {"items": ["story:the-blue-cup"], "lang": "en", "rules": False, "copies": wanted}
    counts, titles = page.evaluate(SHEETS, [pack, False])
    assert counts == {"cards": got, "sheets": -(-got // 4)}
    assert titles == [["The blue cup"] * min(4, got - at) for at in range(0, got, 4) for _ in "ab"]
    # Whoever has the page read aloud hears each side once.
    assert page.locator(".wm-a4 .wm-face:not([aria-hidden])").count() == 2


def test_endings_lie_on_sheets_of_their_own(served, page):
    """With a second card for the ending: first what is handed out first, of every story, then what is handed out later."""
    page.goto(served + BUILD)
    page.wait_for_function("window.wmData")
    page.evaluate("wmData.script('page-draw-sheets')")  # which the page asks for once there is something to draw
    pack = {"items": ["story:the-blue-cup", "story:two-songs"], "lang": "en", "rules": False, "copies": 3}
    counts, titles = page.evaluate(SHEETS, [pack, True])
    assert counts == {"cards": 12, "sheets": 4}
    fronts = titles[::2]
    # The other story's ending, which has room on one card, then has a second one too: all are turned over alike.
    assert fronts == [["The blue cup"] * 3 + ["Two songs"], ["Two songs"] * 2, ["The second"] * 3 + ["Two songs"], ["Two songs"] * 2]


def test_cards_stand_where_the_packs_files_have_them(served, page):
    """On paper: fronts and backs in millimetres as in card_sheets.yml, each back behind its front, and the same cut marks."""
    page.goto(served + BUILD + LINK.format(lang="en"))
    ready(page)
    page.emulate_media(media="print")
    sheet = sheets()[CARDS]
    for number, back in ((0, False), (1, True)):
        paper = page.locator(".wm-a4").nth(number)
        origin = paper.bounding_box()
        assert (origin["width"], origin["height"]) == pytest.approx((210 * MM, 297 * MM), abs=1)
        for slot in range(4):
            box, wanted = paper.locator(".wm-face").nth(slot).bounding_box(), sheet.safe_box(slot, back=back)
            found = [(box["x"] - origin["x"]) / MM, (box["y"] - origin["y"]) / MM, box["width"] / MM, box["height"] / MM]
            assert found == pytest.approx([wanted.x, wanted.y, wanted.width, wanted.height], abs=0.3)
        drawn = paper.locator(".wm-a4__marks path").get_attribute("d")
        assert drawn.count("M") == len(sheet.cut_marks())
    assert not page.locator(".wm-header, .wm-desk__box, .wm-footer").locator("visible=true").count()


@both
def test_one_side_of_the_paper_has_front_and_back_side_by_side(served, page, lang):
    """A box asks for it: a row is a card, the fold is dashed and nothing is cut along it; the other choice comes back."""
    page.goto(served + PREFIX[lang] + BUILD + LINK.format(lang=lang))
    ready(page)
    count = page.locator(".wm-a4").count()
    page.locator("[name=folded]").check()
    page.wait_for_function("document.querySelectorAll('.wm-a4__marks path[stroke-dasharray]').length > 0")
    sheet = sheets()[CARDS]
    paper = page.locator(".wm-a4").first
    page.emulate_media(media="print")
    origin = paper.bounding_box()
    for card in range(cards_on(sheet)):
        for side, wanted in enumerate(places(sheet, card)):
            box = paper.locator(".wm-face").nth(2 * card + side).bounding_box()
            found = [(box["x"] - origin["x"]) / MM, (box["y"] - origin["y"]) / MM]
            assert found == pytest.approx([wanted.x, wanted.y], abs=0.3)
    drawn = paper.locator(".wm-a4__marks path").first.get_attribute("d")
    assert drawn.count("M") == len(cut_marks(sheet))
    page.emulate_media(media="screen")
    page.locator("[name=folded]").uncheck()
    page.wait_for_function("!document.querySelector('.wm-a4__marks path[stroke-dasharray]')")
    assert page.locator(".wm-a4").count() == count


def test_printing_gives_the_sheets_and_nothing_else(served, page, tmp_path: Path):
    """As many A4 pages as there are sides, none of them empty."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    page.goto(served + BUILD + LINK.format(lang="en"))
    ready(page)
    sides = page.locator(".wm-a4").count()
    page.pdf(path=tmp_path / "cards.pdf", prefer_css_page_size=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "cards.pdf")
    assert len(pdf) == sides
    assert [round(x) for x in pdf[0].get_size()] == [595, 842]
    assert all(p.get_textpage().get_text_range().strip() for p in pdf)


def test_a_link_holds_the_choice(base, page, chromium):
    """Opened in a browser that knows nothing, the link gives the same pack in the same order and language."""
    page.goto(base + BUILD + LINK.format(lang="both"))
    ready(page)
    link = page.locator("[data-wm-link]").input_value()
    items = kept(page)
    other = chromium.new_context()
    page = other.new_page()
    page.goto(link)
    ready(page)
    again, chosen = kept(page), page.locator("[name=lang]:checked").input_value()
    other.close()
    assert items == again == [
        "story:the-blue-cup", "story:a-walk-to-the-shop", "question:story-discussion/first-thoughts-2", "card:reflection-cards/5"]
    assert chosen == "both"


@pytest.mark.parametrize(("old_way", "said"), [("true", "copied"), ("false", "Ctrl and C")])
def test_the_link_is_copied_where_there_is_no_newer_clipboard(served, page, before_each_page, old_way, said):
    """As on an intranet without encryption: the older way; where that is refused too, the link is selected."""
    before_each_page(f"""Object.defineProperty(navigator, 'clipboard', {{ value: undefined }});
        document.execCommand = () => {{ window.copied = document.activeElement.value; return {old_way}; }};""")
    page.goto(served + BUILD + LINK.format(lang="en"))
    ready(page)
    page.locator("[data-wm-copy]").click()
    page.wait_for_function("document.querySelector('[data-wm-kept]').textContent")
    assert page.evaluate("window.copied") == page.locator("[data-wm-link]").input_value()
    assert said in page.locator("[data-wm-kept]").inner_text()
    assert page.evaluate("document.activeElement.matches('[data-wm-link]')") == (old_way == "false")


@pytest.mark.parametrize(("answer", "items"), [
    ("take", ["story:the-blue-cup"]), ("join", ["story:two-songs", "story:the-blue-cup"]), ("leave", ["story:two-songs"]),
])
def test_a_link_takes_nothing_away_unasked(served, page, answer, items):
    """Who has a pack already is asked: use the link's, add it, or keep one's own."""
    keep(page, served, "localStorage", "wm / pack", json.dumps({"items": ["story:two-songs"]}))
    page.goto(served + BUILD + "#pack=s.the-blue-cup&lang=en")
    page.locator(f"[data-wm-arrived-{answer}]").click()
    page.wait_for_function("document.querySelector('[data-wm-arrived]').hidden")
    assert kept(page) == items


@pytest.mark.parametrize(("answer", "items"), [
    ("join", ["story:two-songs", "story:a-walk-to-the-shop", "story:the-blue-cup"]), ("leave", ["story:two-songs", "story:a-walk-to-the-shop"]),
])
def test_what_is_changed_before_a_link_is_answered_stays(served, page, answer, items):
    """While the question stands there, a story is added on another page: it is in the pack and in the list after the answer."""
    keep(page, served, "localStorage", "wm / pack", json.dumps({"items": ["story:two-songs"]}))
    page.goto(served + BUILD + "#pack=s.the-blue-cup&lang=en")
    page.locator("[data-wm-arrived]").wait_for()
    page.evaluate("wmTray.add(['story:a-walk-to-the-shop'])")
    page.locator(f"[data-wm-arrived-{answer}]").click()
    page.locator(".wm-mine__item").nth(len(items) - 1).wait_for()
    assert page.locator(".wm-mine__item").evaluate_all("lines => lines.map(line => line.dataset.item)") == items
    assert kept(page) == items


@pytest.mark.parametrize(("bad", "said"), [
    ("#pack=s.<script>alert(1)</script>", "cannot be read"), ("#pack=x.y~~~s.~q.a", "cannot be read"), ("#pack=s.no-such-story", None),
    ("#pack=" + "s.a~" * 5000, None), ("#&&&=", None), ("#%", None), ("#pack=s.two-songs~q.story-dis", "left out: 1"),
    ("#pack=s.two-songs&copies=900&people=-1&minutes=7&lang=fr", None),
])
def test_a_broken_link_breaks_nothing(served, page, seen, bad, said):
    """Whatever stands after the mark, the page answers: what cannot be used is told, or a name is no longer in the library."""
    page.goto(served + BUILD + bad)
    page.wait_for_function("!document.querySelector('[data-wm-desk]').hidden")
    assert page.locator("article script").evaluate_all("s => s.every(one => one.src)")
    assert said in page.locator("[data-wm-refused]").inner_text() if said else not page.locator("[data-wm-refused]").is_visible()
    assert [c for c in seen.complaints if "story-" not in c and "ERR_" not in c and "404" not in c] == []


@pytest.mark.parametrize(("asks", "said", "row"), [
    ("the-blue-cup.2.3-{mark}", "", "Questions chosen: 2 of 4"),
    ("the-blue-cup.9-{mark}", "", "no longer has the questions"), ("the-blue-cup.2.3-0000", "", "no longer has the questions"),
    ("the-blue-cup.2.3", "left out: 1", ""), ("two-songs.1-{mark}", "left out: 1", ""), ("<img src=x onerror=alert(1)>", "left out: 1", ""),
    ("the-blue-cup." + "1." * 4000 + "1-{mark}", "left out: 1", ""), ("~.~the-blue-cup.~-", "left out: 3", ""), ("__proto__.1-{mark}", "left out: 1", ""),
])  # fmt: skip
def test_questions_of_a_link_are_believed_only_where_they_are_the_storys(served, page, seen, mark, asks, said, row):
    """Of another version, of a story that is not there, cut short, huge, with markup: the session is there, and asks what the plan has."""
    page.goto(served + BUILD + "#pack=s.the-blue-cup&rules=no&lang=en&asks=" + asks.format(mark=mark))
    ready(page)
    refused = page.locator("[data-wm-refused]")
    assert said in refused.inner_text() if said else not refused.is_visible()
    assert (page.locator(".wm-mine__asked").inner_text() if row else "").find(row) >= 0
    assert page.locator(".wm-mine__asked").count() == bool(row)
    used = row.startswith("Questions chosen")
    assert ("&ask=" in page.locator(".wm-mine__forms a").first.get_attribute("href")) is used
    assert page.locator(".wm-face--story li").count() == (2 if used else 4)
    assert kept(page) == ["story:the-blue-cup"]
    assert page.locator("img").count() == 0
    assert seen.complaints == []


@pytest.mark.parametrize(("answer", "asks"), [("take", "1-0000"), ("join", "2-0000"), ("leave", "2-0000")])
def test_a_link_with_other_questions_takes_none_away_unasked(served, page, answer, asks):
    """The same story with other questions is another session: the reader is asked."""
    keep(page, served, "localStorage", "wm / pack", json.dumps({"items": ["story:the-blue-cup"], "asks": {"the-blue-cup": "2-0000"}}))
    page.goto(served + BUILD + "#pack=s.the-blue-cup&lang=en&asks=the-blue-cup.1-0000")
    page.locator(f"[data-wm-arrived-{answer}]").click()
    page.wait_for_function("document.querySelector('[data-wm-arrived]').hidden")
    assert page.evaluate("wmKept.choice('pack').read().asks") == {"the-blue-cup": asks}


@pytest.mark.parametrize("given", [7, "1-0000", ["1-0000"], {"the-blue-cup": 7}, {"the-blue-cup": "<b>"}, {"two-songs": {"a": 1}}, None])
def test_questions_of_a_file_that_are_none_are_left_out(served, page, seen, tmp_path: Path, given):
    """Whatever stands where they should: the sessions are taken, and what was left out is said."""
    file = tmp_path / "sessions.json"
    file.write_text(json.dumps(GOOD | {"asks": given}), encoding="utf-8")
    page.goto(served + BUILD)
    page.locator("[data-wm-open]").set_input_files(file)
    ready(page)
    assert kept(page) == ["story:two-songs"]
    assert page.evaluate("wmKept.choice('pack').read().asks") == {}
    assert page.locator("[data-wm-refused]").is_visible() is isinstance(given, list | dict)
    assert seen.complaints == []


def test_questions_go_with_their_story(served, page):
    """Taken out and put in again, a story asks what the plan has."""
    page.goto(served)
    page.evaluate("localStorage.setItem('wm / pack', JSON.stringify({items: ['story:the-blue-cup', 'story:two-songs'], asks: {'the-blue-cup': '2-0000'}}))")
    page.reload()
    page.evaluate("wmTray.toggle('story:the-blue-cup'), wmTray.toggle('story:the-blue-cup')")
    assert kept(page) == ["story:two-songs", "story:the-blue-cup"]
    assert page.evaluate("wmKept.choice('pack').read().asks") == {}


def test_a_link_of_before_still_opens(base, page):
    """At its old address, from when these were a pack."""
    page.goto(base + OLD + LINK.format(lang="cy"))
    page.wait_for_url(f"{base}{BUILD}*")
    ready(page)
    assert len(kept(page)) == 4
    assert page.locator("[name=lang]:checked").input_value() == "cy"


def test_without_scripts_the_old_address_has_a_link(served, chromium):
    """A plain page."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}cy/{OLD}")
    page.locator("article").get_by_role("link", name="Fy sesiynau").click()
    page.wait_for_url(f"{served}cy/{BUILD}")
    context.close()


def test_a_saved_file_gives_the_same_sessions_again(base, page, chromium, tmp_path: Path):
    """In a browser that knows nothing: the same things in the same order, with what was chosen for them."""
    page.goto(base + BUILD + LINK.format(lang="both") + "&minutes=60&people=5&copies=3")
    ready(page)
    by_link = page.locator("[data-wm-link]").is_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    before = page.evaluate("JSON.stringify(wmKept.choice('pack').read())")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(base + BUILD)
    page.locator("[data-wm-open]").set_input_files(file)
    ready(page)
    after = page.evaluate("JSON.stringify(wmKept.choice('pack').read())")
    href = page.locator(".wm-mine__forms a").first.get_attribute("href")
    context.close()
    assert file.name == "my-sessions.json"
    assert json.loads(after) == json.loads(before)
    assert href.endswith("session/index.html?minutes=60&people=5&lang=both")
    # A link to a disk leads nobody else here.
    assert by_link == base.startswith("http")


GOOD = {"format": "what-matters-sessions", "version": 1, "items": ["story:two-songs"]}


@pytest.mark.parametrize(("text", "said"), [
    (json.dumps(GOOD)[:-9], "cannot be read"), ("", "cannot be read"), ("\x00\xff", "cannot be read"), ("{}", "cannot be read"),
    (json.dumps(GOOD | {"version": 2}), "newer version"), (json.dumps(GOOD) + " " * 300_000, "far too large"),
    (json.dumps(GOOD | {"items": []}), "cannot be read"), (json.dumps(GOOD | {"items": {"a": 1}}), "cannot be read"),
    (json.dumps(GOOD | {"items": ["story:<img src=x onerror=alert(1)>"]}), "cannot be read"),
    ("stories:\n  pinned: [oops\n", "cannot be read"),
])
def test_a_file_that_is_none_is_told_and_what_stood_there_stays(served, page, seen, tmp_path: Path, text, said):
    """Cut short, empty, of another version, huge, with markup in it, of something else."""
    file = tmp_path / "sessions.json"
    file.write_text(text, encoding="utf-8")
    page.goto(served + BUILD + "#pack=s.the-blue-cup&lang=en")
    ready(page)
    page.locator("[data-wm-open]").set_input_files(file)
    page.locator("[data-wm-refused]").wait_for()
    assert said in page.locator("[data-wm-refused]").inner_text()
    assert kept(page) == ["story:the-blue-cup"]
    assert seen.complaints == []


@pytest.mark.parametrize("text", [
    json.dumps(GOOD | {"titles": {"en": 7, "cy": "x" * 900}, "lang": "fr", "people": "many", "rules": "yes", "used": "<b>"}),
    'title: {en: "A", cy: "B"}\nstories:\n  pinned: ["two-songs"]\n  limit: 1\n',
])
def test_what_can_be_used_of_a_file_is(served, page, tmp_path: Path, text):
    """Odd values are as at first; a file for a pack gives its stories."""
    file = tmp_path / "sessions.yml"
    file.write_text(text, encoding="utf-8")
    page.goto(served + BUILD)
    page.locator("[data-wm-open]").set_input_files(file)
    ready(page)
    assert kept(page) == ["story:two-songs"]
    assert page.locator("[name=lang]:checked").input_value() == "en"
    assert page.locator("[name=people]").input_value() == "8"


def test_the_day_a_story_was_used_and_favourites_are_kept(served, page):
    """Beside the session, and apart from it; a day can be cleared again."""
    page.goto(served + BUILD + LINK.format(lang="en"))
    ready(page)
    page.get_by_label("Used on: The blue cup").fill("2026-11-29")
    page.evaluate("wmStories.toggle('two-songs')")
    page.reload()
    ready(page)
    assert page.get_by_label("Used on: The blue cup").input_value() == "2026-11-29"
    page.get_by_role("button", name="Add to my sessions: Two songs").click()
    page.wait_for_function("document.querySelectorAll('[data-wm-group=story] ol > li').length === 3")
    assert "story:two-songs" in kept(page)
    page.get_by_role("button", name="No longer a favourite: Two songs").click()
    page.wait_for_function("document.querySelector('[data-wm-favourites]').hidden")
    page.get_by_label("Used on: The blue cup").fill("")
    assert page.evaluate("[localStorage.getItem('wm / used'), localStorage.getItem('wm / favourites')]") == [None, None]


def test_a_link_with_a_thousand_stories_of_another_library_asks_for_none_of_them(served, page, seen):
    """The first five hundred are named as gone, and the page goes on working."""
    page.goto(served + BUILD + "#pack=" + "~".join(f"s.story-{n}" for n in range(1000)) + "~s.the-blue-cup&lang=en")
    page.locator(".wm-mine__item").nth(499).wait_for()
    assert page.locator(".wm-mine__item").count() == 500
    assert [r for r in seen.requests if "/story-story-" in r] == []
    assert seen.complaints == []


def test_what_is_printed_is_what_has_just_been_chosen(served, page):
    """Pressing Print right after a change prints the changed cards."""
    page.goto(served + BUILD + LINK.format(lang="en"))
    ready(page)
    page.evaluate("""() => { window.print = () => { window.printed = document.querySelector('.wm-face--story').lang; };
        document.querySelector('[name=lang][value=cy]').click(); document.querySelector('[data-wm-print]').click(); }""")
    page.wait_for_function("window.printed")
    assert page.evaluate("window.printed") == "cy"


@pytest.mark.usefixtures("context")  # It holds a file back.
def test_cards_that_come_late_do_not_take_the_place_of_newer_ones(served, page):
    """The English of a story is slow; meanwhile Welsh is chosen, and Welsh it stays when the English comes."""
    held = []
    page.route("**/data/en/story-two-songs.js", lambda route: held.append(route))
    page.goto(served + "cy/" + BUILD + "#pack=s.two-songs&lang=cy&rules=no")
    ready(page)
    with page.expect_request("**/data/en/story-two-songs.js"):
        page.locator("[name=lang][value=en]").check()
    page.locator("[name=lang][value=cy]").check()
    in_welsh = "document.querySelector('.wm-a4 .wm-face')?.lang === 'cy'"
    with page.expect_response("**/data/en/story-two-songs.js"):
        held[0].continue_()
    page.wait_for_function("wmData.load('en', 'story-two-songs').then(() => new Promise((go) => setTimeout(() => go(true), 100)))")
    assert page.evaluate(in_welsh)


def test_an_older_call_does_not_take_the_place_of_a_newer_one(served, page):
    """Two calls for one place: the newer one's cards stand there, and the older one says that its own do not."""
    page.goto(served + BUILD)
    page.wait_for_function("window.wmData")
    page.evaluate("wmData.script('page-draw-sheets')")  # which the page asks for once there is something to draw
    counts, faces = page.evaluate("""async () => {
        const place = document.querySelector("[data-wm-sheets]");
        const call = (...names) => wmCards.sheets({items: names.map(n => `story:${n}`), lang: "en", rules: false}, place, () => "x");
        const counts = await Promise.all([call("two-songs"), call("two-songs", "the-blue-cup")]);
        return [counts, place.querySelectorAll(".wm-face").length];
    }""")
    assert counts[0] is None
    assert faces == 2 * counts[1]["cards"]


@pytest.mark.parametrize(("path", "place", "item"), [
    ("index.html", "[data-wm-today]", "story:"),
    ("tools/if-try-cards/index.html", ".wm-lines--story > li", "story:"),
    ("packs/worth-it/index.html", ".wm-questions > li", "question:"),
])
def test_what_stands_elsewhere_can_be_added_there_too(served, page, path, place, item):
    """Today's story, a story beside a tool, a question of a ready pack: the button adds what it stands by."""
    page.goto(served + path)
    page.locator(place).first.get_by_role("button").click()
    assert len(kept(page)) == 1
    assert kept(page)[0].startswith(item)


@pytest.mark.parametrize("stored", ["{", "[]", '{"items": 7}', '{"items": ["story:../../x", 3, null]}'])
def test_a_spoilt_memory_is_an_empty_pack(served, page, seen, stored):
    """What a browser keeps may be anything; only what has the form of an item is believed."""
    keep(page, served, "localStorage", "wm / pack", stored)
    page.goto(served + BUILD)
    page.locator("[data-wm-empty]").wait_for()
    assert [c for c in seen.complaints if "mark.svg" not in c] == []


def test_the_recipe_is_one_that_the_project_reads(served, page, project: Path, errors, tmp_path: Path):
    """Title in both languages, stories in their order, questions by category; other cards in a remark; no story that the
    library does not have. In stories/packs it passes every check."""
    page.goto(served + BUILD + LINK.format(lang="en").replace("&", "~s.no-such-story&", 1))
    ready(page)
    page.get_by_text("Make a pack of it for everyone").click()
    page.locator("#pack-en").fill('Cups: a "test" # of names')
    page.locator("#pack-cy").fill("Cwpanau a dŵr")
    page.locator("#pack-cy").press("Tab")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file for a pack").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name in page.locator("[data-wm-kept]").inner_text()
    shutil.copy(file, project / "stories/packs")
    assert errors() == []
    recipe, problems = validate(RecipeFile, read_yaml(file, tmp_path))
    assert problems == []
    assert recipe is not None
    assert file.name == "cups-a-test-of-names.yml"
    assert (recipe.title.en, recipe.title.cy) == ('Cups: a "test" # of names', "Cwpanau a dŵr")
    assert recipe.stories.pinned == ("the-blue-cup", "a-walk-to-the-shop")
    assert [(q.category, q.take) for q in recipe.questions] == [("story-discussion/first-thoughts", 2)]
    assert recipe.tools == ("reflection-cards",)
    assert "reflection-cards/5" in file.read_text(encoding="utf-8")


@both
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(served, page, lang):
    """Empty and full, light and dark, at 320 and 1280 px; and on the pages with buttons that fill them."""
    for path in (BUILD, BUILD + LINK.format(lang="both"), STORY, "questions/story-discussion/index.html"):
        page.goto(f"{served}{PREFIX[lang]}{path}")
        page.wait_for_timeout(600)
        assert_axe_finds_nothing_by_day_and_night(page, path)
        assert_nothing_runs_over(page, 320, 1280, where=path, wait=200)


@both
def test_without_scripts_no_button_is_there_and_the_page_leads_to_ready_packs(served, chromium, lang):
    """Nothing stands there that would not work."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{PREFIX[lang]}{STORY}")
    buttons = page.locator(".wm-add, .wm-tray:visible").count()
    page.goto(f"{served}{PREFIX[lang]}{BUILD}")
    ready_packs = page.locator("article").get_by_role("link", name={"en": "Worth it", "cy": "Gwerth chweil"}[lang]).count()
    shown = page.locator("article button:visible").count()
    context.close()
    assert (buttons, ready_packs, shown) == (0, 1, 0)


def test_where_nothing_may_be_kept_no_button_promises_it(served, chromium):
    """A browser that refuses storage shows no buttons; a link still gives its cards."""
    context = chromium.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused'); } });")
    page = context.new_page()
    page.goto(served + STORY)
    buttons = page.locator(".wm-add").count()
    page.goto(served + BUILD + LINK.format(lang="en"))
    ready(page)
    faces = page.locator(".wm-face").count()
    page.goto(served + "packs/draw/index.html")
    page.locator("[data-wm-another]").click()
    assert not page.locator("[data-wm-keep]").is_visible()
    context.close()
    assert buttons == 0
    assert faces > 4
