"""`make bench`: every figure beside its peer, in one run on one machine; what fails says why, and the rest goes on."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from ..reading.library_files import read_library
from .builds import bench_builds
from .checks import bench_checks
from .edits import bench_edits
from .findings import Findings
from .importing import bench_import
from .lighthouse import bench_lighthouse
from .packs import bench_packs
from .saved import machine, page, print_whole, told_sizes
from .search import bench_search
from .visits import bench_visits
from .workshop import Workshop

#: What can be measured by itself, in the order in which it is.
PARTS = ("builds", "edits", "checks", "packs", "visits", "lighthouse", "search", "imports")
#: The sizes of a whole run, in stories.
STORIES = (60, 500, 2000)
#: Edits and checks are measured up to so many stories: nobody waits for more.
MOST_EDITED = 500


def run_bench(
    root: Path, parts: Sequence[str], stories: Sequence[int], cards: Sequence[int], save: Path | None = None
) -> int:
    """Measure these parts, for these sizes of library and of pack; print each figure, and save the page.

    Gives back the exit code: 0, or 1 where something failed.
    """
    library, kind, findings = read_library(root), machine(), Findings()
    print(f"Python {platform.python_version()}, {kind}; {told_sizes(stories, len(library.stories))}\n", flush=True)
    some = [n for n in stories if n <= MOST_EDITED]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        shop = Workshop(library, Path(folder), findings)
        measures: dict[str, Callable[[], None]] = {
            "builds": lambda: bench_builds(shop, stories),
            "edits": lambda: bench_edits(shop, some),
            "checks": lambda: bench_checks(shop, [max(some)] if some else []),
            "packs": lambda: bench_packs(shop, cards),
            "visits": lambda: bench_visits(shop),
            "lighthouse": lambda: bench_lighthouse(shop),
            "search": lambda: bench_search(shop, stories),
            "imports": lambda: bench_import(shop),
        }
        for part in PARTS:
            if part in parts:
                measures[part]()
    print_whole(findings)
    if save:
        save.write_text(page(findings, told_sizes(stories, len(library.stories)), date.today(), kind), encoding="utf-8")
        print(f"\nSaved: {save}")
    return 1 if findings.failed else 0
