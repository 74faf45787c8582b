"""How far long work has come, for the person at a terminal: one line a stage, which fills; in a log a line a stage."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TextIO

from ..language.bilingual import Lang
from ..library.progress import Lines, Progress, Unseen
from ..messages.message import Message

if TYPE_CHECKING:
    from rich.progress import Progress as RichBar


@contextmanager
def progress_on(stream: TextIO, lang: Lang = "en", *, logged: bool = True) -> Iterator[Progress]:
    """Show progress on a stream in a language while this lasts; not `logged` shows none where it is no terminal."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield Lines(partial(print, file=stream, flush=True), lang) if logged else Unseen()
        return
    bar = _Bar(stream, lang)
    try:
        yield bar
    finally:
        bar.close()


class _Bar:
    """Name, bar, how many of how many, and the time left once enough has been done to tell.

    A stage whose steps are not known is a plain line: a bar that cannot fill says nothing.
    """

    def __init__(self, stream: TextIO, lang: Lang) -> None:
        self._stream, self._lang = stream, lang
        self._shown: RichBar | None = None

    def stage(self, name: Message, total: int = 0) -> None:
        """Begin the line of a stage."""
        self.close()
        said = name.in_language(self._lang)
        if not total:
            print(f"{said} …", file=self._stream, flush=True)
            return
        # It takes a tenth of a second to import, and is there because `typer` needs it.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichBar

        # Whether there are colours, and how wide the line may be, the console asks of the terminal and of NO_COLOR.
        console = Console(file=self._stream, highlight=False)
        columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True, elapsed_when_finished=True))
        self._shown = RichBar(TextColumn("{task.description}", markup=False), *columns, console=console)
        self._shown.add_task(said, total=total)
        self._shown.start()

    def step(self) -> None:
        """Fill the line by one step."""
        if self._shown:
            self._shown.advance(self._shown.task_ids[0])

    def close(self) -> None:
        """Leave the line as it is; what is printed next begins a new one."""
        if self._shown:
            self._shown.stop()
            self._shown = None
