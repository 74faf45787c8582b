"""Lines of a paragraph after some of its words have changed: one sentence or clause a line, as they stood before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

#: A word that ends a sentence, with whatever closes after it.
SENTENCE = re.compile(r"[.?!…][\"'”’)*_\]]*(?:\(\d+\))?$")


def reflow(lines: Sequence[str], new: str) -> list[str]:
    """`new` as lines. Where words are those of the old lines, lines end where they did;

    among new words a line ends with its sentence, if the old text had more than one line.
    """
    if len(lines) < 2:
        return [new]
    was = [line.split() for line in lines]
    old = [word for line in was for word in line]
    ends = [i == len(line) - 1 for line in was for i in range(len(line))]
    words = new.split()
    breaks = [False] * len(words)
    for what, a, b, c, d in SequenceMatcher(None, old, words, autojunk=False).get_opcodes():
        if what == "equal":
            breaks[c:d] = ends[a:b]
            continue
        for i in range(c, d):
            breaks[i] = bool(SENTENCE.search(words[i]))
        # A line that ended with words that are gone ends where they stood.
        if any(ends[a:b]) and ends[b - 1] and d:
            breaks[d - 1] = True
    return _cut(words, breaks)


def _cut(words: Sequence[str], breaks: Sequence[bool]) -> list[str]:
    lines: list[list[str]] = [[]]
    for word, ends in zip(words, breaks, strict=True):
        lines[-1].append(word)
        if ends:
            lines.append([])
    return [" ".join(line) for line in lines if line]
