"""Values that exist in each language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, create_model

from .codes import LANGUAGES as LANGUAGES
from .codes import Lang as Lang


class Frozen(BaseModel):
    """A value that is read once and never changed; a field it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _InEach(Frozen):
    def __getitem__(self, lang: Lang) -> str:
        words: str = getattr(self, lang)
        return words

    @classmethod
    def each(cls, words: Callable[[Lang], str]) -> Self:
        """What `words` gives for each language."""
        return cls(**{lang: words(lang) for lang in LANGUAGES})


if TYPE_CHECKING:

    class Bilingual(_InEach):
        """The same words in each language, none of them empty."""

        en: str
        cy: str

else:
    # The languages that there are decide the fields: a further one is asked of every value, with nothing changed here.
    Bilingual = create_model(
        "Bilingual",
        __base__=_InEach,
        __module__=__name__,
        __doc__="The same words in each language, none of them empty.",
        **{lang: (str, Field(min_length=1)) for lang in LANGUAGES},
    )


def field_of_each(kind: Any, **given: Any) -> Any:
    """A value with a field for each language: `kind` is the type of the fields, and `given` says what more they are."""
    fields: dict[str, Any] = {lang: (kind, Field(**given)) for lang in LANGUAGES}
    return create_model("InEach", __base__=Frozen, **fields)


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


def others(lang: Lang) -> tuple[Lang, ...]:
    """The languages that are not `lang`."""
    return tuple(one for one in LANGUAGES if one != lang)


def other(lang: Lang) -> Lang:
    """The language that is not `lang`, where two stand beside each other: the first of the others."""
    return others(lang)[0]
