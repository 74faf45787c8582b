"""The two languages, and values that exist in both."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from .codes import LANGUAGES as LANGUAGES
from .codes import Lang as Lang


class Frozen(BaseModel):
    """A value that is read once and never changed; a field it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Bilingual(Frozen):
    """The same words in both languages, neither of them empty."""

    en: str = Field(min_length=1)
    cy: str = Field(min_length=1)

    def __getitem__(self, lang: Lang) -> str:
        words: str = getattr(self, lang)
        return words


#: Which of the two a value of `Words` is; messages leave them out of a field's name.
ONE, BOTH = "(one)", "(both)"

#: Words that are one string in a language of their own, or stand in both.
Words = Annotated[
    Annotated[str, Field(min_length=1), Tag(ONE)] | Annotated[Bilingual, Tag(BOTH)],
    Discriminator(lambda given: BOTH if isinstance(given, dict | Bilingual) else ONE),
]


def in_language(words: str | Bilingual, lang: Lang) -> str:
    """`Words` as a reader of a language sees them."""
    return words[lang] if isinstance(words, Bilingual) else words


def other(lang: Lang) -> Lang:
    """The language that is not `lang`."""
    return next(one for one in LANGUAGES if one != lang)
