"""Choosing a pack's stories and questions: the same choice on every machine and every day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .filters import passing
from .question import Category, Question, QuestionBank
from .recipe import Recipe
from .story import Story


@dataclass(frozen=True)
class Chosen:
    """A story in a pack, and why it is there."""

    story: Story
    pinned: bool = False
    """Whether the recipe names it; it then needs no other reason, and the rest is empty."""
    tags: tuple[str, ...] = ()
    """The tags that the recipe asks for and the story has, settings among them."""
    kind: str | None = None
    """Its kind, where the recipe asks for kinds."""
    law: tuple[str, ...] = ()
    """The topics of the law that the recipe asks for and the story bears on."""

    @property
    def because(self) -> str:
        """`pinned`, or the ids of all that matched, joined by commas."""
        return "pinned" if self.pinned else ", ".join((*self.tags, *((self.kind,) if self.kind else ()), *self.law))


@dataclass(frozen=True)
class ChosenQuestions:
    """Questions of one category in a pack."""

    bank: QuestionBank
    category: Category
    questions: tuple[Question, ...]


def rank_stories(recipe: Recipe, stories: Mapping[str, Story]) -> tuple[Chosen, ...]:
    """Every story that fits a recipe, whatever its limit: pinned ones in the recipe's order, then those that match.

    Of those that match, the ones that have more of what the recipe asks for come first; equals stand in the order of
    their ids, letter by letter, so that the choice never changes from build to build.
    """
    wanted = recipe.stories
    pinned = [Chosen(stories[i], pinned=True) for i in dict.fromkeys(wanted.pinned) if i in stories]
    matching = [_match(recipe, s) for s in passing(wanted, stories.values()) if s.id not in wanted.pinned]
    matching.sort(key=lambda c: (-len(c.tags) - len(c.law), c.story.id))
    return (*pinned, *matching)


def _match(recipe: Recipe, story: Story) -> Chosen:
    wanted, tags = recipe.stories, set(story.tag_ids)
    return Chosen(
        story,
        tags=tuple(t for t in dict.fromkeys((*wanted.all, *wanted.any, *wanted.setting)) if t in tags),
        kind=story.facts.kind if wanted.kind else None,
        law=tuple(t for t in dict.fromkeys(wanted.law) if t in story.facts.law),
    )


def choose_stories(recipe: Recipe, stories: Mapping[str, Story]) -> tuple[Chosen, ...]:
    """The stories of a recipe's pack: the first of those that fit, up to its limit."""
    return rank_stories(recipe, stories)[: recipe.stories.limit]


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
