"""The glossary: the words of the field in both languages, and where the Welsh comes from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, RootModel

from ..language.bilingual import Bilingual, Frozen
from .vocabulary import SLUG


class Word(Frozen):
    """One pair."""

    id: str = Field(pattern=SLUG)
    en: str = Field(min_length=1)
    cy: str = Field(min_length=1)
    group: Literal["law", "practice", "people-and-bodies", "sessions"]
    statutory: bool
    """True where the Welsh stands in the Welsh text of legislation."""
    source: Bilingual
    confirmed: bool
    """False where this site chose the Welsh and nobody has confirmed it."""
    note: Bilingual | None = None


class Glossary(RootModel[tuple[Word, ...]]):
    """All of `docs/data/glossary.yml`."""
