"""What every page must bear, whatever it is for."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: A page of the real library in both languages, once from disk and once over HTTP: what is asked of every tool needs no more.
from_disk_and_served = pytest.mark.parametrize(
    ("library_base", "lang"), [("disk", "en"), ("http", "cy")], indirect=["library_base"], ids=["disk-en", "http-cy"])


#: Marks three of the elements that look alike, and has axe's rule on contrast look at those: it takes two thirds of axe's
#: time, and says the same of every paragraph of a page. Alike are those whose own text and whose every ground behind it
#: have the same colours, sizes and ways of being placed.
OF_EACH_COLOUR = """(within => {
  const ground = new Map([[null, ""]]);
  const behind = element => {
    if (!ground.has(element)) {
      const { backgroundColor, backgroundImage, opacity, position, filter, mixBlendMode } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity, position === "static" ? "" : position, filter, mixBlendMode].join();
      const before = behind(element.parentElement);
      ground.set(element, before.endsWith(own) ? before : before + "|" + own);
    }
    return ground.get(element);
  };
  const seen = new Map();
  document.querySelectorAll("[data-axe-contrast]").forEach(element => element.removeAttribute("data-axe-contrast"));
  for (const root of within ? document.querySelectorAll(within) : [document.body]) {
    for (const element of [root, ...root.querySelectorAll("*")]) {
      const control = element.matches("input, select, textarea, button");
      if (!control && ![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
      const key = [control && element.type, element.disabled, color, fontSize, fontWeight, textShadow, behind(element)].join();
      seen.set(key, (seen.get(key) || 0) + 1);
      if (seen.get(key) <= 3) element.setAttribute("data-axe-contrast", "");
    }
  }
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-axe-contrast]" }] });
})(%s);"""


def assert_axe_finds_nothing(page: Page, where: object = "", within: str | None = None, *, every_colour: bool = False) -> None:
    """axe-core finds nothing on the page as it stands, or `within` the part that has changed since it was asked last.

    It is asked for violations alone: gathering all that is well takes as long again. It fetches no style sheets: none of the
    rules it runs reads them, and from a disk a browser does not let it. Contrast is looked at wherever the colours are
    different, or, with `every_colour`, wherever there is a word.
    """
    axe = Axe() if every_colour else Axe(f"{AXE_SCRIPT}\n;{OF_EACH_COLOUR % json.dumps(within)}")
    found = axe.run(page, within, options={"resultTypes": ["violations"], "preload": False})
    assert found.violations_count == 0, f"{where}: {found.generate_report()}"


def assert_nothing_runs_over(page: Page, *widths: int, where: object = "", wait: int = 0) -> None:
    """At these widths (px) the page scrolls down and never sideways (WCAG 1.4.10).

    `wait` is for pages whose scripts draw anew for another width, in ms.
    """
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(wait)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (where, width)


def space_the_text(page: Page) -> None:
    """What WCAG 1.4.12 lets a reader choose, as an add-on of a browser does it: a sheet that no policy has a say in."""
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
                         p { margin-bottom: 2em !important }`);
      document.adoptedStyleSheets = [sheet];
      for (const folded of document.querySelectorAll("details")) { folded.open = true; }
    }""")
