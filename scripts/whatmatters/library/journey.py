"""The person's journey from referral to ending, step by step."""

from __future__ import annotations

from pydantic import Field, RootModel

from ..language.bilingual import Bilingual, Frozen
from .vocabulary import SLUG


class JourneyStep(Frozen):
    """One step, and what it asks of a provider."""

    id: str = Field(pattern=SLUG)
    name: Bilingual
    happens: Bilingual
    provider: Bilingual
    law: tuple[str, ...] = ()
    """Topics of the read-across."""
    limit: Bilingual | None = None
    """A time limit in a few words."""


class Journey(RootModel[tuple[JourneyStep, ...]]):
    """All of `docs/data/journey.yml`, in order."""
