"""Blocks as the pieces between which a slide or a side of a card may end, and put together again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .blocks import Block, Listing


def pieces(blocks: Iterable[Block]) -> list[Block]:
    """Every block by itself, and every item of a list as a list of its own that keeps its number."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Listing):
            found += [replace(block, items=(item,), start=block.start + n) for n, item in enumerate(block.items)]
        else:
            found.append(block)
    return found


def joined(blocks: Iterable[Block]) -> list[Block]:
    """Items that follow one another are one list again."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Listing) and isinstance(last, Listing) and last.numbered == block.numbered:
            found[-1] = replace(last, items=(*last.items, *block.items))
        else:
            found.append(block)
    return found
