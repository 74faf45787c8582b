"""Which stories a recipe chooses, in which order, and why."""

from __future__ import annotations

import pytest
from tests.conftest import TODAY

from whatmatters.library.provenance import account
from whatmatters.library.publication import for_audience
from whatmatters.library.recipe import Recipe
from whatmatters.library.selection import Chosen, choose_stories, rank_stories
from whatmatters.library.session import Agenda
from whatmatters.library.story import Story, StoryFacts

SOURCE = {"title": "t", "publisher": "p", "jurisdiction": "wales", "how_it_reached_us": "film"}
CONSENT = {"basis": "composite", "scope": ["team"], "reviewed": "2026-01-01", "review_by": "2027-01-01"}


WORDS = {"en": "t", "cy": "t"}


def story(story_id: str, *tags: str, kind: str = "k", setting: str = "house", law: tuple[str, ...] = ()) -> Story:
    facts = StoryFacts.model_validate(
        {
            "kind": kind,
            "tags": {"theme": tags, "setting": [setting]},
            "law": law,
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
    # `none` and `not` take away; alone they look for nothing.
    ({"any": ["risk"], "not": ["a"]}, ["b", "e"]),
    ({"none": ["risk"]}, []),
    ({"pinned": ["c"], "none": ["risk"], "not": ["a"]}, ["c"]),
]

#: Stories of several kinds, in several settings, on several topics.
VARIED = {
    s.id: s
    for s in (
        story("f", "risk", kind="film", setting="ward", law=("voice",)),
        story("g", "home", kind="film", law=("voice", "control")),
        story("h", "risk", kind="told", setting="ward", law=("control",)),
        story("i", "home", kind="told"),
        # A tag of the facet theme that has the name of a setting is no setting.
        story("j", "ward", kind="made", law=("records",)),
    )
}

VARIED_CHOICES = [
    ({"kind": ["film"]}, ["f", "g"]),
    ({"kind": ["told", "film"]}, ["f", "g", "h", "i"]),
    ({"setting": ["ward"]}, ["f", "h"]),
    ({"setting": ["house"], "any": ["home"]}, ["g", "i"]),
    ({"law": ["control"]}, ["g", "h"]),
    ({"law": ["voice", "control"]}, ["g", "f", "h"]),
    ({"any": ["risk"], "law": ["voice"]}, ["f"]),
    ({"any": ["risk", "home"], "law": ["control"]}, ["g", "h"]),
    ({"kind": ["film", "told"], "setting": ["ward"], "law": ["control"], "any": ["risk"]}, ["h"]),
    ({"kind": ["film"], "not": ["f"]}, ["g"]),
    ({"setting": ["ward"], "none": ["risk"]}, []),
    ({"pinned": ["j"], "kind": ["film"], "limit": 2}, ["j", "f"]),
]


def recipe(wanted: dict[str, object]) -> Recipe:
    return Recipe.model_validate({"id": "r", "file": "f", "title": WORDS, "purpose": WORDS, "stories": wanted})


@pytest.mark.parametrize(
    ("wanted", "ids", "stories"), [*((*c, STORIES) for c in CHOICES), *((*c, VARIED) for c in VARIED_CHOICES)]
)
def test_choice(wanted, ids, stories):
    """Pinned first, then by how much of what is wanted a story has, then by id; never by chance."""
    assert [c.story.id for c in choose_stories(recipe(wanted), stories)] == ids
    backwards = dict(reversed(stories.items()))
    assert [c.story.id for c in choose_stories(recipe(wanted), backwards)] == ids


def test_every_choice_has_its_reason():
    """Pinned, or the tags, the kind and the topics that matched: of the recipe's, those that the story has."""
    wanted = {"pinned": ["i"], "any": ["risk", "home"], "setting": ["ward"], "kind": ["film"], "law": ["voice", "control"]}
    pinned, matched = choose_stories(recipe(wanted), VARIED)
    assert pinned == Chosen(VARIED["i"], pinned=True)
    assert matched == Chosen(VARIED["f"], tags=("risk", "ward"), kind="film", law=("voice",))
    assert (pinned.because, matched.because) == ("pinned", "risk, ward, film, voice")


def test_what_the_limit_leaves_out_is_known():
    """The choice is the beginning of all that fits."""
    wanted = {"pinned": ["d"], "any": ["risk"], "limit": 2}
    assert [c.story.id for c in rank_stories(recipe(wanted), STORIES)] == ["d", "a", "b", "e"]


@pytest.mark.parametrize(("lengths", "offered"), [((), [15, 30, 60]), ((60, 15), [15, 60]), ((30,), [30])])
def test_lengths(lengths, offered):
    """All plans unless some are named; in the order of the plans, whatever the order of the names."""
    shown = ("story", "at-pause", "ending")
    plans = tuple(
        Agenda.model_validate(
            {"minutes": n, "steps": [{"minutes": n // 3, "shows": s, "title": WORDS, "text": WORDS} for s in shown]}
        )
        for n in (15, 30, 60)
    )
    chosen = recipe({}).model_copy(update={"lengths": lengths})
    assert [agenda.minutes for agenda in chosen.offered(plans)] == offered


def test_no_pack_is_of_invented_stories_alone(real):
    """Whoever takes a pack of what is published for all has something that happened in it."""
    library, _ = for_audience(real, "public", TODAY)
    alone = [pack for pack, chosen in library.chosen.items() if all(account(one.story.facts) == "invented" for one in chosen)]
    assert library.chosen
    assert alone == []
