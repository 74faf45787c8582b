"""Choosing a pack's stories and questions: the same choice on every machine and every day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .question import Category, Question, QuestionBank
from .recipe import Recipe
from .story import Story

#: The reason given for a story that a recipe names itself.
PINNED = "pinned"


@dataclass(frozen=True)
class Chosen:
    """A story in a pack, and why it is there."""

    story: Story
    because: str
    """`pinned`, or the tags that matched, joined by commas."""


@dataclass(frozen=True)
class ChosenQuestions:
    """Questions of one category in a pack."""

    bank: QuestionBank
    category: Category
    questions: tuple[Question, ...]


def choose_stories(recipe: Recipe, stories: Mapping[str, Story]) -> tuple[Chosen, ...]:
    """Pinned stories in the recipe's order, then those that match.

    Of those that match, the ones with more of the `any` tags come first; equals stand in the order of their ids,
    so that the choice never changes from build to build.
    """
    wanted = recipe.stories
    chosen = [Chosen(stories[i], PINNED) for i in dict.fromkeys(wanted.pinned) if i in stories]
    if wanted.any or wanted.all:
        pinned = {c.story.id for c in chosen}
        chosen += sorted(
            (c for c in _matching(recipe, stories.values()) if c.story.id not in pinned),
            key=lambda c: (-c.because.count(","), c.story.id),
        )
    return tuple(chosen[: wanted.limit])


def _matching(recipe: Recipe, stories: Iterable[Story]) -> Iterable[Chosen]:
    wanted = recipe.stories
    for story in stories:
        tags = set(story.tag_ids)
        if tags & set(wanted.none) or not set(wanted.all) <= tags:
            continue
        if wanted.any and not tags & set(wanted.any):
            continue
        yield Chosen(story, ", ".join(t for t in (*wanted.all, *wanted.any) if t in tags))


def choose_questions(recipe: Recipe, banks: Mapping[str, QuestionBank]) -> tuple[ChosenQuestions, ...]:
    """The first questions of each category that the recipe names; one that does not exist is for `check` to name."""
    chosen = []
    for choice in recipe.questions:
        bank_id, category_id = choice.category.split("/")
        bank = banks.get(bank_id)
        category = next((c for c in bank.categories if c.id == category_id), None) if bank else None
        if bank is None or category is None:
            continue
        chosen.append(ChosenQuestions(bank, category, category.questions[: choice.take]))
    return tuple(chosen)
