"""What must be told of a story stands exactly once on each of its forms, in both languages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import lxml.html
import pytest
from tests.conftest import TODAY, real_library

from whatmatters.check import check_project
from whatmatters.deck.bilingual_card_faces import sides
from whatmatters.deck.card_face import Stamp
from whatmatters.deck.card_faces import ways
from whatmatters.deck.large_cards import parts_of
from whatmatters.deck.leader_sheet import leader_sheet
from whatmatters.deck.pack_description import story_card
from whatmatters.deck.session import story_sessions
from whatmatters.deck.session_slides import story_slides
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES, Lang
from whatmatters.library.library import Library
from whatmatters.library.provenance import must_be_told, origin, told_in_short, told_terms
from whatmatters.library.story import Source, Story
from whatmatters.site.browser_data import browser_data
from whatmatters.site.model import MadePage
from whatmatters.site.render import renderer
from whatmatters.site.session_pages import session_pages
from whatmatters.site.story_pages import story_pages

ROOT = Path(__file__).parents[2]
STAMP = Stamp("pack", "1")
INVENTED = "invented"


@cache
def library() -> Library:
    """The real library: the promise is about its stories."""
    return real_library()


def strings(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


@cache
def pages(lang: Lang, make: Callable[..., Iterator[MadePage]]) -> dict[str, str]:
    """The words of pages by their addresses."""
    made = make(library(), renderer(library().interface), lang)
    return {page.path: lxml.html.fromstring(f"<div>{page.html}</div>").text_content() for page in made}


@cache
def pieces(lang: Lang) -> dict[str, str]:
    """What browsers read."""
    return {name: json.dumps(data, ensure_ascii=False) for name, data in browser_data(library(), lang, {})}


def forms(story: Story, lang: Lang) -> Iterator[tuple[str, str]]:
    """Every form of a story by its name, with all that it says."""
    card, word = story_card(library(), story, lang), wording(library(), lang)
    for number, way in enumerate(ways(card, word, STAMP)):
        yield f"card, way {number}", "\n".join(strings(way))
    for number, row in enumerate(sides(card, word, STAMP)):
        yield f"bilingual card, way {number}", "\n".join(strings(row))
    yield "large card", "\n".join(strings(parts_of(card, word, STAMP)))
    agendas = library().session.agendas
    yield "slides", "\n".join(strings(tuple(story_slides(library(), lang, card, agendas, word))))
    sessions = story_sessions(library(), story, lang)
    yield "leader's sheet", "\n".join(strings(leader_sheet(card, agendas, sessions, (), word)))
    yield "page", pages(lang, story_pages)[story.path]
    yield "browser", pieces(lang)[f"story-{story.id}"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("story", library().stories.values(), ids=lambda story: story.id)
def test_each_form_says_what_must_be_told_once(story, lang):
    """And nothing of the kind that does not hold of the story."""
    words = library().vocabulary
    told = {term.id for term in told_terms(words, story.facts)}
    for name, said in forms(story, lang):
        said = " ".join(said.split())
        for term in (*words.routes, *words.provenances, *words.jurisdictions):
            if term.warn:
                assert said.count(term.meaning[lang]) == (term.id in told), (name, term.id)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sessions_say_it_on_the_leaders_sheet_and_on_the_screen(lang):
    """Of each story of which it holds, once on each."""
    words = library().vocabulary
    said = pages(lang, session_pages)
    for story in library().stories.values():
        for term in (*words.routes, *words.provenances, *words.jurisdictions):
            wanted = 2 * (term in told_terms(words, story.facts))
            assert not term.warn or said[f"{story.path}session/"].count(term.meaning[lang]) == wanted, (story.id, term.id)


def test_invented_stories_claim_no_source():
    """None of them names a country, all have the library as their source, in the reader's language; one thing is told."""
    words = library().vocabulary
    stories = [s for s in library().stories.values() if s.facts.source.how_it_reached_us == INVENTED]
    assert len(stories) == 21
    for story in stories:
        assert [term.id for term in told_terms(words, story.facts)] == [INVENTED]
        source = story.facts.source
        assert (source.title, source.publisher, source.jurisdiction) == (None, None, None)
        # Beside what is told, the title would say it again.
        assert (origin(words, source, "cy").title, origin(words, source, "cy").line) == (
            "Stori wedi'i dychmygu ar gyfer y llyfrgell hon", "Beth sy'n Bwysig")
        assert (origin(words, source, "en").title, origin(words, source, "en").line) == ("A story invented for this library", "What Matters")
        assert origin(words, source, "cy").lang is None


