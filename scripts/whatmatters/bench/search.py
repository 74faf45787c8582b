"""Search in numbers: ours beside the theme's own and Pagefind, on the same pages and the same query sets."""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Protocol

from ..language.bilingual import LANGUAGES, Lang
from .asking import ask_ours, ask_pagefind, ask_theme
from .browser import chromium, serving
from .finder import finder_rows
from .first import LONGEST, OURS, PAGEFIND, THEME, WORDS, Field, Searched, search_once
from .line import FREE, SLOW
from .measure import measure
from .peers import material_bytes, material_peer, our_bytes, pagefind_bytes, pagefind_peer
from .queries import Query, read_queries, read_strangers, score
from .workshop import WITHOUT_PACKS, Workshop

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NO_PAGEFIND = "Pagefind is not installed (pip install --require-hashes -r requirements-bench.lock)"
NO_STRANGER = "no query set of a stranger in tests/search/queries"


class Ask(Protocol):
    """A way of asking, from `asking.py`."""

    def __call__(self, page: Page, base: str, lang: Lang, queries: Sequence[str]) -> list[list[str]]: ...


@dataclass(frozen=True)
class Engine:
    """One search engine with its index of one language."""

    name: str
    site: Path
    base: str
    """Where its site is served for the query sets."""
    size: int
    """Bytes of its index, compressed."""
    ask: Ask
    field: Field


def bench_search(shop: Workshop, stories: Sequence[int]) -> None:
    """What searches find in the library as it is; what one search takes as it grows."""
    findings = shop.findings
    rows: list[tuple[str, ...]] = []
    finders: list[tuple[str, ...]] = []
    with findings.attempt("search"), chromium() as browser:
        for count in (None, *stories):
            of = f"{count:,} stories" if count else f"{len(shop.library.stories)} stories, as it is"
            with findings.attempt(f"search in {of}"):
                site = _site(shop, count)
                found = None
                if importlib.util.find_spec("pagefind"):
                    findings.doing(f"search in {of}: Pagefind's index")
                    found = pagefind_peer(site, shop.folder / f"pagefind-{count}")
                else:
                    findings.missing["search"] = NO_PAGEFIND
                for lang in LANGUAGES:
                    findings.doing(f"search in {of}: the theme's index, {lang}")
                    theme = material_peer(site, lang, shop.folder / f"theme-{lang}-{count}")
                    rows += _language(shop, browser, site, theme, found, lang, of, asked=count is None)
                finders += [(of, *row) for row in finder_rows(browser, site)]
    if rows:
        findings.table(
            "One search",
            ("library", "engine", "", "free line, ms", "slow line, ms", "a search, kB", "index, kB"),
            rows,
            "From the first key to the first result, a word typed letter by letter by a phone with nothing stored, "
            "the middle of three words; slow: 150 ms and 1.6 Mbit/s. The theme has a site for each language here, "
            "so that its English rules do harm to Welsh pages only; it loads its index with every page.",
        )
    if finders:
        findings.table(
            "The story finder, ms",
            ("library", "", "open", "tick", "first words", "more words"),
            finders,
            "Until its list stands there; after a tick; for words that need their files first; for more words.",
        )


def _site(shop: Workshop, count: int | None) -> Path:
    """The site of a library, with its pages and its index and without packs."""
    if count:
        return shop.built(count) / "site"
    project = shop.as_it_is("as-it-is")
    measure(WITHOUT_PACKS, project)
    return project / "site"


def _language(
    shop: Workshop, browser: Browser, site: Path, theme: Path, found: Path | None, lang: Lang, of: str, *, asked: bool
) -> list[tuple[str, ...]]:
    """Measure every engine in one language; with the query sets only where they belong to the library."""
    with (
        serving(site, packed=True) as our_base,
        serving(theme, packed=True) as theme_base,
        serving(found or site, packed=True) as found_base,
    ):
        engines = [
            Engine("What Matters", site, our_base, our_bytes(site, lang), ask_ours, OURS),
            Engine("the theme's", theme, theme_base, material_bytes(theme), ask_theme, THEME),
        ]
        if found:
            engines.append(Engine("Pagefind", found, found_base, pagefind_bytes(found, lang), ask_pagefind, PAGEFIND))
        if asked:
            _found(shop, browser, engines, lang)
        return _one_search(shop, browser, engines, lang, of)


def _one_search(
    shop: Workshop, browser: Browser, engines: Sequence[Engine], lang: Lang, of: str
) -> list[tuple[str, ...]]:
    """The engines take turns, word by word, so that a slow minute touches all."""
    shop.findings.doing(f"search in {of}: one search, {lang}")
    taken: dict[tuple[str, bool], list[Searched]] = {}
    for word in WORDS[lang]:
        for slow in (False, True):
            for one in engines:
                line = SLOW if slow else FREE
                took = search_once(browser, one.site, one.field, lang, word, line)
                taken.setdefault((one.name, slow), []).append(took)
    time = {key: median(one.milliseconds for one in all_of) for key, all_of in taken.items()}
    size = {one.name: median(took.bytes for took in taken[one.name, True]) / 1000 for one in engines}
    ours, *others = (one.name for one in engines)

    def waited(name: str) -> str:
        return f"{_seconds(time[name, True])} slow, {_seconds(time[name, False])} free"

    where = f"{of}, {lang}"
    shop.findings.figure(
        "search",
        where,
        waited(ours),
        "; ".join(f"{name} {waited(name)}" for name in others),
    )
    shop.findings.figure(
        "bytes", where, f"{size[ours]:.0f} kB", "; ".join(f"{name} {size[name]:.0f} kB" for name in others)
    )
    return [
        (
            *(of, one.name, lang),
            *(_milliseconds(time[one.name, slow]) for slow in (False, True)),
            *(f"{size[one.name]:.0f}", f"{one.size / 1000:.0f}"),
        )
        for one in engines
    ]


def _seconds(milliseconds: float) -> str:
    return f"over {LONGEST / 1000:.0f} s" if math.isinf(milliseconds) else f"{milliseconds / 1000:.2f} s"


def _milliseconds(milliseconds: float) -> str:
    return f"over {LONGEST}" if math.isinf(milliseconds) else f"{milliseconds:.0f}"


def _found(shop: Workshop, browser: Browser, engines: Sequence[Engine], lang: Lang) -> None:
    """Recall and rank of every engine in the query sets."""
    root = shop.library.root
    for name, queries in (("our set", read_queries(root, lang)), ("a stranger's set", read_strangers(root, lang))):
        if not queries:
            shop.findings.missing["found"] = NO_STRANGER
            continue
        shop.findings.doing(f"search: {len(queries)} queries of {name}, {lang}")
        ours, *others = (_scored(browser, one, lang, queries) for one in engines)
        beside = "; ".join(f"{one.name} {told}" for one, told in zip(engines[1:], others, strict=True))
        shop.findings.figure("found", f"{name}, {len(queries)} queries, {lang}", ours, beside)


def _scored(browser: Browser, engine: Engine, lang: Lang, queries: Sequence[Query]) -> str:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    try:
        scored = score(queries, engine.ask(page, engine.base, lang, [query.text for query in queries]))
    finally:
        page.close()
    word = "answered" if queries[0].any_of else "recall at 10"
    return f"{word} {scored.recall:.1%}, mean reciprocal rank {scored.mean_reciprocal_rank:.3f}"
