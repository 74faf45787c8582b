"""Topics of the law in groups: whoever looks for one opens a group, not a page of them all."""

from __future__ import annotations

from pydantic import Field, RootModel

from ..language.bilingual import Bilingual, Frozen
from .vocabulary import SLUG


class LawGroup(Frozen):
    """One group, as the page of all topics shows it."""

    id: str = Field(pattern=SLUG)
    name: Bilingual
    topics: tuple[str, ...] = Field(min_length=1)
    """Topics of the read-across, in the order in which they are shown."""


class LawGroups(RootModel[tuple[LawGroup, ...]]):
    """All of `docs/data/law-groups.yml`, in order."""

    root: tuple[LawGroup, ...] = Field(min_length=1)
