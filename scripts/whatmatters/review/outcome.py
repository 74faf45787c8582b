"""What follows from a file that came back: changes, texts that are sound, and all that is to be said about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..messages.problem import Problem
from .changing import Change


@dataclass(frozen=True)
class Told:
    """A change, and the row of the Word file that it stands in."""

    row: int
    change: Change


@dataclass
class Outcome:
    """Nothing in it has been done yet."""

    file: str
    """The Word file's name, for messages."""
    reader: str = ""
    day: date | None = None
    told: list[Told] = field(default_factory=list)
    """Every change that the reader made and the sources do not have yet."""
    new_files: dict[str, str] = field(default_factory=dict)
    """What the sources would hold with the changes, by their paths as messages show them; none if there are errors."""
    sound: list[str] = field(default_factory=list)
    """Ids of texts that the reader ticked and whose words, with the changes, are those that she read."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def errors(self) -> list[Problem]:
        """What has to be mended before anything is written."""
        return [problem for problem in self.problems if not problem.advice]
