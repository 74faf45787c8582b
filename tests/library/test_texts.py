"""Texts: whatever has words in both languages, each with one id."""

from __future__ import annotations

import dataclasses

import pytest
from tests.conftest import mini_library

from whatmatters.language.bilingual import LANGUAGES, Bilingual
from whatmatters.library.texts import pack_texts, page_text, texts_apart, wording_text, words_in

STORY = "stories/magic-moments/the-blue-cup"
NAMED = (
    STORY, "principles/carers.md", "includes/ground-rules.md", "questions/carers.md", "law/personal-plan", "laws", "packs/worth-it",
    "interface/shell", "glossary", "journey", "agendas", "facilitator", "ground-rules", "person-words", "tags",
)  # fmt: skip


@pytest.fixture(scope="module")
def library():
    return mini_library()


@pytest.mark.parametrize("name", NAMED)
def test_a_text_of_each_kind(library, name):
    """It has words in both languages, and its file is there."""
    text = library.texts[name]
    assert text.id == name
    for lang in LANGUAGES:
        assert "".join(text.words[lang]).strip()
        assert (library.root / text.files[lang]).is_file()
    assert text.digest("en") != text.digest("cy")


def test_the_words_of_a_text_are_all_that_it_says(library):
    """In their order, in one language; ids and numbers are no words."""
    told = library.stories["the-blue-cup"].texts["cy"]
    words = library.texts[STORY].words["cy"]
    assert (words[0], words[1], words[-1]) == (told.title, told.summary, told.questions[-1])
    topic = library.read_across.topic["personal-plan"]
    said = library.texts["law/personal-plan"].words["cy"]
    assert (said[0], said[1]) == (topic.name.cy, topic.duty.cy)
    assert topic.id not in said
    assert topic.name.en not in said


def test_every_file_with_words_is_a_text(library):
    """No file of data or of the interface that holds Welsh stands outside the registry."""
    silent = {"docs/data/anatomy.yml"}  # Headings that pages must have: those of the pages themselves are read.
    known = {file for text in library.texts.values() for file in text.files.values()}
    speaking = {path for path, document in library.documents.items() if "".join(words_in(document.data, "cy")).strip()}
    assert {path for path in speaking if path not in silent} - known == set()


@pytest.mark.parametrize(("value", "said"), [
    (Bilingual(en="a", cy="b"), ["b"]),
    ({"x": ({"en": "a", "cy": "b"}, [Bilingual(en="c", cy="d")])}, ["b", "d"]),
    ({"id": "x", "cy": {"en": "a", "cy": "b"}}, ["b"]),
    (("x", 1, None), []),
])  # fmt: skip
def test_words_of_any_part(value, said):
    """Whatever it is made of, the words of the one language and nothing else."""
    assert list(words_in(value, "cy")) == said


def test_no_text_with_a_file_for_each_language_is_forgotten(library):
    """Those that `level` compares are found without the others, and each finder that gives one is asked."""
    apart = {name: text for name, text in library.texts.items() if text.apart}
    assert texts_apart(library) == apart
    assert {text.kind for text in apart.values()} == {"story", "page", "include", "data"}


def test_texts_follow_a_library_that_is_changed(library):
    """A library without a story has not its text either."""
    assert STORY in library.texts
    assert STORY not in dataclasses.replace(library, stories={}).texts


def test_texts_by_address_and_wording(library):
    """A page by where it stands, a wording by its file; neither is guessed."""
    assert [page_text(library, path) for path in ("", "principles/", "principles/carers/")] == [
        "index.md", "principles/index.md", "principles/carers.md"]  # fmt: skip
    assert wording_text(library, "packs-draft") == "interface/packs"
    for wrong in (lambda: page_text(library, "nowhere/"), lambda: wording_text(library, "nothing")):
        with pytest.raises(KeyError):
            wrong()


def test_texts_of_a_pack(library):
    """Its own words, its stories, banks and topics, and what every session is made of."""
    found = pack_texts(library, library.recipes["worth-it"])
    assert {"packs/worth-it", STORY, "questions/story-discussion.md", "law/personal-plan", "agendas", "facilitator",
            "ground-rules", "includes/confidentiality.md"} <= set(found)  # fmt: skip
    assert set(found) <= set(library.texts)
