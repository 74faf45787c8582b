"""Measuring visits: a first and a next page of every kind, in both languages, over the line of a slow phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..language.bilingual import LANGUAGES, Lang, other
from .asking import inside
from .browser import chromium, serving
from .kinds import one_of_each, usual
from .visiting import Visit, measure_visits
from .workshop import Workshop

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Pair = tuple[Visit, Visit]
"""A page visited first, and the same page as the next one after another."""


def bench_visits(shop: Workshop) -> None:
    """Requests, bytes and shifts of the site as it is with its packs, beside the peer's."""
    rows: list[tuple[str, ...]] = []
    with shop.findings.attempt("visits"), chromium() as browser:
        site, peer = shop.whole() / "site", shop.whole_peer() / "site"
        kinds = one_of_each(site, "en")
        few = usual(kinds)
        with serving(site, packed=True) as base, serving(peer, packed=True) as beside:
            for lang in LANGUAGES:
                shop.findings.doing(f"visits: {len(kinds)} kinds of page, {lang}")
                mine = _visited(browser, base, lang, kinds)
                shop.findings.doing(f"visits: {len(few)} pages of the peer, {lang}")
                theirs = _visited(browser, beside, lang, few)
                _figures(shop, lang, mine, theirs)
                rows += (_row(lang, url, pair, theirs.get(url)) for url, pair in mine.items())
    if rows:
        shop.findings.table(
            "Visits",
            ("page", "requests", "kB", "next, kB", "shift", "peer: requests", "kB", "next, kB", "shift"),
            rows,
            "Of each kind of page the longest; 150 ms, 1.6 Mbit/s, 412 px, gzip, files kept for ten minutes; "
            "the reader's browser asks for the other language, so that the offer of it shows. "
            "Shift: the sum of all, the worse of the two visits.",
        )


def _visited(browser: Browser, base: str, lang: Lang, kinds: list[str]) -> dict[str, Pair]:
    """Each page as a first one, and as the next after the one before it in the list."""
    first: dict[str, Visit] = {}
    then: dict[str, Visit] = {}
    for url, following in zip(kinds, [*kinds[1:], kinds[0]], strict=True):
        urls = [f"{base}{inside(lang)}{one}index.html" for one in (url, following)]
        first[url], then[following] = measure_visits(browser, urls, other(lang))
    return {url: (first[url], then[url]) for url in kinds}


def _figures(shop: Workshop, lang: Lang, mine: dict[str, Pair], theirs: dict[str, Pair]) -> None:
    of = f"{len(mine)} kinds of page, {lang}"
    found = [_worst(who) for who in (mine, theirs)]
    (kb, requests, following, shift), (peer_kb, peer_requests, peer_following, peer_shift) = found
    shop.findings.figure(
        "first", of, f"up to {kb:.0f} kB, {requests} requests", f"up to {peer_kb:.0f} kB, {peer_requests} requests",
        f"{kb / peer_kb:.2f} of the peer's bytes",
    )  # fmt: skip
    shop.findings.figure(
        "next", of, f"up to {following:.0f} kB", f"up to {peer_following:.0f} kB",
        f"{following / peer_following:.2f} of the peer's bytes",
    )  # fmt: skip
    shop.findings.figure("shift", of, f"up to {shift:.3f}", f"up to {peer_shift:.3f}")


def _worst(pairs: dict[str, Pair]) -> tuple[float, int, float, float]:
    """The most kB and requests of a first page, kB of a next one, and shift of either."""
    return (
        max(first.bytes for first, _ in pairs.values()) / 1000,
        max(first.requests for first, _ in pairs.values()),
        max(then.bytes for _, then in pairs.values()) / 1000,
        max(visit.shift for pair in pairs.values() for visit in pair),
    )


def _row(lang: Lang, url: str, pair: Pair, peer: Pair | None) -> tuple[str, ...]:
    return (f"{lang}: /{url}", *_cells(pair), *(_cells(peer) if peer else ("–",) * 4))


def _cells(pair: Pair) -> tuple[str, ...]:
    first, then = pair
    shift = max(first.shift, then.shift)
    return f"{first.requests}", f"{first.bytes / 1000:.0f}", f"{then.bytes / 1000:.0f}", f"{shift:.3f}"
