"""The kit under tools with a sheet, on a made-up sheet that has what no tool of the library has yet."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import docx
import pytest

from tests.browser.sound import assert_axe_finds_nothing, assert_nothing_runs_over
from tests.browser.test_tool_sheets import saved
from tests.conftest import REPOSITORY
from whatmatters.library.tool_sheet import ToolSheet
from whatmatters.site.assets import write_assets
from whatmatters.site.render import renderer
from whatmatters.site.tool_sheets import tool_sheet

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]


def words(text: str) -> dict[str, str]:
    return {"en": text, "cy": f"{text} (cy)"}


SHEET = ToolSheet.model_validate({
    "version": 3,
    "merge": True,
    "parts": [
        {"id": "one", "title": words("One"), "across": 4, "fields": [
            {"id": "fair", "kind": "score", "label": words("How fair?"), "help": words("10 is best")},
            {"id": "who", "kind": "choice", "label": words("Who?"), "options": [
                {"id": "team", "label": words("The team")}, {"id": "family", "label": words("The family")}]},
        ]},
        {"id": "points", "title": words("Points"), "rows_title": words("Point"), "new_page": True,
         "rows": [{"id": "trust", "label": words("Trust"), "help": words("In each other")}],
         "fields": [{"id": "score", "kind": "score", "label": words("Score")}]},
        {"id": "people", "title": words("People"), "empty_rows": 1, "most_rows": 3,
         "fields": [{"id": "score", "kind": "score", "label": words("Score")}, {"id": "why", "kind": "short", "label": words("Why")}]},
    ],
})  # fmt: skip


@pytest.fixture(params=["en", "cy"])
def sheet(request, real, page, seen, tmp_path) -> str:
    """A page that holds the made-up sheet, open in the browser; its language."""
    lang = request.param
    library = dataclasses.replace(real, sheets={"strengths-map": SHEET})
    path = "tools/strengths-map/"
    html = renderer(real.interface)("tool_sheet.html", lang, path, **tool_sheet(library, path, lang))
    assets = ("../" * (3 if lang == "cy" else 2)) + "assets"
    target = tmp_path / ("cy" if lang == "cy" else "") / path / "index.html"
    target.parent.mkdir(parents=True)
    target.write_text(
        f'<!doctype html><html lang="{lang}" class="js"><head><meta charset="utf-8"><title>A tool</title>'
        f'<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="{assets}/css/site.css"><script src="{assets}/js/kept.js"></script></head>'
        f'<body data-md-color-scheme="default"><main class="wm-main"><article class="wm-article"><h1>A tool</h1><h2>Sheet</h2>'
        f"{html}</article></main></body></html>",
        encoding="utf-8",
    )
    write_assets(REPOSITORY, tmp_path)
    # A page of ours has it with all else that every page runs, which would look for a header.
    shutil.copy(REPOSITORY / "docs/assets/js/kept.js", tmp_path / "assets/js")
    page.goto(target.as_uri())
    page.evaluate("() => { window.print = () => {}; }")
    return lang


def test_scores_and_answers_are_chosen_by_keyboard(sheet, page, seen):
    """One press of an arrow key is one point; each row's scores are a group of their own."""
    page.locator("#people-1-why").focus()
    page.locator("[data-wm-part=one] [value='1']").focus()
    page.keyboard.press("Space")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.locator("[data-wm-more]").press("Enter")
    page.keyboard.press("Space")
    page.locator("[data-wm-row='1'] [value='9']").press("Space")
    assert page.evaluate("wmTool.values()") == {"one": {"fair": "7"}, "people": [{"score": "9"}, {"score": "1"}]}
    # Before axe, which asks for style sheets that a page from disk may not read.
    assert seen.complaints == []
    assert_axe_finds_nothing(page)
    assert_nothing_runs_over(page, 320, 1280)


