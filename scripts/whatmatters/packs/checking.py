"""Everything that is checked before anything is made: every rule, and whether every card can be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from ..beside import Beside
from ..check import Report, check
from ..files.memo import remember_little
from ..library.library import Library
from ..library.progress import Progress, Unseen
from ..library.story_root import StoryRoot
from ..messages.message import Message
from ..messages.problem import Problem
from ..reading.all_roots import read_everything
from .card_fit import fit_problems

#: What may be thrown away at any time: packs that need not be made again.
CACHE = ".cache/whatmatters"


def check_everything(
    root: Path,
    today: date,
    roots: Sequence[StoryRoot] = (),
    progress: Progress | None = None,
    *,
    edits_follow: bool = False,
    once_read: Callable[[Library], None] | None = None,
) -> Report:
    """Every rule over the project at `root` and further story roots, and whether every card can be printed.

    The rules are applied in a second process while cards are measured in this one, whose pages and packs need the
    measures. Where `edits_follow`, both are done here: what the rules remember makes the next check a quick one.
    `once_read` gets the library before that, where all of it could be read.
    """
    progress = progress or Unseen()
    progress.stage(Message("Reading and checking the library"))
    library, told = read_everything(root, roots)
    report = Report.of(library, told)
    if library is None:
        return report
    if once_read and not report.errors:
        once_read(library)
    rules = None if report.errors or edits_follow else Beside.start(lambda: _checked_once(library, today))
    if rules is None:
        report = Report.of(library, told + check(library, today))
        return report.and_also(_measured(report, progress))
    measured: list[Problem] | None = None
    try:
        # What a rule would find may well keep a card from being measured; if none does, it is raised below.
        with suppress(Exception):
            measured = _measured(report, progress)
        report = Report.of(library, told + rules.result())
    finally:
        rules.stop()
    if report.errors or measured is None:
        measured = _measured(report, Unseen())
    return report.and_also(measured)


def _checked_once(library: Library, today: date) -> list[Problem]:
    """What the rules find, in a process that ends with it."""
    remember_little()
    return check(library, today)


def _measured(report: Report, progress: Progress) -> list[Problem]:
    """What keeps the cards of stories without errors from being printed."""
    sound = report.sound
    if sound is None:
        return []
    progress.stage(Message("Measuring the cards"))
    return fit_problems(sound)
