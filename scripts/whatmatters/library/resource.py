"""What can be watched, heard or read elsewhere, beside the films that stories are told in."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from pydantic import Field, HttpUrl, RootModel

from ..language.bilingual import LANGUAGES, Bilingual, Frozen, Lang, Words
from .vocabulary import SLUG

Way = Literal["watch", "listen", "read"]
WAYS: tuple[Way, ...] = get_args(Way)


class Resource(Frozen):
    """One thing that others have published."""

    id: str = Field(pattern=SLUG)
    way: Way
    title: Words
    """In its own language, or in both where it has a title in each."""
    publisher: Words | None = None
    """None where no source says who published it."""
    language: Lang = LANGUAGES[0]
    """What it is in."""
    url: HttpUrl | None = None
    """Where it is to be found; None where no source says so."""
    minutes: int | None = Field(default=None, ge=1)
    """How long it takes, where that is known."""
    country: Literal["wales", "england", "scotland", "uk", "elsewhere"]
    good_for: Bilingual
    principles: tuple[str, ...] = Field(min_length=1)
    """Tag ids of the facet `principle`."""
    looked_at: date | None = None
    """The day on which somebody opened its address; None where nobody has."""


class Resources(RootModel[tuple[Resource, ...]]):
    """All of `docs/data/resources.yml`, in the order in which each way shows them."""
