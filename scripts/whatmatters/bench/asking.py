"""Asking a search engine in a browser, as its own page does: ours, the theme's, Pagefind.

Each way of asking takes a tab, the address of a site (ending in a slash), a language and what is typed,
and gives the addresses of the first ten results, within the language.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..language.bilingual import Lang
from ..language.table import TABLE

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Our search finds numbers of entries; the entries say where they are.
_OURS = """async ([lang, queries]) => {
  const found = [];
  for (const query of queries) {
    const { index, order } = await wmSearch.find(lang, query);
    const entries = await Promise.all(order.slice(0, 10).map((number) => index.entry(number)));
    found.push(entries.map((entry) => entry.url));
  }
  return found;
}"""
_PAGEFIND = """async ([root, queries]) => {
  const engine = await import(root + "pagefind/pagefind.js");
  const found = [];
  for (const query of queries) {
    const { results } = await engine.search(query);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    found.push(shown.map((one) => one.url));
  }
  return found;
}"""
_THEME_FIELD = "[data-md-component=search-query]"
_THEME_SAYS = "document.querySelector('.md-search-result__meta').textContent.trim()"
_THEME_WAITS = "'Type to start searching'"
_THEME_LINKS = """() => Array.from(document.querySelectorAll(".md-search-result__item"))
  .slice(0, 10).map((item) => item.querySelector("a").href)"""


def inside(lang: Lang) -> str:
    """Where the pages of a language begin within a site."""
    return TABLE[lang].folder


def ask_ours(page: Page, base: str, lang: Lang, queries: Sequence[str]) -> list[list[str]]:
    """Our search, through the scripts of a page; `base` may be a folder on disk."""
    page.goto(f"{base}{inside(lang)}index.html")
    page.click("[data-wm-search-open]")
    page.wait_for_function("!!wmSearch.find && !!wmSearch.start")
    found: list[list[str]] = page.evaluate(_OURS, [lang, list(queries)])
    return [[url.removeprefix(inside(lang)) for url in urls] for urls in found]


def ask_pagefind(page: Page, base: str, lang: Lang, queries: Sequence[str]) -> list[list[str]]:
    """Pagefind, through its interface for scripts; it takes its language from the page."""
    page.goto(f"{base}{inside(lang)}index.html")
    found: list[list[str]] = page.evaluate(_PAGEFIND, [base, list(queries)])
    return [[_address(url, inside(lang)) for url in urls] for urls in found]


def ask_theme(page: Page, base: str, lang: Lang, queries: Sequence[str]) -> list[list[str]]:
    """The theme's search, typed into its field; `base` is a site of this one language."""
    page.goto(base)
    page.click(_THEME_FIELD)
    page.wait_for_function(f"{_THEME_SAYS} === {_THEME_WAITS}")
    found = []
    for query in queries:
        _theme_types(page, query, f"{_THEME_SAYS} !== {_THEME_WAITS}")
        found.append([_address(url, "") for url in page.evaluate(_THEME_LINKS)])
        _theme_types(page, "", f"{_THEME_SAYS} === {_THEME_WAITS}")
    return found


def _theme_types(page: Page, text: str, until: str) -> None:
    page.fill(_THEME_FIELD, text)
    page.dispatch_event(_THEME_FIELD, "keyup")  # which is what the theme listens to
    page.wait_for_function(until)


def _address(url: str, within: str) -> str:
    return urlsplit(url).path.lstrip("/").removesuffix("index.html").removeprefix(within)
