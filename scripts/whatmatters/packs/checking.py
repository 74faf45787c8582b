"""Everything that is checked before anything is made: every rule, and whether every card can be printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..check import Report, check_project
from ..library.progress import Progress, Unseen
from ..library.story_root import StoryRoot
from ..messages.message import Message
from .card_fit import fit_problems

#: What may be thrown away at any time: packs that need not be made again.
CACHE = ".cache/whatmatters"


def check_everything(
    root: Path, today: date, roots: Sequence[StoryRoot] = (), progress: Progress | None = None
) -> Report:
    """Every rule over the project at `root` and further story roots, and whether every card can be printed."""
    progress = progress or Unseen()
    progress.stage(Message("Reading and checking the library"))
    report = check_project(root, today, roots)
    sound = report.sound
    if sound is not None:
        progress.stage(Message("Measuring the cards"))
    return report.and_also(fit_problems(sound)) if sound is not None else report
