"""Folders that many tests want a copy of, each to change it at will."""

from __future__ import annotations

import os
from pathlib import Path


class Tree:
    """The files of a folder, read once and written as often as they are wanted.

    A test of the program lays out some three hundred files: to copy each from disk, with all that a system knows of it,
    took a sixth of the time of the tests that need no browser.
    """

    def __init__(self, folder: Path) -> None:
        paths = sorted(folder.rglob("*"))
        self._folders = [path.relative_to(folder).as_posix() for path in paths if path.is_dir()]
        self._files = [
            (path.relative_to(folder).as_posix(), path.read_bytes(), path.stat().st_mtime_ns) for path in paths if path.is_file()
        ]

    def lay(self, target: Path) -> Path:
        """Writes them into `target`, as old as they were (ns). Raises FileExistsError where something of that name is."""
        target.mkdir(parents=True)
        for folder in self._folders:
            os.mkdir(f"{target}/{folder}")
        for name, said, changed in self._files:
            # Without what Python asks of each file that it opens: nothing here is a terminal or is read again.
            file = os.open(f"{target}/{name}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            try:
                if os.write(file, said) != len(said):
                    raise OSError(f"{target}/{name}: there was no room for all of it")
                os.utime(file, ns=(changed, changed))
            finally:
                os.close(file)
        return target
