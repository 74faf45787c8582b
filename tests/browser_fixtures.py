"""A real browser, and the miniature site both over HTTP and from disk."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .browser.install import browser as browser_path

#: Without these, Chromium asks its maker's hosts for things of its own, and needs a user namespace that CI lacks.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Seen:
    """What a browser page asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note every request, every console error and every script error of the page."""
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("requestfailed", lambda r: self.complaints.append(f"failed: {r.url}"))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing: pytest's output is for test results."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder on this machine; its address, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Address of the miniature site on this machine, ending in a slash."""
    with serving(site) as address:
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
