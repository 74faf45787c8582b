"""Writing a story's folder: whole or not at all, and never over another."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

#: A folder that is being written has this beginning, beside `stories/` and not in it.
BEGUN = ".new-story-"


def begin(root: Path) -> Path:
    """A new folder under `root` in which a story is written before it is moved into its place. Raises OSError."""
    return Path(tempfile.mkdtemp(prefix=BEGUN, dir=root))


def put_in_place(begun: Path, folder: Path, before: Path) -> None:
    """Move the whole folder `begun` to `folder`. One that is there waits as `before`, and comes back when that fails.

    Raises OSError for a disk that is full or may not be written to.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not folder.exists():
        os.rename(begun, folder)
        return
    os.rename(folder, before)
    try:
        os.rename(begun, folder)
    except BaseException:
        os.rename(before, folder)
        raise
    shutil.rmtree(before, ignore_errors=True)


def write_folder(root: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Write `files` (name to text) as the new `folder`, which must lie under `root`.

    They are written elsewhere and moved into place in one step, so that an interruption leaves nothing behind.
    Raises FileExistsError when `folder` is there, and OSError for a disk that is full or may not be written to.
    """
    if folder.exists() or folder.is_symlink():
        raise FileExistsError(17, "there is such a folder already", str(folder))
    begun = begin(root)
    try:
        for name, text in files.items():
            (begun / name).write_text(text, encoding="utf-8", newline="\n")
        begun.chmod(0o755)
        folder.parent.mkdir(parents=True, exist_ok=True)
        os.rename(begun, folder)
    finally:
        shutil.rmtree(begun, ignore_errors=True)
