"""A text as words with a capital letter or without, and where a sentence begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...library.letters import fold
from .lists import names

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
#: 's of English; 'n, 'r, 'i, 'w of Welsh: they belong to no name.
ENDING = re.compile(r"'(?:s|n|r|i|w|u|m|th|ll|d|re|ve|t)$")
#: After these a word begins a sentence, or may do so.
BEGINS = re.compile(r"[.!?…:\n\"“(]")


class Word(NamedTuple):
    """One word of a text."""

    start: int
    text: str
    """Without an ending such as 's."""
    first: bool
    """Does it begin a sentence, where a capital says nothing?"""
    joined: bool
    """Does only a space part it from the word before?"""
    closed: bool
    """Had it an ending such as 's? Then the next word is not of the same name."""
    capital: bool
    """Has it a capital letter and then small ones, or is it a name in capitals? COPD is neither."""
    folded: str
    """Small letters, no marks."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text that `finding.plain` has made plain."""
    found: list[Word] = []
    end = 0
    for match in WORD.finditer(text):
        between, written = text[end : match.start()], match[0]
        said = ENDING.sub("", written) if "'" in written else written
        folded = said.lower() if said.isascii() else fold(said)
        shouted = len(said) > 1 and said.isupper()
        found.append(
            Word(
                start=match.start(),
                text=said,
                first=not found or (between != " " and BEGINS.search(between) is not None),
                joined=bool(found) and between == " ",
                closed=said != written,
                capital=said[:1].isupper() and (not shouted or folded in names().people),
                folded=folded,
            )
        )
        end = match.end()
    return tuple(found)
