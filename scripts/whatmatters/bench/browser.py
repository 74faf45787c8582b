"""A browser and a small server, for measuring and for the tests; said plainly where the browser is missing."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from .measure import BenchError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Names under which Chromium stands on a system.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

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

_MISSING = "Measuring search needs a browser: run `make test` once, which installs one."


def system_browser() -> str | None:
    """The path of a Chromium of the system, if it has one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: the system's, else Playwright's own.

    Raises BenchError where there is none, and for whatever goes wrong in it.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise BenchError(_MISSING) from error
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=system_browser(), args=FLAGS)
        except Error as error:
            raise BenchError(_MISSING) from error
        try:
            yield browser
        except Error as error:
            raise BenchError(f"The browser did not go on: {error}") from error
        finally:
            browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing: the output is for tables and for the results of tests."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; its address, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
