"""Typst in processes of its own, when there is much to set.

Typst remembers the layouts of the last ten files of a process, about 100 bytes for each byte it is given, and offers
Python no way to forget. So much work is handed to two processes side by side, which are replaced by new ones before
they have grown large. It takes from those layouts what it is to set again (`typeset.py`): files that have much in
common go to the same process. On Linux these are divided off from one that has read in what they need, and that ends
with them: to begin anew and read it in took each an eighth of a second. Elsewhere they still do. A little work is done
here, where none of that is needed.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver, get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

#: Processes side by side: an office PC has two cores to spare.
WORKERS = 2

#: What is set in this process before others are started, in letters of data.
HERE = 100_000

#: The same where one file is all that is wanted, whose parts wait for one another: a pack of 60 cards is then set in
#: this process, which grows by 150 MB, and no time goes into starting others.
HERE_FOR_ONE = 1_000_000

#: So many files are handed over from the first on: this process then grows by nothing, and starts others in any case.
MANY = 12

#: What a process sets before it is replaced, in letters of data: about 30 MB of memory. To have Typst forget by setting
#: empty files costs more than to begin anew, as it gives back what it remembered piece by piece.
REST = 300_000

#: The same of the one process where memory is to be spared: small files share it, and a large one has it for itself.
SPARED = 50_000

#: Whether processes are divided off from one: Linux alone promises that what comes after works.
DIVIDED = sys.platform.startswith("linux")

T = TypeVar("T")


class _Press:
    """A process that sets one file after another; started when it is first needed, replaced when it has set enough."""

    def __init__(self, rest: int) -> None:
        """`rest`: how much it sets before it is replaced, in letters of data."""
        self._rest = rest
        self._pool: ProcessPoolExecutor | None = None
        self._replaced: list[ProcessPoolExecutor] = []
        self._set = 0
        self.given = 0
        """All that it was given, in letters of data."""

    def submit(self, size: int, work: Callable[..., T], *args: Any) -> Future[T]:
        """Hand it a task of this size."""
        self.given += size
        self._set += size
        # The pool's own way (`max_tasks_per_child`) can wait for ever in Python 3.11 (CPython issue 115634).
        if self._pool and self._set > self._rest:
            self._pool.shutdown(wait=False)
            self._replaced.append(self._pool)
            self._pool = None
        if self._pool is None:
            self._set = size
            self._pool = ProcessPoolExecutor(1, _context(), initializer=_begin)
        return self._pool.submit(work, *args)

    def close(self) -> None:
        """Let it finish what it was given, and see it end.

        Python complains of a pool that is still ending when the program itself does.
        """
        for pool in (*self._replaced, self._pool):
            if pool:
                pool.shutdown()


class _Presses:
    """Processes that are started once there is more to set than is set here."""

    def __init__(self, here: int, presses: Sequence[_Press]) -> None:
        self._here, self._presses = here, presses
        self._lock = threading.Lock()
        self._of: dict[str, _Press] = {}
        self._done = 0

    def submit(self, size: int, kin: str, work: Callable[..., T], *args: Any) -> Future[T] | None:
        """Hand a task of this size to the process of its kin; None when it is to be done here."""
        with self._lock:
            self._done += size
            if not self._of and self._done <= self._here:
                return None
            # Kin that comes for the first time goes where the least was given.
            press = self._of.setdefault(kin, min(self._presses, key=lambda press: press.given))
            return press.submit(size, work, *args)

    def close(self) -> None:
        """See all of them end."""
        for press in self._presses:
            press.close()
        if self._of and DIVIDED:
            # It would stay as long as this program, and nobody would count its time. Python has no public name for it.
            forkserver._forkserver._stop()  # type: ignore[attr-defined]


def _context() -> BaseContext:
    """How processes begin."""
    context = get_context("forkserver" if DIVIDED else "spawn")
    if DIVIDED:
        context.set_forkserver_preload([f"{__package__}.typeset"])
    return context


def _begin() -> None:
    """In a new process: leave interrupts to the one who called, who closes it then, and do not outlive that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_caller, daemon=True).start()


def _end_with_the_caller() -> None:
    """Wait until the process that began this one is no more: killed outright, it has closed nothing, and a process of
    the pool would wait for its next task for ever. What is waited for exists on Linux, on a Mac and on Windows."""
    caller = parent_process()
    if caller is not None:
        wait([caller.sentinel])
        os._exit(1)


_presses: _Presses | None = None


@contextmanager
def presses(files: int | None = None, *, sparing: bool = False, apart: bool = False) -> Iterator[None]:
    """While this lasts, threads may set much at once: what is too much for this process goes to others.

    `files` says how many are wanted, where that is known; `sparing`, that this process holds much already: everything
    is then set in one process at a time; `apart`, that a file has one for itself where that can be begun quickly.
    """
    global _presses
    if _presses:
        yield
        return
    here = HERE
    if sparing or apart or (files or 0) >= MANY:
        here = 0
    elif files == 1:
        here = HERE_FOR_ONE
    if apart and DIVIDED:
        made = [_Press(0)]
    elif sparing or apart:
        made = [_Press(SPARED)]
    else:
        made = [_Press(REST) for _ in range(WORKERS)]
    _presses = _Presses(here, made)
    try:
        yield
    finally:
        _presses.close()
        _presses = None


def run(work: Callable[[str, str, str], T], template: str, told: str, detail: str, *, kin: str) -> T:
    """Do a task here, or in one of the processes while there are any; its errors are raised here in either case.

    `kin` names tasks that have much in common: the same process does them.
    """
    elsewhere = _presses.submit(len(told), kin, work, template, told, detail) if _presses else None
    return elsewhere.result() if elsewhere else work(template, told, detail)
