"""Have the sources changed? What the file system says of every file of them, without reading any."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""When a file's contents and its entry last changed (ns), its size in bytes, and its number on the disk."""

#: Folders in which no source stands.
NO_SOURCES = {"__pycache__", ".git"}
#: How long after a file was written another writing may leave the same stamp (ns): clocks of file systems tick slowly.
TICK = 100_000_000


@dataclass(frozen=True)
class SourceState:
    """The sources as they were at a moment. A day that has passed is a change too: consent may have ended with it."""

    day: date
    stamps: Mapping[str, Stamp]
    young: Mapping[str, str]
    """Digests of files that had only just been written, whose stamps cannot tell yet what is written next."""

    def changed(self, later: SourceState) -> set[str] | None:
        """The files that came, went or changed until `later`; None when nothing has changed at all."""
        if self.stamps == later.stamps:
            paths = set()
        else:
            names = self.stamps.keys() | later.stamps.keys()
            paths = {path for path in names if self.stamps.get(path) != later.stamps.get(path)}
        paths |= {path for path, digest in self.young.items() if path not in paths and _digest(path) != digest}
        return None if not paths and self.day == later.day else paths


def state_of(places: Iterable[Path]) -> SourceState:
    """What is there now: all files under the folders among `places`, and the files among them."""
    now = time.time_ns()
    stamps: dict[str, Stamp] = {}
    for place in places:
        stamps.update(_stamps(os.fspath(place)))
    young = {path: _digest(path) for path, stamp in stamps.items() if max(stamp[:2]) > now - TICK}
    return SourceState(date.today(), stamps, young)


def _stamps(place: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(place))
    except NotADirectoryError:
        try:
            yield place, _stamp(os.stat(place))
        except OSError:
            return
        return
    except OSError:
        return  # What is not there has no stamp; should it come, that is a change.
    # A folder by itself may be a story without files, which is an error.
    yield place, (0, 0, 0, 0)
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in NO_SOURCES:
                    yield from _stamps(entry.path)
            else:
                yield entry.path, _stamp(entry.stat())
        except OSError:
            continue  # It has gone meanwhile, or is a link to nowhere.


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _digest(path: str) -> str:
    """Of the contents; empty for what cannot be read."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""
