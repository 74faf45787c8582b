"""What a browser holds of a reader before the page that is tested is opened."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Page


def keep(page: Page, base: str, where: Literal["localStorage", "sessionStorage"], name: str, text: str) -> None:
    """Have a text kept there for the site at `base` before any page of it is opened: a picture stands at the same host."""
    page.goto(f"{base}assets/images/mark.svg")
    page.evaluate("([where, name, text]) => window[where].setItem(name, text)", [where, name, text])
