"""From text to words: what counts as a word, and what two spellings of it have in common.

`docs/assets/js/search-words.js` does the same in the browser; the tests hold the two side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from whatmatters.language.bilingual import Lang
from whatmatters.language.contractions import APOSTROPHES, CONTRACTIONS
from whatmatters.language.plain_letters import fold

__all__ = ["clean", "fold", "parts", "words"]

#: Hyphens that join a word; dashes part words.
HYPHENS = "\u2010\u2011-"

WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}{HYPHENS}][^\W_]+)*")
_JOINTS = re.compile(f"[{APOSTROPHES}{HYPHENS}]")
#: Soft hyphens and marks of no width: they part nothing and are not seen.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def clean(text: str) -> str:
    """The text as it is kept: composed letters, nothing unseen."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


@lru_cache(maxsize=100_000)
def parts(word: str, lang: Lang) -> tuple[str, ...]:
    """The pieces of one written word, in small letters, and last the whole of it where it has several.

    `i'r` is `i`; `cyd-gynhyrchu` is `cyd`, `gynhyrchu` and `cydgynhyrchu`, as some write it; `O'Brien` likewise.
    """
    pieces = [piece for piece in _JOINTS.split(word.lower()) if piece]
    kept = pieces[:1] + [
        piece for piece in pieces[1:] if piece not in CONTRACTIONS.get(lang, ()) or "'" not in _straight(word)
    ]
    return (*kept, "".join(kept)) if len(kept) > 1 else tuple(kept)


def words(text: str, lang: Lang) -> Iterator[str]:
    """All words of a cleaned text in small letters, marks kept."""
    for found in WORD.finditer(text):
        yield from parts(found.group(), lang)


def _straight(word: str) -> str:
    return re.sub(f"[{APOSTROPHES}]", "'", word)
