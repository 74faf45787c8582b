"""A recipe: which stories and questions make a discussion pack, and how they are chosen."""

from __future__ import annotations

from pydantic import Field

from .languages import Bilingual, Frozen
from .vocabulary import SLUG


class StoryChoice(Frozen):
    """Which stories a pack takes. Pinned ones come first, then those that match, by their ids."""

    pinned: tuple[str, ...] = ()
    """Story ids, in this order, whatever their tags."""
    any: tuple[str, ...] = ()
    """Tag ids: a story needs at least one of them."""
    all: tuple[str, ...] = ()
    """Tag ids: a story needs every one of them."""
    none: tuple[str, ...] = ()
    """Tag ids: a story may have none of them."""
    limit: int = Field(default=6, ge=1, le=500)
    """The most stories the pack takes."""


class QuestionChoice(Frozen):
    """Questions of one category of a bank, from its first on."""

    category: str = Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")
    """`bank/category`, such as `supervision/concerns`."""
    take: int = Field(default=3, ge=1, le=20)


class RecipeFile(Frozen):
    """All of `stories/packs/<id>.yml`."""

    title: Bilingual
    purpose: Bilingual
    stories: StoryChoice
    questions: tuple[QuestionChoice, ...] = ()
    law: tuple[str, ...] = ()
    """Topics of `docs/data/read-across.yml`."""


class Recipe(RecipeFile):
    """A recipe with its id, which is its file's name."""

    id: str = Field(pattern=SLUG)
    file: str
    """The file as messages show it."""

    @property
    def path(self) -> str:
        """Address of the pack's page within a language."""
        return f"packs/{self.id}/"
