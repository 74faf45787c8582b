"""Writing files of records so that each is whole, whatever happens: as it will be, or as it was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_whole(texts: Mapping[Path, str]) -> None:
    """Write each text in place of its file, once all stand beside. Raises OSError; no half file is left then."""
    beside = {path: path.with_suffix(".new") for path in texts}
    try:
        for path, text in texts.items():
            beside[path].write_text(text, encoding="utf-8")
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
