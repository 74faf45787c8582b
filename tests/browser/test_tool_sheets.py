"""Sheets of tools: filled in, kept, saved, opened, printed and written for Word, in both languages, from disk and over HTTP."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import pytest
import yaml
from docx.oxml.ns import qn
from lxml import etree

from tests.browser.sound import assert_axe_finds_nothing, assert_nothing_runs_over, from_disk_and_served, turn
from tests.browser_fixtures import FIRST_VISIT, Seen
from tests.conftest import REPOSITORY
from whatmatters.site.assets import SCRIPTS

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
#: The pages of A4 that each sheet takes, empty or with a sentence in every field.
PAGES = {
    "action-plan": 2,
    "five-stages": 3,
    "learning-log": 2,
    "recording-rewrite": 2,
    "stop-start-continue": 2,
    "ambassador-role": 2,
    "choosing-staff": 2,
    "five-elements": 2,
    "i-statements": 2,
    "invent-a-character": 3,
    "matching-people": 1,
    "national-outcomes": 3,
    "our-meeting": 2,
    "outcome-ladder": 1,
    "share-and-tell": 1,
    "strengths-map": 1,
    "supervision-record": 2,
    "what-so-what-now-what": 2,
    "what-we-used": 1,
    "culture-star": 4,
    "outcomes-quiz": 2,
    "six-senses": 4,
}
#: Those that have a sheet of answers besides, and its pages; only a button of its own prints it.
ANSWERS = {"outcomes-quiz": 1, "five-stages": 1, "recording-rewrite": 1}
CLEARED_AT_ONCE = {"what-we-used"}
tools = pytest.mark.parametrize("tool", PAGES)
SENTENCE = {"en": "She sings in the chapel choir.", "cy": "Mae hi'n canu yng nghôr y capel."}


def test_every_sheet_is_tried_here():
    """A new tool has its line in `PAGES`, and its own script, if it has one, its line in `SCRIPTS`."""
    sheets = sorted((REPOSITORY / "docs/data/tools").glob("*.yml"))
    assert {path.stem for path in sheets} == set(PAGES)
    named = (re.search(r"^script: (\S+)$", path.read_text(encoding="utf-8"), re.M) for path in sheets)
    assert {f"page-tool-{found[1]}" for found in named if found} <= set(SCRIPTS)


def go(page, base: str, lang: str, tool: str) -> None:
    page.goto(f"{base}{PREFIX[lang]}tools/{tool}/index.html")
    page.evaluate("() => { window.print = () => {}; }")


def fill_in(page, lang: str) -> dict:
    """A sentence in every field; the values that stand there then."""
    page.evaluate("""sentence => {
      const fill = (fields, value) => document.querySelectorAll(fields).forEach((field) => {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
      fill(".wm-tool textarea", sentence);
      fill(".wm-tool input[type=text]:not([inputmode])", "Siân");
      fill(".wm-tool input[type=date]", "2026-12-14");
      document.querySelectorAll(".wm-tool__options").forEach((options) => options.querySelector("label:last-of-type input").click());
    }""", SENTENCE[lang])
    return page.evaluate("wmTool.values()")


def said(page) -> str:
    return " ".join(page.locator(".wm-tool [data-wm-said]").all_inner_texts()).strip()


def saved(page, tmp_path: Path, what: str) -> Path:
    """The file that a button gives, pressed by keyboard."""
    with page.expect_download() as download:
        page.locator(f"[data-wm-do={what}]").press("Enter")
    download.value.save_as(tmp_path / download.value.suggested_filename)
    assert download.value.suggested_filename in said(page)
    return tmp_path / download.value.suggested_filename


def opened(page, *files: Path) -> str:
    """What the page says when files are opened."""
    page.locator("[data-wm-said]").first.evaluate("e => { e.textContent = ''; }")
    page.locator("[data-wm-open]").set_input_files(files)
    page.wait_for_function("document.querySelector('[data-wm-said]').textContent")
    return said(page)


# From beginning to end ----------------------------------------------------------------------------------------

#: In each field a letter that takes two keys, and the field's number, where the last key left off, unless the page refuses
#: them: the browser is told of all fields before it draws the page again. A command to insert asks no page, so that is done here.
WRITE_ON = """(fields) => fields.forEach((id, n) => {
  const data = ` ŵ${n + 1}`;
  const field = document.getElementById(id);
  field.focus();
  const asked = new InputEvent("beforeinput", { data, inputType: "insertText", bubbles: true, cancelable: true });
  if (field.dispatchEvent(asked)) document.execCommand("insertText", false, data);
})"""


@tools
@from_disk_and_served
def test_a_sheet_is_filled_in_saved_cleared_and_opened_by_keyboard(library_base, page, seen, tmp_path, lang, tool):
    """Tab by tab through every field; the file brings back all that was written; no request leaves the site."""
    go(page, library_base, lang, tool)
    fields = page.evaluate("""Array.from(document.querySelectorAll('.wm-tool :is(textarea, input[type=text]:not([inputmode]))'), e => e.id)""")
    page.locator("[data-wm-open]").focus()
    met: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        here, last = page.evaluate("[document.activeElement.id, document.activeElement.matches('[data-wm-do=print]')]")
        if here in fields and here not in met:
            met.append(here)
            page.keyboard.press("x")
        if last:
            break
    assert met == fields
    # One key is pressed in each field; the rest comes at once, as from keys that make a letter together.
    page.evaluate(WRITE_ON, fields)
    assert page.evaluate("fields => fields.map((id) => document.getElementById(id).value)", fields) == [f"x ŵ{n}" for n in range(1, len(fields) + 1)]
    values = page.evaluate("wmTool.values()")
    assert json.dumps(values, ensure_ascii=False).count(" ŵ") == len(fields)
    file = saved(page, tmp_path, "save")
    held = json.loads(file.read_text(encoding="utf-8"))
    assert (held["format"], held["tool"], held["version"], held["values"]) == ("what-matters-tool", tool, 1, values)
    clear = page.locator("[data-wm-do=clear]")
    clear.press("Enter")
    # One press is enough for one of them, and can be taken back.
    if tool not in CLEARED_AT_ONCE:
        assert page.evaluate("wmTool.values()") == values
        clear.press("Enter")
    assert page.evaluate("wmTool.values()") == {}
    assert file.name in opened(page, file)
    assert page.evaluate("wmTool.values()") == values
    assert [r for r in seen.requests if not r.startswith((library_base, "blob:", "data:"))] == []
    assert seen.complaints == []


@both
def test_rows_are_added_and_taken_out_by_keyboard(library_served, page, lang):
    """Each field of a new row has a name of its own; the focus goes where one goes on."""
    go(page, library_served, lang, "supervision-record")
    part = page.locator("[data-wm-part=agreed]")
    part.locator("[data-wm-more]").press("Enter")
    assert page.evaluate("document.activeElement.id") == "agreed-4-what"
    page.keyboard.type("Ring the choir")
    ids = page.evaluate("Array.from(document.querySelectorAll('.wm-tool [id]'), e => e.id)")
    assert len(ids) == len(set(ids))
    label = page.locator("label[for=agreed-4-what]").text_content()
    assert label.startswith({"en": "Row 4: ", "cy": "Rhes 4: "}[lang])
    assert page.evaluate("wmTool.values().agreed") == [{}, {}, {}, {"what": "Ring the choir"}]
    part.locator("[data-wm-less]:visible").press("Enter")
    assert part.locator("[data-wm-row]").count() == 3
    assert page.evaluate("document.activeElement.matches('[data-wm-more]')")
    assert page.evaluate("wmTool.values()") == {}


# Kept ---------------------------------------------------------------------------------------------------------


def test_over_http_what_was_written_survives_a_reload_in_either_language_until_it_is_cleared(library_served, page):
    """Under this library's own address; the Welsh page has the same words in its fields."""
    go(page, library_served, "en", "strengths-map")
    values = fill_in(page, "en")
    page.locator("[data-wm-more]").click()
    page.reload()
    assert page.evaluate("wmTool.values()") == values
    keys = page.evaluate("Object.keys(localStorage).filter(k => k.includes('tool'))")
    assert keys == ["wm / tool strengths-map"]
    go(page, library_served, "cy", "strengths-map")
    assert page.evaluate("wmTool.values()") == values
    go(page, library_served, "en", "what-so-what-now-what")
    assert page.evaluate("wmTool.values()") == {}
    go(page, library_served, "en", "strengths-map")
    page.locator("[data-wm-do=clear]").dblclick()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.includes('tool'))") == []


def test_from_disk_nothing_is_kept_unless_that_is_ticked_and_then_in_the_tab_alone(library_site, page):
    """Every page of the computer could read what a browser keeps for good; leaving with words unsaved is asked about."""
    base = library_site.as_uri() + "/"
    go(page, base, "en", "strengths-map")
    page.locator("#map-soft-person").fill("Her secret")
    assert page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})").find("secret") == -1
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#map-soft-person").press("End")
    page.reload()
    assert asked == ["beforeunload"]
    assert page.evaluate("wmTool.values()") == {}
    page.locator("#map-soft-person").fill("Her secret")
    page.locator("[data-wm-keep]").press("Space")
    assert page.evaluate("JSON.stringify({...localStorage})").find("secret") == -1
    page.reload()
    assert page.locator("#map-soft-person").input_value() == "Her secret"
    assert page.locator("[data-wm-keep]").is_checked()
    page.locator("[data-wm-keep]").press("Space")
    assert page.evaluate("JSON.stringify({...sessionStorage})").find("secret") == -1


