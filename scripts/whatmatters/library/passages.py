"""Words in a row, as they are compared, and the digests that stand for them.

Words are compared without case, accents of form, quotation marks and line breaks, so that a passage is known on a page,
on a card, on a slide and inside a script alike.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from .withdrawn import Traces

#: Words in a passage.
PASSAGE = 8
#: A text that says this part of another's passages is a copy of it, and no quotation.
COPY = 1 / 3

_WORD = re.compile(r"[^\W_]+")
#: Marks inside words that a reader does not see: soft hyphens, joiners, byte order marks.
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe]")


def words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return _WORD.findall(text.casefold())


def digest(run: Sequence[str]) -> str:
    """Ten hexadecimal letters that stand for some words in a row."""
    return hashlib.blake2b(" ".join(run).encode(), digest_size=5).hexdigest()


def passages(block: str) -> list[str]:
    """Digests of every passage of a paragraph, a summary or a question."""
    said = words(block)
    return [digest(said[at : at + PASSAGE]) for at in range(len(said) - PASSAGE + 1)]


def share(kept: Iterable[Traces], said: Collection[str]) -> float:
    """Which part of the passages of a text, in the language in which it is most, is among those that another says."""
    return max((sum(p in said for p in one.passages) / len(one.passages) for one in kept if one.passages), default=0.0)
