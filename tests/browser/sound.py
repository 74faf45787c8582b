"""What every page must bear, whatever it is for."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOUR_RULES, violations

Scheme = Literal["light", "dark"]

#: A page of the real library in both languages, once from disk and once over HTTP: what is asked of every tool needs no more.
from_disk_and_served = pytest.mark.parametrize(
    ("library_base", "lang"), [("disk", "en"), ("http", "cy")], indirect=["library_base"], ids=["disk-en", "http-cy"])


def turn(page: Page, scheme: Scheme) -> None:
    """The device is light or dark from now on, and the page that is open has followed: it is told of it a moment later."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function("look => document.documentElement.dataset.wmLook === look", arg=scheme)


def assert_axe_finds_nothing(page: Page, where: object = "", within: str | None = None, *, rules: tuple[str, ...] = ()) -> None:
    """axe-core finds nothing on the page as it stands, or `within` the part that has changed since it was asked last, by all
    its `rules` or by those that what has changed can concern."""
    if violations(page, within, rules=rules).violations_count:
        raise AssertionError(f"{where}: {violations(page, within, rules=rules, report=True).generate_report()}")


def assert_axe_finds_nothing_by_day_and_night(page: Page, where: object = "", schemes: tuple[Scheme, Scheme] = ("light", "dark")) -> None:
    """axe-core finds nothing in light, and nothing in dark, and the page is left in the second of the two.

    From one to the other nothing but colours changes, as a test of `test_sound.py` holds: of the second only the rules
    are asked that read them.
    """
    for scheme, rules in zip(schemes, ((), COLOUR_RULES), strict=True):
        turn(page, scheme)
        assert_axe_finds_nothing(page, f"{where} {scheme}", rules=rules)


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
