"""The miniature library with the real data, and its packs, made once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import mini_library, one_worker
from whatmatters.library.library import Library
from whatmatters.library.recipe import Recipe
from whatmatters.library.story import StoryText
from whatmatters.packs import PackFile, build_packs

#: What happened next, so long that the back of its card cannot hold all three of the story's questions.
_SENTENCE = "She walked on to the corner, and stopped, and looked back at the house for a while. "
LONG_AFTER = (
    (_SENTENCE * 3).strip(),
    f"{_SENTENCE * 7}She walked on to the corner, and stopped, and looked.",
    "And then she went home for her tea.",
)


@pytest.fixture(scope="session")
def library() -> Library:
    return mini_library()


def with_text(library: Library, story_id: str, lang: str, **changes: object) -> Library:
    """The library with some of a story's text changed."""
    story = library.stories[story_id]
    text = StoryText.model_validate({**story.texts[lang].model_dump(), **changes})
    changed = story.model_copy(update={"texts": {**story.texts, lang: text}})
    return replace(library, stories={**library.stories, story_id: changed})


def with_recipe(library: Library, recipe_id: str, **changes: object) -> Library:
    """The library with one recipe alone, built on its first one."""
    first = next(iter(library.recipes.values()))
    recipe = Recipe.model_validate({**first.model_dump(), "id": recipe_id, **changes})
    return replace(library, recipes={recipe_id: recipe})


@pytest.fixture(scope="session")
def long_library(library: Library) -> Library:
    """One pack with all the stories, of which the first needs two cards in Welsh alone."""
    ids = sorted(library.stories)
    changed = with_text(library, ids[0], "cy", after=LONG_AFTER)
    return with_recipe(
        changed,
        "all-of-it",
        stories={"pinned": ids},
        law=["personal-plan", "voice", "supervision"],
        questions=[{"category": "supervision/concerns", "take": 7}],
    )


@pytest.fixture(scope="session")
def made(long_library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, PackFile]:
    """The files of that pack by their names, set once for all."""
    with one_worker(tmp_path_factory, "packs") as folder:
        files = build_packs(long_library, folder / "cache", site_url="https://care.example.wales/")
    return {file.name.removeprefix("all-of-it-").removesuffix(".pdf"): file for file in files}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    folder = tmp_path / "cache"
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
