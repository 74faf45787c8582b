"""Zip files that are the same bytes each time: fixed dates, a fixed order, nothing of the machine they were made on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

#: The earliest moment that a zip file can name; Word and PowerPoint write it too.
EARLIEST = (1980, 1, 1, 0, 0, 0)

#: The part that readers of office files look for first.
_FIRST = "[Content_Types].xml"


def archive(files: Iterable[tuple[str, bytes]], day: str) -> bytes:
    """Files that are compressed already, put together as they are; each is dated `day` (2026-11-21)."""
    year, month, date = (int(part) for part in day.split("-"))
    return _write(files, (year, month, date, 0, 0, 0), zipfile.ZIP_STORED)


class Parts:
    """The parts of a Word or PowerPoint file, in the place of the zip file that python-docx or python-pptx would write.

    Theirs has the dates of the day, and would have to be read and compressed once more.
    """

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}

    def write(self, uri: Any, data: bytes) -> None:
        """Take a part by the library's own name for its place."""
        self.add(uri.membername, data)

    def add(self, name: str, data: bytes) -> None:
        """Take a part by its place in the file."""
        self._parts[name] = data

    def by_name(self) -> dict[str, bytes]:
        """All of them, by their places in the file."""
        return dict(self._parts)

    def file(self) -> bytes:
        """All of them as one file, with dates and order fixed."""
        names = sorted(self._parts, key=lambda name: (name != _FIRST, name))
        return _write(((name, self._parts[name]) for name in names), EARLIEST, zipfile.ZIP_DEFLATED)


def _write(files: Iterable[tuple[str, bytes]], moment: tuple[int, int, int, int, int, int], how: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name, data in files:
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = how
            # The same on every system: a plain file that its owner may write and all may read.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            out.writestr(entry, data)
    return made.getvalue()
