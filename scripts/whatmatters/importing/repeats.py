"""A line that repeats: machines that transcribe make one up where nobody speaks. It is kept, and told."""

from __future__ import annotations

import re
from itertools import groupby

from .lines import Line, Note
from .sounds import parted

#: How often in a row a line must stand to be told; one of several words sooner than `No.`
LINES, FEW = 3, 4
#: Words of a line that counts as one of several.
SEVERAL = 3
#: Within one line: a phrase of up to so many letters, this often.
_PHRASE = re.compile(r"\b(.{4,80}?[.?!,…]?)(?:\s+\1){2,}", re.I)


def repeats(lines: tuple[Line, ...]) -> list[Note]:
    """Lines that stand in a row with the same words, and phrases that repeat within a line."""
    found: list[Note] = []
    for words, group in groupby(lines, key=lambda line: _core(line.words)):
        together = list(group)
        said = parted(together[0].words)[0]
        if not said:
            continue
        least = LINES if len(said.split()) >= SEVERAL else FEW
        times = len(together)
        if times >= least:
            found.append(Note("repeated", together[0].place, {"words": words}, times, together[-1].place))
        elif times == 1 and len(said) < 2000 and (phrase := _PHRASE.search(said)):
            many = said.lower().count(phrase.group(1).lower())
            if len(phrase.group(1).split()) >= SEVERAL or many > FEW:
                found.append(Note("repeated", together[0].place, {"words": phrase.group(1)}, many, together[0].place))
    return found


def _core(words: str) -> str:
    """A line whose words are one phrase again and again, as that phrase."""
    found = _PHRASE.fullmatch(words) if len(words) < 500 else None
    return found.group(1) if found else words
