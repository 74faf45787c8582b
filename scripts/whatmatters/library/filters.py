"""What lets a story into a pack: one small rule for each field of a recipe's `stories`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .recipe import StoryChoice
from .story import Story

#: Does the field let the story through? A field that a recipe leaves out lets every story through.
Filter = Callable[[StoryChoice, Story], bool]


def _any(wanted: StoryChoice, story: Story) -> bool:
    return not wanted.any or not set(wanted.any).isdisjoint(story.tag_ids)


def _all(wanted: StoryChoice, story: Story) -> bool:
    return set(wanted.all) <= set(story.tag_ids)


def _kind(wanted: StoryChoice, story: Story) -> bool:
    return not wanted.kind or story.facts.kind in wanted.kind


def _setting(wanted: StoryChoice, story: Story) -> bool:
    return not wanted.setting or not set(wanted.setting).isdisjoint(story.facts.tags.get("setting", ()))


def _law(wanted: StoryChoice, story: Story) -> bool:
    return not wanted.law or not set(wanted.law).isdisjoint(story.facts.law)


def _none(wanted: StoryChoice, story: Story) -> bool:
    return set(wanted.none).isdisjoint(story.tag_ids)


def _not(wanted: StoryChoice, story: Story) -> bool:
    return story.id not in wanted.not_


#: By the names of the fields, in the order in which `emptied_by` asks them.
FILTERS: dict[str, Filter] = {
    "any": _any,
    "all": _all,
    "kind": _kind,
    "setting": _setting,
    "law": _law,
    "none": _none,
    "not": _not,
}

#: Fields that say what to look for. `none` and `not` only take away from it, and find nothing alone.
LOOKING = ("any", "all", "kind", "setting", "law")


def looks(wanted: StoryChoice) -> bool:
    """Does the recipe look for stories beside the pinned ones?"""
    return any(getattr(wanted, field) for field in LOOKING)


def passing(wanted: StoryChoice, stories: Iterable[Story]) -> list[Story]:
    """The stories that every field lets through, in the order given; none where the recipe looks for none."""
    if not looks(wanted):
        return []
    return [story for story in stories if all(lets(wanted, story) for lets in FILTERS.values())]


def emptied_by(wanted: StoryChoice, stories: Iterable[Story]) -> tuple[str, int] | None:
    """The field that takes the last stories away, and how many they were; None where some are left."""
    left = list(stories)
    for field, lets in FILTERS.items():
        through = [story for story in left if lets(wanted, story)]
        if not through:
            return field, len(left)
        left = through
    return None
