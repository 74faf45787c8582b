"""`make bench`: every figure of one run on one machine, interleaved so that a slow minute touches both sides."""

from __future__ import annotations

import platform
import sys
import tempfile
from pathlib import Path

from ..library.reading import read_library
from .measure import measure
from .packs import bench_packs
from .projects import material_project, own_project


def run_bench(root: Path, stories: list[int], cards: list[int]) -> None:
    """Print the tables for these sizes of library and of pack."""
    library = read_library(root)
    python = sys.executable
    print(f"Python {platform.python_version()}, {platform.machine()}, {len(library.stories)} real stories to draw on\n")
    print("Building a site in two languages, wall seconds / MB of memory at the peak")
    print(f"{'stories':>8}  {'What Matters':>16}  {'again':>16}  {'plain Material':>16}")
    for count in stories:
        with tempfile.TemporaryDirectory() as folder:
            own, plain = Path(folder) / "own", Path(folder) / "plain"
            own.mkdir()
            own_project(library, own, count)
            material_project(library, plain, count)
            command = [python, "-c", "from whatmatters.cli import start; start()", "site"]
            first = measure(command, own)
            peer = measure([python, "-m", "mkdocs", "build", "--quiet"], plain)
            second = measure(command, own)
        print(
            f"{count:>8}  " + "  ".join(f"{m.seconds:>9.1f} / {m.megabytes:>4.0f}" for m in (first, second, peer)),
            flush=True,
        )
    print(
        "\nAgain: built once more with nothing changed. What Matters checks every card for fit, makes its own search\n"
        "index for each language, and follows every link; plain Material has its search, tags and i18n plug-ins.\n"
    )
    bench_packs(library, cards)
