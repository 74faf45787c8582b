"""The glossary: the words of the field in both languages, and where the Welsh comes from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, RootModel

from ..language.bilingual import Bilingual, Lang
from .vocabulary import SLUG


class Word(Bilingual):
    """One pair."""

    id: str = Field(pattern=SLUG)
    group: Literal["law", "practice", "people-and-bodies", "sessions"]
    statutory: bool
    """True where the Welsh stands in the Welsh text of legislation."""
    source: Bilingual
    confirmed: bool
    """False where this site chose the Welsh and nobody has confirmed it."""
    note: Bilingual | None = None
    """What more a reader needs; words of the other language stand between stars."""

    def note_pieces(self, lang: Lang) -> tuple[tuple[str, bool], ...]:
        """The note in one language, piece by piece, each with whether it is in the other one."""
        pieces = self.note[lang].split("*") if self.note else ()
        return tuple((piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece)


class Glossary(RootModel[tuple[Word, ...]]):
    """All of `docs/data/glossary.yml`."""
