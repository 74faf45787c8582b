"""Words that a team has said must never stand in a story: its deny-list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...language.bilingual import Lang
from ...language.mutations import radicals, radicals_in
from ...language.plain_letters import fold
from ...messages.message import Message
from .finding import Finding, plain

#: Whatever joins words parts them here, an address's marks and underlines too: `Mair.Jones`, `_Mair Jones_`.
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
#: Endings of a written word that are no part of it: Mair's, Mair'n.
ENDING = re.compile(r"'\w{1,2}$")
#: Marks that nobody sees (soft hyphens, spaces of no width), and marks over letters that stand apart from them.
UNSEEN = ("Cf", "Mn")
#: An entry of fewer letters would forbid half the language.
SHORTEST = 3


@dataclass(frozen=True)
class Denied:
    """One entry of a deny-list."""

    file: str
    """The list, as messages show it."""
    line: int
    """Its line there: a message names the line, so that the word itself gets into no report."""
    words: tuple[str, ...]
    """Folded."""


def read_deny_list(text: str, file: str) -> tuple[tuple[Denied, ...], tuple[int, ...]]:
    """The entries, one a line, `#` before a note; and the lines whose entries are too short to be used."""
    entries, short = [], []
    for line, said in enumerate(text.split("\n"), start=1):
        entry = said.partition("#")[0]
        if not entry.strip():
            continue
        words = tuple(word for _, word, _ in _words(entry, _seen(entry)))
        if sum(map(len, words)) < SHORTEST:
            short.append(line)
        else:
            entries.append(Denied(file, line, words))
    return tuple(entries), tuple(short)


def denied(text: str, entries: Sequence[Denied], lang: Lang | None) -> Iterator[Finding]:
    """Every place where an entry stands in a text, whatever its capitals and marks; in Welsh, its mutations.

    A text whose language is not known (a source's title) is taken for either. A mark that nobody sees may stand inside
    a word, or between two.
    """
    seen = _seen(text)
    told: set[tuple[Denied, int]] = set()
    for places in [seen] if len(seen) == len(text) else [seen, range(len(text))]:
        words = list(_words(text, places))
        forms = [radicals(word) if lang is None else radicals_in(lang, word) for _, word, _ in words]
        for entry in entries:
            for i in range(len(words) - len(entry.words) + 1):
                start, end = words[i][0], words[i + len(entry.words) - 1][2]
                if (entry, start) not in told and all(wanted in forms[i + n] for n, wanted in enumerate(entry.words)):
                    told.add((entry, start))
                    yield Finding(
                        "A11",
                        start,
                        text[start:end],
                        Message("what line {line} of {file} denies", line=entry.line, file=entry.file),
                        Message("take it out of the story"),
                        sure=True,
                    )


def _seen(text: str) -> Sequence[int]:
    """The places of the letters that can be seen."""
    return [i for i, letter in enumerate(text) if letter.isascii() or unicodedata.category(letter) not in UNSEEN]


def _words(text: str, places: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """Of the letters at some places: where each word begins, the word folded, and where it ends."""
    for match in WORD.finditer(plain("".join(text[i] for i in places))):
        word = ENDING.sub("", match[0])
        yield places[match.start()], fold(word), places[match.start() + len(word) - 1] + 1
