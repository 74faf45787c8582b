"""The wordings of cards and sheets in one language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from ..language.bilingual import Lang
from ..library.library import Library
from .cards import Card

#: How their names begin.
PREFIX = "packs-"

#: A wording by the end of its name: `word("stop")` is `packs-stop`; placeholders are filled by name.
Word = Callable[..., str]


def words_hash(library: Library, lang: Lang) -> str:
    """A hash of all those wordings in one language."""
    said = {name: text[lang] for name, text in library.interface.root.items() if name.startswith(PREFIX)}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def counted(name: str, n: int, word: Word) -> str:
    """A wording that hangs on a number: Welsh mutates after 1 and after 2 in ways of their own."""
    return word(f"{name}-{ {1: 'one', 2: 'two'}.get(n, 'many') }", n=n)


def marked(said: str, card: Card, word: Word) -> str:
    """A word at the head of a card, with what must stand beside it on a card whose text is a draft."""
    return word("draft", said=said) if card.draft else said


def of_kind(card: Card, word: Word) -> str:
    """The word for a card's kind at its head."""
    return marked(word(f"kind-{card.kind}"), card, word)


def wording(library: Library, lang: Lang) -> Word:
    """The wordings whose names begin with `packs-`."""

    def word(name: str, **values: object) -> str:
        return library.interface(f"{PREFIX}{name}", lang, **values)

    return word