@pytest.mark.parametrize("kept", ["{", "7", '{"version": 1}', '{"version": 1, "values": {"map": {"soft-person": 4}}}', '{"version": 2, "values": {}}'])
def test_what_a_browser_holds_may_be_anything(library_served, page, seen, kept):
    """The sheet is then empty, and works."""
    go(page, library_served, "en", "strengths-map")
    page.evaluate("kept => localStorage.setItem('wm / tool strengths-map', kept)", kept)
    page.reload()
    assert page.evaluate("wmTool.values()") == {}
    page.locator("#map-soft-person").fill("New")
    page.reload()
    assert page.locator("#map-soft-person").input_value() == "New"
    assert seen.complaints == []


# Files that cannot be used ------------------------------------------------------------------------------------

WHOLE = {"format": "what-matters-tool", "tool": "supervision-record", "version": 1, "language": "en", "values": {}}
BAD = {
    "half": (json.dumps({**WHOLE, "values": {"record": {"worker": "Words"}}})[:-12], ["cut short", "dorri'n fyr"]),
    "other-tool": (json.dumps({**WHOLE, "tool": "strengths-map"}), ["another tool", "offeryn arall"]),
    "other-version": (json.dumps({**WHOLE, "version": 2}), ["another version", "fersiwn arall"]),
    "no-sheet": ('["a"]', ["no saved sheet", "nid taflen"]),
    "null": ("null", ["no saved sheet", "nid taflen"]),
    "huge": ("x" * 1_000_001, ["too large", "rhy fawr"]),
    "unknown-field": (json.dumps({**WHOLE, "values": {"record": {"wages": "9"}}}), ["no saved sheet", "nid taflen"]),
    "prototype": ('{"format": "what-matters-tool", "tool": "supervision-record", "version": 1, "values": {"__proto__": {"a": "b"}}}',
                  ["no saved sheet", "nid taflen"]),
    "number": (json.dumps({**WHOLE, "values": {"agenda": {"welcome": {"minutes": "eleven"}}}}), ["“Minutes”", "“Munudau”"]),
    "no-text": (json.dumps({**WHOLE, "values": {"meeting": {"place": 11}}}), ["“Place”", "“Lle”"]),
    "no-day": (json.dumps({**WHOLE, "values": {"next": {"date": "2026-02-30"}}}), ["come back to this", "ôl at hyn"]),
    "no-answer": (json.dumps({**WHOLE, "values": {"meeting": {"language": "fr"}}}), ["“Language”", "“Iaith”"]),
    "long": (json.dumps({**WHOLE, "values": {"record": {"worker": "x" * 4001}}}), ["more in “How", "mwy yn “Sut"]),
    "rows": (json.dumps({**WHOLE, "values": {"agreed": [{}] * 200}}), ["more in “What we agreed", "mwy yn “Beth gytunon"]),
    "row": (json.dumps({**WHOLE, "values": {"agreed": [None]}}), ["no saved sheet", "nid taflen"]),
}


