"""English among Welsh: a detector for runs of text.

A window of a few words is English when it holds a word that English sentences are held together with, and when most of
its words are such words or are in no Welsh dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spylls.hunspell import Dictionary

# fmt: off
#: Words that hold English sentences together. Some are Welsh words too, mostly mutated: the (te), of (gof), was (gwas).
FUNCTION_WORDS = frozenset({
    "about", "after", "also", "and", "any", "are", "as", "be", "because", "been", "before", "but", "by", "can", "could",
    "each", "every", "for", "from", "has", "have", "he", "her", "here", "his", "how", "if", "in", "into", "is", "it", "its",
    "just", "made", "make", "many", "might", "must", "not", "of", "on", "one", "only", "other", "our", "out", "people",
    "shall", "she", "should", "some", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "to", "up", "very", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with",
    "would", "you", "your",
})
# fmt: on
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNIT = re.compile(r"[.!?:;|•·\n\t()\[\]{}<>]+")
#: A name for programs: how_it_reached_us.
_NAME = re.compile(r"\w*_\w*")
_WINDOW = 5


class English:
    """The detector with its dictionary; answers about words are remembered."""

    def __init__(self, words: Dictionary) -> None:
        self._words = words
        self._welsh: dict[str, bool] = {}

    def runs(self, text: str) -> Iterator[str]:
        """The parts of a text, sentences or less, in which English stands."""
        for unit in _UNIT.split(_NAME.sub(" ", text)):
            words = _WORD.findall(unit)
            if any(self._is_english(words[at : at + _WINDOW]) for at in range(max(1, len(words) - _WINDOW + 1))):
                yield " ".join(unit.split())

    def _is_english(self, words: list[str]) -> bool:
        if len(words) < 3:
            return False
        holding = [word.lower().replace("’", "'") in FUNCTION_WORDS for word in words]
        # Most Welsh has no such word, and need not be looked up.
        if not any(holding):
            return False
        foreign = sum(holds or not self._is_welsh(word) for holds, word in zip(holding, words, strict=True))
        return foreign * 5 >= len(words) * 3

    def _is_welsh(self, word: str) -> bool:
        plain = word.replace("’", "'")
        if plain not in self._welsh:
            parts = [part for part in re.split("['-]", plain) if len(part) > 1]
            self._welsh[plain] = any(map(self._words.lookup, (plain, plain.lower()))) or (
                len(parts) > 1 and all(self._words.lookup(part.lower()) for part in parts)
            )
        return self._welsh[plain]
