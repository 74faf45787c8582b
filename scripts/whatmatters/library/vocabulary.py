"""The one vocabulary: tags in facets, and the other words with a label in each language."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from ..language.bilingual import Bilingual, Frozen, Words

#: A plain slug: what an id may look like, and so what a folder, an address and an anchor may hold.
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

#: An id that may have the name of a further story root before it. No slug holds two hyphens in a row, so that the
#: ids of two roots can never be the same.
ROOTED = r"^([a-z0-9]+(-[a-z0-9]+)*--)?[a-z0-9]+(-[a-z0-9]+)*$"


class Term(Frozen):
    """A word of the vocabulary that is not a tag: a collection, a kind, a route, a provenance."""

    id: str = Field(min_length=1)
    label: Bilingual
    meaning: Bilingual
    warn: bool = False
    """Must a reader be told its meaning of every story that has it? See `provenance.py`."""
    covers: tuple[str, ...] = ()
    """Ids of other words that need not be told beside it, because its meaning says as much."""


class Collection(Term):
    """A folder of stories, and what its page is called."""

    note: Bilingual | None = None
    """What a reader of its page should know of all its stories."""


class OwnSource(Frozen):
    """The source of stories that name none."""

    title: Words
    publisher: Words


class Route(Term):
    """A way in which a story reached us."""

    source: OwnSource | None = None
    """What stands as the source of a story that came from nowhere but this library."""


class Tag(Frozen):
    """One tag, unique in the whole vocabulary."""

    id: str = Field(pattern=SLUG)
    label: Bilingual
    meaning: Bilingual
    icon: str | None = None
    """File of an icon in the theme's package, without `.svg`: `material/home-heart`."""


class Facet(Frozen):
    """A way of looking at stories, with its tags in the order in which they are shown."""

    id: str = Field(pattern=SLUG)
    label: Bilingual
    meaning: Bilingual
    tags: tuple[Tag, ...]


class Vocabulary(Frozen):
    """All of `stories/tags.yml`."""

    facets: tuple[Facet, ...]
    collections: tuple[Collection, ...]
    kinds: tuple[Term, ...]
    routes: tuple[Route, ...]
    provenances: tuple[Term, ...]
    jurisdictions: tuple[Term, ...]

    @cached_property
    def tags(self) -> dict[str, Tag]:
        """Every tag by its id."""
        return {tag.id: tag for facet in self.facets for tag in facet.tags}

    @cached_property
    def facet_of(self) -> dict[str, Facet]:
        """The facet of every tag, by the tag's id."""
        return {tag.id: facet for facet in self.facets for tag in facet.tags}

    def facet(self, facet_id: str) -> Facet:
        """The facet with this id. Raises KeyError."""
        return next(f for f in self.facets if f.id == facet_id)

    def route(self, route_id: str) -> Route:
        """The way in which a story reached us, by its id. Raises KeyError."""
        for route in self.routes:
            if route.id == route_id:
                return route
        raise KeyError(f"routes: {route_id}")

    def term(self, group: str, term_id: str) -> Term:
        """A word of one of the other groups, such as `term("routes", "film")`. Raises KeyError."""
        terms: tuple[Term, ...] = getattr(self, group)
        for term in terms:
            if term.id == term_id:
                return term
        raise KeyError(f"{group}: {term_id}")
