"""Which language a text is in, told from its small common words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import yaml

from whatmatters.library.languages import Lang

from .lines import Line

#: Words that must be looked at before anything is said of a text.
ENOUGH = 30
#: Words of a long transcript that are looked at.
LOOKED_AT = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@cache
def _lists() -> dict[Lang, frozenset[str]]:
    data = yaml.safe_load(Path(__file__).with_name("language.yml").read_text(encoding="utf-8"))
    return {"en": frozenset(data["en"].split()), "cy": frozenset(data["cy"].split())}


@dataclass(frozen=True)
class Heard:
    """What the small words say."""

    words: int
    english: int
    welsh: int

    @property
    def lang(self) -> Lang | None:
        """The language of the text; None where it is too short, in both, or in neither."""
        if self.words < ENOUGH or self.neither:
            return None
        if self.welsh >= 4 * self.english:
            return "cy"
        return "en" if self.english >= 4 * self.welsh else None

    @property
    def neither(self) -> bool:
        """Long enough to tell, and hardly a small word of either language (half of all words is usual)."""
        return self.words >= 2 * ENOUGH and (self.english + self.welsh) * 10 < self.words

    @property
    def mixed(self) -> bool:
        """Both languages are spoken."""
        return self.words >= ENOUGH and not self.neither and self.lang is None


def heard(lines: Iterable[Line]) -> Heard:
    """Count the small words of a text."""
    words = english = welsh = 0
    lists = _lists()
    all_words = (w for line in lines for w in _WORD.findall(line.words.lower().replace("’", "'")))
    for word in islice(all_words, LOOKED_AT):
        words += 1
        english += word in lists["en"]
        welsh += word in lists["cy"]
    return Heard(words, english, welsh)
