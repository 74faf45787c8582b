"""The anatomy of pages: which headings every page of one kind has, in which order."""

from __future__ import annotations

from pydantic import Field, RootModel

from ..language.bilingual import Bilingual
from .vocabulary import SLUG


class ExpectedHeading(Bilingual):
    """A heading of the second level: its words in both languages, and the anchor that they share."""

    anchor: str = Field(pattern=SLUG)


class Anatomy(RootModel[dict[str, tuple[ExpectedHeading, ...]]]):
    """All of `docs/data/anatomy.yml`: a kind of page, which is its folder's name, and its headings in order."""
