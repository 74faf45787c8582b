"""`make bench`: every figure of one run on one machine, interleaved so that a slow minute touches both sides."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from pathlib import Path

from ..library.reading import read_library
from .builds import bench_builds
from .importing import bench_import
from .packs import bench_packs
from .search import bench_search

#: Stories at which the index of search has a limit (250 kB).
SMALL = 60
#: What can be measured by itself.
PARTS = ("builds", "imports", "packs", "search")


def run_bench(root: Path, parts: Sequence[str], stories: Sequence[int], cards: Sequence[int]) -> None:
    """Print the tables of these parts, for these sizes of library and of pack.

    Raises BenchError where something that is measured fails, or is missing.
    """
    library = read_library(root)
    print(f"Python {platform.python_version()}, {platform.machine()}, {len(library.stories)} real stories to draw on\n")
    if "builds" in parts:
        bench_builds(library, stories)
    if "imports" in parts:
        bench_import(library)
    if "packs" in parts:
        bench_packs(library, cards)
    if "search" in parts:
        bench_search(library, [n for n in (SMALL, max(stories)) if n <= max(stories)])
