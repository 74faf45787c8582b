"""Drawing a card, and a sheet of questions."""

from __future__ import annotations

import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from tests.browser.sound import (
    assert_axe_finds_nothing,
    assert_axe_finds_nothing_by_day_and_night,
    assert_nothing_runs_over,
)

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
DRAW = "packs/draw/index.html"
SHEET = "questions/sheet/index.html"


def drawn(page) -> str:
    """What the drawn card says on its front."""
    return page.locator("[data-wm-front]").inner_text()


# Drawing a card -----------------------------------------------------------------------------------------------


@both
def test_another_card_is_another_until_all_have_been_drawn(base, page, seen, lang):
    """By keyboard: as many different cards as there are, and then it begins anew."""
    page.goto(f"{base}{PREFIX[lang]}{DRAW}")
    for kind in ("stories", "reflection-cards", "if-try-cards"):
        page.locator(f"[data-wm-from] [value={kind}]").uncheck()
    fronts = {drawn(page)}
    for _ in range(23):
        page.locator("[data-wm-another]").press("Enter")
        fronts.add(drawn(page))
    assert len(fronts) == 24
    page.locator("[data-wm-another]").press("Enter")
    assert drawn(page) in fronts
    assert page.evaluate("document.activeElement.id") == "drawn"
    assert seen.complaints == []


def test_a_story_is_drawn_up_to_its_pause(base, page):
    """Its text up to the pause, and the way to the rest of it."""
    page.goto(base + DRAW)
    for kind in ("reflection-cards", "provocative-statements", "if-try-cards"):
        page.locator(f"[data-wm-from] [value={kind}]").uncheck()
    for _ in range(6):
        if drawn(page) == "The blue cup":
            break
        page.locator("[data-wm-another]").click()
    page.get_by_text("Mrs Pugh drank nothing all day.").wait_for()
    assert not page.locator("[data-wm-text]").get_by_text("fetched the cup").count()
    page.get_by_role("link", name="Read the story").click()
    page.wait_for_url(f"{base}stories/magic-moments/the-blue-cup/index.html")


def test_a_card_is_kept_and_printed(served, page):
    """Kept in the reader's own pack and taken out again; printed as a card on a sheet."""
    page.goto(served + DRAW)
    for kind in ("stories", "provocative-statements", "if-try-cards"):
        page.locator(f"[data-wm-from] [value={kind}]").uncheck()
    front = drawn(page)
    page.get_by_role("button", name="Keep it in my sessions").click()
    items = page.evaluate("wmKept.choice('pack').read().items")
    assert len(items) == 1
    assert items[0].startswith("card:reflection-cards/")
    page.evaluate("() => { window.print = () => { window.printed = document.querySelector('.wm-face').textContent; }; }")
    page.locator("[data-wm-print]").click()
    page.wait_for_function("window.printed")
    assert front in page.evaluate("window.printed")
    page.get_by_role("button", name="In my sessions. Take it out").click()
    assert page.evaluate("localStorage.getItem('wm / pack')") is None


def test_no_kind_chosen_is_said_in_words(served, page):
    """Nothing to draw from: the page says so, and the card stays."""
    page.goto(served + DRAW)
    for tick in page.locator("[data-wm-from] input").all():
        tick.uncheck()
    assert page.locator("[data-wm-draw] [data-wm-said]").inner_text() == "Choose at least one kind of card."


@both
def test_what_a_card_says_to_try_waits_until_it_is_turned_over(base, page, seen, lang):
    """By keyboard, from the tool's own page, which leads to its cards alone; the focus goes to what was behind."""
    page.goto(f"{base}{PREFIX[lang]}tools/if-try-cards/index.html")
    page.locator("a[href*='#set-if-try-cards']").press("Enter")
    page.locator("[data-wm-front]:not(:empty)").wait_for()
    assert page.locator("[data-wm-from] input:checked").evaluate_all("all => all.map(one => one.value)") == ["if-try-cards"]
    card = page.locator("[data-wm-cards=if-try-cards] > li").filter(has_text=drawn(page))
    tried = card.locator("[data-ask]").text_content()
    assert drawn(page).startswith({"en": "If ", "cy": "Os "}[lang])
    assert tried not in page.locator("[data-wm-drawn]").inner_text()
    page.locator("[data-wm-text] button").press("Enter")
    assert tried in page.locator("[data-wm-drawn]").inner_text()
    assert page.evaluate("document.activeElement.textContent").startswith({"en": "Try ", "cy": "Rhowch gynnig ar "}[lang])
    assert seen.complaints == []
    assert_axe_finds_nothing(page, "turned")


