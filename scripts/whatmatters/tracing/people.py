"""Names of people and places in a story, as far as a capital letter tells: looked for while its words are here.

They are never kept, not as fingerprints either: whoever has a list of names could try them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .story_words import Told

#: Letters of two languages, a capital first. At the beginning of a sentence every word has one, so those do not count.
_NAME = re.compile(r"(?<=[^\W\d_][ ,;])(?:(?<=,)\s)?\s?([A-ZÂÊÎÔÛŴŶ][^\W\d_]{2,})")
_WORD = re.compile(r"[^\W\d_]{3,}")


def own_names(told: Iterable[Told], others: Iterable[Told]) -> frozenset[str]:
    """Names in a story that no other story says."""
    found = {name for block in _blocks(told) for name in _NAME.findall(block)}
    return frozenset(found.difference(*(_WORD.findall(block) for block in _blocks(others)))) if found else frozenset()


def _blocks(told: Iterable[Told]) -> Iterator[str]:
    for one in told:
        yield from one.blocks


def lines_with(names: frozenset[str], lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each name that stands in some lines, and the index of the line."""
    for at, line in enumerate(lines):
        for name in names.intersection(_WORD.findall(line)):
            yield name, at
