"""What every page must bear, whatever it is for."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: A page of the real library in both languages, once from disk and once over HTTP: what is asked of every tool needs no more.
from_disk_and_served = pytest.mark.parametrize(
    ("library_base", "lang"), [("disk", "en"), ("http", "cy")], indirect=["library_base"], ids=["disk-en", "http-cy"])


def assert_axe_finds_nothing(page: Page, where: object = "", within: str | None = None) -> None:
    """axe-core finds nothing on the page as it stands, or `within` the part that has changed since it was asked last.

    It is asked for violations alone: gathering all that is well takes as long again. It fetches no style sheets: none of the
    rules it runs reads them, and from a disk a browser does not let it. A document that has axe is not sent it again.
    """
    axe = Axe(axe_script="undefined") if page.evaluate("'axe' in window") else Axe()
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