@both
def test_a_whole_set_is_printed_as_small_cards(served, page, lang):
    """Each front and each back; a set with the stories in it is not offered whole."""
    page.goto(f"{served}{PREFIX[lang]}{DRAW}")
    every = page.locator("[data-wm-printall]")
    assert not every.is_visible()
    for tick in page.locator("[data-wm-from] input").all():
        tick.set_checked(tick.get_attribute("value") == "if-try-cards")
    page.evaluate("() => { window.print = () => { window.printed = Array.from(document.querySelectorAll('.wm-face'), e => e.textContent); }; }")
    every.press("Enter")
    page.wait_for_function("window.printed")
    faces = " ".join(page.evaluate("window.printed"))
    for words in page.locator("[data-wm-cards=if-try-cards] :is([data-front], [data-ask])").all_text_contents():
        assert words in faces


# A sheet of questions -----------------------------------------------------------------------------------------


@both
def test_a_sheet_has_as_many_questions_as_asked_for_from_the_chosen_groups(base, page, seen, lang):
    """Number and groups are the reader's; no question stands there twice; each can be changed for another."""
    page.goto(f"{base}{PREFIX[lang]}{SHEET}")
    asked = page.locator("[data-wm-asked] > li")
    asked.first.wait_for()
    assert asked.count() == 4
    page.locator("[data-wm-number]").select_option("6")
    assert asked.count() == 6
    texts = page.locator("[data-wm-asked] > li > p").all_inner_texts()
    assert len(set(texts)) == 6
    page.locator("[data-wm-asked] button").first.press("Enter")
    changed = page.locator("[data-wm-asked] > li > p").all_inner_texts()
    assert changed[0] not in texts
    assert changed[1:] == texts[1:]
    page.locator("[data-wm-number]").select_option("5")
    assert page.locator("[data-wm-asked] > li > p").all_inner_texts() == changed[:5]
    for tick in page.locator("[name=category]").all():
        tick.uncheck()
    assert asked.count() == 0
    page.locator("[value='story-discussion/first-thoughts']").check()
    known = page.evaluate(f"""wmData.load('{lang}', 'questions').then(d => d.banks.find(b => b.id === 'story-discussion')
        .categories.find(c => c.id === 'first-thoughts').questions.map(q => q[1]))""")
    assert set(page.locator("[data-wm-asked] > li > p").all_inner_texts()) <= set(known)
    assert seen.complaints == []


@pytest.mark.parametrize(("path", "choice", "said"), [("", "the resident", "the resident"), ("cy/", "y preswylydd", "preswylydd")])
def test_the_sheet_speaks_of_the_person_as_the_reader_chooses(served, page, path, choice, said):
    """The chosen word in every question that has one; a first name, which is text and nothing else; no gap is left."""
    page.goto(f"{served}{path}{SHEET}")
    page.locator("[data-wm-asked] > li").first.wait_for()
    for tick in page.locator("[name=category]").all():
        tick.uncheck()
    for tick in page.locator("[name=category][value^='strengths/']").all():
        tick.check()
    page.locator("[data-wm-number]").select_option("6")
    page.locator("[data-wm-word]").select_option(label=choice)
    text = " ".join(page.locator("[data-wm-asked] > li > p").all_inner_texts())
    assert "{" not in text
    for _ in range(30):
        if said in text:
            break
        page.locator("[data-wm-make]").click()
        text = " ".join(page.locator("[data-wm-asked] > li > p").all_inner_texts())
    assert said in text
    page.locator("[data-wm-name-field]").fill("<b>Siân</b>")
    assert "<b>Siân</b>" in " ".join(page.locator("[data-wm-asked] > li > p").all_inner_texts())
    assert page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})").find("Siân") == -1


