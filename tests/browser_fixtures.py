"""A real browser, and the miniature site both over HTTP and from disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from whatmatters.bench.browser import FLAGS, serving

from .browser.install import browser as browser_path
from .server_headers import WHILE_TESTING

GIVEN_UP = "net::ERR_ABORTED"
"""What Chromium says of a request whose page was left before it was answered; a file that is missing is said otherwise."""


@dataclass
class Seen:
    """What a browser page asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note every request, every console error and every script error of the page.

        A request that is given up because the reader has gone on to another page has not failed.
        """
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("requestfailed", lambda r: None if r.failure == GIVEN_UP else self.complaints.append(f"{r.failure}: {r.url}"))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Address of the miniature site on this machine, ending in a slash."""
    with serving(site, headers=WHILE_TESTING) as address:
        yield address


@pytest.fixture(scope="session")
def library_served(library_site: Path) -> Iterator[str]:
    """Address of the real library's site on this machine, ending in a slash."""
    with serving(library_site, headers=WHILE_TESTING) as address:
        yield address


@pytest.fixture(scope="session", params=["http", "disk"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site is: once over HTTP, once as a folder on disk."""
    return request.getfixturevalue("served") if request.param == "http" else site.as_uri() + "/"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    path = browser_path()
    assert path, "run `make test`, which installs a browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=["http", "disk"])
def library_base(request: pytest.FixtureRequest, library_site: Path) -> str:
    """Where the real library's site is: once over HTTP, once as a folder on disk."""
    return request.getfixturevalue("library_served") if request.param == "http" else library_site.as_uri() + "/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser with nothing stored, as on a first visit, that asks for English."""
    context = chromium.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab."""
    return context.new_page()


@pytest.fixture
def seen(page: Page) -> Seen:
    """What the tab asks for and complains of from now on."""
    seen = Seen()
    seen.watch(page)
    return seen
