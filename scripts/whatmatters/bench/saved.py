"""The page of figures: every row of the table as one run measured it, and what was not measured and why."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from .findings import GOALS, Findings, Goal, Table, as_markdown

#: The page that a whole run writes. It stands beside the records of decisions: the site leaves that folder out,
#: and its pages need no Welsh, as they are for engineers.
PAGE = Path("docs/decisions/figures.md")
HEAD = ("what", "of", "ours", "the peer's", "ours to the peer's", "to reach")

_HOW = """
## How it was measured

- **The peer** is a project of plain Material with its plug-ins for search, tags and two languages.
  Its pages are all pages of our built site, in both languages, with the same text: headings, paragraphs and lists
  as Markdown, without our pictures and links; stories have their tags.
  A test holds the pages and the words to be the same.
- **A size** is a library of so many stories: the real ones, then stories generated from their words, with new words
  as a growing library has them, in the same order on every machine; and all other pages and packs as they are.
- **Turns**: ours and the peer's are measured one after the other within each size, so that a slow minute touches both.
  Up to 100 stories each is measured three times, and the middle counts; above that once.
- **CPU** is user and system time of a command and all that it started. **Memory** is the peak of all of them together,
  as proportional set size: what they share counts once. A first build has nothing cached.
- **An edit** is measured over HTTP: from writing the file until the page holds the new sentence. CPU is the server's
  until then; *in all*, until it is at rest again.
- **A visit** is that of a phone of 412 px with nothing stored, in Chromium: 150 ms, 1.6 Mbit/s, files compressed with
  gzip and kept for ten minutes. Of each kind of page the longest is visited; figures are of the worst.
- **One search** begins with the first key and ends with the first result on the page, for every engine alike:
  a page has just loaded, its field is opened, and a word is typed letter by letter, ten letters a second.
  The server slows down and counts, as some engines load in a worker; bytes are without the heads of answers, and
  those that came with the page count where they belong to search.
- **What searches find**: recall at 10 and mean reciprocal rank of the query sets in `tests/search/queries`.
"""


def machine() -> str:
    """The kind of machine, in plain words, and how busy it is with other work."""
    able = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB of memory"
    kind = f"{platform.system()} on {platform.machine()}, {able} processor{'s' if able > 1 else ''}{memory}"
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    busy = load > able / 2
    return kind + (f"; busy with other work (load {load:.1f}), so that wall times say little" if busy else "; idle")


def page(findings: Findings, sizes: str, day: date, kind: str) -> str:
    """The page as Markdown."""
    lines = [
        "# Figures",
        "",
        "Written by `make bench`, in one run. Do not change it by hand: measure again.",
        "",
        f"{day:%d %B %Y}, Python {platform.python_version()}, {kind}. {sizes}",
        "",
        as_markdown(HEAD, [row for goal in GOALS for row in rows(findings, goal)]),
        "",
        "Not measured, or not wholly:",
        "",
        *(f"- {line}" for line in left_out(findings) or ["nothing was left out"]),
        _HOW,
        *(line for table in findings.tables for line in _details(table)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _details(table: Table) -> list[str]:
    notes = [table.notes, ""] if table.notes else []
    return [f"## {table.title}", "", as_markdown(table.head, table.rows), "", *notes]


def rows(findings: Findings, goal: Goal) -> list[tuple[str, ...]]:
    """The rows of the table that belong to a goal: one at least, which says so where nothing was measured."""
    found = [figure for figure in findings.figures if figure.goal == goal.key]
    if not found:
        return [(goal.what, "–", f"not measured: {_why(findings, goal)}", "–", "–", goal.reach)]
    first = (goal.what, goal.reach)
    return [
        (first[0] if n == 0 else "", f.of, f.ours, f.peer, f.ratio, first[1] if n == 0 else "")
        for n, f in enumerate(found)
    ]


def left_out(findings: Findings) -> list[str]:
    """What failed, and what was missing, a line each."""
    failed = [f"{what}: failed: {_short(why)}" for what, why in findings.failed]
    what = {goal.key: goal.what for goal in GOALS}
    return failed + [f"{what[key]}: {why}" for key, why in findings.missing.items()]


def _why(findings: Findings, goal: Goal) -> str:
    if goal.key in findings.missing:
        return findings.missing[goal.key]
    return "see below" if findings.failed else "not asked for"


def _short(why: str) -> str:
    """The last line of what a command printed, which mostly says why."""
    lines = [line.strip() for line in why.split("\n") if line.strip()]
    return lines[-1][:300] if lines else "nothing was said"


def told_sizes(stories: Sequence[int], real: int) -> str:
    """The sizes of a run, as a sentence."""
    return f"{real} real stories; sizes measured: {', '.join(f'{n:,}' for n in stories)} stories."


def print_whole(findings: Findings) -> None:
    """The table once more at the end, for a terminal."""
    print("\n" + as_markdown(HEAD, [row for goal in GOALS for row in rows(findings, goal)]), file=findings.out)
    for line in left_out(findings):
        print(f"not measured, or not wholly: {line}", file=sys.stderr)
