"""Measuring builds: a whole site of so many stories, built twice, beside plain Material with pages of the same text."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..library.library import Library
from .measure import measure
from .projects import material_project, own_project


def bench_builds(library: Library, stories: Sequence[int]) -> None:
    """Print seconds and memory of whole builds, beside plain Material."""
    python = sys.executable
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
