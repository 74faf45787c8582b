"""Measuring `whatmatters check` with nothing cached: all of it, and all but the measuring of cards."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from .builds import SHORT, TURNS
from .measure import OURS, Measured, measure
from .workshop import Workshop, forget

#: The rules alone, as a process of its own: what the command does before it measures cards.
_RULES = """
from datetime import date
from pathlib import Path
from whatmatters.check import check_project
report = check_project(Path("."), date.today())
print(*report.errors, sep="\\n")
raise SystemExit(bool(report.errors))
"""


def bench_checks(shop: Workshop, stories: Sequence[int]) -> None:
    """The library as it is, and grown to each of these sizes."""
    real = len(shop.library.stories)
    for count in (None, *stories):
        of = f"{count:,} stories" if count else f"{real} stories, as it is"
        with shop.findings.attempt(f"check of {of}"):
            project = shop.grown("check", count) if count else shop.as_it_is("check")
            turns = TURNS if (count or real) <= SHORT else 1
            whole = [_cold([*OURS, "check"], project) for _ in range(turns)]
            rules = [_cold([sys.executable, "-c", _RULES], project) for _ in range(turns)]
            everything, alone = (median(took.cpu for took in all_of) for all_of in (whole, rules))
            wall = median(took.seconds for took in whole)
            shop.findings.figure(
                "check",
                of,
                f"{alone:.1f} s CPU without measuring cards; {everything:.1f} s CPU with it, {wall:.1f} s wall",
            )


def _cold(command: Sequence[str], project: Path) -> Measured:
    forget(project)
    return measure(command, project)
