"""Running a command and saying what it took."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: Seconds between two looks at the memory of a running command.
EVERY = 0.1
#: Where Linux tells of a process.
PROC = Path("/proc")
TICK = 1 / os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 0

#: Our own command, as the interpreter that measures runs it.
OURS = [sys.executable, "-c", "from whatmatters.cli import start; start()"]
MKDOCS = [sys.executable, "-m", "mkdocs"]


@dataclass(frozen=True)
class Measured:
    """What one run of a command took."""

    seconds: float
    """Wall time."""
    cpu: float
    """Seconds of processor time, user and system, of the process and all that it started and waited for."""
    megabytes: float
    """Peak memory of the process and all that it started, together, as seen ten times a second.

    Proportional set size: a page that several of them share counts once, divided among them.
    Where the system does not tell (`/proc/…/smaps_rollup`), the resident memory of the largest process.
    """


class BenchError(Exception):
    """The measured command failed; holds what it printed."""


def environment() -> dict[str, str]:
    """What measured commands run with: compiled modules are kept, as on a person's machine; no banner of the theme."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


def beside(folder: Path) -> Path:
    """Where the output of a command that runs in a folder is kept."""
    return folder.with_name(f"{folder.name}.log")


def measure(command: Sequence[str], folder: Path, log: Path | None = None) -> Measured:
    """Run a command in a folder, alone, and wait for it. Raises BenchError when it fails.

    What it prints goes to `log`, or to a file beside the folder: one within would be a change of the project.
    """
    log = log or beside(folder)
    started = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, env=environment())
        seen: list[float] = []
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, ended, seen))
        watcher.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        finally:
            ended.set()
            watcher.join()
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BenchError(f"{' '.join(command)} failed:\n{log.read_text(errors='replace')[-2000:]}")
    memory = max(seen, default=0) or usage.ru_maxrss / 1024
    return Measured(seconds, usage.ru_utime + usage.ru_stime, memory)


def _watch(pid: int, ended: threading.Event, seen: list[float]) -> None:
    while not ended.wait(EVERY):
        seen.append(sum(_memory(one) for one in family(pid)))


def family(pid: int) -> list[int]:
    """A process and all that descend from it; the process alone where the system does not tell."""
    children: dict[int, list[int]] = {}
    for entry in PROC.glob("[0-9]*"):
        if stat := _stat(int(entry.name)):
            children.setdefault(int(stat[1]), []).append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        found.append(one := todo.pop())
        todo += children.get(one, [])
    return found


def cpu_of(pid: int) -> float:
    """Seconds of processor time that a process and its descendants have taken, those they waited for included."""
    stats = [stat for one in family(pid) if (stat := _stat(one))]
    return sum(int(ticks) for stat in stats for ticks in stat[11:15]) * TICK


def _stat(pid: int) -> list[str]:
    """What `/proc/PID/stat` says from the state on; nothing where the process has just ended."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _memory(pid: int) -> float:
    """Proportional set size of a process, in MB; 0 where it cannot be known."""
    try:
        told = (PROC / str(pid) / "smaps_rollup").read_text()
        return next(int(line.split()[1]) for line in told.split("\n") if line.startswith("Pss:")) / 1024
    except (OSError, StopIteration, ValueError, IndexError):
        return 0
