"""Writing a story's folder: whole or not at all, and never over another."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

#: A folder that is being written has this beginning, beside `stories/` and not in it.
BEGUN = ".new-story-"


def write_folder(root: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Write `files` (name to text) as the new `folder`, which must lie under `root`.

    They are written elsewhere and moved into place in one step, so that an interruption leaves nothing behind.
    Raises FileExistsError when `folder` is there, and OSError for a disk that is full or may not be written to.
    """
    if folder.exists() or folder.is_symlink():
        raise FileExistsError(17, "there is such a folder already", str(folder))
    begun = Path(tempfile.mkdtemp(prefix=BEGUN, dir=root))
    try:
        for name, text in files.items():
            (begun / name).write_text(text, encoding="utf-8", newline="\n")
        begun.chmod(0o755)
        folder.parent.mkdir(parents=True, exist_ok=True)
        os.rename(begun, folder)
    finally:
        shutil.rmtree(begun, ignore_errors=True)
