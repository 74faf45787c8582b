"""Measuring packs: every pack in every form, cold and unchanged, and so many printed story cards."""

from __future__ import annotations

import dataclasses
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from ..library.library import Library
from ..library.recipe import Recipe, StoryChoice
from ..packs import build_packs
from ..reading.library_files import read_library
from .builds import TURNS
from .measure import OURS, measure
from .workshop import Workshop

#: Stories whose sessions are made.
SESSIONS = 10
#: The size of pack, in cards, that has a row of its own.
CARDS = 60


def with_stories(library: Library, count: int) -> Library:
    """The library with one recipe of `count` stories, its own coming round again under other ids."""
    real = list(library.stories.values())
    stories = {}
    for n in range(count):
        story = real[n % len(real)]
        story = story.model_copy(update={"id": f"{story.id}-{n:03}"})
        stories[story.id] = story
    pattern = next(iter(library.recipes.values()))
    recipe = Recipe(
        id="bench",
        file=pattern.file,
        title=pattern.title,
        purpose=pattern.purpose,
        stories=StoryChoice(pinned=tuple(stories), limit=count),
    )
    return dataclasses.replace(library, stories=stories, recipes={"bench": recipe})


def make_cards(root: str, count: str) -> None:
    """In a process of its own: make the English card sheets, then ask for them again; print as JSON what they took."""
    library = with_stories(read_library(Path(root)), int(count))
    with tempfile.TemporaryDirectory() as cache:
        times, pages = [], 0
        for _ in range(2):
            started = time.perf_counter()
            (file,) = build_packs(library, Path(cache), forms=["cards"], langs=["en"])
            times.append(time.perf_counter() - started)
            pages = file.pages or 0
    # Each sheet of four fronts has a page of backs.
    print(json.dumps({"new": times[0], "again": times[1], "cards": pages // 2 * 4}))


def make_session(root: str) -> None:
    """In a process of its own: make the sheet and the cards of one story after another; print as JSON what each took.

    The first is not counted: it waits for the fonts, which are read once.
    """
    library = read_library(Path(root))
    pattern = next(iter(library.recipes.values()))
    times = []
    with tempfile.TemporaryDirectory() as cache:
        for story in list(library.stories)[: SESSIONS + 1]:
            chosen = StoryChoice(pinned=(story,), limit=1)
            recipe = Recipe(id="bench", file=pattern.file, title=pattern.title, purpose=pattern.purpose, stories=chosen)
            one = dataclasses.replace(library, recipes={"bench": recipe})
            started = time.perf_counter()
            build_packs(one, Path(cache), forms=["facilitator", "cards"], langs=["en"])
            times.append(time.perf_counter() - started)
    print(json.dumps({"median": median(times[1:]), "most": max(times[1:])}))


def bench_packs(shop: Workshop, sizes: Sequence[int]) -> None:
    """All packs of the library, cold and unchanged; then packs of about these numbers of story cards."""
    with shop.findings.attempt("all packs"):
        project = shop.as_it_is("packs")
        command = [*OURS, "packs", "--out", "made"]
        new = measure(command, project)
        shop.findings.doing("all packs, unchanged")
        again = [measure(command, project) for _ in range(TURNS)]
        unchanged = median(took.cpu for took in again)
        files = sum(path.is_file() for path in (project / "made").rglob("*"))
        shop.findings.figure(
            "packs",
            f"{len(shop.library.recipes)} packs, {files} files",
            f"cold {new.cpu:.1f} s CPU, {new.seconds:.1f} s wall, {new.megabytes:.0f} MB; "
            f"unchanged {unchanged:.2f} s CPU, {median(took.seconds for took in again):.2f} s wall",
        )
    with shop.findings.attempt("a session"):
        _, said = _alone("make_session", str(shop.library.root.resolve()))
        told = f"median {said['median']:.2f} s, at most {said['most']:.2f} s wall"
        shop.findings.figure("session", f"{SESSIONS} stories, in English", told)
    rows = []
    for size in sizes:
        with shop.findings.attempt(f"a pack of {size} cards"):
            # Most stories take two cards.
            stories = max(1, size // 2)
            memory, said = _alone("make_cards", str(shop.library.root.resolve()), str(stories))
            cards, new_one, unchanged = (said[name] for name in ("cards", "new", "again"))
            if size == CARDS:
                shop.findings.figure("cards", f"{cards:.0f} cards of {stories} stories", f"{new_one:.2f} s wall")
            rows.append((f"{stories}", f"{cards:.0f}", f"{new_one:.2f}", f"{unchanged:.2f}", f"{memory:.0f}"))
    if rows:
        shop.findings.table(
            "English card sheets of one pack",
            ("stories", "cards", "wall, s", "unchanged, s", "memory, MB"),
            rows,
            "What fits is measured, divided and set.",
        )


def _alone(work: str, *words: str) -> tuple[float, dict[str, float]]:
    """Run a function of this module in a process of its own: its memory at the peak (MB), and what it printed."""
    code = f"import sys; from {__name__} import {work}; {work}(*sys.argv[1:])"
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "said.json"
        took = measure([sys.executable, "-c", code, *words], Path(folder), log)
        said: dict[str, float] = json.loads(log.read_text())
    return took.megabytes, said
