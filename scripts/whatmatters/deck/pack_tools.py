"""The tools that go with a pack: pages of the site, which sheets and notes name, with their addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .addresses import is_whole
from .blocks import Block, Heading, Listing
from .wordings import Word


@dataclass(frozen=True)
class Tool:
    """A page of a tool."""

    title: str
    address: str


def tool_blocks(tools: Sequence[Tool], word: Word) -> Iterator[Block]:
    """A heading and a line for each tool; nothing for a pack that has none."""
    if tools:
        yield Heading(3, word("tools"))
        yield Listing(
            tuple(f"{tool.title}: {tool.address}" if is_whole(tool.address) else tool.title for tool in tools)
        )
