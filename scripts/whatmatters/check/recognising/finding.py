"""One thing found in a text, and the text made plain for finding."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ...messages.message import Message


@dataclass(frozen=True)
class Finding:
    """A run of a text that could point to a person."""

    code: str
    """A01 to A11; CONTRIBUTING lists them."""
    start: int
    """Where it begins, in letters from the start of the text."""
    text: str
    """The words as they stand there."""
    what: Message
    """What it seems to be: `a phone number`."""
    mend: Message
    sure: bool
    """True when it hardly can be anything else: an error. Otherwise it is advice."""
    also: str = ""
    """Another wording by which an editor may name it: `Pontardawe` for `Mhontardawe`."""


#: Letters beyond those that both languages are written with.
STRANGE = re.compile("[^\x00-\x7fÀ-ž]")


def plain(text: str) -> str:
    """The text with wide, narrow and unbroken letters as common ones, letter for letter: no place moves.

    Text pasted from a word processor has spaces that do not break, and hyphens that are none.
    """
    return STRANGE.sub(lambda match: _plain(match[0]), text.replace("\xa0", " ").replace("\xad", " "))


def _plain(letter: str) -> str:
    if letter in "‐‑‒–—−":
        return "-"
    if letter in "’‘ʼ":
        return "'"
    if unicodedata.category(letter) in ("Zs", "Cf"):
        return " "
    common = unicodedata.normalize("NFKC", letter)
    return common if len(common) == 1 else letter
