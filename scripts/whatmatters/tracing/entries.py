"""Files that keep a record of every text, an entry each: without the entries of one story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

#: Records that commands write: which texts are level, and who has checked which.
FILES = ("docs/data/level.yml", "docs/data/checks.yml")


def without_entries(project: Path, text_id: str) -> Iterator[tuple[Path, str]]:
    """Each of those files that has entries of a text, `stories/magic-moments/the-blue-cup`, as it will be without them.

    It is read line by line, so that a file that is no YAML today is mended too.
    """
    for file in FILES:
        path = project / file
        if path.is_file():
            # Bytes that are no UTF-8 go back as they came.
            text = path.read_bytes().decode("utf-8", errors="surrogateescape")
            kept = "".join(_kept(text.splitlines(keepends=True), text_id))
            if kept != text:
                yield path, kept


def _kept(lines: list[str], text_id: str) -> Iterator[str]:
    # An entry may be of the whole text, or of one of its files or languages.
    entry = re.compile(rf"""( *)(- )?["']?{re.escape(text_id)}(?:[/:@ ][^"':]*)?["']?\s*:""")
    within, listed = -1, False
    gone = False
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        of_it = indent > within or (indent == within and not listed and line.startswith("- ", indent))
        if gone and line.strip() and of_it:
            continue
        match = entry.match(line)
        gone = match is not None
        if match:
            within, listed = len(match[1]), bool(match[2])
        else:
            yield line
