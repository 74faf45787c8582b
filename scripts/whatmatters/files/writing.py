"""Writing files so that each is as it will be or as it was, whatever happens."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then renamed. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not `tempfile`: its files are for their owner alone, and a web server is somebody else.
    beside = path.with_name(f".making-{secrets.token_hex(8)}")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_whole(texts: Mapping[Path, str]) -> None:
    """Write each text in place of its file, once all stand beside; line ends stay as they are in the text.

    When one cannot be written all are as they were, and OSError is raised.
    """
    beside = {path: path.with_name(f".{path.name}.new") for path in texts}
    before: dict[Path, bytes | None] = {}
    try:
        for path, text in texts.items():
            beside[path].write_bytes(text.encode("utf-8"))
        for path, new in beside.items():
            before[path] = path.read_bytes() if path.exists() else None
            new.replace(path)
    except BaseException:
        for path, was in before.items():
            if was is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(was)
        raise
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