@pytest.mark.parametrize(
    ("route", "provenance", "country", "told"),
    [
        ("invented", "composite", None, ["invented"]),
        ("invented", "composite", "wales", ["invented"]),
        # Set in England, perhaps; but it comes from nowhere.
        ("invented", "composite", "england", ["invented"]),
        ("hypothetical", "composite", "wales", ["hypothetical"]),
        ("film", "retold", "wales", []),
        ("training anecdote", "imagined-further", "wales", ["training anecdote", "imagined-further"]),
        ("article", "composite", "england", ["composite", "england"]),
        ("one-line summary", "retold", "wales", ["one-line summary"]),
    ],
)
def test_what_must_be_told(route, provenance, country, told):
    """In order, and nothing twice."""
    assert [term.id for term in must_be_told(library().vocabulary, route, provenance, country)] == told


def test_lists_say_the_first_of_it(project):
    """A label is enough in a list; a story that is simply retold has none."""
    stories = library().stories
    said = {
        i: told_in_short(library().vocabulary, stories[i].facts, "en")
        for i in ("two-tickets", "the-haircut", "the-file")
    }
    assert said == {"two-tickets": "Invented for discussion", "the-haircut": "One line about a film", "the-file": None}


def test_a_source_may_stand_in_both_languages():
    """Where it is the library's own; the title of a real one is a string in its own language."""
    words = library().vocabulary
    both = Source.model_validate(
        {
            "title": {"en": "A day of stories", "cy": "Diwrnod o straeon"},
            "publisher": {"en": "A team", "cy": "Tîm"},
            "jurisdiction": "wales",
            "how_it_reached_us": "first person",
        }
    )
    assert origin(words, both, "cy").line == "Diwrnod o straeon. Tîm"
    assert origin(words, both, "cy").lang is None
    real = Source(title="A film", publisher="A body", jurisdiction="wales", how_it_reached_us="film")
    assert (origin(words, real, "cy").line, origin(words, real, "cy").lang) == ("A film. A body", "en")


def test_every_other_story_must_name_its_source(project):
    """Title, publisher and country, each named with its line; also where the rest of the facts cannot be read."""
    facts = project / "stories" / "video-transcripts" / "two-songs" / "story.yml"
    kept = [
        line
        for line in facts.read_text().splitlines()
        if not line.startswith(("  title:", "  publisher:", "  jurisdiction:"))
    ]
    wanted = {("F02", f"`source.{name}` is missing", 9) for name in ("title", "publisher", "jurisdiction")}
    for text, more in (("\n".join(kept), set()), ("\n".join(kept).replace("owner: tests", ""), {("F02", "`owner` is missing", 1)})):
        facts.write_text(text + "\n")
        found = {(p.code, str(p.message), p.line) for p in check_project(project, TODAY).errors if p.path.endswith("two-songs/story.yml")}
        assert found == wanted | more


def test_a_welsh_source_is_marked_where_it_is_read_in_english():
    """And stands unmarked on a Welsh page."""
    words = library().vocabulary
    source = Source(title="Gofal yn y Gymraeg", publisher="BBC Cymru Fyw", language="cy", how_it_reached_us="published account")
    assert (origin(words, source, "en").lang, origin(words, source, "cy").lang) == ("cy", None)
