"""The two languages, and values that exist in both."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Lang = Literal["en", "cy"]

#: English first, because MkDocs builds the default language first; the order ranks neither.
LANGUAGES: tuple[Lang, ...] = ("en", "cy")


class Frozen(BaseModel):
    """A value that is read once and never changed; a field it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Bilingual(Frozen):
    """The same words in both languages, neither of them empty."""

    en: str = Field(min_length=1)
    cy: str = Field(min_length=1)

    def __getitem__(self, lang: Lang) -> str:
        return self.cy if lang == "cy" else self.en


def other(lang: Lang) -> Lang:
    """The language that is not `lang`."""
    return "en" if lang == "cy" else "cy"
