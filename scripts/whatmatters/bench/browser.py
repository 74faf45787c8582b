"""A browser and a small server, for measuring and for the tests; said plainly where the browser is missing."""

from __future__ import annotations

import functools
import gzip
import re
import shutil
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .line import Sending
from .measure import BenchError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Names under which Chromium stands on a system; Debian's shell without a window does the same in half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

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

_MISSING = "Measuring this needs a browser: run `make test` once, which installs one."


def system_browser() -> str | None:
    """The path of a Chromium of the system, if it has one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium(*flags: str) -> Iterator[Browser]:
    """A headless Chromium, with further flags if there are any: the system's, else Playwright's own.

    Raises BenchError where there is none, and for whatever goes wrong in it.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise BenchError(_MISSING) from error
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=system_browser(), args=[*FLAGS, *flags])
        except Error as error:
            raise BenchError(_MISSING) from error
        try:
            yield browser
        except Error as error:
            raise BenchError(f"The browser did not go on: {error}") from error
        finally:
            browser.close()


#: Which bytes of a file are asked for: a player that goes to a place in a film asks for those from there on.
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, directory: str, headers: Mapping[str, str]) -> None:
        self.also = headers
        super().__init__(*args, directory=directory)

    def end_headers(self) -> None:
        """What a server of ours says with every answer, if that is asked for."""
        for name, value in self.also.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing: the output is for tables and for the results of tests."""

    def do_GET(self) -> None:
        """As hosts of static sites do, give a part of a file where a part is asked for."""
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if asked is None or not path.is_file():
            super().do_GET()
            return
        content = path.read_bytes()
        first, last = int(asked[1]), min(int(asked[2] or len(content)), len(content) - 1)
        if first > last:
            self.send_error(416)
            return
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        with suppress(ConnectionError):  # The reader has gone on to another place or page.
            self.wfile.write(content[first : last + 1])


class _Packed(_Quiet):
    """As a host of static sites serves: text compressed, files kept by the browser for ten minutes."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, directory: str, headers: Mapping[str, str], sending: Sending) -> None:
        self.sending = sending
        super().__init__(*args, directory=directory, headers=headers)

    def do_GET(self) -> None:
        self.sending.wait()
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        try:
            content = path.read_bytes()
        except OSError:
            self.send_error(404)
            return
        kind = self.guess_type(path)
        packed = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(ConnectionError):  # The reader has gone on to another page.
            self.sending.send(self.path, content, self.wfile)


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def serving(
    folder: Path, *, packed: bool = False, sending: Sending | None = None, headers: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Serve a folder on this machine; its address, ending in a slash.

    `packed`: text is compressed with gzip and files may be kept for ten minutes, as hosts of static sites do;
    `sending` says over what line, and notes what went over it; `headers` go with every answer.
    """
    also = headers or {}
    packing = functools.partial(_Packed, directory=str(folder), headers=also, sending=sending or Sending())
    plain = functools.partial(_Quiet, directory=str(folder), headers=also)
    server = ThreadingHTTPServer(("127.0.0.1", 0), packing if packed else plain)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
