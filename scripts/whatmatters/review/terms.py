"""The glossary's terms where they stand in a text, in whatever form Welsh gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from ..language.bilingual import LANGUAGES, Lang
from ..language.mutations import mutations
from ..language.plain_letters import fold
from ..library.glossary import Word

Span = tuple[int, int]


class Terms:
    """The words of a glossary, ready to be looked for."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = {word.id: word for word in words}

    def marked(self, text: str, lang: Lang) -> list[tuple[Span, Word]]:
        """Where terms stand in a text, from its beginning; of two that overlap, the longer one."""
        pattern, by_form = self._finders[lang]
        if pattern is None:
            return []
        return [(match.span(), by_form[match[0]]) for match in pattern.finditer(_folded(text))]

    @cached_property
    def _finders(self) -> dict[Lang, tuple[re.Pattern[str] | None, dict[str, Word]]]:
        return {lang: self._finder(lang) for lang in LANGUAGES}

    def _finder(self, lang: Lang) -> tuple[re.Pattern[str] | None, dict[str, Word]]:
        by_form: dict[str, Word] = {}
        for word in self._words.values():
            for form in _welsh_forms(word.cy) if lang == "cy" else _english_forms(word.en):
                by_form.setdefault(form, word)
        if not by_form:
            return None, {}
        longest_first = sorted(by_form, key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])"), by_form


def _welsh_forms(term: str) -> tuple[str, ...]:
    """The term with its first word mutated; the words after it stay as they are."""
    first, space, rest = _folded(term).partition(" ")
    return tuple(form + space + rest for form in mutations(first) if form)


def _english_forms(term: str) -> tuple[str, ...]:
    one = _folded(term)
    return (one, one[:-1] + "ies" if one.endswith("y") and one[-2:-1] not in "aeiou" else one + "s")


def _folded(text: str) -> str:
    """As many letters as before, small and without marks, so that places in both are the same."""
    if text.isascii():
        return text.lower()
    return "".join(map(_small, text)).replace("’", "'")


@lru_cache(maxsize=4096)
def _small(letter: str) -> str:
    return (fold(letter) or letter)[:1]
