"""What a copy of a site still has of stories that were withdrawn since, by its manifest and by its unproven files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem
from .finding import wanted
from .search import search_files
from .unpack import LARGEST


@dataclass(frozen=True)
class CopiedFile:
    """A file of a copy, as far as it can tell of stories."""

    path: str
    """Within the copy."""
    sha256: str
    stories: tuple[str, ...] = ()
    """What its manifest says that it tells."""
    proven: bool = True
    """Is it what the manifest says it is? If not, it is looked into."""


@dataclass(frozen=True)
class Left:
    """Files of a copy that still have a withdrawn story."""

    story: str
    files: tuple[str, ...]


def withdrawn_left(library: Library, folder: Path, files: Iterable[CopiedFile]) -> tuple[list[Left], list[Problem]]:
    """Which withdrawn stories of the library are left in the copy in `folder`, and a problem for each of its files."""
    held = list(files)
    left: list[Left] = []
    problems: list[Problem] = []
    searched = [file.path for file in held if not file.proven]
    shut = {path for path in searched if _size(folder / path) > LARGEST}
    small = [folder / path for path in searched if path not in shut]
    for record in library.withdrawn.values():
        story = wanted(library, record.id)
        finds, closed = search_files(folder, small, story.name, story.known, story.allowed)
        told = {file.path for file in held if record.id in file.stories or file.sha256 in record.recorded_files}
        told |= {find.file for find in finds}
        shut |= {file for file, _, _ in closed}
        if told:
            left.append(Left(record.id, tuple(sorted(told))))
            problems += (_left(path, record.id, record.withdrawn_on.isoformat()) for path in sorted(told))
    if library.withdrawn:
        problems += _unsearched(shut)
    return left, problems


def _left(path: str, story: str, day: str) -> Problem:
    what = Message("this file still has the story `{story}`, which was withdrawn on {day}", story=story, day=day)
    mend = Message("destroy this copy, and give out one that was built since")
    return Problem(path, 1, "R28", what, mend)


def _unsearched(paths: Iterable[str]) -> Iterator[Problem]:
    for path in sorted(paths):
        what = Message("this file could not be searched for withdrawn stories")
        yield Problem(path, 1, "R29", what, Message("open it yourself, or take it away"), advice=True)


def _size(path: Path) -> int:
    try:
        return os.stat(path, follow_symlinks=False).st_size
    except OSError:
        return 0
