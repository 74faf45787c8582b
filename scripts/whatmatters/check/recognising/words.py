"""A text as words with a capital letter or without, and where a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...language.plain_letters import fold
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


def capitals(words: Sequence[Word]) -> list[int]:
    """The places of the words with a capital letter, which are few."""
    return [i for i, word in enumerate(words) if word.capital]


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text that `finding.plain` has made plain."""
    found: list[Word] = []
    end = 0
    joined = False
    first = True
    people = names().people
    for match in WORD.finditer(text):
        start, written = match.start(), match[0]
        if found:
            joined = text[end:start] == " "
            first = not joined and BEGINS.search(text, end, start) is not None
        said = ENDING.sub("", written) if "'" in written else written
        folded = said.lower() if said.isascii() else fold(said)
        # Of a word in capitals every letter is one.
        capital = said[:1].isupper() and (len(said) == 1 or not said.isupper() or folded in people)
        found.append(Word(start, said, first, joined, said != written, capital, folded))
        end = match.end()
    return tuple(found)
