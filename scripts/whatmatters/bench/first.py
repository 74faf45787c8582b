"""One search as a reader does it: a word typed letter by letter, from its first key to the first result on the page.

For every engine alike: a phone with nothing stored has loaded a page, its field is opened, and keys are pressed.
The clock starts with the first of them. An engine that has loaded its index with the page has it by then, or has not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..language.bilingual import Lang
from .asking import inside
from .browser import serving
from .line import FREE, Line, Sending
from .peers import PAGEFIND_PAGE
from .visiting import tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: What is typed, each by a reader of its own: a word on very many pages, one of a story, one of the law.
WORDS: dict[Lang, tuple[str, ...]] = {"en": ("care", "bath", "complaint"), "cy": ("gofal", "bath", "cwyn")}
#: Milliseconds from key to key, of somebody who types well; until nothing more is asked for; longest wait.
BETWEEN, QUIET, LONGEST = 100, 700, 120_000
#: Of what comes with the page, these belong to search; of what comes afterwards, all but these do.
_SEARCH = ("/search/", "/workers/search.", "/pagefind/")
_OTHERS = (".woff2", ".png", ".webp", ".jpg", ".svg", ".css", ".html", "/")
_WATCH = """(result) => {
  document.addEventListener("keydown", () => { window.benchKey ||= performance.now(); }, true);
  new MutationObserver(() => {
    if (!window.benchResult && document.querySelector(result)) window.benchResult = performance.now();
  }).observe(document.body, { subtree: true, childList: true });
}"""


@dataclass(frozen=True)
class Field:
    """Where an engine is asked, on the phone."""

    page: str
    """Its address within the engine's site; `{inside}` and `{lang}` stand for the language."""
    opener: str | None
    """What is tapped so that the field is there."""
    field: str
    result: str


OURS = Field("{inside}index.html", "[data-wm-search-open]", "[data-wm-search-input]", "[data-wm-search-list] li")
THEME = Field(
    "index.html", "label.md-header__button[for=__search]", "[data-md-component=search-query]", ".md-search-result__item"
)
PAGEFIND = Field(PAGEFIND_PAGE, None, "#ask", "#found li")


@dataclass(frozen=True)
class Searched:
    """What one search took."""

    milliseconds: float
    """From the first key to the first result; infinite where none came within `LONGEST`."""
    bytes: int
    """What came over the line for it, from the page's own load until nothing more came."""


def search_once(browser: Browser, site: Path, field: Field, lang: Lang, word: str, line: Line) -> Searched:
    """Type a word into the field of an engine whose site is served over this line.

    It is the server that slows down and counts: some engines load their index in a worker, which a tab does not see.
    """
    sending = Sending(line)
    sent = sending.sent
    with serving(site, packed=True, sending=sending) as base, tab(browser, lang, FREE) as (page, _):
        page.goto(base + field.page.format(inside=inside(lang), lang=lang), wait_until="load", timeout=LONGEST)
        with_page = len(sent)
        page.evaluate(_WATCH, field.result)
        if field.opener:
            page.click(field.opener)
        page.focus(field.field)
        page.keyboard.type(word, delay=BETWEEN)
        took = _until_a_result(page)
        _rest(page, sent)
        return Searched(took, _of_search(sent[:with_page], sent[with_page:]))


def _until_a_result(page: Page) -> float:
    """Milliseconds; infinite where the engine gave none in the longest wait, as some do with thousands of pages."""
    from playwright.sync_api import TimeoutError as WaitedInVain

    try:
        page.wait_for_function("window.benchResult", timeout=LONGEST)
    except WaitedInVain:
        return math.inf
    return float(page.evaluate("window.benchResult - window.benchKey"))


def _rest(page: Page, seen: list[tuple[str, int]]) -> None:
    """Wait until nothing more comes."""
    count = -1
    while count != len(seen):
        count = len(seen)
        page.wait_for_timeout(QUIET)


def _of_search(with_page: Iterable[tuple[str, int]], after: Iterable[tuple[str, int]]) -> int:
    came = sum(size for url, size in with_page if any(mark in url for mark in _SEARCH))
    return came + sum(size for url, size in after if not url.partition("?")[0].endswith(_OTHERS))
