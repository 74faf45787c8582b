"""Search in numbers: ours beside the theme's own and Pagefind, on the same pages and the same query sets."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..library.languages import LANGUAGES, Lang
from ..library.library import Library
from .asking import ask_ours, ask_pagefind, ask_theme
from .browser import chromium, serving
from .finder import bench_finder
from .first import first_ours, first_pagefind, first_theme
from .measure import measure
from .peers import material_bytes, material_peer, our_bytes, pagefind_bytes, pagefind_peer
from .projects import own_project, same_project
from .queries import read_queries, score

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NO_PAGEFIND = "Pagefind is left out: it is not installed (pip install --require-hashes -r requirements-bench.lock)."



class Ask(Protocol):
    """A way of asking, from `asking.py`."""

    def __call__(self, page: Page, base: str, lang: Lang, queries: Sequence[str]) -> list[list[str]]: ...


@dataclass(frozen=True)
class Engine:
    """One search engine with its index of one language."""

    name: str
    base: str
    """Where its site is served."""
    size: int
    """Bytes of its index, compressed."""
    ask: Ask
    first: Callable[[Browser, str, Lang], float]


def bench_search(library: Library, sizes: Sequence[int]) -> None:
    """Print a table for the library as it is, and one for each size of generated library.

    Raises BenchError where there is no browser, or a build fails.
    """
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        print(f"Search with {len(library.stories)} stories and all other pages, as they are")
        project = Path(folder) / "own"
        same_project(library, project)
        site = _built(project)
        _table(browser, site, project / "peers", library.root)
        bench_finder(browser, site)
        for size in sizes:
            project = Path(folder) / f"of-{size}"
            own_project(library, project, size)
            site = _built(project)
            print(f"\nSearch with {size} stories generated from these")
            _table(browser, site, project / "peers", None)
            bench_finder(browser, site)
    print(
        "\nRecall at 10 and mean reciprocal rank: the query sets of tests/search/queries. kB: the index, compressed.\n"
        "ms: from the first key to the first result, from this machine, with nothing stored (the middle of five).\n"
        "Finder: until its list stands there; after a tick; for words that need their files first; for more words.\n"
        "The theme has a site for each language here, so that its English rules do harm to Welsh pages only.\n"
    )


def _built(project: Path) -> Path:
    """The site of a project, with its pages and its index and without packs."""
    measure([sys.executable, "-c", "from whatmatters.cli import start; start()", "site", "--no-packs"], project)
    return project / "site"


def _table(browser: Browser, site: Path, peers: Path, root: Path | None) -> None:
    """Measure every engine on `site`; with query sets only where `root` has some that belong to it."""
    print(f"  {'engine':<12}  {'':2}  {'recall@10':>9}  {'MRR':>6}  {'index kB':>9}  {'first, ms':>9}", flush=True)
    found = pagefind_peer(site, peers / "pagefind") if importlib.util.find_spec("pagefind") else None
    for lang in LANGUAGES:
        theme = material_peer(site, lang, peers / f"theme-{lang}")
        with serving(site) as our_base, serving(theme) as theme_base, serving(found or site) as found_base:
            engines = [
                Engine("What Matters", our_base, our_bytes(site, lang), ask_ours, first_ours),
                Engine("theme", theme_base, material_bytes(theme), ask_theme, first_theme),
            ]
            if found:
                engines.append(
                    Engine("Pagefind", found_base, pagefind_bytes(found, lang), ask_pagefind, first_pagefind)
                )
            for engine in engines:
                print(_line(browser, engine, lang, root), flush=True)
    if not found:
        print(f"  {_NO_PAGEFIND}")


def _line(browser: Browser, engine: Engine, lang: Lang, root: Path | None) -> str:
    told = f"{'':>9}  {'':>6}"
    if root:
        queries = read_queries(root, lang)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        scored = score(queries, engine.ask(page, engine.base, lang, [query.text for query in queries]))
        page.close()
        told = f"{scored.recall:>9.1%}  {scored.mean_reciprocal_rank:>6.3f}"
    first = engine.first(browser, engine.base, lang)
    return f"  {engine.name:<12}  {lang}  {told}  {engine.size / 1000:>9.0f}  {first:>9.0f}"
