"""What lies in a folder: each file with its size and digest. No link is followed, and nothing is waited for."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from ..messages.message import Message


@dataclass(frozen=True)
class FoundFile:
    """A file as it lies there."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Found:
    """All that lies in a folder."""

    files: Mapping[str, FoundFile]
    """By path within the folder, with forward slashes."""
    closed: Mapping[str, Message]
    """What could not be read, by path, and why: a link, a folder that is locked, what is neither file nor folder."""


def found_in(folder: Path) -> Found:
    """Every file under a folder. Nothing is raised for what cannot be read: it is told of."""
    files: dict[str, FoundFile] = {}
    closed: dict[str, Message] = {}
    begins = len(os.path.join(folder, ""))

    def within(path: str) -> str:
        return path[begins:].replace(os.sep, "/") or "."

    def refused(error: OSError) -> None:
        closed[within(error.filename)] = Message("this folder cannot be read")

    for above, folders, names in os.walk(folder, onerror=refused):
        for path in (os.path.join(above, name) for name in folders):
            if os.path.islink(path):  # `os.walk` does not go there.
                closed[within(path)] = _LINK
        for path in (os.path.join(above, name) for name in names):
            try:
                mode = os.lstat(path).st_mode
                if S_ISREG(mode):
                    files[within(path)] = _read(path)
                else:
                    closed[within(path)] = _LINK if S_ISLNK(mode) else Message("this is neither a file nor a folder")
            except OSError:
                closed[within(path)] = Message("this file cannot be read")
    return Found(files, closed)


_LINK = Message("this is a link, and no link is followed")

#: Bytes read at a time: most files of a site are read at once, and a film costs no more memory than they do.
_CHUNK = 1 << 16


def _read(path: str) -> FoundFile:
    digest, size = hashlib.sha256(), 0
    with open(path, "rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return FoundFile(size, digest.hexdigest())
