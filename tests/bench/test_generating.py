"""The stories that builds are measured with: sound, as long as real ones, and growing in words as a library does."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from statistics import median

import pytest

from tests.conftest import TODAY, real_library
from whatmatters.bench.generating import generated
from whatmatters.bench.projects import own_project
from whatmatters.check import check_project
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.library import Library
from whatmatters.packs import fit_problems

MORE = 15


@pytest.fixture(scope="module")
def library() -> Library:
    """The real library."""
    return real_library()


@pytest.fixture(scope="module")
def grown(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The real library and a few generated stories, as `check` reads it: nothing may be wrong with it."""
    root = own_project(library, tmp_path_factory.mktemp("grown"), len(library.stories) + MORE)
    report = check_project(root, TODAY)
    assert list(report.errors) == []
    assert report.library is not None
    return report.library


def test_the_real_stories_come_first(library: Library, grown: Library) -> None:
    """All real ones with their packs, then the generated ones."""
    assert set(library.stories) < set(grown.stories)
    assert len(grown.stories) == len(library.stories) + MORE
    assert set(grown.recipes) == set(library.recipes)


def test_generated_stories_fit_their_cards(library: Library, grown: Library) -> None:
    """Each can be printed, or packs, `check` and serving could not be measured with them."""
    new = {name: story for name, story in grown.stories.items() if name not in library.stories}
    alone = dataclasses.replace(grown, stories=new, recipes={})
    assert fit_problems(alone) == []


def test_they_are_about_as_long_as_real_ones(library: Library, grown: Library) -> None:
    """Between four fifths and all of the words of a real story."""
    for lang in LANGUAGES:
        real = median(story.texts[lang].words for story in library.stories.values())
        new = median(s.texts[lang].words for name, s in grown.stories.items() if name not in library.stories)
        assert 0.8 * real < new <= real


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_come_in_as_a_library_grows(library: Library, lang) -> None:
    """Ten times the text has more than twice the words, and fewer than ten times: Heaps' law; most words come again."""
    texts = list(generated(library.stories, lang, 400))
    few, many = (
        {word.strip(".,;:?!'’“”").lower() for text in texts[:n] for p in (*text.before, *text.after) for word in p.split()}
        for n in (40, 400)
    )
    assert 2 * len(few) < len(many) < 6 * len(few)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_they_are_the_same_every_time(library: Library, lang) -> None:
    """A longer run begins with what a shorter one has, and no two stories are alike."""
    longer = list(generated(library.stories, lang, 60))
    assert list(generated(library.stories, lang, 20)) == longer[:20]
    assert len({text.before for text in longer}) == len({text.title for text in longer}) == 60


def test_fewer_stories_than_there_are(library: Library, tmp_path: Path) -> None:
    """Real ones alone, and no packs, since a pack names stories."""
    own_project(library, tmp_path / "few", 3)
    assert len(list((tmp_path / "few" / "stories").glob("*/*/story.yml"))) == 3
    assert not (tmp_path / "few" / "stories" / "packs").exists()
