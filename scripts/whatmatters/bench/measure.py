"""Running a command and saying what it took."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

#: Seconds between two looks at the memory of a running command.
EVERY = 0.05

PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20 if hasattr(os, "sysconf") else 0


@dataclass(frozen=True)
class Measured:
    """What one run of a command took."""

    seconds: float
    """Wall time."""
    megabytes: float
    """Peak resident memory of the process and all that it started, together, as seen twenty times a second.

    Pages that they share count for each. Where there is no `/proc` to look at, that of the largest process.
    """


class BenchError(Exception):
    """The measured command failed; holds what it printed."""


def measure(command: list[str], folder: Path) -> Measured:
    """Run a command in a folder, alone, and wait for it. Raises BenchError when it fails."""
    log = folder / "bench.log"
    started = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        )
        seen: list[float] = []
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, ended, seen))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        ended.set()
        watcher.join()
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status):
        raise BenchError(f"{' '.join(command)} failed:\n{log.read_text(errors='replace')[-2000:]}")
    return Measured(seconds, max(usage.ru_maxrss / 1024, *seen, 0))


def _watch(pid: int, ended: threading.Event, seen: list[float]) -> None:
    while not ended.wait(EVERY):
        seen.append(_memory_of(pid))


def _memory_of(pid: int) -> float:
    """Resident memory of a process and its descendants, in MB; 0 where it cannot be known."""
    children: dict[int, list[int]] = {}
    memory: dict[int, float] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            memory[int(entry.name)] = int((entry / "statm").read_text().split()[1]) * PAGE_MB
        except (OSError, ValueError, IndexError):  # It has just ended.
            continue
        children.setdefault(parent, []).append(int(entry.name))
    found, todo = 0.0, [pid]
    while todo:
        one = todo.pop()
        found += memory.get(one, 0)
        todo += children.get(one, [])
    return found
