"""Which stories a build may publish: those whose consent covers the people it is for."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import get_args

from .library import Library
from .story import Audience

AUDIENCES: tuple[Audience, ...] = get_args(Audience)


@dataclass(frozen=True)
class LeftOut:
    """Something that a build does not publish, and why."""

    id: str
    why: str


def for_audience(library: Library, audience: Audience) -> tuple[Library, tuple[LeftOut, ...]]:
    """The library without what `audience` may not see, and what that was.

    A recipe that is left without stories goes too, so that no empty pack is offered.
    """
    kept = {i: s for i, s in library.stories.items() if audience in s.facts.consent.scope}
    out = [
        LeftOut(i, f"consent is for {', '.join(s.facts.consent.scope)}, not for {audience}")
        for i, s in library.stories.items()
        if i not in kept
    ]
    narrowed = dataclasses.replace(library, stories=kept)
    recipes = {i: r for i, r in library.recipes.items() if narrowed.chosen[i]}
    out += [LeftOut(i, "none of the pack's stories is published") for i in library.recipes if i not in recipes]
    return dataclasses.replace(narrowed, recipes=recipes), tuple(out)