@pytest.fixture(scope="module", params=["en", "cy"])
def filled_in(request, chromium, library_served):
    """A sheet that is filled in, for one file after the other: its language, its tab, what that complained of, and what stands there."""
    with chromium.new_context(**FIRST_VISIT) as context:
        page, seen = context.new_page(), Seen()
        seen.watch(page)
        go(page, library_served, request.param, "supervision-record")
        yield request.param, page, seen, fill_in(page, request.param)


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_cannot_be_used_leaves_the_screen_as_it_was(filled_in, tmp_path, what):
    """A clear message in the page's language names the file; nothing changes."""
    lang, page, seen, values = filled_in
    text, words = BAD[what]
    (tmp_path / "tafl.json").write_text(text, encoding="utf-8")
    told = opened(page, tmp_path / "tafl.json")
    # Whatever this file did, the next one finds what was filled in, and nothing to complain of.
    there = page.evaluate("values => { const there = wmTool.values(); wmTool.show(values); return there; }", values)
    complaints, seen.complaints = seen.complaints, []
    assert words[lang == "cy"] in told
    assert "tafl.json" in told
    assert there == values
    assert complaints == []


def test_markup_in_a_file_is_text_everywhere(library_served, page, seen, tmp_path):
    """In its field, on paper and in Word."""
    markup = "<img src=x onerror=window.ran=1><script>window.ran=1</script> & </w:t>"
    file = tmp_path / "a.json"
    file.write_text(json.dumps({**WHOLE, "values": {"record": {"worker": markup}}}), encoding="utf-8")
    go(page, library_served, "en", "supervision-record")
    opened(page, file)
    assert page.locator("#record-worker").input_value() == markup
    page.locator("[data-wm-do=print]").click()
    assert page.locator("[data-wm-part=record] [data-wm-paper]").first.text_content() == markup
    assert page.evaluate("window.ran") is None
    document = docx.Document(saved(page, tmp_path, "word"))
    assert markup in [p.text for table in document.tables for cell in table._cells for p in cell.paragraphs]
    assert seen.complaints == []


