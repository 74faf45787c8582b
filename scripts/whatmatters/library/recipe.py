"""A recipe: which stories and questions make a discussion pack, how they are chosen, and what goes with them."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from ..language.bilingual import Bilingual, Frozen
from .session import Agenda
from .vocabulary import ROOTED


class StoryChoice(Frozen):
    """Which stories a pack takes. Pinned ones come first, then those that every other field lets through."""

    model_config = ConfigDict(serialize_by_alias=True)

    pinned: tuple[str, ...] = ()
    """Story ids, in this order, whatever their tags."""
    any: tuple[str, ...] = ()
    """Tag ids: a story needs at least one of them."""
    all: tuple[str, ...] = ()
    """Tag ids: a story needs every one of them."""
    kind: tuple[str, ...] = ()
    """Ids of the vocabulary's `kinds`: a story is of one of them."""
    setting: tuple[str, ...] = ()
    """Tag ids of the facet `setting`: a story happens in at least one of them."""
    law: tuple[str, ...] = ()
    """Topics of `docs/data/read-across.yml`: a story bears on at least one of them."""
    none: tuple[str, ...] = ()
    """Tag ids: a story may have none of them."""
    not_: tuple[str, ...] = Field(default=(), alias="not")
    """Story ids that are never taken."""
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
    tools: tuple[str, ...] = ()
    """Names of pages of `docs/<lang>/tools/`: `strengths-map`."""
    lengths: tuple[int, ...] = ()
    """Minutes of the plans of `docs/data/agendas.yml` that the pack offers; none named means all of them."""


class Recipe(RecipeFile):
    """A recipe with its id, which is its file's name."""

    id: str = Field(pattern=ROOTED)
    file: str
    """The file as messages show it."""
    root: str = ""
    """Name of the story root that it comes from; empty for this project's own."""

    @property
    def path(self) -> str:
        """Address of the pack's page within a language."""
        return f"packs/{self.id}/"

    @property
    def tool_paths(self) -> tuple[str, ...]:
        """Addresses of its tools' pages within a language."""
        return tuple(f"tools/{tool}/" for tool in self.tools)

    def offered(self, agendas: tuple[Agenda, ...]) -> tuple[Agenda, ...]:
        """Those of the plans that the pack offers, in the order in which they are given."""
        return tuple(a for a in agendas if not self.lengths or a.minutes in self.lengths)
