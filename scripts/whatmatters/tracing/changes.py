"""Several changes to files as one: all of them happen, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def apply(texts: Mapping[Path, str], folder: Path, aside: Path) -> None:
    """Write each text in place of its file, then move `folder` to `aside`.

    Raises OSError when one of these cannot be done; everything is then as it was.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in texts}
    made = [path.parent for path in texts if not path.parent.exists()]
    done: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(exist_ok=True)
            _replace(path, text.encode("utf-8", errors="surrogateescape"))
            done.append(path)
        os.replace(folder, aside)
    except OSError:
        for path in done:
            old = before[path]
            if old is None:
                path.unlink(missing_ok=True)
            else:
                _replace(path, old)
        for parent in made:
            shutil.rmtree(parent, ignore_errors=True)
        raise


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".making-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