def test_what_an_opened_file_replaced_can_be_had_back(library_served, page, tmp_path):
    """By one button beside what was said."""
    (tmp_path / "b.json").write_text(json.dumps({**WHOLE, "values": {"record": {"worker": "From the file"}}}), encoding="utf-8")
    go(page, library_served, "en", "supervision-record")
    page.locator("#record-worker").fill("Mine")
    opened(page, tmp_path / "b.json")
    assert page.locator("#record-worker").input_value() == "From the file"
    page.get_by_role("button", name="Bring back what was there").press("Enter")
    assert page.locator("#record-worker").input_value() == "Mine"


@both
def test_several_sheets_are_joined(library_served, page, tmp_path, lang):
    """Each group's words one below the other, its rows one after the other; one bad file among them, and nothing changes."""
    groups = []
    for name in ("one", "two"):
        values = {"three-questions": {"what": f"We saw {name}"}, "change": [{"what": f"Change {name}"}]}
        groups.append(tmp_path / f"{name}.json")
        groups[-1].write_text(json.dumps({**WHOLE, "tool": "what-so-what-now-what", "values": values}), encoding="utf-8")
    go(page, library_served, lang, "what-so-what-now-what")
    assert "2" in opened(page, *groups)
    joined = page.evaluate("wmTool.values()")
    assert joined == {"three-questions": {"what": "We saw one\nWe saw two"}, "change": [{"what": "Change one"}, {"what": "Change two"}]}
    bad = tmp_path / "three.json"
    bad.write_text("{", encoding="utf-8")
    assert "three.json" in opened(page, *groups, bad)
    assert page.evaluate("wmTool.values()") == joined
    go(page, library_served, lang, "strengths-map")
    assert page.locator("[data-wm-open]").get_attribute("multiple") is None


# Paper --------------------------------------------------------------------------------------------------------


