"""Running a command and saying what it took."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """What one run of a command took."""

    seconds: float
    """Wall time."""
    megabytes: float
    """Peak resident memory of the process."""


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
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status):
        raise BenchError(f"{' '.join(command)} failed:\n{log.read_text(errors='replace')[-2000:]}")
    return Measured(seconds, usage.ru_maxrss / 1024)
