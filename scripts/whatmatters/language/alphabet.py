"""Letters: without their marks, and in the order of a language's alphabet."""

from __future__ import annotations

import unicodedata

from .codes import Lang
from .table import TABLE


def without_marks(text: str) -> str:
    """A text without the marks on its letters: `Dŵr` is `Dwr`."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def sort_key(text: str, lang: Lang) -> tuple[object, ...]:
    """A key that sorts words as a reader of `lang` expects; marks on letters do not count.

    A language whose alphabet has letters of two signs (Welsh: ch, dd, ff, ng, ll, ph, rh, th) is sorted by it.
    """
    plain = without_marks(text.casefold())
    alphabet = TABLE[lang].alphabet
    if not alphabet:
        return (plain.lstrip("'\"‘“ "),)
    key: list[int] = []
    i = 0
    while i < len(plain):
        pair = plain[i : i + 2]
        if len(pair) == 2 and pair in alphabet:
            key.append(alphabet.index(pair) + 1)
            i += 2
        else:
            if plain[i] in alphabet:
                key.append(alphabet.index(plain[i]) + 1)
            elif plain[i].isspace():
                key.append(0)
            i += 1
    return tuple(key)
