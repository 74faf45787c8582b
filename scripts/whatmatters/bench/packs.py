"""Measuring packs: seconds for a sheet of so many story cards, each in a process of its own."""

from __future__ import annotations

import dataclasses
import json
import sys
import tempfile
from pathlib import Path

from ..library.library import Library
from ..library.reading import read_library
from ..library.recipe import Recipe, StoryChoice
from ..packs import build_packs
from .measure import measure


def with_cards(library: Library, count: int) -> Library:
    """The library with one recipe of `count` story cards, its own stories coming round again under other ids."""
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
    """In a process of its own: make the English card sheet, then ask for it again; print both times as JSON."""
    import time

    library = with_cards(read_library(Path(root)), int(count))
    with tempfile.TemporaryDirectory() as cache:
        times = []
        for _ in range(2):
            started = time.perf_counter()
            build_packs(library, Path(cache), forms=["cards"], langs=["en"])
            times.append(time.perf_counter() - started)
    print(json.dumps(times))


def bench_packs(library: Library, sizes: list[int]) -> None:
    """Print seconds and memory for packs of these numbers of story cards."""
    print("Making the English card sheets of one pack")
    print(f"{'cards':>8}  {'seconds':>8}  {'unchanged':>9}  {'MB at peak':>10}")
    code = "import sys; from whatmatters.bench.packs import make_cards; make_cards(*sys.argv[1:])"
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            took = measure([sys.executable, "-c", code, str(library.root.resolve()), str(size)], Path(folder))
            new, again = json.loads((Path(folder) / "bench.log").read_text())
        print(f"{size:>8}  {new:>8.2f}  {again:>9.2f}  {took.megabytes:>10.0f}", flush=True)
