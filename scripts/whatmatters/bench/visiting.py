"""What a visit to a page costs a reader: requests, compressed bytes, and how much the page moves while it loads."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..language.bilingual import Lang
from ..language.codes import LANGUAGES
from ..language.table import TABLE
from .line import SLOW, Line

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page


#: A phone 412 px wide.
PHONE: dict[str, Any] = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
LOCALES = {lang: TABLE[lang].locale for lang in LANGUAGES}
#: Every shift counts: the sum, no less than Chromium's own score. What it calls a shift after input counts too, since
#: nobody touches anything here: it says so of whatever comes soon after a tab was given the size of a phone.
_SHIFTS = """
window.benchShift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.benchShift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
#: Until the fonts are there and something has been painted, five seconds at most: a blank page is none to move.
_PAINTED = """() => Promise.race([
  new Promise((late) => setTimeout(late, 5000)),
  Promise.all([
    document.fonts.ready,
    new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true })),
  ]),
]).then(() => true)"""
#: A moment after the last request, in which what scripts and fonts do to the page still counts. Milliseconds.
_AFTER = 400


@dataclass(frozen=True)
class Visit:
    """What one visit took."""

    url: str
    requests: int
    """Requests that went over the line; what the browser had kept does not count."""
    bytes: int
    """What came over the line, heads of answers included."""
    shift: float
    """The sum of all layout shifts."""
    asked: tuple[tuple[str, int], ...]
    """Each request and its bytes, in the order in which they ended."""


def measure_visit(browser: Browser, url: str, lang: Lang, line: Line = SLOW) -> Visit:
    """A first visit to a page, by a phone whose reader asks for `lang`."""
    return measure_visits(browser, [url], lang, line)[0]


def measure_visits(browser: Browser, urls: Sequence[str], lang: Lang, line: Line = SLOW) -> list[Visit]:
    """Visits one after the other by a phone with nothing stored at first, whose reader asks for `lang`."""
    with tab(browser, lang, line) as (page, seen):
        page.add_init_script(_SHIFTS)
        visits = []
        for url in urls:
            seen.clear()
            page.goto(url, wait_until="load", timeout=120_000)
            page.wait_for_load_state("networkidle", timeout=120_000)
            page.evaluate(_PAINTED)
            page.wait_for_timeout(_AFTER)
            shift = float(page.evaluate("window.benchShift"))
            visits.append(Visit(url, len(seen), sum(size for _, size in seen), shift, tuple(seen)))
        return visits


@contextlib.contextmanager
def tab(browser: Browser, lang: Lang, line: Line) -> Iterator[tuple[Page, list[tuple[str, int]]]]:
    """A tab of a phone with nothing stored, and the list into which each request that goes over the line is noted."""
    context = browser.new_context(locale=LOCALES[lang], **PHONE)
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        seen = watched(session)
        line.slow(session)
        yield page, seen
    finally:
        context.close()


def watched(session: CDPSession) -> list[tuple[str, int]]:
    """A list that grows with each request of a tab that is answered over the line: its address and its bytes."""
    seen: list[tuple[str, int]] = []
    asked: dict[str, str] = {}
    kept: set[str] = set()

    def sent(event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith(("data:", "blob:")):
            asked[event["requestId"]] = event["request"]["url"]

    def answered(event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache") or event["response"].get("fromPrefetchCache"):
            kept.add(event["requestId"])

    def ended(event: dict[str, Any]) -> None:
        number = event["requestId"]
        if number in asked and number not in kept:
            seen.append((asked[number], int(event.get("encodedDataLength", 0))))

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.requestServedFromCache", lambda event: kept.add(event["requestId"]))
    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", ended)
    session.on("Network.loadingFailed", ended)
    session.send("Network.enable")
    return seen
