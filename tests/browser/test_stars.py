"""Stars that are drawn from scores: the culture star and the six senses, by keyboard, from files, on paper and for Word."""

from __future__ import annotations

import json

import docx
import pytest

from tests.browser.sound import (
    assert_axe_finds_nothing,
    assert_axe_finds_nothing_by_day_and_night,
    assert_nothing_runs_over,
    from_disk_and_served,
)
from tests.browser.test_tool_sheets import go, opened, printed, said, saved

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
POINTS = ("values", "identity", "outcomes", "strengths", "learning", "community", "co-production", "communication")
#: What the parts of the sheet with scores show, by row.
TABLE = "Array.from(document.querySelectorAll('[data-wm-part=PART] .wm-star__table tr'), r => Array.from(r.cells, c => c.textContent))"


def table(page, part: str = "everyone") -> list[list[str]]:
    return page.evaluate(TABLE.replace("PART", part))


def dots(page, part: str = "everyone") -> int:
    return page.locator(f"[data-wm-part={part}] .wm-star__dot").count()


def slip(tmp_path, name: str, values: dict) -> object:
    file = tmp_path / f"{name}.json"
    file.write_text(json.dumps({"format": "what-matters-tool", "tool": "culture-star", "version": 1, "language": "en", "values": values}))
    return file


@from_disk_and_served
def test_slips_are_added_one_after_another_and_the_sheets_filled_by_keyboard(library_base, page, seen, tmp_path, lang):
    """Scores go from low to high, whoever gave them; the star, its table and the sheets follow; an average stands nowhere."""
    go(page, library_base, lang, "culture-star")
    for scores in ((7, 4), (2, 4), (10, 4)):
        for point, score in zip(POINTS, scores, strict=False):
            page.locator(f"[name=slip-{point}-score][value='{score}']").focus()
            page.keyboard.press("Space")
        assert dots(page, "slip") == 2
        page.locator("[data-wm-add]").press("Enter")
    values = page.evaluate("wmTool.values()")
    assert values == {"everyone": {"values": {"first": "2 7 10"}, "identity": {"first": "4 4 4"}}}
    to = {"en": "to", "cy": "i"}[lang]
    rows = table(page)
    assert [row[1:] for row in rows[1:4]] == [[f"2 {to} 10", "2 · 7 · 10"], [f"4 {to} 4", "4 · 4 · 4"], ["–", "–"]]
    assert dots(page) == 6
    assert page.locator("[data-wm-part=everyone] :is(.wm-star__high, .wm-star__low)").count() == 2
    page.locator("#recording-values-shows").fill("Ours")
    page.locator("[data-wm-fill]").press("Enter")
    held = page.evaluate("wmTool.values()")
    assert held["recording"]["values"] == {"spread": f"2 {to} 10", "shows": "Ours"}
    assert [row["point"].split(":")[0] for row in held["actions"]] == [{"en": "Values", "cy": "Gwerthoedd"}[lang]]
    page.locator("#actions-1-do").fill("Say thank you")
    page.locator("[data-wm-fill]").press("Enter")
    held = page.evaluate("wmTool.values()")
    assert len(held["actions"]) == 1
    assert held["review"][0]["step"].endswith("\nSay thank you")
    document = docx.Document(saved(page, tmp_path, "word"))
    cells = [cell.text for one in document.tables for cell in one._cells]
    assert "2 · 7 · 10" in cells
    assert seen.complaints == []


@from_disk_and_served
def test_two_dates_stand_side_by_side(library_base, page, tmp_path, lang):
    """Each star with its date, and both in the table; on five pages of paper at the most, blank on four."""
    go(page, library_base, lang, "culture-star")
    page.locator("#dates-again").fill("2027-03-01")
    for point in POINTS:
        page.locator(f"#everyone-{point}-first").fill("3 9 5 5")
        page.locator(f"#everyone-{point}-again").fill("4 8 8")
    captions = page.locator("[data-wm-part=everyone] .wm-star__scored figcaption").all_inner_texts()
    assert len(captions) == 2
    assert captions[1].endswith({"en": ", 1 March 2027", "cy": ", 1 Mawrth 2027"}[lang])
    assert len(table(page)[1]) == 5
    sides = printed(page, tmp_path, "print")
    assert len(sides) <= 5
    star = next(side for side in sides if "3 · 5 · 5 · 9" in side)
    assert star.count("4 · 8 · 8") == 8
    assert len(printed(page, tmp_path, "blank")) == 4
    assert "3 · 5 · 5 · 9" not in " ".join(printed(page, tmp_path, "blank"))


@both
def test_a_score_of_eleven_is_named_left_out_and_not_lost(library_served, page, lang):
    """Beside its field, over a reload, until it is mended."""
    go(page, library_served, lang, "culture-star")
    field = page.locator("#everyone-values-first")
    field.press_sequentially("7, 11 x0 4")
    assert field.input_value() == "7, 11  0 4"
    wrong = page.locator("#everyone-values-first-wrong")
    assert "11, 0" in wrong.inner_text()
    assert field.get_attribute("aria-invalid") == "true"
    assert dots(page) == 2
    assert_axe_finds_nothing(page, "eleven")
    page.reload()
    assert field.input_value() == "7, 11  0 4"
    assert "11, 0" in wrong.inner_text()
    field.fill("7 10 4")
    assert wrong.count() == 0
    assert dots(page) == 3