@pytest.mark.parametrize("values", [
    {"one": {"fair": "11"}}, {"one": {"fair": "0"}}, {"one": {"fair": 7}}, {"one": {"who": "nobody"}},
    {"points": {"trust": {"score": "x"}}}, {"people": [{"score": "7"}] * 4}, {"points": {"luck": {}}}, {"people": {}}, {"one": []}, [], "one",
])  # fmt: skip
def test_what_does_not_fit_is_refused(sheet, page, values):
    """A score of eleven, an answer that is none, a row too many: each is named, and nothing is shown of it."""
    found = page.evaluate("values => wmTool.wrong(values)", values)
    assert found["wrong"] in ("odd", "too-much", "broken")
    assert (found["wrong"] == "broken") or found["field"]


def test_two_hundred_sheets_at_once_are_refused_in_words(sheet, page, tmp_path):
    """Where there is room for three rows; what was there stays."""
    files = []
    for i in range(200):
        files.append(tmp_path / f"{i}.json")
        values = {"people": [{"score": "7"}]}
        files[-1].write_text(json.dumps({"format": "what-matters-tool", "tool": "strengths-map", "version": 3, "values": values}))
    page.locator("#people-1-why").fill("Mine")
    page.locator("[data-wm-open]").set_input_files(files)
    page.wait_for_function("document.querySelector('[data-wm-said]').textContent")
    assert "“People" in page.locator("[data-wm-said]").first.inner_text()
    assert page.evaluate("wmTool.values()") == {"people": [{"why": "Mine"}]}
    page.locator("[data-wm-open]").set_input_files(files[:3])
    page.wait_for_function("wmTool.values().people.length === 3")
    assert page.locator("[data-wm-part=people] [data-wm-more]").is_disabled()


def test_paper_and_word_show_what_was_chosen_and_what_could_be(sheet, page, tmp_path):
    """All answers and all points stand there; the chosen one is marked, and on a blank sheet none."""
    page.evaluate("wmTool.show({one: {fair: '7', who: 'family'}})")
    page.evaluate("wmTool.print('sheet')")
    chosen = "Array.from(document.querySelectorAll('[data-wm-chosen]'), e => e.querySelector('input').value)"
    assert page.evaluate(chosen) == ["7", "family"]
    page.evaluate("wmTool.print('blank')")
    assert page.evaluate(chosen) == []
    with page.expect_download() as download:
        page.locator("[data-wm-do=word]").click()
    download.value.save_as(Path(tmp_path) / "a.docx")
    cells = [p.text.replace("\u00a0", " ") for t in docx.Document(tmp_path / "a.docx").tables for c in t._cells for p in c.paragraphs]
    assert any("[x] 7" in text and "[  ] 10" in text for text in cells)
    assert any("[x] The family" in text for text in cells)


def test_a_tools_own_script_stands_on_the_kit(sheet, page, tmp_path):
    """It is told of each change, and may join files in its own way and add to the Word file."""
    page.evaluate("""() => {
      window.told = [];
      wmTool.listen(() => window.told.push(wmTool.values()));
      wmTool.merge = (list) => ({ one: { fair: String(list.length) } });
      wmTool.inWord.push((blocks) => [...blocks, ["Normal", "Drawn as words"]]);
    }""")
    page.locator("#people-1-why").fill("So")
    assert page.evaluate("window.told.at(-1)") == {"people": [{"why": "So"}]}
    for name in "ab":
        (tmp_path / f"{name}.json").write_text('{"format": "what-matters-tool", "tool": "strengths-map", "version": 3, "values": {}}')
    page.locator("[data-wm-open]").set_input_files([tmp_path / "a.json", tmp_path / "b.json"])
    page.wait_for_function("(wmTool.values().one || {}).fair === '2'")
    assert page.evaluate("window.told.at(-1)") == {"one": {"fair": "2"}}
    assert docx.Document(saved(page, tmp_path, "word")).paragraphs[-1].text == "Drawn as words"
    assert page.evaluate("[wmTool.field('points', 'score', 'trust').dataset.kind, wmTool.field('people', 'why', 1).dataset.kind]") == ["score", "short"]
