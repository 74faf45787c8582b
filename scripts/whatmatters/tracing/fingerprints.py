"""Knowing a text again: by digests of words in a row, whole or without keeping the words.

Words are compared without case, accents of form, quotation marks and line breaks, so that a passage is known on a page,
on a card, on a slide and inside a script alike.

What is kept of a withdrawn story must not give its words back.
Digests of every run of words would: who has one can guess the next word, one word at a time, to the end.
So only separate runs are kept, with a gap between them, of eight words each; and of each digest only forty bits,
which is enough to know a passage again (a million passages of other texts give one false alarm in tens of thousands
of runs) and too little to tell the right guess from the many wrong ones with the same digest.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ..library.withdrawn import Traces

#: Words in a passage.
PASSAGE = 8
#: Words from the beginning of one passage that is kept to that of the next.
STRIDE = 14
#: Shorter titles are common phrases: they count only where they are all that a line says.
COMMON = 4

_WORD = re.compile(r"[^\W_]+")
#: Marks inside words that a reader does not see: soft hyphens, joiners, byte order marks.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe"))


def words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).translate(_UNSEEN).casefold())


def digest(run: Sequence[str]) -> str:
    """Ten hexadecimal letters that stand for some words in a row."""
    return hashlib.blake2b(" ".join(run).encode(), digest_size=5).hexdigest()


def sparse(title: str, blocks: Iterable[str]) -> Traces:
    """Fingerprints that may be kept: separate passages of each block (paragraph, summary, question), and the title."""
    return _traces(title, blocks, STRIDE)


def dense(title: str, blocks: Iterable[str]) -> Traces:
    """Fingerprints of every passage, for a story whose words are here anyway."""
    return _traces(title, blocks, 1)


def _traces(title: str, blocks: Iterable[str], stride: int) -> Traces:
    passages: dict[str, None] = {}
    for block in blocks:
        said = words(block)
        for at in range(0, len(said) - PASSAGE + 1, stride):
            passages[digest(said[at : at + PASSAGE])] = None
    name = words(title)
    # A title of one word would be found everywhere and mean nothing.
    titles = (f"{len(name)} {digest(name)}",) if 2 <= len(name) <= 99 else ()
    return Traces(passages=tuple(passages), titles=titles)


class Known:
    """Texts that are to be known again, in all languages together."""

    def __init__(self, traces: Iterable[Traces]) -> None:
        kept = list(traces)
        self._passages = {p for t in kept for p in t.passages}
        #: Digests of titles by their number of words.
        self._titles: dict[int, set[str]] = {}
        for title in (t for one in kept for t in one.titles):
            count, mark = title.split(" ")
            self._titles.setdefault(int(count), set()).add(mark)

    def found_in(self, lines: Sequence[str]) -> Iterator[Literal["title", "words"]]:
        """What of the texts stands in the lines of one document: `title` and `words`, each at most once."""
        by_line = [words(line) for line in lines]
        said = [word for line in by_line for word in line]
        if any(self._is_title(line) for line in by_line) or self._has_title(said):
            yield "title"
        if self._has_passage(said):
            yield "words"

    def _is_title(self, line: list[str]) -> bool:
        return len(line) < COMMON and digest(line) in self._titles.get(len(line), ())

    def _has_title(self, said: list[str]) -> bool:
        return any(
            digest(said[at : at + n]) in marks
            for n, marks in self._titles.items()
            if n >= COMMON
            for at in range(len(said) - n + 1)
        )

    def _has_passage(self, said: list[str]) -> bool:
        return any(digest(said[at : at + PASSAGE]) in self._passages for at in range(len(said) - PASSAGE + 1))
