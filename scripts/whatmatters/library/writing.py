"""Writing several files so that all are as they will be or all as they were, whatever happens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


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
