"""The word for the person whom a question speaks of: a placeholder that pages and sheets fill."""

from __future__ import annotations

import re
from collections.abc import Callable

from pydantic import Field, RootModel

from ..language.bilingual import Bilingual, Lang
from .vocabulary import SLUG

#: The forms that a question may hold.
FORMS = ("person", "Person", "r-person")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class PersonWord(Bilingual):
    """One word for the person, with its article."""

    id: str = Field(pattern=SLUG)

    def form(self, form: str, lang: Lang) -> str:
        """The word in one of the FORMS: `the person`, `Y person`, `'r person`."""
        word = self[lang]
        if form == "Person":
            return word[:1].upper() + word[1:]
        if form == "r-person":
            # The article y or yr becomes 'r after a vowel.
            return "'r " + word.split(" ", 1)[1]
        return word


class PersonWords(RootModel[tuple[PersonWord, ...]]):
    """All of `docs/data/person-words.yml`; the first word is the one that stands until another is chosen."""

    root: tuple[PersonWord, ...] = Field(min_length=1)


def unknown_placeholders(text: str) -> list[str]:
    """Placeholders in a question that nothing fills."""
    return [name for name in PLACEHOLDER.findall(text) if name not in FORMS]


def filled(text: str, lang: Lang, word: PersonWord, put: Callable[[str, str], str] | None = None) -> str:
    """The text with its placeholders filled; `put(form, words)` may wrap each of them, for a page."""

    def words(match: re.Match[str]) -> str:
        if match[1] not in FORMS:
            return match[0]
        said = word.form(match[1], lang)
        return put(match[1], said) if put else said

    return PLACEHOLDER.sub(words, text)
