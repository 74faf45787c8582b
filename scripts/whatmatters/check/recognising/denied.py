"""Words that a team has said must never stand in a story: its deny-list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...library.languages import Lang
from ...library.letters import fold
from ...library.mutations import radicals
from ...library.said import Said
from .finding import Finding, plain

WORD = re.compile(r"\w+(?:['@.+-]\w+)*")
#: Endings of a written word that are no part of it: Mair's, Mair'n.
ENDING = re.compile(r"'\w{1,2}$")
#: An entry of fewer letters would forbid half the language.
SHORTEST = 3


@dataclass(frozen=True)
class Denied:
    """One entry of a deny-list."""

    line: int
    """Its line there: a message names the line, so that the word itself gets into no report."""
    words: tuple[str, ...]
    """Folded."""


def read_deny_list(text: str) -> tuple[tuple[Denied, ...], tuple[int, ...]]:
    """The entries, one a line, `#` before a note; and the lines whose entries are too short to be used."""
    entries, short = [], []
    for line, said in enumerate(text.split("\n"), start=1):
        entry = plain(said.partition("#")[0]).strip()
        if not entry:
            continue
        words = tuple(word for _, word, _ in _words(entry))
        if sum(map(len, words)) < SHORTEST:
            short.append(line)
        else:
            entries.append(Denied(line, words))
    return tuple(entries), tuple(short)


def denied(text: str, entries: Sequence[Denied], lang: Lang | None) -> Iterator[Finding]:
    """Every place where an entry stands in a plain text, whatever its capitals and marks; in Welsh, its mutations.

    A text whose language is not known (a source's title) is taken for either.
    """
    words = list(_words(text))
    forms = [(word,) if lang == "en" else radicals(word) for _, word, _ in words]
    for entry in entries:
        for i in range(len(words) - len(entry.words) + 1):
            if all(wanted in forms[i + n] for n, wanted in enumerate(entry.words)):
                start, end = words[i][0], words[i + len(entry.words) - 1][2]
                yield Finding(
                    "A11",
                    start,
                    text[start:end],
                    Said("what line {line} of stories/deny.txt denies", line=entry.line),
                    Said("take it out of the story"),
                    sure=True,
                )


def _words(text: str) -> Iterator[tuple[int, str, int]]:
    """Where each word begins, the word folded, and where it ends."""
    for match in WORD.finditer(text):
        said = ENDING.sub("", match[0])
        start = match.start()
        for part in re.split(r"(-)", said):
            if part != "-" and part:
                yield start, fold(part), start + len(part)
            start += len(part)
