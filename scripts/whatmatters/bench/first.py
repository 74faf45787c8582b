"""How long a reader waits for the first result after the first key, with nothing in the browser's store yet."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING

from ..library.languages import Lang
from .asking import inside

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: What is typed first: the first letter of a usual word.
KEY = {"cy": "g", "en": "s"}
_TIMES = 5
#: Notes the moment of the first key, and of the first thing that looks like a result.
_WATCH = """(result) => {
  document.addEventListener("input", () => { window.benchKey ||= performance.now(); }, true);
  new MutationObserver(() => {
    if (!window.benchResult && document.querySelector(result)) window.benchResult = performance.now();
  }).observe(document.body, { subtree: true, childList: true });
}"""
_PAGEFIND = """async ([root, key]) => {
  const start = performance.now();
  const engine = await import(root + "pagefind/pagefind.js");
  const { results } = await engine.search(key);
  await results[0].data();
  return performance.now() - start;
}"""


def first_ours(browser: Browser, base: str, lang: Lang) -> float:
    """Milliseconds for our search: a page, its search opened, one key."""
    return _typed(
        browser, f"{base}{inside(lang)}index.html", "[data-wm-search-open]", "[data-wm-search-list] li", KEY[lang]
    )


def first_theme(browser: Browser, base: str, lang: Lang) -> float:
    """Milliseconds for the theme's search, which loads its index with every page."""
    return _typed(browser, base, "[data-md-component=search-query]", ".md-search-result__item", KEY[lang])


def first_pagefind(browser: Browser, base: str, lang: Lang) -> float:
    """Milliseconds for Pagefind without its own interface, which would wait longer before it begins."""

    def once(page: Page) -> float:
        page.goto(f"{base}{inside(lang)}index.html")
        return float(page.evaluate(_PAGEFIND, [base, KEY[lang]]))

    return _median(browser, once)


def _typed(browser: Browser, address: str, opener: str, result: str, key: str) -> float:
    def once(page: Page) -> float:
        page.goto(address)
        page.evaluate(_WATCH, result)
        page.click(opener)
        page.keyboard.press(key)
        page.wait_for_function("window.benchResult", timeout=120_000)
        return float(page.evaluate("window.benchResult - window.benchKey"))

    return _median(browser, once)


def _median(browser: Browser, once: Callable[[Page], float]) -> float:
    """The middle of five runs, each in a new profile."""
    times = []
    for _ in range(_TIMES):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        times.append(once(context.new_page()))
        context.close()
    return median(times)
