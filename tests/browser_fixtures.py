"""A real browser, and the miniature site both over HTTP and from disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from whatmatters.bench.browser import FLAGS, serving

from .browser.install import browser as browser_path

GIVEN_UP = "net::ERR_ABORTED"
"""What Chromium says of a request whose page was left before it was answered; a file that is missing is said otherwise."""


WARM = ["--renderer-process-limit=1"]
"""Tabs of one site share a process: a quarter less time for every tab."""

FIRST_VISIT = {"locale": "en-GB", "viewport": {"width": 1280, "height": 900}}
"""How a browser comes that asks for English, on a screen in px."""


class Visitor:
    """A browser that forgets: its process goes on from test to test, what a reader leaves behind in it does not.

    Beginning a process for every tab costs more than all that a test then does in it. Two empty tabs stay open, one over
    HTTP and one from disk, so that their processes do; each test has a tab of its own beside them, and so its own scripts,
    listeners, routes, history and window. Files may come from the memory of the process, as on a second visit: tests of
    what a first visit fetches (`tests/weight`) have a context of their own.
    """

    def __init__(self, browser: Browser, empty: Path) -> None:
        self.context = browser.new_context(**FIRST_VISIT)
        self._places: set[str] = set()
        self.context.on("page", lambda page: page.on("framenavigated", lambda frame: self._note(frame.url)))
        over_http, from_disk = self.context.new_page(), self.context.new_page()
        over_http.route("**/*", lambda route: route.fulfill(content_type="text/html", body=""))
        over_http.goto("http://127.0.0.1/")
        empty.write_text("", encoding="utf-8")
        from_disk.goto(empty.as_uri())
        self._stay = [over_http, from_disk]
        self._line = self.context.new_cdp_session(over_http)

    def _note(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https", "file"):
            self._places.add(f"{parts.scheme}://{parts.netloc}")

    @contextmanager
    def tab(self) -> Iterator[Page]:
        """A tab in which nobody has been anywhere; afterwards everything that was stored, allowed or opened is gone."""
        try:
            yield self.context.new_page()
        finally:
            for page in self.context.pages:
                if page not in self._stay:
                    page.close()
            for place in self._places:
                self._line.send("Storage.clearDataForOrigin", {"origin": place, "storageTypes": "all"})
            self._places.clear()
            self.context.clear_permissions()


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
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def library_served(library_site: Path) -> Iterator[str]:
    """Address of the real library's site on this machine, ending in a slash."""
    with serving(library_site) as address:
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
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *WARM])
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=["http", "disk"])
def library_base(request: pytest.FixtureRequest, library_site: Path) -> str:
    """Where the real library's site is: once over HTTP, once as a folder on disk."""
    return request.getfixturevalue("library_served") if request.param == "http" else library_site.as_uri() + "/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser with nothing stored, as on a first visit, that asks for English: for tests that change what it is."""
    context = chromium.new_context(**FIRST_VISIT)
    yield context
    context.close()


@pytest.fixture(scope="session")
def visitor(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """The browser whose tabs the tests of a worker use one after the other."""
    return Visitor(chromium, tmp_path_factory.mktemp("visitor") / "empty.html")


@pytest.fixture
def page(request: pytest.FixtureRequest, visitor: Visitor) -> Iterator[Page]:
    """A tab of a browser with nothing stored that asks for English; of the test's own `context`, if it asks for that."""
    if "context" in request.fixturenames:
        yield request.getfixturevalue("context").new_page()
        return
    with visitor.tab() as page:
        yield page


@pytest.fixture
def seen(page: Page) -> Seen:
    """What the tab asks for and complains of from now on."""
    seen = Seen()
    seen.watch(page)
    return seen
