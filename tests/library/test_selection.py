"""Which stories a recipe chooses, in which order, and why."""

from __future__ import annotations

import pytest

from whatmatters.library.recipe import Recipe
from whatmatters.library.selection import choose_stories
from whatmatters.library.story import Story, StoryFacts

SOURCE = {"title": "t", "publisher": "p", "jurisdiction": "wales", "how_it_reached_us": "film"}
CONSENT = {"basis": "composite", "scope": ["team"], "reviewed": "2026-01-01", "review_by": "2027-01-01"}


def story(story_id: str, *tags: str) -> Story:
    facts = StoryFacts.model_validate(
        {
            "kind": "k",
            "tags": {"theme": tags},
            "source": SOURCE,
            "provenance": "retold",
            "consent": CONSENT,
            "welsh": {"made_by": "draft"},
            "owner": "o",
        }
    )
    return Story(id=story_id, collection="c", facts=facts, texts={}, folder="f")


STORIES = {
    s.id: s
    for s in (
        story("a", "risk"),
        story("b", "risk", "home"),
        story("c", "home", "loss"),
        story("d", "loss"),
        story("e", "risk", "home", "loss"),
    )
}

CHOICES = [
    ({"any": ["risk"]}, ["a", "b", "e"]),
    ({"any": ["risk", "home"]}, ["b", "e", "a", "c"]),
    ({"all": ["risk", "home"]}, ["b", "e"]),
    ({"all": ["home"], "none": ["loss"]}, ["b"]),
    ({"any": ["risk", "loss"], "none": ["home"]}, ["a", "d"]),
    ({"any": ["risk"], "limit": 2}, ["a", "b"]),
    ({"pinned": ["d", "a"]}, ["d", "a"]),
    ({"pinned": ["d"], "any": ["risk"]}, ["d", "a", "b", "e"]),
    ({"pinned": ["e", "d"], "any": ["risk"], "limit": 3}, ["e", "d", "a"]),
    ({"pinned": ["d", "d"], "any": ["loss"], "none": ["home"]}, ["d"]),
    ({"any": ["nothing"]}, []),
    ({}, []),
]


@pytest.mark.parametrize(("wanted", "ids"), CHOICES)
def test_choice(wanted, ids):
    """Pinned first, then by how many of the wanted tags a story has, then by id; never by chance."""
    recipe = Recipe.model_validate(
        {"id": "r", "file": "f", "title": {"en": "t", "cy": "t"}, "purpose": {"en": "p", "cy": "p"}, "stories": wanted}
    )
    assert [c.story.id for c in choose_stories(recipe, STORIES)] == ids
    backwards = dict(reversed(STORIES.items()))
    assert [c.story.id for c in choose_stories(recipe, backwards)] == ids
