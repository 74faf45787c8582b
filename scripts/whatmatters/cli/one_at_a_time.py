"""Two builds into one folder would write into each other, and what one audience may read would get into the other's."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Busy(Exception):
    """Somebody else has it."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the file at `path` alone. Raises Busy while another has it; the system lets go of it however a program ends.

    Raises OSError where the file cannot be written. It is left behind: to remove it would take it from who comes next.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            _hold(file)
        except (BlockingIOError, PermissionError) as error:
            raise Busy from error
        yield
