"""All files that change, or none: what is written is written whole."""

from __future__ import annotations

from collections.abc import Mapping

from .source_file import SourceFile


def write_files(files: Mapping[str, SourceFile], new: Mapping[str, str]) -> None:
    """Give files their new contents. When one cannot be written, all are as they were, and OSError is raised."""
    beside = {where: files[where].path.with_name(f".{files[where].path.name}.new") for where in new}
    done: list[str] = []
    try:
        for where, raw in new.items():
            beside[where].write_bytes(raw.encode("utf-8"))
        for where in new:
            beside[where].replace(files[where].path)
            done.append(where)
    except BaseException:
        for where in done:
            files[where].path.write_bytes(files[where].raw.encode("utf-8"))
        raise
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)
