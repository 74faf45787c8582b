"""How far long work has come: what the work tells, and a way to write it down line by line.

Work that takes a while is given a `Progress` and tells it of stages and steps; how it is shown is not its concern.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ..language.bilingual import Lang
from ..messages.message import Message


class Progress(Protocol):
    """What long work tells."""

    def stage(self, name: Message, total: int = 0) -> None:
        """A stage begins, and with it the one before has ended; `total` is its number of steps, 0 where none is known.

        Called by one thread alone, as is `step`.
        """

    def step(self) -> None:
        """One step of the stage is done."""


class Lines:
    """One line for each stage, as a log wants it."""

    def __init__(self, say: Callable[[str], object], lang: Lang = "en") -> None:
        """`say` is given each line."""
        self._say, self._lang = say, lang

    def stage(self, name: Message, total: int = 0) -> None:
        """The line of a stage, with its number of steps."""
        count = f" ({total})" if total else ""
        self._say(f"{name.in_language(self._lang)}{count} …")

    def step(self) -> None:
        """Nothing: a log does not want to know."""


class Unseen:
    """For work that nobody watches."""

    def stage(self, name: Message, total: int = 0) -> None:
        """Nothing."""

    def step(self) -> None:
        """Nothing."""