def printed(page, tmp_path: Path, what: str) -> list[str]:
    """The text of each page that a button prints; nothing for the browser's own command."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    if what:
        page.locator(f"[data-wm-do={what}]").click()
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    page.evaluate("delete document.body.dataset.wmPrinting")
    pdf = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    return [" ".join(side.get_textpage().get_text_range().split()) for side in pdf]


#: The words at the head of a column or a row that stand on more than one line.
BROKEN = """() => {
  const broken = [];
  document.querySelectorAll(".wm-tool__page :is(.wm-tool__heads span, [data-wm-name], h3)").forEach((place) => {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/[\\p{L}\\p{M}]+/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (new Set(Array.from(range.getClientRects(), (one) => Math.round(one.top))).size > 1) broken.push(word[0]);
    }
  });
  return broken;
}"""


@dataclass(frozen=True)
class TakenAlong:
    """A sheet as it is printed in each way, its Word file, and what its page says on the screen."""

    broken: dict[str, list[str]]
    blank: list[str]
    word: bytes
    filled: list[str]
    blank_again: list[str]
    whole: list[str]
    kept: bool
    on_screen: OnScreen


@dataclass(frozen=True)
class OnScreen:
    """What a sheet's page says and asks."""

    title: str
    save: str
    headings: list[str]
    labels: set[str]
    prompts: set[str]
    sentences: int
    names: int

    @classmethod
    def of(cls, page) -> OnScreen:
        """Read at one go."""
        found = page.evaluate("""() => {
          const texts = (places) => Array.from(document.querySelectorAll(places), (one) => one.textContent);
          const number = (places) => document.querySelectorAll(places).length;
          return {
            title: document.querySelector("h1").innerText, save: document.querySelector("[data-wm-do=save]").innerText,
            headings: texts(".wm-tool h3"), labels: texts(".wm-tool [data-wm-label]"), prompts: texts(".wm-tool [data-wm-name] [data-wm-help]"),
            sentences: number(".wm-tool textarea"), names: number(".wm-tool input[type=text]:not([inputmode])"),
          };
        }""")
        stripped = {name: [text.strip() for text in found[name]] for name in ("headings", "prompts")}
        return cls(**{**found, "labels": set(found["labels"]), "headings": stripped["headings"], "prompts": set(stripped["prompts"])})


_taken_along: dict[tuple[str, str], TakenAlong] = {}


@pytest.fixture
def taken_along(library_base, page, tmp_path, lang, tool) -> TakenAlong:
    """A sheet, empty on a narrow screen and between the margins of paper, and then printed and written for Word: one visit
    for all that is said of it."""
    if (lang, tool) not in _taken_along:
        page.set_viewport_size({"width": 768, "height": 900})
        go(page, library_base, lang, tool)
        broken = {"screen": page.evaluate(BROKEN)}
        page.set_viewport_size({"width": 672, "height": 900})  # 178 mm
        page.emulate_media(media="print")
        broken["paper"] = page.evaluate(BROKEN)
        page.emulate_media(media="null")
        page.set_viewport_size(FIRST_VISIT["viewport"])
        blank = printed(page, tmp_path, "blank")
        values = fill_in(page, lang)
        _taken_along[lang, tool] = TakenAlong(
            broken=broken,
            blank=blank,
            # Before what was filled in has been printed: until then nothing but the fields holds it.
            word=saved(page, tmp_path, "word").read_bytes(),
            filled=printed(page, tmp_path, "print"),
            blank_again=printed(page, tmp_path, "blank"),
            kept=page.evaluate("wmTool.values()") == values,
            # By the browser's own command: the sheet, and then what explains it.
            whole=printed(page, tmp_path, ""),
            on_screen=OnScreen.of(page),
        )
    return _taken_along[lang, tool]


@tools
@from_disk_and_served
def test_the_sheet_is_printed_alone_on_its_pages(taken_along, lang, tool):
    """Blank, filled, and blank again with the words still on the screen; no controls, and nothing of the page around it."""
    assert len(taken_along.blank) == len(taken_along.filled) == PAGES[tool]
    assert "".join(taken_along.filled).count("Siân") == taken_along.on_screen.names
    assert SENTENCE[lang].split()[-1] in " ".join(taken_along.filled)
    assert taken_along.blank_again == taken_along.blank
    assert taken_along.kept
    source = {"en": "Steps", "cy": "Camau"}[lang]
    for side in (*taken_along.blank, *taken_along.filled):
        assert taken_along.on_screen.title in side
        assert source not in side
        assert taken_along.on_screen.save not in side
    assert ("Drafft yw Cymraeg" in taken_along.blank[0]) is (lang == "cy")
    assert taken_along.whole[: PAGES[tool]] == taken_along.filled
    assert source in " ".join(taken_along.whole[PAGES[tool] :])