@pytest.mark.parametrize("number", ["1", "6"])
@both
def test_the_sheet_is_one_page_of_a4_with_room_to_write(served, chromium, tmp_path, lang, number):
    """14 points, at least one line under each question, one page however many questions."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{served}{PREFIX[lang]}{SHEET}")
    page.locator("[data-wm-asked] > li").first.wait_for()
    page.locator("[data-wm-number]").select_option(number)
    page.emulate_media(media="print")
    size = page.locator("[data-wm-asked] > li > p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    page.pdf(path=tmp_path / "sheet.pdf", format="A4")
    context.close()
    assert size == pytest.approx(14 * 96 / 72, abs=0.1)
    pdf = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    assert len(pdf) == 1
    text = pdf[0].get_textpage().get_text_range()
    assert {"en": "What we will try", "cy": "Beth rown ni gynnig arno"}[lang] in " ".join(text.split())


@both
def test_the_sheet_is_saved_as_a_word_file_that_can_be_edited(base, page, tmp_path, lang):
    """Exactly the chosen questions as a numbered list under real headings, with lines to write on; each run in the page's
    language; what was typed is text and nothing else."""
    page.goto(f"{base}{PREFIX[lang]}{SHEET}")
    page.locator("[data-wm-asked] > li").first.wait_for()
    for tick in page.locator("[name=category]").all():
        tick.set_checked((tick.get_attribute("value") or "").startswith("strengths/"))
    page.locator("[data-wm-number]").select_option("6")
    page.locator("[data-wm-name-field]").fill('<b>Siân & "ŵŷ"</b>\u0007')
    asked = [text.replace("\u0007", "") for text in page.locator("[data-wm-asked] > li > p").all_text_contents()]
    with page.expect_download() as download:
        page.locator("[data-wm-word-file]").press("Enter")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name in page.locator("[data-wm-sheet] [data-wm-said]").inner_text()
    with zipfile.ZipFile(file) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            etree.fromstring(parts.read(name))
    document = docx.Document(file)
    assert [p.text for p in document.paragraphs if p.style.name == "List Number"] == asked
    assert [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")] == ["Heading 1", "Heading 2"]
    assert document.core_properties.title == document.paragraphs[0].text == page.locator("#onepage").inner_text()
    languages = {mark.get(qn("w:val")) for mark in document.element.iter(qn("w:lang"))}
    assert languages == {f"{lang}-GB"}
    assert all(run._r.find(qn("w:rPr")) is not None for p in document.paragraphs for run in p.runs)
    # The Welsh of the questions has been checked by nobody, and the sheet says so, as on the screen.
    draft = page.locator("[data-wm-draft]")
    assert draft.is_visible() is (lang == "cy")
    assert (draft.text_content() in [p.text for p in document.paragraphs]) is (lang == "cy")


def test_an_empty_sheet_is_neither_printed_nor_saved(served, page):
    """The page says what is missing instead."""
    page.goto(served + SHEET)
    page.locator("[data-wm-asked] > li").first.wait_for()
    for tick in page.locator("[name=category]").all():
        tick.uncheck()
    page.evaluate("() => { window.print = () => { window.printed = true; }; wmData.save = () => { window.saved = true; }; }")
    for button in ("print", "word-file"):
        page.locator(f"[data-wm-{button}]").click()
        assert page.locator("[data-wm-sheet] [data-wm-said]").inner_text() == "Choose at least one group of questions."
    assert page.evaluate("[window.printed, window.saved]") == [None, None]


# Every reader -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [DRAW, SHEET])
@both
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(served, page, lang, path):
    """Light and dark, at 320 and 1280 px."""
    page.goto(f"{served}{PREFIX[lang]}{path}")
    page.wait_for_timeout(500)
    assert_axe_finds_nothing_by_day_and_night(page)
    assert_nothing_runs_over(page, 320, 1280)


@pytest.mark.parametrize(("path", "words"), [
    (DRAW, ["The blue cup", "You have twenty minutes.", "A rule that spoils someone's day should be broken."]),
    (SHEET, ["Supervision questions"]),
])
def test_without_scripts_cards_stand_in_a_list_and_the_sheet_leads_to_the_banks(served, chromium, path, words):
    """What the page is about is there; what would not work is not."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + path)
    said = page.locator("article").inner_text()
    buttons = page.locator("article button:visible").count()
    context.close()
    assert [w for w in words if w not in said] == []
    assert buttons == 0
