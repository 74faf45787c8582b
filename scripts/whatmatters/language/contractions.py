"""What an apostrophe joins to a word and is no word by itself: `'r` of `i'r`, `'s` of `it's`."""

from __future__ import annotations

import re

from .bilingual import Lang

#: Straight, typographic and mistyped apostrophes: i'r, mae’n, o`r.
APOSTROPHES = "'’‘ʼ`´"

#: By language, in small letters.
CONTRACTIONS: dict[Lang, tuple[str, ...]] = {
    "en": ("s", "t", "d", "m", "ll", "re", "ve"),
    "cy": ("r", "n", "i", "w", "u", "m", "th", "ch", "s"),
}
_LAST = re.compile(rf"(.+)[{APOSTROPHES}]([^\W\d_]{{1,2}})")


def without_contraction(word: str, lang: Lang) -> str:
    """`gwyliau'r` as `gwyliau`; a word in small letters with nothing of the kind at its end as it is."""
    # Nearly every word has letters alone: the quick look first.
    found = None if word.isalpha() else _LAST.fullmatch(word)
    return found.group(1) if found and found.group(2) in CONTRACTIONS.get(lang, ()) else word
