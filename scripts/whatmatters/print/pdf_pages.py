"""How many pages a PDF of ours has, without a PDF library: Typst writes the page tree in plain sight."""

from __future__ import annotations

import re

#: The page tree says how many pages hang from each of its branches; the root's count is the largest.
_TREE = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)")


def count_pages(pdf: bytes) -> int:
    """The number of pages. Raises ValueError when the file is not one that Typst wrote."""
    counts = [int(n) for n in _TREE.findall(pdf)]
    if not counts:
        raise ValueError("no page tree found")
    return max(counts)
