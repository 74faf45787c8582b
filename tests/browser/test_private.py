"""What is written into a page that is opened from disk: no other page of the computer can read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.firefox import firefox, system_firefox

pytestmark = pytest.mark.browser

WRITE = "about/add-a-story/index.html"
SESSION = "stories/magic-moments/the-blue-cup/session/index.html"
MINE = "sessions/mine/index.html"
SECRET, DAY = "Gwenllian took no tea", "2026-03-01"
#: Where words or a day are written: the page, what is there once it can be written into, the field, and what is written.
FIELDS = [
    (WRITE, ".wm-oneface", "[name=owner]", SECRET),
    # The session takes the screen, with the slide on which notes are written.
    (f"{SESSION}?minutes=30#record", "#notes-1", "#notes-1", SECRET),
    (f"{MINE}#pack=s.the-blue-cup&lang=en", ".wm-mine__item", "#pack-en", SECRET),
    (f"{MINE}#pack=s.the-blue-cup&lang=en", ".wm-mine__item", ".wm-mine__used input", DAY),
]
FILL = """
  const [ready, field, words] = given;
  return new Promise((done) => {
    const look = setInterval(() => {
      if (!document.querySelector(ready)) return;
      clearInterval(look);
      const place = document.querySelector(field);
      place.value = words;
      ["input", "change"].forEach((kind) => place.dispatchEvent(new Event(kind, { bubbles: true })));
      setTimeout(() => done(place.value), 300);
    }, 50);
  });
"""
#: All that a page can find of what others have left.
READ = """
  return Promise.resolve(window.indexedDB.databases ? indexedDB.databases() : []).then((databases) => JSON.stringify([
    { ...localStorage }, { ...sessionStorage }, document.cookie, databases, window.name, document.referrer, history.state,
  ]));
"""


@pytest.fixture
def other(tmp_path: Path) -> str:
    """Another page of the same computer."""
    page = tmp_path / "other.html"
    page.write_text("<!doctype html><title>Another page</title>", encoding="utf-8")
    return page.as_uri()


@pytest.fixture
def from_disk(site: Path) -> str:
    """The site as a folder, ending in a slash."""
    return site.as_uri() + "/"


def fill(page, ready: str, field: str, words: str) -> None:
    """Write as a reader does."""
    assert page.evaluate(f"(given) => {{ {FILL} }}", [ready, field, words]) == words


def read(page) -> str:
    """What that page can read."""
    return page.evaluate(f"() => {{ {READ} }}")


def test_another_page_of_the_computer_reads_nothing(from_disk, other, page, context):
    """In the same tab and in another: neither words nor days. That the choice of stories is there shows that reading works."""
    page.on("dialog", lambda dialog: dialog.accept())
    for path, *field in FIELDS:
        page.goto(from_disk + path)
        fill(page, *field)
    page.goto(other)
    beside = context.new_page()
    beside.goto(other)
    for found in (read(page), read(beside)):
        assert SECRET not in found
        assert DAY not in found
        assert "story:the-blue-cup" in found


@pytest.mark.skipif(system_firefox() is None, reason="this system has no Firefox")
def test_another_page_of_the_computer_reads_nothing_in_firefox(from_disk, other, tmp_path):
    """The same in a browser of another maker."""
    with firefox(tmp_path / "profile") as browser:
        for path, *field in FIELDS:
            browser.goto(from_disk + path)
            assert browser.evaluate(f"const given = arguments; {FILL}", *field) == field[-1]
        browser.goto(other)
        same_tab = browser.evaluate(READ)
        browser.new_tab()
        browser.goto(other)
        for found in (same_tab, browser.evaluate(READ)):
            assert SECRET not in found
            assert DAY not in found
            assert "story:the-blue-cup" in found


@pytest.mark.parametrize(("number", "tick"), [(0, "[data-wm-keep]"), (1, "[data-wm-keep-notes]"), (3, "[data-wm-keep-days]")],
                         ids=["draft", "notes", "days"])
def test_from_disk_only_the_tab_keeps_and_only_when_that_is_ticked(from_disk, page, number, tick):
    """Not ticked at first, and said beside it who could read it; ticked, it outlives a reload; unticked, it is gone."""
    page.on("dialog", lambda dialog: dialog.accept())
    path, ready, field, words = FIELDS[number]
    page.goto(from_disk + path)
    fill(page, ready, field, words)
    box = page.locator(tick)
    assert not box.is_checked()
    assert "this computer in the same tab could then read" in box.evaluate("e => e.closest('section, form').textContent")
    box.evaluate("box => box.click()")
    assert words not in page.evaluate("JSON.stringify(localStorage)")
    page.reload()
    page.locator(ready).first.wait_for(state="attached")
    assert page.locator(field).input_value() == words
    assert page.locator(tick).is_checked()
    page.locator(tick).evaluate("box => box.click()")
    assert words not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


def test_days_come_back_from_the_file_that_was_saved(from_disk, page, tmp_path):
    """From disk the file is what keeps them; a day that stands there already stays."""
    path, *field = FIELDS[3]
    page.goto(from_disk + path)
    fill(page, *field)
    with page.expect_download() as download:
        page.locator("[data-wm-file]").click()
    download.value.save_as(tmp_path / "mine.json")
    page.reload()
    page.locator(".wm-mine__item").wait_for()
    assert page.locator(".wm-mine__used input").input_value() == ""
    page.locator("[data-wm-open]").set_input_files(tmp_path / "mine.json")
    page.wait_for_function("document.querySelector('.wm-mine__used input').value")
    assert page.locator(".wm-mine__used input").input_value() == DAY


def test_two_copies_share_nothing_and_empty_nothing(site, page, tmp_path):
    """On one computer, as on one server: each has its own sessions, under the address that it stands at."""
    copies = []
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(site)
        copies.append(f"file://{tmp_path / name}/")
    page.goto(copies[0] + FIELDS[2][0])
    page.locator(".wm-mine__item").wait_for()
    page.goto(copies[1] + MINE)
    page.locator("[data-wm-empty]").wait_for()
    page.evaluate("wmTray.write({items: ['story:two-songs']}), wmTray.write({items: []})")
    page.goto(copies[0] + MINE)
    page.locator(".wm-mine__item").wait_for()
    assert page.evaluate("wmTray.read().items") == ["story:the-blue-cup"]
