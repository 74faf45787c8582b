"""The page *Add a story* as the build makes it: a field for all that the model knows, and words for all that its script says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from whatmatters.deck.card_faces_json import shared_json
from whatmatters.language.codes import LANGUAGES
from whatmatters.library.film import Film
from whatmatters.library.leftovers import LEFTOVERS
from whatmatters.library.story import HEADINGS, Consent, Source, StoryFacts
from whatmatters.reading.library_files import read_library
from whatmatters.reading.story_text import FORBIDDEN
from whatmatters.site.add_story import ADD, GUIDE, add_story_data, add_story_page
from whatmatters.site.browser_data import browser_data
from whatmatters.site.render import renderer

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "js"
#: Fields of the facts that no editor fills in here; a folder that is opened keeps them.
HANDED_ON = {"allowed", "formerly", "language", "picture", "recording", "transcript", "voice"}


@pytest.fixture
def library(project):
    """The miniature library."""
    return read_library(project)


@pytest.fixture
def html(library) -> dict[str, str]:
    """The page in both languages."""
    return {lang: add_story_page(library, renderer(library.interface), lang).html for lang in ("en", "cy")}


def names(html: str) -> set[str]:
    """The names of all fields of a page."""
    return set(re.findall(r'\sname="([^"]+)"', html))


def test_there_is_a_field_for_all_that_the_model_knows(html, library):
    """Facts, source and consent as the models have them, each facet, and the texts in both languages."""
    wanted = {f"source.{name}" for name in Source.model_fields if name not in HANDED_ON} | {f"consent.{name}" for name in Consent.model_fields if name not in HANDED_ON}
    wanted |= {f"tags.{facet.id}" for facet in library.vocabulary.facets} | {"welsh.made_by", "collection"}
    wanted |= set(StoryFacts.model_fields) - HANDED_ON - {"tags", "source", "film", "consent", "welsh"}
    wanted |= {f"film.{name}" for name in Film.model_fields if name != "scenes"} | {"film.scenes.en", "film.scenes.cy"}
    wanted |= {"picture.shows_people", "picture.alt.en", "picture.alt.cy", "consent.picture"}
    wanted |= {"id", *(f"both.{part}.{lang}" for part in ("title", "publisher") for lang in ("en", "cy"))}
    wanted |= {f"texts.{lang}.{part}" for lang in ("en", "cy") for part in ("title", "summary", "before", "after", "at_pause", "afterwards")}
    assert names(html["en"]) == names(html["cy"]) == wanted


def test_every_word_of_the_vocabulary_can_be_chosen(html, library):
    """Tags, topics and the other terms, by their labels in the page's language."""
    vocabulary = library.vocabulary
    ids = {*vocabulary.tags, *library.read_across.topic}
    for group in ("collections", "kinds", "routes", "provenances", "jurisdictions"):
        ids |= {term.id for term in getattr(vocabulary, group)}
    for lang in html:
        assert ids - set(re.findall(r'value="([^"]+)"', html[lang])) == set()
        assert all(tag.label[lang].replace("'", "&#39;") in html[lang] for tag in vocabulary.tags.values())


def test_all_that_the_scripts_say_has_its_wording(library):
    """Every name that a script asks for is there, and every wording is asked for."""
    script = (SCRIPTS / "write-story.js").read_text(encoding="utf-8") + (SCRIPTS / "unzip.js").read_text(encoding="utf-8")
    rules = (SCRIPTS / "story-rules.js").read_text(encoding="utf-8")
    problems = set(re.findall(r'say\([^,()]+(?:\([^)]*\))?[^,()]*, "([a-z-]+)"', rules)) | {code.lower() for _, code, _, _ in FORBIDDEN}
    problems |= {"long-before", "long-after"} | {one.code.lower() for one in LEFTOVERS}
    said = {name.removeprefix("add-js-") for name in library.interface.root if name.startswith("add-js-")}
    assert {name for name in said if name.startswith("p-")} == {f"p-{name}" for name in problems}
    made = ("p-", "left-", "words-", "language-")
    plain = {name for name in said if not name.startswith(made)}
    assert {name for name in plain if f'"{name}"' not in script} == set()
    assert set(re.findall(r'say\("([a-z-]+)"', script)) - said == set()
    for lang in LANGUAGES:
        assert set(dict(browser_data(library, lang, shared_json()))["add-words"]) == said


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_script_knows_labels_rules_and_ids_that_are_taken(library, lang):
    """In the language of the card; patterns that a browser can use; no story's words."""
    data = add_story_data(library, lang)
    assert data["tags"]["dementia"]["label"] == "Dementia"
    assert data["taken"] == ["a-walk-to-the-shop", "the-blue-cup", "two-songs"]
    assert [code for _, code in data["forbidden"]] == [code for _, code, _, _ in FORBIDDEN]
    assert data["told"]["film"]["retold"] == {"": None, "wales": None, "uk": None, "england": library.vocabulary.term("jurisdictions", "england").meaning[lang]}
    assert set(data["own"]) == {"invented"}
    assert "Pugh" not in json.dumps(data)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_page_stands_under_about_and_leads_to_the_guide(library, lang):
    """Where editors look for it."""
    page = add_story_page(library, renderer(library.interface), lang)
    assert page.path == ADD
    assert page.crumbs == ((library.pages["about/"].title[lang], "about/"),)
    assert "about/looking-after-stories/index.html" in page.html
    assert GUIDE in library.pages


def test_headings_over_questions_are_those_of_the_table():
    """The form writes them into files, cards and sheets print them: the table of languages has them."""
    script = (SCRIPTS / "story-files.js").read_text(encoding="utf-8")
    words = read_library(SCRIPTS.parents[2]).interface
    for lang in LANGUAGES:
        for name in HEADINGS:
            assert f'{lang}: "## {HEADINGS[name][lang]}"' in script
            assert words(f"packs-{name.replace('_', '-')}", lang) == HEADINGS[name][lang]