@tools
@from_disk_and_served
def test_no_word_is_broken_at_the_head_of_a_column_or_a_row(taken_along):
    """On paper, between its margins, and on the narrowest screen that shows columns: a column is as wide as its longest word."""
    assert taken_along.broken == {"screen": [], "paper": []}


@both
def test_long_words_are_never_cut_off_and_a_table_that_fits_a_page_stands_on_one(library_served, page, tmp_path, lang):
    """More pages come, each part whole on one of them, and the last words of every field are there."""
    go(page, library_served, lang, "strengths-map")
    for i, field in enumerate(page.locator(".wm-tool textarea").all()):
        field.fill(f"{SENTENCE[lang]} " * 5 + f"END{i:02}.")
    sides = printed(page, tmp_path, "print")
    assert len(sides) > 1
    assert len(re.findall(r"END\d\d", " ".join(sides))) == page.locator(".wm-tool textarea").count()
    last = [f"END{i:02}" for i in range(7, 19)]
    assert any(all(one in side for one in last) for side in sides)


@pytest.fixture(scope="module")
def plain_tab(chromium):
    """A tab without scripts, in which nothing can be kept: one for all sheets."""
    with chromium.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@tools
def test_without_scripts_the_sheet_is_for_a_pen(library_served, plain_tab, tmp_path, tool):
    """All that is asked is there, with room to write, nothing that would not work; it prints as the blank sheet does."""
    plain_tab.goto(f"{library_served}tools/{tool}/index.html")
    assert plain_tab.locator(".wm-tool :is(button, textarea, input:not([type=radio])):visible").count() == 0
    assert plain_tab.locator(".wm-tool [data-wm-paper]:visible").count() > 5
    plain_tab.pdf(path=tmp_path / "plain.pdf", prefer_css_page_size=True)
    pypdfium2 = pytest.importorskip("pypdfium2")
    pages = [side.get_textpage().get_text_range() for side in pypdfium2.PdfDocument(tmp_path / "plain.pdf")]
    foot = "What Matters · "
    sheets = PAGES[tool] + ANSWERS.get(tool, 0)
    assert [foot in side for side in pages[: sheets + 1]] == [True] * sheets + [False]


# Word ---------------------------------------------------------------------------------------------------------


