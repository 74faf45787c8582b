"""The outcomes quiz: alone and in a team, as a list and one at a time, answers after each and at the end, and on paper."""

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
from tests.browser.test_tool_sheets import go, opened, printed, said

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
PREFIX = {"en": "", "cy": "cy/"}
#: Words of the reason for statement 5, and what is said when nobody is marked down for it.
REASON = {"en": "misses doing upstairs", "cy": "i fyny'r grisiau"}
NO = {"en": "No", "cy": "Nac ydy"}


def choose(page, *ways: str) -> None:
    """By keyboard, how the quiz is shown: `one`, `once`, `team`."""
    for way in ways:
        page.locator(f".wm-tool__ways [value={way}]").focus()
        page.keyboard.press("Space")


def tab_to(page, selector: str) -> None:
    """Press Tab until what was asked for has the focus."""
    for _ in range(60):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {selector}")


@from_disk_and_served
def test_one_statement_after_another_by_keyboard_and_what_to_talk_about_at_the_end(library_base, page, seen, lang):
    """Nobody is counted up: statements that the reader sees otherwise stand there with our reason, and those left open by number."""
    go(page, library_base, lang, "outcomes-quiz")
    choose(page, "one")
    assert page.locator("[data-wm-part=statements] [data-wm-row]:visible").count() == 1
    assert not page.get_by_text(REASON[lang]).first.is_visible()
    page.locator("#statements-s1-answer, [name=statements-s1-answer]").first.focus()
    for number in range(1, 26):
        if number != 7:
            tab_to(page, f"[name=statements-s{number}-answer]")
            # Yes to every one.
            page.keyboard.press("Space")
        if number < 25:
            tab_to(page, ".wm-quiz__steps button:nth-of-type(2)")
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.closest('[data-wm-row]').dataset.wmRow") == f"s{number + 1}"
    assert (
        page.locator(".wm-quiz__steps [role=status]").inner_text()
        == {"en": "Statement 25 of 25", "cy": "Gosodiad 25 o 25"}[lang]
    )
    tab_to(page, "[data-wm-quiz-end]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "what-to-talk-about"
    told = page.locator(".wm-quiz__result li").all_inner_texts()
    assert [text.split(".")[0] for text in told] == [
        "1",
        "3",
        "5",
        "6",
        "8",
        "10",
        "12",
        "14",
        "16",
        "18",
        "20",
        "21",
        "23",
        "25",
    ]
    assert REASON[lang] in told[2]
    result = page.locator(".wm-quiz__result").inner_text()
    assert {"en": "Not answered yet: 7.", "cy": "Heb eu hateb eto: 7."}[lang] in result
    assert not any(word in result for word in ("24", "11/", "/25", "%"))
    # One answer is changed, and what is said follows.
    page.locator("[name=statements-s25-answer]").last.evaluate("e => e.click()")
    assert page.locator(".wm-quiz__result li").count() == 13
    assert seen.complaints == []


@from_disk_and_served
def test_a_team_counts_hands_talks_and_then_sees_the_answer(library_base, page, lang):
    """Most even first; what all saw otherwise too; the address keeps the way of showing over a reload."""
    go(page, library_base, lang, "outcomes-quiz")
    assert not page.locator("#statements-s5-hands-yes").is_visible()
    choose(page, "once", "team")
    for row, yes, no in (("s5", "4", "2"), ("s2", "6", "0"), ("s14", "3", "3"), ("s24", "0", "6")):
        page.locator(f"#statements-{row}-hands-yes").fill(yes)
        page.locator(f"#statements-{row}-hands-no").fill(no)
    row = page.locator("[data-wm-row=s5]")
    assert row.locator(".wm-quiz__talk").is_visible()
    show = row.locator(".wm-quiz__answer button")
    assert show.get_attribute("aria-expanded") == "false"
    show.press("Enter")
    assert show.get_attribute("aria-expanded") == "true"
    assert row.locator(".wm-quiz__said").inner_text().startswith(f"{NO[lang]}. ")
    page.locator("[data-wm-quiz-end]").press("Enter")
    told = page.locator(".wm-quiz__result li").all_inner_texts()
    assert [text.split(".")[0] for text in told] == ["14", "5", "24"]
    assert {"en": "Hands for yes: 4. Hands for no: 2.", "cy": "Dwylo dros ydy: 4. Dwylo dros nac ydy: 2."}[
        lang
    ] in told[1]
    assert page.url.endswith("?when=once&who=team")
    if page.url.startswith("http"):
        page.reload()
        assert page.locator(".wm-tool__ways [value=team]").is_checked()
        assert page.locator("#statements-s5-hands-yes").input_value() == "4"


def test_nothing_was_answered(library_served, page):
    """The quiz says so, and opens the answers."""
    go(page, library_served, "en", "outcomes-quiz")
    page.locator("[data-wm-quiz-end]").press("Enter")
    assert "No statement is answered yet" in page.locator(".wm-quiz__result").inner_text()
    assert page.locator("[data-wm-answers] details").get_attribute("open") is not None


def test_clearing_closes_everything_for_the_next_person(library_served, page):
    """Answers, results and reasons."""
    go(page, library_served, "en", "outcomes-quiz")
    choose(page, "once")
    page.locator("[name=statements-s1-answer]").first.check()
    page.locator("[data-wm-row=s1] .wm-quiz__answer button").click()
    page.locator("[data-wm-quiz-end]").click()
    page.locator("[data-wm-do=clear]").dblclick()
    assert page.locator(".wm-quiz__result:visible, .wm-quiz__said:visible").count() == 0
    assert page.locator("[data-wm-answers] details").get_attribute("open") is None


def test_letters_are_not_taken_as_hands(library_served, page, tmp_path):
    """What a field of figures holds can always be kept, saved and opened again."""
    go(page, library_served, "en", "outcomes-quiz")
    choose(page, "team")
    field = page.locator("#statements-s1-hands-yes")
    field.press_sequentially("1x2")
    assert field.input_value() == "12"
    page.reload()
    assert field.input_value() == "12"
    file = tmp_path / "eleven.json"
    file.write_text(
        json.dumps(
            {
                "format": "what-matters-tool",
                "tool": "outcomes-quiz",
                "version": 1,
                "values": {"statements": {"s1": {"answer": "maybe"}}},
            }
        )
    )
    assert "eleven.json" in opened(page, file)
    assert field.input_value() == "12"


@from_disk_and_served
def test_the_answers_are_a_sheet_of_their_own_never_on_that_of_the_questions(library_base, page, tmp_path, lang):
    """Blank, filled, and while they are open on the screen; in the browser's own printing they begin a page; for Word as well."""
    go(page, library_base, lang, "outcomes-quiz")
    page.locator("[data-wm-quiz-end]").press("Enter")
    for what in ("blank", "print"):
        assert REASON[lang] not in " ".join(printed(page, tmp_path, what)).replace("’", "'")
    whole = printed(page, tmp_path, "")
    place = next(i for i, side in enumerate(whole) if REASON[lang] in side)
    assert place == 2
    page.locator("[data-wm-answers-print]").press("Enter")
    answers = printed(page, tmp_path, "")
    assert len(answers) == 1
    assert REASON[lang] in answers[0].replace("’", "'")
    assert page.locator("[data-wm-name]").nth(1).text_content().strip() not in answers[0]
    with page.expect_download() as download:
        page.locator("[data-wm-answers-word]").press("Enter")
    download.value.save_as(tmp_path / "answers.docx")
    assert download.value.suggested_filename in said(page)
    cells = [cell.text for cell in docx.Document(tmp_path / "answers.docx").tables[0]._cells]
    assert len(cells) == 26 * 3
    assert cells[15:17] == ["5", NO[lang]]


@both
def test_axe_finds_nothing_in_any_way_of_showing(library_served, page, lang):
    """Every way, with an answer open and the result there, light and dark, 320 and 1280 px."""
    page.goto(f"{library_served}{PREFIX[lang]}tools/outcomes-quiz/index.html?show=one&when=once&who=team")
    page.locator("[data-wm-row=s1] .wm-quiz__answer button").press("Enter")
    page.locator("#statements-s1-hands-yes").fill("3")
    page.locator("#statements-s1-hands-no").fill("2")
    page.locator("[data-wm-quiz-end]").press("Enter")
    assert_axe_finds_nothing_by_day_and_night(page, "one, team", ("dark", "light"))
    assert_nothing_runs_over(page, 320, 1280, where="one, team")
    choose(page, "list", "alone")
    assert_axe_finds_nothing(page, "list, alone")
    assert_nothing_runs_over(page, 320, 1280, where="list, alone")


def test_without_scripts_the_answers_wait_closed(library_served, chromium):
    """And open with one press."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{library_served}tools/outcomes-quiz/index.html")
    assert not page.get_by_text(REASON["en"]).is_visible()
    page.locator("[data-wm-answers] summary").press("Enter")
    assert page.get_by_text(REASON["en"]).is_visible()
    context.close()
