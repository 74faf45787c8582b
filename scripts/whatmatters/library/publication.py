"""Which stories a build may publish: those whose consent covers the people it is for, in both languages, today."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import get_args

from ..language.table import TABLE
from .library import Library
from .recipe import Recipe
from .story import Audience, Consent, Story
from .withdrawn import Withdrawn

AUDIENCES: tuple[Audience, ...] = get_args(Audience)


@dataclass(frozen=True)
class LeftOut:
    """Something that a build does not publish, and why."""

    id: str
    why: str


def for_audience(library: Library, audience: Audience, today: date) -> tuple[Library, tuple[LeftOut, ...]]:
    """The library without what `audience` may not see on the day `today`, and what that was.

    A recipe that is left without stories goes too, so that no empty pack is offered.
    A story root that does not allow the audience goes whole, and is told of without the ids in it.
    """
    closed = closed_roots(library, audience)
    out = [LeftOut(name, _closed(library, name, audience)) for name in sorted(closed)]
    kept: dict[str, Story] = {}
    for i, story in library.stories.items():
        why = why_not(story.facts.consent, audience, today)
        if story.root in closed:
            continue
        if why is None:
            heard, unheard = _with_what_may_be_heard(story, audience)
            kept[i], unseen = _with_what_may_be_seen(heard, audience)
            out += [gone for gone in (unheard, unseen) if gone]
        else:
            out.append(LeftOut(i, why))
    withdrawn = {i: w for i, w in library.withdrawn.items() if w.root not in closed and audience in w.scope}
    out += [LeftOut(i, _withdrawn(w)) for i, w in withdrawn.items()]
    narrowed = dataclasses.replace(library, stories=kept, withdrawn=withdrawn)
    recipes: dict[str, Recipe] = {}
    for i, recipe in library.recipes.items():
        if recipe.root in closed:
            continue
        if narrowed.chosen[i]:
            recipes[i] = recipe
        else:
            out.append(LeftOut(i, "none of the pack's stories is published"))
    return dataclasses.replace(narrowed, recipes=recipes), tuple(out)


def closed_roots(library: Library, audience: Audience) -> frozenset[str]:
    """Names of the story roots that do not allow an audience."""
    return frozenset(root.name for root in library.roots if audience not in root.audience)


def why_not(consent: Consent, audience: Audience, today: date) -> str | None:
    """The reason why a story may not be published for `audience` on the day `today`, or None when it may."""
    if consent.ended(today):
        return f"its consent ended on {consent.expires}"
    if not consent.in_both_languages:
        name = TABLE[consent.languages[0]].english_name
        return f"consent is for {name} alone, and a story is published in both languages or in neither"
    if audience not in consent.scope:
        return f"consent is for {', '.join(consent.scope)}, not for {audience}"
    return None


def _with_what_may_be_heard(story: Story, audience: Audience) -> tuple[Story, LeftOut | None]:
    """The story for an audience: as text alone where consent to voice or picture does not reach so far."""
    if story.recording is None:
        return story, None
    for part in story.recording.gives:
        covered = story.facts.consent.covers(part)
        if audience not in covered:
            known = ", ".join(covered) or "nobody"
            why = (
                f"its {story.recording.kind} is left out, and its text stands: "
                f"consent to the {part} is for {known}, not for {audience}"
            )
            return story.model_copy(update={"recording": None}), LeftOut(story.id, why)
    return story, None


def _with_what_may_be_seen(story: Story, audience: Audience) -> tuple[Story, LeftOut | None]:
    """The story for an audience: without its picture where people are on it and consent does not reach so far."""
    covered = story.facts.consent.covers("picture")
    if story.picture is None or not story.picture.shows_people or audience in covered:
        return story, None
    why = (
        "its picture is left out, and its text stands: "
        f"consent to the picture is for {', '.join(covered) or 'nobody'}, not for {audience}"
    )
    return story.model_copy(update={"picture": None}), LeftOut(story.id, why)


def _withdrawn(record: Withdrawn) -> str:
    return f"withdrawn on {record.withdrawn_on}; a page at its old address says so"


def _closed(library: Library, name: str, audience: Audience) -> str:
    root = library.root_of(name)
    count = sum(s.root == name for s in library.stories.values())
    return (
        f"this story root is for {', '.join(root.audience)}, not for {audience}: "
        f"{count} {'story' if count == 1 else 'stories'}"
    )