@both
def test_two_hundred_slips_are_one_star_and_too_many_are_refused(library_served, page, tmp_path, lang):
    """Scores and reasons in order, so that nobody is told by theirs; of too many nothing is taken, and what was there stays."""
    go(page, library_served, lang, "culture-star")
    files = [slip(tmp_path, f"s{i:03}", {"slip": {"values": {"score": str(10 - i % 10), "why": f"Reason {199 - i:03}"}}}) for i in range(200)]
    assert "200" in opened(page, *files)
    values = page.evaluate("wmTool.values()")
    assert values["everyone"]["values"]["first"].split() == [str(n) for n in range(1, 11) for _ in range(20)]
    assert values["everyone"]["values"]["why"].split("\n") == [f"Reason {i:03}" for i in range(200)]
    assert "slip" not in values
    assert page.locator("[data-wm-part=everyone] .wm-star__many").first.text_content() == "×20"
    assert_nothing_runs_over(page, 320, 1280, where="two hundred")
    many = [slip(tmp_path, f"m{i}", {"everyone": {"values": {"first": "10 " * 100}}}) for i in range(3)]
    assert {"en": "Together the files hold more", "cy": "Gyda'i gilydd"}[lang] in opened(page, *many)
    assert page.evaluate("wmTool.values()") == values


@pytest.mark.parametrize(("values", "words"), [
    ({"slip": {"values": {"score": "11"}}}, "“My score”"),
    ({"everyone": {"values": {"first": "seven"}}}, "“Scores of the first star”"),
    ({"slip": {"luck": {"score": "1"}}}, "no saved sheet"),
])  # fmt: skip
def test_one_bad_file_among_slips_changes_nothing(library_served, page, tmp_path, values, words):
    """It is named, and its fault."""
    go(page, library_served, "en", "culture-star")
    page.locator("#everyone-values-first").fill("3")
    told = opened(page, slip(tmp_path, "good", {"slip": {"values": {"score": "4"}}}), slip(tmp_path, "bad", values))
    assert words in told
    assert "bad.json" in told
    assert page.evaluate("wmTool.values()") == {"everyone": {"values": {"first": "3"}}}


def test_a_slip_for_the_review_goes_there_and_an_empty_one_nowhere(library_served, page, tmp_path):
    """Each file says which star it is for."""
    go(page, library_served, "en", "culture-star")
    page.locator("[data-wm-add]").press("Enter")
    assert said(page) == "This slip is empty. Give at least one score first."
    again = {"dates": {"when": "again"}, "slip": {"values": {"score": "8"}}}
    opened(page, slip(tmp_path, "one", again), slip(tmp_path, "two", {"slip": {"values": {"score": "2"}}}))
    assert page.evaluate("wmTool.values().everyone") == {"values": {"first": "2", "again": "8"}}


@from_disk_and_served
def test_the_six_senses_have_a_star_each_and_three_side_by_side(library_base, page, seen, tmp_path, lang):
    """Scored by keyboard; a group without scores has an empty star; Word and paper have the table."""
    go(page, library_base, lang, "six-senses")
    for group, score in (("person", 3), ("staff", 8)):
        for sense in ("security", "belonging"):
            page.locator(f"[name={group}-{sense}-score][value='{score}']").focus()
            page.keyboard.press("Space")
    assert [dots(page, part) for part in ("person", "family", "staff", "together")] == [2, 0, 2, 4]
    rows = table(page, "together")
    assert [row[1:] for row in rows[1:4]] == [["3", "8"], ["–", "–"], ["3", "8"]]
    assert page.locator("[data-wm-part=together] .wm-star__scored svg").first.get_attribute("aria-label").endswith({"en": "The table says the same.", "cy": "Mae'r tabl yn dweud yr un peth."}[lang])
    assert len(printed(page, tmp_path, "print")) == 4
    cells = [cell.text for one in docx.Document(saved(page, tmp_path, "word")).tables for cell in one._cells]
    assert cells.count("8") >= 4
    page.locator("[data-wm-do=clear]").dblclick()
    assert dots(page, "together") == 0
    assert seen.complaints == []


@pytest.mark.parametrize("tool", ["culture-star", "six-senses"])
def test_without_scripts_an_empty_star_is_there_for_a_pen(library_served, chromium, tool):
    """With its names, and marks from 1 to 10."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{library_served}tools/{tool}/index.html")
    assert page.locator(".wm-star svg:visible").count() >= 1
    assert page.locator(".wm-star__name:visible").count() >= 6
    context.close()


@both
@pytest.mark.parametrize("tool", ["culture-star", "six-senses"])
def test_axe_finds_nothing_with_stars(library_served, page, lang, tool):
    """Light and dark, 320 and 1280 px."""
    go(page, library_served, lang, tool)
    for group in page.locator(".wm-tool__field--score .wm-tool__options").all():
        group.locator("input").nth(4).check()
    for field in page.locator("[data-kind=scores] input").all():
        field.fill("3 5 5 9")
    assert_axe_finds_nothing_by_day_and_night(page, tool)
    assert_nothing_runs_over(page, 320, 1280, where=tool)
