"""Typst in processes of its own, when there is much to set.

Typst remembers the layouts of the last ten files of a process, about 100 bytes for each byte it is given, and offers
Python no way to forget. So much work is handed to two processes side by side, which are replaced by new ones before
they have grown large. On Linux these are divided off from one that has read in what they need, and that ends with them:
to begin anew and read it in took each an eighth of a second, which was a quarter of all the time of setting. Elsewhere
they still do. A little work is done here, where none of that is needed.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
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

#: What two processes set between them before they are replaced, in letters of data: about 30 MB of memory, and once
#: more while those before them end. Half of it saves 30 MB more and costs a tenth of the time.
REST = 300_000

#: The same of the one process where memory is to be spared: small files share it, and a large one has it for itself.
SPARED = 50_000

#: Whether processes are divided off from one: Linux alone promises that what comes after works.
DIVIDED = sys.platform.startswith("linux")

T = TypeVar("T")


class _Presses:
    """Processes that are started when they are first needed and replaced when they have done enough."""

    def __init__(self, here: int, sparing: bool) -> None:
        self._here = here
        # The pool's own way (`max_tasks_per_child`) can wait for ever in Python 3.11 (CPython issue 115634).
        self._workers, self._rest = (1, SPARED) if sparing else (WORKERS, REST)
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._replaced: list[ProcessPoolExecutor] = []
        self._done = 0

    def submit(self, size: int, work: Callable[..., T], *args: Any) -> Future[T] | None:
        """Hand a task of this size to the processes; None when it is to be done here."""
        with self._lock:
            self._done += size
            if self._pool is None and self._done <= self._here:
                return None
            if self._pool is None or self._done > self._rest:
                if self._pool:
                    self._pool.shutdown(wait=False)
                    self._replaced.append(self._pool)
                self._done = size
                self._pool = ProcessPoolExecutor(self._workers, _context(), initializer=_begin)
            return self._pool.submit(work, *args)

    def close(self) -> None:
        """Let the processes finish what they have been given, and see them end.

        Python complains of a pool that is still ending when the program itself does.
        """
        for pool in (*self._replaced, self._pool):
            if pool:
                pool.shutdown()
        if self._pool and DIVIDED:
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
def presses(*, for_one: bool = False, sparing: bool = False) -> Iterator[None]:
    """While this lasts, threads may set much at once: what is too much for this process goes to others.

    `for_one` says that one file is wanted and no more; `sparing`, that this process holds much already:
    everything is then set in one process at a time.
    """
    global _presses
    if _presses:
        yield
        return
    _presses = _Presses(0 if sparing else HERE_FOR_ONE if for_one else HERE, sparing)
    try:
        yield
    finally:
        _presses.close()
        _presses = None


def run(work: Callable[[str, str, str], T], template: str, told: str, detail: str) -> T:
    """Do a task here, or in one of the processes while there are any; its errors are raised here in either case."""
    elsewhere = _presses.submit(len(told), work, template, told, detail) if _presses else None
    return elsewhere.result() if elsewhere else work(template, told, detail)
