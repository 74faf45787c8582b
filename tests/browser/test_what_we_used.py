"""What we used: taken in from a session, what comes due, and cleared in one press."""

from __future__ import annotations

import pytest

from tests.browser.sound import assert_axe_finds_nothing
from tests.browser.test_tool_sheets import go, opened, saved

pytestmark = [pytest.mark.browser, pytest.mark.shared_tab]
both = pytest.mark.parametrize("lang", ["en", "cy"])
NOTES = {
    "fields": {"notes-1": "We saw a kettle", "notes-3": "Ask her first", "commitments-2": "<b>Sit down</b>", "come-back": "2020-01-02"},
    "stories": {"the-blue-cup": "The blue cup"},
}


@both
def test_a_session_and_its_commitments_are_taken_in_once_and_what_is_overdue_is_named(served, page, seen, lang):
    """From what the session's page kept in this tab; the days of My sessions too; a commitment that is done is due no more."""
    go(page, served, lang, "what-we-used")
    assert page.locator("[data-wm-take]").count() == 0
    page.evaluate("""notes => {
        wmKept.wordsForNow('session notes').write(notes);
        wmKept.words('used').write({ 'two-songs': '2026-11-02' });
    }""", NOTES)
    page.reload()
    for name in ("take-notes", "take-days", "take-notes"):
        page.locator(f"[data-wm-take={name}]").press("Enter")
        page.wait_for_function("document.querySelector('.wm-tool [data-wm-said]:not(:empty)')")
    values = page.evaluate("wmTool.values()")
    assert [one["story"] for one in values["sessions"]][:1] == ["The blue cup"]
    assert len(values["sessions"]) == 2
    assert [one["what"] for one in values["commitments"]] == ["Ask her first", "<b>Sit down</b>"]
    late = page.locator(".wm-tool__due li").all_inner_texts()
    assert len(late) == 2
    assert late[1].endswith(": <b>Sit down</b>")
    assert_axe_finds_nothing(page, "taken in")
    page.locator("[name=commitments-1-done][value=done]").check()
    assert page.locator(".wm-tool__due li").count() == 1
    assert seen.complaints == []


def test_one_press_clears_the_list_and_the_next_brings_it_back(served, page, tmp_path):
    """Nothing stays in the browser; a file that was saved opens again."""
    go(page, served, "en", "what-we-used")
    page.locator("#commitments-1-what").fill("Ring the choir")
    page.locator("#commitments-1-due").fill("2026-12-14")
    values = page.evaluate("wmTool.values()")
    file = saved(page, tmp_path, "save")
    page.locator("[data-wm-do=clear]").press("Enter")
    assert page.evaluate("wmTool.values()") == {}
    assert page.evaluate("Object.keys(localStorage).filter(k => k.includes('tool'))") == []
    page.locator("[data-wm-said] button").press("Enter")
    assert page.evaluate("wmTool.values()") == values
    page.locator("[data-wm-do=clear]").press("Enter")
    assert file.name in opened(page, file)
    assert page.evaluate("wmTool.values()") == values
