"""Every rule over a story that is handed in, before it stands in the library."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..library.library import Library
from ..library.media import ENDINGS
from ..library.story import Story
from ..messages.problem import Problem
from ..reading.arriving import with_arriving
from .files import OF_STORY, file_problems
from .rules import check


def belongs(name: str) -> bool:
    """Has a file of this name a place in a story's folder? Of a recording under a wrong name more is said later."""
    return "/" not in name and (OF_STORY.fullmatch(name) is not None or Path(name).suffix.lower() in ENDINGS)


def check_arriving(
    library: Library, stage: Path, story_id: str, folder: str, today: date
) -> tuple[Library, Story | None, list[Problem]]:
    """The library with the story that stands in `folder` under `stage`, that story, and all that is wrong with it.

    What is wrong with others is left out. No story where its files cannot be read.
    """
    after, story, found = with_arriving(library, stage, story_id)
    if story is not None:
        # Files that stand in the story's place now are going.
        found = [*found, *(set(check(after, today)) - set(file_problems(library.root)))]
    found = [*found, *file_problems(stage)]
    return after, story, sorted({p for p in found if p.path.startswith(f"{folder}/")})
