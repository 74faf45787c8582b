"""Reading and checking in one go: what `whatmatters check` and every build begin with."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..library.checks import FILE as CHECKS
from ..library.library import Library
from ..library.story_root import StoryRoot
from ..messages.problem import Problem
from ..reading.all_roots import read_everything
from .level import FILE as LEVEL
from .rules import check


@dataclass(frozen=True)
class Report:
    """A library as far as it could be read, and all that is to be said about it."""

    library: Library | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What fails a build."""
        return tuple(p for p in self.problems if not p.advice)

    @property
    def advice(self) -> tuple[Problem, ...]:
        """What only wants looking at."""
        return tuple(p for p in self.problems if p.advice)

    @property
    def sound(self) -> Library | None:
        """The library without the stories and recipes that have errors, for rules that need whole ones.

        None when what all of them stand on (vocabulary, law, session) has errors.
        """
        broken = {p.path for p in self.errors} - {LEVEL, CHECKS}  # Nothing stands on these records.
        if self.library is None or any(path.startswith(("stories/tags.yml", "docs/data/")) for path in broken):
            return None
        return dataclasses.replace(
            self.library,
            stories={
                i: s for i, s in self.library.stories.items() if not any(p.startswith(f"{s.folder}/") for p in broken)
            },
            recipes={i: r for i, r in self.library.recipes.items() if r.file not in broken},
        )

    @classmethod
    def of(cls, library: Library | None, found: Iterable[Problem]) -> Report:
        """A report of what was found, each problem once, by file and line."""
        return cls(library, tuple(sorted(set(found))))

    def and_also(self, more: list[Problem]) -> Report:
        """The report with problems that another room found."""
        return Report.of(self.library, (*self.problems, *more))


def check_project(root: Path, today: date, roots: Sequence[StoryRoot] = ()) -> Report:
    """Read everything under `root` and in further story roots, and apply every rule.

    Nothing is raised for what a source holds.
    """
    library, problems = read_everything(root, roots)
    return Report.of(library, problems + (check(library, today) if library is not None else []))
