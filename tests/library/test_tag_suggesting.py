"""Tags found by what people call them, and tags that a text suggests."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.files.sources import read_yaml, validate
from whatmatters.library.tag_finding import find, near
from whatmatters.library.tag_suggesting import SUGGESTED, suggest
from whatmatters.library.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY, _ = validate(Vocabulary, read_yaml(ROOT / "stories" / "tags.yml", ROOT))
TAGS = tuple(VOCABULARY.tags.values())


@pytest.mark.parametrize(("words", "tag"), [
    ("personal-care", "personal-care"), ("Personal care", "personal-care"), ("GOFAL  PERSONOL", "personal-care"),
    ("Yr hyn rydyn ni’n ei ysgrifennu", "record-keeping"), ("children's home", "childrens-home"), ("risg werth ei chymryd", "risk"),
    ("no such thing", None), ("", None),
])
def test_found_by_id_or_label_in_either_language(words, tag):
    """Capitals, marks, spaces and kinds of apostrophe do not count."""
    found = find(words, TAGS)
    assert (found and found.id) == tag


@pytest.mark.parametrize(("words", "tag"), [("dementa", "dementia"), ("cartef gofal", "care-home"), ("zzzz", None)])
def test_the_nearest(words, tag):
    """A slip leads to what was meant; nonsense leads nowhere."""
    found = near(words, TAGS)
    assert (found and found.id) == tag


@pytest.mark.parametrize(("lang", "text", "tag", "because"), [
    ("en", "She lives with dementia.", "dementia", ("dementia",)), ("cy", "Mae'n byw gyda dementia.", "dementia", ("dementia",)),
    ("en", "Two managers came.", "manager", ("managers",)), ("cy", "Daeth dau o reolwyr.", "manager", ("reolwyr",)),
    ("cy", "yn yr ysbyty", "hospital", ("ysbyty",)), ("en", "Washing and dressing and eating.", "personal-care", ("Washing", "dressing", "eating")),
])
def test_a_text_suggests_tags(lang, text, tag, because):
    """Inflected and mutated words count, and are named as they stand in the text."""
    found = {s.tag.id: s.because for s in suggest(VOCABULARY, text, lang)}
    assert found[tag] == because


@pytest.mark.parametrize("text", ["", "😀 !!! 123", "The day was long and nobody came.", "Roedd y diwrnod yn hir a ddaeth neb."])
def test_a_text_that_says_nothing_suggests_nothing(text):
    """No suggestion without words to rest on."""
    assert suggest(VOCABULARY, text, "cy" if "Roedd" in text else "en") == ()


def test_few_are_suggested():
    """However much a text says, the list stays short."""
    assert len(suggest(VOCABULARY, " ".join(t.meaning.en + " " + t.label.en for t in TAGS), "en")) == SUGGESTED
