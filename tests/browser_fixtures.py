"""A real browser, and the miniature site both over HTTP and from disk."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

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
        for event, note in self._notes.items():
            page.on(event, note)

    def leave(self, page: Page) -> None:
        """Note no more of it."""
        for event, note in self._notes.items():
            page.remove_listener(event, note)

    @cached_property
    def _notes(self) -> dict[Any, Callable[[Any], None]]:
        return {
            "request": lambda r: self.requests.append(r.url),
            "requestfailed": lambda r: None if r.failure == GIVEN_UP else self.complaints.append(f"{r.failure}: {r.url}"),
            "console": lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None,
            "pageerror": lambda e: self.complaints.append(str(e)),
        }


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


#: The page of the session that most tests of sessions are of, within a language.
SESSION = "stories/magic-moments/the-blue-cup/session/index.html"


@pytest.fixture(scope="session")
def mark(site: Path) -> str:
    """By which addresses know the questions of that session's story, in either language."""
    pages = [(site / inside / SESSION).read_text(encoding="utf-8") for inside in ("", "cy")]
    (found,) = {json.loads(unescape(asks))[0] for page in pages for asks in re.findall('data-asks="([^"]*)"', page)}
    assert isinstance(found, str)
    return found


#: How a browser comes that asks for English: nothing stored, a screen of so many px.
FIRST_VISIT: Any = {"locale": "en-GB", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser with nothing stored, as on a first visit, that asks for English."""
    context = chromium.new_context(**FIRST_VISIT)
    yield context
    context.close()


class SharedTab:
    """A tab that goes on from test to test, and keeps nothing of one for the next.

    To begin a tab costs as much as to show a page in it. What is not undone here, a test that shares the tab undoes itself,
    such as scripts that come before a page's own (`before_each_page`), or leaves alone: routes, clocks, permissions, databases,
    and tabs beside it.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._page: Page | None = None

    def begin(self) -> Page:
        """The tab, empty."""
        if self._page is None:
            self._page = self._browser.new_context(**FIRST_VISIT).new_page()
        return self._page

    def end(self) -> None:
        """Forget what was written, and leave; a tab in which that does not go well is given up."""
        page, self._page = self._page, None
        assert page is not None
        try:
            page.evaluate("() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* A page without any. */ } }")
            # Where a page would ask whether to leave it, Playwright says yes as long as nobody listens.
            page.goto("about:blank", timeout=5_000)
            page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
            page.set_viewport_size(FIRST_VISIT["viewport"])
            page.mouse.move(0, 0)
        except Error:
            page.context.close()
        else:
            self._page = page


@pytest.fixture(scope="session")
def shared_tab(chromium: Browser) -> SharedTab:
    """The tab of the tests of a worker that share one."""
    return SharedTab(chromium)


@pytest.fixture
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A tab: in files marked `shared_tab` one that their tests use one after the other, but for those that ask for a `context`."""
    if request.node.get_closest_marker("shared_tab") is None or "context" in request.fixturenames:
        yield request.getfixturevalue("context").new_page()
        return
    tab: SharedTab = request.getfixturevalue("shared_tab")
    yield tab.begin()
    tab.end()


@pytest.fixture
def before_each_page(page: Page) -> Iterator[Callable[[str], None]]:
    """Has a script run before those of each page that the tab opens from now on, until the test ends."""
    with ExitStack() as until_then:

        def have(script: str) -> None:
            until_then.enter_context(page.add_init_script(script))

        yield have


@pytest.fixture
def seen(page: Page) -> Iterator[Seen]:
    """What the tab asks for and complains of from now on."""
    seen = Seen()
    seen.watch(page)
    yield seen
    seen.leave(page)
