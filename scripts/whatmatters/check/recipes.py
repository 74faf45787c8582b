"""Rules for one recipe."""

from __future__ import annotations

from collections.abc import Iterator

from ..library.library import Library
from ..library.problems import Problem, did_you_mean
from ..library.recipe import Recipe


def recipe_problems(library: Library, recipe: Recipe) -> Iterator[Problem]:
    """Names that do not exist, and a recipe that chooses nothing."""
    file, tags = recipe.file, library.vocabulary.tags
    for part in ("any", "all", "none"):
        for i, tag in enumerate(getattr(recipe.stories, part)):
            if tag not in tags:
                yield Problem(
                    file,
                    library.line(file, "stories", part, i),
                    "V01",
                    f"there is no tag `{tag}`",
                    did_you_mean(tag, tags, "stories/tags.yml lists them"),
                )
    for i, story in enumerate(recipe.stories.pinned):
        if story not in library.stories and story not in library.broken:
            yield Problem(
                file,
                library.line(file, "stories", "pinned", i),
                "K02",
                f"there is no story `{story}`",
                did_you_mean(story, library.stories, "an id is the name of a story's folder"),
            )
    for i, topic in enumerate(recipe.law):
        if topic not in library.read_across.topic:
            yield Problem(
                file,
                library.line(file, "law", i),
                "L01",
                f"there is no law topic `{topic}`",
                did_you_mean(topic, library.read_across.topic, "docs/data/read-across.yml lists them"),
            )
    categories = [f"{bank.id}/{c.id}" for bank in library.banks.values() for c in bank.categories]
    for i, choice in enumerate(recipe.questions):
        if choice.category not in categories:
            yield Problem(
                file,
                library.line(file, "questions", i, "category"),
                "K03",
                f"there is no question category `{choice.category}`",
                did_you_mean(choice.category, categories, "write it as `bank/category`"),
            )
    if not library.chosen[recipe.id] and not library.broken:
        yield Problem(
            file,
            library.line(file, "stories"),
            "K01",
            "this recipe chooses nothing",
            "ask for fewer tags at once, or pin a story",
        )
