"""The story finder in numbers: how long it takes to open, to follow a tick, and to look for words."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from ..language.bilingual import LANGUAGES
from .asking import inside
from .browser import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Words that stand in many stories, one form of them after the other.
WORDS = {"cy": ["gofal", "ofal", "gweithwyr"], "en": ["care", "caring", "workers"]}
_READY = "() => document.querySelector('[data-wm-status]').textContent"
_OPENED = "() => performance.now()"
#: Ticks boxes of several facets and takes them back, then looks for words; ms until the page is laid out anew.
_WORK = """async (words) => {
  const list = document.querySelector("[data-wm-list]");
  const after = async (act) => {
    const drawn = new Promise((done) => {
      new MutationObserver((_, watcher) => { watcher.disconnect(); done(); }).observe(list, { childList: true });
      setTimeout(done, 10000);
    });
    const start = performance.now();
    act();
    await drawn;
    document.body.getBoundingClientRect();
    return performance.now() - start;
  };
  const facets = [...document.querySelectorAll("[data-wm-facet]")].slice(0, 4);
  const boxes = facets.flatMap((facet) => [...facet.querySelectorAll("input")].slice(0, 2));
  const ticks = [];
  for (const box of boxes) for (let time = 0; time < 2; time += 1) ticks.push(await after(() => box.click()));
  const text = document.querySelector("[data-wm-text]");
  const looks = [];
  const look = (word) => after(() => { text.value = word; text.form.requestSubmit(); });
  for (const word of words) {
    looks.push(await look(word));
    await look("");
  }
  return { ticks, looks };
}"""


def finder_rows(browser: Browser, site: Path) -> list[tuple[str, str, str, str, str]]:
    """For each language of the built `site`: its code, and ms to open, for a tick, for first words and for more.

    Nothing is stored beforehand; the site is served on this machine.
    """
    rows: list[tuple[str, str, str, str, str]] = []
    with serving(site) as base:
        for lang in LANGUAGES:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(f"{base}{inside(lang)}stories/find/index.html")
            page.wait_for_function(_READY)
            opened = float(page.evaluate(_OPENED))
            took: dict[str, Any] = page.evaluate(_WORK, WORDS[lang])
            context.close()
            first, *more = took["looks"]
            rows.append((lang, f"{opened:.0f}", f"{median(took['ticks']):.0f}", f"{first:.0f}", f"{median(more):.0f}"))
    return rows