@tools
@from_disk_and_served
def test_the_sheet_is_a_word_file_in_the_pages_language(taken_along, lang, tool):
    """Every part under a heading, every label and every word that was written; tables whose head is marked and whose rows
    stay whole; each run in the page's language."""
    there = taken_along.on_screen
    with zipfile.ZipFile(BytesIO(taken_along.word)) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            etree.fromstring(parts.read(name))
    document = docx.Document(BytesIO(taken_along.word))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 2"] == there.headings
    assert document.paragraphs[0].text == document.core_properties.title == there.title
    cells = [p.text for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    assert cells.count(SENTENCE[lang]) == there.sentences
    assert cells.count("Siân") == there.names
    assert there.labels - set(cells) == set()
    assert there.prompts - set(cells) == set()
    assert all(row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for table in document.tables for row in table.rows)
    assert {mark.get(qn("w:val")) for mark in document.element.iter(qn("w:lang"))} == {f"{lang}-GB"}


@both
def test_in_word_a_table_stays_on_one_page_where_it_can_and_begins_at_once_where_it_cannot(library_served, page, tmp_path, lang):
    """Twenty-five statements take more than a page: kept together they would leave the first one empty."""
    def stays(table):
        return [row.cells[0].paragraphs[0].paragraph_format.keep_with_next is True for row in table.rows]
    go(page, library_served, lang, "outcomes-quiz")
    statements, asked, plan = docx.Document(saved(page, tmp_path, "word")).tables
    assert stays(statements) == [True] + [False] * 25
    assert stays(asked) == [True] * 3 + [False]
    assert stays(plan) == [False]


@pytest.mark.parametrize("tool", ["five-elements", "choosing-staff", "invent-a-character", "outcome-ladder"])
def test_in_word_the_room_to_write_is_no_more_than_its_page_has(library_served, page, tmp_path, tool):
    """An empty sheet has as many pages in Word as on paper: what its rows ask for leaves room for headings and words."""
    go(page, library_served, "en", tool)
    heights = [0]
    for block in docx.Document(saved(page, tmp_path, "word")).element.body:
        if block.find(f".//{qn('w:pageBreakBefore')}") is not None:
            heights.append(0)
        heights[-1] += sum(int(mark.get(qn("w:val"))) for mark in block.iter(qn("w:trHeight")))
    assert len(heights) == PAGES[tool]
    assert 7_000 < max(heights) < 13_500  # of 15,138 twentieths of a point


# A day for a calendar -----------------------------------------------------------------------------------------


@from_disk_and_served
def test_the_date_we_come_back_is_a_calendar_file(library_base, page, tmp_path, lang):
    """A whole day, called what it is, and nothing private in it; without a date the page says what is missing."""
    go(page, library_base, lang, "supervision-record")
    button = page.locator("[data-wm-calendar]")
    button.press("Enter")
    assert said(page) == {"en": "Choose the date first.", "cy": "Dewiswch y dyddiad yn gyntaf."}[lang]
    assert page.evaluate("document.activeElement.id") == "next-date"
    fill_in(page, lang)
    with page.expect_download() as download:
        button.press("Enter")
    download.value.save_as(tmp_path / "day.ics")
    text = (tmp_path / "day.ics").read_bytes().decode()
    assert "DTSTART;VALUE=DATE:20261214\r\nDTEND;VALUE=DATE:20261215\r\n" in text
    assert {"en": "SUMMARY:Supervision", "cy": "SUMMARY:Goruchwylio"}[lang] in text
    assert SENTENCE[lang] not in text
    assert "DESCRIPTION" not in text


# Every reader -------------------------------------------------------------------------------------------------


@tools
@both
def test_axe_finds_nothing_in_any_state_and_nothing_runs_over(library_served, page, tmp_path, lang, tool):
    """Empty, filled with a row more, after a bad file, and after one that was opened; light and dark; 320 and 1280 px. The answers of
    an exercise scroll within a box that the keyboard reaches."""
    go(page, library_served, lang, tool)
    assert_axe_finds_nothing(page, "empty")
    assert_nothing_runs_over(page, 320, 1280, where="empty")
    fill_in(page, lang)
    if page.locator("[data-wm-more]").count():
        page.locator("[data-wm-more]").first.press("Enter")
    turn(page, "dark")
    assert_axe_finds_nothing(page, "filled, dark", ".wm-tool")
    turn(page, "light")
    assert_nothing_runs_over(page, 1280, 320, where="filled")
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    opened(page, tmp_path / "x.json")
    assert_axe_finds_nothing(page, "refused, 320", ".wm-tool")
    # Of the words nothing is another: what was said is, and the button that brings back what was there.
    opened(page, saved(page, tmp_path, "save"))
    assert page.locator("[data-wm-said] button").count() == 1
    assert_axe_finds_nothing(page, "opened, 320", "[data-wm-said]")
    assert_nothing_runs_over(page, 320, 1280, where="opened")
    if tool in ANSWERS:
        page.set_viewport_size({"width": 320, "height": 800})
        page.locator("#sheet-answers > summary").press("Enter")
        assert_axe_finds_nothing(page, "answers unfolded, 320", "#sheet-answers")


# Matching -----------------------------------------------------------------------------------------------------

MATCHED = {"recording-rewrite": ["personal", "analytical", "live"], "five-stages": ["spot"]}


@pytest.mark.parametrize("tool", MATCHED)
@from_disk_and_served
def test_lines_are_matched_by_keyboard_and_looked_at_only_when_that_is_asked(library_base, page, seen, tmp_path, lang, tool):
    """A letter for each line by the arrow keys; no mark before the button is pressed, and a mark goes when its answer changes;
    what was chosen is saved, opened, printed and written for Word."""
    go(page, library_base, lang, tool)
    part = page.locator(f"[data-wm-part={MATCHED[tool][0]}]")
    rows = part.locator("[data-wm-row]")
    marks = part.locator("[data-wm-mark]")
    assert page.locator("#sheet-answers").get_attribute("open") is None
    for row in rows.all()[1:]:
        right = answer_of(page, part, row)
        first = row.locator("input").first
        first.focus()
        page.keyboard.press("Space")
        for _ in range(26):
            if page.evaluate("document.activeElement.value") == right:
                break
            page.keyboard.press("ArrowDown")
    assert "".join(marks.all_text_contents()) == ""
    part.locator("[data-wm-check]").press("Enter")
    said_of = marks.all_text_contents()
    assert said_of[0] == {"en": "Nothing is chosen here yet.", "cy": "Does dim wedi'i ddewis yma eto."}[lang]
    assert set(said_of[1:]) == {{"en": "✓ These belong together.", "cy": "✓ Mae'r rhain yn mynd gyda'i gilydd."}[lang]}
    n = rows.count()
    assert f"{n - 1} {'of' if lang == 'en' else 'o'} {n}" in part.locator("[data-wm-checked]").inner_text()
    assert_axe_finds_nothing(page, "looked at")
    other = rows.nth(1).locator(f"input:not([value={answer_of(page, part, rows.nth(1))}])").first
    other.check()
    assert marks.nth(1).text_content() == ""
    assert marks.nth(2).text_content() != ""
    part.locator("[data-wm-check]").press("Enter")
    assert marks.nth(1).text_content() == {"en": "↺ Look at this one again.", "cy": "↺ Edrychwch ar hwn eto."}[lang]
    values = page.evaluate("wmTool.values()")
    assert len(values[MATCHED[tool][0]]) == n - 1
    document = docx.Document(saved(page, tmp_path, "word"))
    cells = [cell.text for table in document.tables for cell in table._cells]
    assert sum("[x]" in cell for cell in cells) == n - 1
    file = saved(page, tmp_path, "save")
    page.locator("[data-wm-do=clear]").dblclick()
    assert "".join(marks.all_text_contents()) == ""
    opened(page, file)
    assert page.evaluate("wmTool.values()") == values
    assert "".join(marks.all_text_contents()) == ""
    assert seen.complaints == []


@pytest.mark.parametrize("tool", MATCHED)
@both
def test_answers_are_a_sheet_of_their_own_on_paper_and_for_word(library_served, page, tmp_path, lang, tool):
    """Only their own buttons give them; the sheet, open answers or not, never says which letter belongs to what."""
    go(page, library_served, lang, tool)
    page.locator("#sheet-answers summary").press("Enter")
    reasons = [" ".join(text.split()) for text in page.locator("[data-wm-answers] [data-wm-why]").all_text_contents()]
    assert len(reasons) == sum(page.locator(f"[data-wm-part={part}] [data-wm-row]").count() for part in MATCHED[tool])
    assert [one for side in printed(page, tmp_path, "blank") for one in reasons if one in side] == []
    assert [p.text for p in docx.Document(saved(page, tmp_path, "word")).paragraphs if p.text in reasons] == []
    page.locator("[data-wm-answers-print]").press("Enter")
    sides = printed(page, tmp_path, "")
    assert len(sides) == ANSWERS[tool]
    # What reads a PDF sees spaces where letters stand apart.
    assert [one for one in reasons if "".join(one.split()) not in "".join("".join(sides).split())] == []
    with page.expect_download() as download:
        page.locator("[data-wm-answers-word]").press("Enter")
    download.value.save_as(tmp_path / "answers.docx")
    cells = [" ".join(cell.text.split()) for table in docx.Document(tmp_path / "answers.docx").tables for cell in table._cells]
    assert [one for one in reasons if one not in cells] == []
    assert_axe_finds_nothing(page, "answers open")
    assert_nothing_runs_over(page, 320, 1280, where="answers open")


def test_each_letter_belongs_to_one_line_and_none_stands_beside_its_own():
    """In every sheet where something is matched: the order of the letters gives nothing away."""
    for name in MATCHED:
        for part in sheet_of(name)["parts"]:
            ids = [one["id"] for one in part.get("matches", [])]
            rows = [row["answer"]["option"] for row in part["rows"]] if ids else []
            assert sorted(ids) == sorted(rows)
            assert [a for a, b in zip(ids, rows, strict=True) if a == b] == []


def answer_of(page, part, row) -> str:
    """What belongs to a row, as the sheet of answers has it."""
    within = f"[data-wm-answers-of={part.get_attribute('data-wm-part')}] [data-wm-answer={row.get_attribute('data-wm-row')}]"
    return page.locator(within).get_attribute("data-option")


def sheet_of(name: str) -> dict:
    return yaml.safe_load((REPOSITORY / f"docs/data/tools/{name}.yml").read_text(encoding="utf-8"))
