"""Knowing a text again: by digests of words in a row, whole or without keeping the words.

What is kept of a withdrawn story must not give its words back.
Digests of every run of words would: who has one can guess the next word, one word at a time, to the end.
So only separate runs are kept, with a gap between them, of eight words each; and of each digest only forty bits,
which is enough to know a passage again (a million passages of other texts give one false alarm in tens of thousands
of runs) and too little to tell the right guess from the many wrong ones with the same digest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ..library.passages import PASSAGE, digest, passages, words
from ..library.withdrawn import Traces

#: Words from the beginning of one passage that is kept to that of the next.
STRIDE = 14
#: Shorter titles are common phrases: they count only where they are all that a line says.
COMMON = 4


def sparse(title: str, blocks: Iterable[str], common: Collection[str] = ()) -> Traces:
    """Fingerprints that may be kept: separate passages of each block (paragraph, summary, question), and the title.

    `common` are digests of passages and titles that other texts say too.
    """
    return Traces(
        passages=tuple(dict.fromkeys(mark for block in blocks for mark in _apart(passages(block), common))),
        titles=_titles(title, common),
    )


def dense(title: str, blocks: Iterable[str], common: Collection[str] = ()) -> Traces:
    """Fingerprints of every passage, for a story whose words are here anyway."""
    marks = dict.fromkeys(mark for block in blocks for mark in passages(block) if mark not in common)
    return Traces(passages=tuple(marks), titles=_titles(title, common))


def _apart(marks: list[str], common: Collection[str]) -> Iterator[str]:
    """Passages with a gap between them; the next one on where one is common."""
    at = 0
    while at < len(marks):
        if marks[at] in common:
            at += 1
        else:
            yield marks[at]
            at += STRIDE


def _titles(title: str, common: Collection[str]) -> tuple[str, ...]:
    name = words(title)
    # A title of one word would be found everywhere and mean nothing.
    told = 2 <= len(name) <= 99 and digest(name) not in common
    return (f"{len(name)} {digest(name)}",) if told else ()


@dataclass(frozen=True)
class _Line:
    """What a line adds to what stands before it."""

    title: bool
    passage: bool
    tail: tuple[str, ...]
    """The last words so far: as many as a passage or a title may still begin with."""


#: Lines that are remembered at once; menus, lists and the parts of archives repeat the same ones over and over.
REMEMBERED = 200_000


class Known:
    """Texts that are to be known again, in all languages together."""

    def __init__(self, traces: Iterable[Traces], files: Iterable[str] = (), said: Iterable[str] | None = None) -> None:
        """`files` are the SHA-256 of films and sounds.

        `said` is all that the traces are of, titles too, where the words are here still: most documents have hardly
        two words of it in a row, and that is known without a single digest.
        """
        kept = list(traces)
        self.files = frozenset(files)
        self._passages = {p for t in kept for p in t.passages}
        #: Digests of titles by their number of words.
        self._titles: dict[int, set[str]] = {}
        for title in (t for one in kept for t in one.titles):
            count, mark = title.split(" ")
            self._titles.setdefault(int(count), set()).add(mark)
        self._begin = None if said is None else {two for block in said for two in pairwise(words(block))}
        self._reach = max([PASSAGE, *self._titles]) - 1
        self._lines: dict[tuple[tuple[str, ...], str], _Line] = {}

    def found_in(self, lines: Iterable[str]) -> Iterator[Literal["title", "words"]]:
        """What of the texts stands in the lines of one document: `title` and `words`, each at most once."""
        yield from sorted({what for what, _ in self.places(lines)})

    def places(self, lines: Iterable[str]) -> Iterator[tuple[Literal["title", "words"], int]]:
        """What of the texts stands in the lines of one document, and the index of the line in which each ends.

        A passage may run on over lines, as it does on a narrow card.
        """
        if self._begin is not None:
            lines = list(lines)
            if not self._may_stand_in(lines, self._begin):
                return
        tail: tuple[str, ...] = ()
        for at, line in enumerate(lines):
            if len(self._lines) > REMEMBERED:
                self._lines.clear()
            if (known := self._lines.get((tail, line))) is None:
                known = self._lines[tail, line] = self._look_at(tail, words(line))
            if known.title:
                yield "title", at
            if known.passage:
                yield "words", at
            tail = known.tail

    def _may_stand_in(self, lines: Iterable[str], begin: Collection[tuple[str, str]]) -> bool:
        """Whether a run of words that is known stands in a document, wherever its lines end."""
        said = words("\n".join(lines))
        marks = [(PASSAGE, self._passages), *self._titles.items()]
        return any(
            digest(said[at : at + length]) in known
            for at, two in enumerate(pairwise(said))
            if two in begin
            for length, known in marks
        )

    def _look_at(self, tail: tuple[str, ...], line: list[str]) -> _Line:
        said = [*tail, *line]
        alone = len(line) < COMMON and digest(line) in self._titles.get(len(line), ())
        return _Line(
            title=alone or any(self._ends_in(said, len(line), n, self._titles[n]) for n in self._titles if n >= COMMON),
            passage=self._ends_in(said, len(line), PASSAGE, self._passages),
            tail=tuple(said[-self._reach :]),
        )

    @staticmethod
    def _ends_in(said: list[str], new: int, length: int, marks: Collection[str]) -> bool:
        """Whether a run of so many words that ends in the last `new` ones is known."""
        first = max(0, len(said) - new - length + 1)
        return any(digest(said[at : at + length]) in marks for at in range(first, len(said) - length + 1))
