"""Measuring packs: seconds for so many printed story cards, and for every pack in every form."""

from __future__ import annotations

import dataclasses
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from ..library.library import Library
from ..library.reading import read_library
from ..library.recipe import Recipe, StoryChoice
from ..packs import build_packs, fit_problems
from .measure import measure


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


def make_everything(root: str) -> None:
    """In a process of its own: check that all cards fit, make all packs in all forms, then again; times as JSON."""
    library = read_library(Path(root))
    with tempfile.TemporaryDirectory() as cache:
        times, files = [], 0
        for _ in range(2):
            started = time.perf_counter()
            fit_problems(library, Path(cache))
            files = len(build_packs(library, Path(cache)))
            times.append(time.perf_counter() - started)
    print(json.dumps({"new": times[0], "again": times[1], "files": files}))


def bench_packs(library: Library, sizes: Sequence[int]) -> None:
    """Print seconds and memory for packs of about these numbers of story cards, and for all packs of the library."""
    print("Making the English card sheets of one pack: what fits is measured, divided and set")
    print(f"{'stories':>8}  {'cards':>6}  {'seconds':>8}  {'unchanged':>9}  {'MB at peak':>10}")
    for size in sizes:
        # Most stories take two cards.
        stories = max(1, size // 2)
        took, said = _alone("make_cards", str(library.root.resolve()), str(stories))
        cards, new, again = (said[name] for name in ("cards", "new", "again"))
        print(f"{stories:>8}  {cards:>6}  {new:>8.2f}  {again:>9.2f}  {took:>10.0f}", flush=True)
    took, said = _alone("make_everything", str(library.root.resolve()))
    print(f"\nAll {len(library.recipes)} packs, every form, both languages: {said['files']} files")
    print(f"{'cold':>8}  {'unchanged':>9}  {'MB at peak':>10}")
    print(f"{said['new']:>8.1f}  {said['again']:>9.2f}  {took:>10.0f}", flush=True)


def _alone(work: str, *words: str) -> tuple[float, dict[str, float]]:
    """Run a function of this module in a process of its own: its memory at the peak (MB), and what it printed."""
    code = f"import sys; from {__name__} import {work}; {work}(*sys.argv[1:])"
    with tempfile.TemporaryDirectory() as folder:
        took = measure([sys.executable, "-c", code, *words], Path(folder))
        said: dict[str, float] = json.loads((Path(folder) / "bench.log").read_text())
    return took.megabytes, said
