"""A server that compresses, as one for readers does, and what a browser takes from it on a slow phone."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser

#: What a server compresses; pictures and fonts are compressed already.
TEXT = (".html", ".css", ".js", ".svg")

#: Chromium's "Fast 3G" as this project measures it: milliseconds for a way there and back, bytes a second.
FAST_3G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}

#: A phone of 412 pixels in CSS, at its own density.
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True}

#: Adds up what moves without the reader having done anything, and names what moved.
WATCH = """
window.wmShift = {sum: 0, moved: []};
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (entry.hadRecentInput) return;
  window.wmShift.sum += entry.value;
  entry.sources.forEach(({ node }) => window.wmShift.moved.push(node ? node.className || node.nodeName : "?"));
})).observe({ type: "layout-shift", buffered: true });
"""


@functools.cache
def _compressed(body: bytes) -> bytes:
    """What every page asks for is compressed once."""
    return gzip.compress(body, 6, mtime=0)


class _Compressing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in TEXT:
            body = _compressed(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError):  # The page was left.
            self.wfile.write(body)


@contextmanager
def compressing(folder: Path) -> Iterator[str]:
    """Serve a folder as readers get it; its address, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Compressing, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@dataclass(frozen=True)
class Visit:
    """What a first visit to a page cost."""

    files: dict[str, int]
    """Bytes that came over the line, headers and all, by address within the site."""
    shift: float
    """Cumulative layout shift, as browsers score it for a page that nobody has touched."""
    moved: tuple[str, ...]

    @property
    def weight(self) -> int:
        """Bytes of everything."""
        return sum(self.files.values())

    def beside(self, known: dict[str, int]) -> dict[str, int]:
        """What a browser still has to ask for that knows other pages' files."""
        return {name: size for name, size in self.files.items() if name not in known}


class Visitor:
    """A phone on a slow line, which comes to each page as on a first visit: it then holds nothing of any page."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(locale="en-GB", **PHONE)
        self.context.add_init_script(WATCH)
        self._page = self.context.new_page()
        self._line = self.context.new_cdp_session(self._page)
        self._line.send("Network.enable")
        self._line.send("Network.emulateNetworkConditions", FAST_3G)

    def visit(self, base: str, path: str) -> Visit:
        """Open a page of the site at `base`, until nothing more comes."""
        page, line = self._page, self._line
        page.goto("about:blank")
        line.send("Network.clearBrowserCache")
        line.send("Storage.clearDataForOrigin", {"origin": base.rstrip("/"), "storageTypes": "all"})
        address: dict[str, str] = {}
        files: dict[str, int] = {}

        def asked(event: dict) -> None:
            address[event["requestId"]] = event["request"]["url"]

        def came(event: dict) -> None:
            name = address.get(event["requestId"], "").removeprefix(base)
            if event["encodedDataLength"] and not name.startswith("data:"):
                files[name] = files.get(name, 0) + int(event["encodedDataLength"])

        line.on("Network.requestWillBeSent", asked)
        line.on("Network.loadingFinished", came)
        page.goto(base + path, wait_until="load", timeout=120_000)
        page.wait_for_load_state("networkidle", timeout=120_000)
        page.evaluate("document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))")
        shift = page.evaluate("window.wmShift")
        line.remove_listener("Network.requestWillBeSent", asked)
        line.remove_listener("Network.loadingFinished", came)
        return Visit(files, shift["sum"], tuple(shift["moved"]))
