"""Which language a text is in, told from its small common words.

A language without a list in `detection.yml` has none and is never told; that a text is in one of the others still is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from .bilingual import LANGUAGES, Lang, others

#: Words that must be looked at before anything is said of a long text, such as a transcript.
ENOUGH = 30
#: Words of a long transcript that are looked at.
LOOKED_AT = 20_000
#: Small words by which a single passage shows its language, and how often it must have them: of all words of English
#: and Welsh prose about half are in the lists.
FEWEST, SHARE = 3, 5
#: In a passage of so few words two are enough.
SHORT = 8
#: How many times the small words of one language must outnumber those of the other.
TIMES = 4
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
#: What stands in quotation marks is somebody else's; a single mark opens one only before a word.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘[^’]*(?:’\w[^’]*)*(?:’(?!\w)|$)")


@cache
def _lists() -> dict[Lang, frozenset[str]]:
    data = yaml.safe_load(Path(__file__).with_name("detection.yml").read_text(encoding="utf-8"))
    return {lang: frozenset(data.get(lang, "").split()) for lang in LANGUAGES}


@dataclass(frozen=True)
class Heard:
    """What the small words say."""

    words: int
    small: Mapping[Lang, int]

    def of(self, lang: Lang) -> int:
        """The small words of a language."""
        return self.small[lang]

    def beside(self, lang: Lang) -> int:
        """Those of the language that has most of them among the others."""
        return max(map(self.of, others(lang)))

    @property
    def lang(self) -> Lang | None:
        """The language of a long text; None where it is too short, in both, or in neither."""
        if self.words < ENOUGH or self.neither:
            return None
        return next((lang for lang in LANGUAGES if self.of(lang) >= max(1, TIMES * self.beside(lang))), None)

    @property
    def neither(self) -> bool:
        """Long enough to tell, and hardly a small word of either language (half of all words is usual)."""
        return self.words >= 2 * ENOUGH and sum(self.small.values()) * 10 < self.words

    @property
    def mixed(self) -> bool:
        """Both languages are spoken."""
        return self.words >= ENOUGH and not self.neither and self.lang is None


def heard(texts: Iterable[str]) -> Heard:
    """Count the small words of a text, which may come in pieces."""
    pieces = tuple(texts)
    return _counted(pieces[0]) if len(pieces) == 1 else _count(pieces)


@lru_cache(maxsize=16)
def _counted(text: str) -> Heard:
    """Of one text; a passage is asked about twice in a row, with what it quotes and without, mostly the same."""
    return _count((text,))


def _count(texts: Iterable[str]) -> Heard:
    found: list[str] = []
    for text in texts:
        found += _WORD.findall(text.lower().replace("’", "'"))
        if len(found) >= LOOKED_AT:
            del found[LOOKED_AT:]
            break
    small = {lang: sum(map(_lists()[lang].__contains__, found)) for lang in LANGUAGES}
    return Heard(len(found), small)


def language_of(passage: str) -> Lang | None:
    """The language of one passage, a paragraph or a sentence; None where its own words do not show it.

    What it quotes does not count, and names show nothing.
    """
    found = heard([_QUOTED.sub(" ", passage)])
    for lang in LANGUAGES:
        mine, theirs = found.of(lang), found.beside(lang)
        enough = mine >= FEWEST or (mine == FEWEST - 1 and found.words <= SHORT)
        if enough and mine >= TIMES * theirs and mine * SHARE >= found.words:
            return lang
    return None
