"""Work done beside one's own: in a second process that begins with all that stands in this one's memory."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")


class Beside(Generic[T]):
    """A piece of work that is being done in a process of its own.

    Whatever this process has open the other holds too, the lock of a build among it: should this one be killed,
    nobody else begins where the other is still writing.
    """

    def __init__(self, process: int, answer: int) -> None:
        self._process, self._answer = process, answer
        self._ended = False

    @classmethod
    def start(cls, work: Callable[[], T]) -> Beside[T] | None:
        """Begin; None where a process cannot be divided safely, and the work has to be done here in its turn.

        Linux alone promises that what comes after a fork works, and only while no other thread of Python is running.
        """
        if not sys.platform.startswith("linux") or threading.active_count() > 1:
            return None
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        # What is there now stays where it is, shared by both: the collector would write to every page of memory.
        gc.collect()
        gc.freeze()
        read, write = os.pipe()
        try:
            process = os.fork()
        except OSError:  # No room for another process.
            os.close(read)
            os.close(write)
            return None
        if process:
            os.close(write)
            return cls(process, read)
        os.close(read)
        _answer(work, write)

    def result(self) -> T:
        """Wait for it. Raises what the work raised, and RuntimeError when the process was ended from outside."""
        with os.fdopen(self._answer, "rb") as pipe:
            said = pipe.read()
        self._ended = True
        _, status = os.waitpid(self._process, 0)
        gc.unfreeze()
        if status or not said:
            raise RuntimeError(f"the process beside this one ended before its work was done ({status})")
        done, value = pickle.loads(said)
        if not done:
            raise value
        result: T = value
        return result

    def stop(self) -> None:
        """End it, if it is still going on."""
        if self._ended:
            return
        self._ended = True
        gc.unfreeze()
        with suppress(OSError):
            os.close(self._answer)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def _answer(work: Callable[[], object], pipe: int) -> NoReturn:
    """Do the work in the new process, say how it went, and end, without what Python does at its end."""
    code = 1
    try:
        # Ctrl-C goes to both: the one who began says so, and ends the other.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        try:
            said = pickle.dumps((True, work()), pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            said = _told(error)
        with os.fdopen(pipe, "wb") as out:
            out.write(said)
        code = 0
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _told(error: Exception) -> bytes:
    """An error as it goes through a pipe: itself, where it can be taken apart and put together again."""
    try:
        said = pickle.dumps((False, error))
        pickle.loads(said)
        return said
    except Exception:
        return pickle.dumps((False, RuntimeError("".join(traceback.format_exception(error)))))
