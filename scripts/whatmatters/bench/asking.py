"""Asking a search engine in a browser, as its own page does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..library.languages import Lang

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


def ask_ours(page: Page, base: str, lang: Lang, queries: Sequence[str]) -> list[list[str]]:
    """The first ten results of each query: addresses within the language, as our search gives them in a page of `lang`.

    `base`: where the site is, ending in a slash; a folder on disk will do.
    """
    inside = "cy/" if lang == "cy" else ""
    page.goto(f"{base}{inside}index.html")
    page.click("[data-wm-search-open]")
    page.wait_for_function("!!wmSearch.find && !!wmSearch.start")
    found: list[list[str]] = page.evaluate(_OURS, [lang, list(queries)])
    return [[url.removeprefix(inside) for url in urls] for urls in found]
