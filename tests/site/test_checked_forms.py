"""What is checked stops saying that it is a draft; one letter later it says so again, on every form by itself."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from tests.checks import READER, with_checks
from tests.conftest import TODAY, lay_out

from whatmatters.deck.blocks import Span, Text
from whatmatters.deck.browser_card_data import CardData
from whatmatters.deck.pack_description import describe
from whatmatters.deck.pack_slides import slides_of
from whatmatters.library.library import Library
from whatmatters.reading.library_files import read_library
from whatmatters.site.finder_pages import finder_pages
from whatmatters.site.fragments import fill
from whatmatters.site.needs import READER as NEEDS_READER
from whatmatters.site.needs import story_needs
from whatmatters.site.pages import made_pages
from whatmatters.site.readings import readings
from whatmatters.site.render import renderer
from whatmatters.site.shell import page_meta

CUP = "stories/magic-moments/the-blue-cup"
PACK = {"pack", "plan", "slides", "page packs/worth-it/"}
SESSIONS = {
    f"page stories/{story}/session/" for story in ("magic-moments/the-blue-cup", "practice-examples/a-walk-to-the-shop", "video-transcripts/two-songs")
}
STORIES = {"page stories/", "page stories/find/", "page sessions/"}


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    return lay_out(tmp_path_factory.mktemp("forms") / "project")


@pytest.fixture(scope="module")
def checked(project) -> Library:
    """The miniature library when a fluent reader has checked all of it."""
    return with_checks(read_library(project))


def drafts(library: Library, lang: str = "cy") -> set[str]:
    """Every form of a library that says it is a draft."""
    note, tags = library.interface("packs-draft-note", lang), {f"tags/{tag}/" for tag in library.vocabulary.tags}
    made = made_pages(library, renderer(library.interface), {}, {}, TODAY).values()
    found = {"page tags" if page.path in tags else f"page {page.path}" for page in made if page.lang == lang and page.draft}
    found |= {f"page {path}" for path in library.pages if page_meta(library, path, lang)["draft"]}
    pack = describe(library, library.recipes["worth-it"], lang)
    found |= {f"card {card.kind} {getattr(card, 'id', type(card).__name__)}" for card in pack.cards if card.draft}
    found |= {"pack"} if pack.draft else set()
    said = {
        "plan": pack.plan[0].blocks, "slides": (Text(slides_of(library, pack)[0].small),),
    }  # fmt: skip
    found |= {form for form, blocks in said.items() if note in "".join(map(_words, blocks))}
    mark, made = library.interface("packs-draft", lang, said=""), CardData(library).pieces()
    found |= {f"browser {name}" for place, name, data in made if place == lang and mark in json.dumps(data)}
    finder = next(page for page in finder_pages(library, renderer(library.interface), lang) if page.path == "stories/find/")
    found |= {"finder"} if 'data-wm-value="draft"' in finder.html else set()
    asked = {wording for one in story_needs(library, (), lang) for need, _ in one.needs for wording in [need.wording]}
    return found | {"needs" for wording in asked if wording in NEEDS_READER.values()}


def _words(block: object) -> str:
    return "".join(span.text for span in block.spans if isinstance(span, Span)) if isinstance(block, Text) else ""


def test_what_is_checked_is_no_draft(checked):
    """When every text has been checked no form says so any more; and no English form ever did."""
    assert drafts(checked) == set()
    # What finder and state say in English is said of the Welsh.
    assert drafts(dataclasses.replace(checked, checks={}), "en") == {"finder", "needs"}


def test_what_nobody_has_checked_is(checked):
    """Every page and every card of a library without records."""
    nobody = dataclasses.replace(checked, checks={})
    found = drafts(nobody)
    assert {f"page {path}" for path in nobody.pages} <= found
    made = made_pages(nobody, renderer(nobody.interface), {}, {}, TODAY).values()
    assert {p.path for p in made if p.lang == "cy" and not p.draft} == set()
    assert sum(name.startswith("card ") for name in found) >= 6


def test_a_checked_storys_page_says_who_read_it(checked):
    """On the Welsh page, with the day; where it is a draft again, that alone."""
    def html(library):
        made = made_pages(library, renderer(library.interface), {}, {}, TODAY)
        return {lang: made[f"{lang}/{CUP}.md"].html for lang in ("en", "cy")}

    said, draft = f"Gwiriwyd gan {READER} ar 30 Tachwedd 2026", checked.interface("page-welsh-draft", "cy")
    pages = html(checked)
    assert said in pages["cy"]
    assert READER not in pages["en"]
    story = checked.stories["the-blue-cup"]
    text = story.texts["cy"].model_copy(update={"title": "Y cwpan"})
    changed = story.model_copy(update={"texts": {**story.texts, "cy": text}})
    page = html(dataclasses.replace(checked, stories={**checked.stories, story.id: changed}))["cy"]
    assert said not in page
    assert draft in page.replace("&#39;", "'")


CHANGES = [
    (
        f"{CUP}/cy.md", "glas", "glaz",
        {"page stories/magic-moments/the-blue-cup/", f"page {CUP}/session/", "card story the-blue-cup", "browser cards-the-blue-cup", "browser apart-the-blue-cup",
         "finder", "needs", "page stories/magic-moments/", "page tags", "page packs/draw/", *STORIES, *PACK},
    ),
    (
        "docs/cy/questions/story-discussion.md", "Beth", "Beta",
        {"page questions/story-discussion/", "card question story-discussion/first-thoughts", "page questions/find/",
         "browser asked-story-discussion", "page questions/sheet/", *PACK},
    ),
    (
        "docs/data/read-across.yml", None, None,
        {"page legislation/personal-plan/", "card law personal-plan", "page legislation/", "page legislation/sections/", *PACK},
    ),
    (
        "docs/includes/cy/confidentiality.md", "a", "aa",
        {"card tool RulesCard", "browser rules", "page packs/posters/", "page tools/exploratory-talk/", *SESSIONS, *PACK},
    ),
    ("docs/cy/principles/carers.md", "gofal", "gofall", {"page principles/carers/"}),
    ("docs/cy/tools/reflection-cards.md", "Beth", "Beta",
     {"page tools/reflection-cards/", "browser drawn-reflection-cards", "page packs/draw/"}),
    ("docs/data/glossary.yml", None, None, {"page about/glossary/"}),
    ("docs/data/journey.yml", None, None, {"page legislation/journey/"}),
    ("docs/data/agendas.yml", None, None, SESSIONS | PACK),
    ("docs/data/facilitator.yml", None, None, SESSIONS | PACK),
    ("docs/data/ground-rules.yml", None, None, {"card tool RulesCard", "browser rules", "page packs/posters/", *SESSIONS, *PACK}),
    ("stories/packs/worth-it.yml", None, None, {"page packs/", "page sessions/mine/", *PACK}),
    (
        "stories/tags.yml", None, None,
        {"page tags", *(f"page stories/{c}/" for c in ("magic-moments", "practice-examples", "video-transcripts")),
         "page about/add-a-story/", "page packs/draw/", "page stories/watch/", "page stories/training-film/", *STORIES},
    ),
    ("docs/data/person-words.yml", None, None, {"page questions/sheet/", "page questions/find/"}),
    ("docs/data/interface/packs.yml", None, None, {"card tool BlankCard"}),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "forms"), CHANGES, ids=[c[0] for c in CHANGES])
def test_one_letter_makes_a_draft_of_its_forms_and_of_no_others(project, checked, file, old, new, forms):
    """Nobody clears a record: the words alone decide. Where no word is named, the first Welsh one of the file changes."""
    path = project / file
    before = path.read_text(encoding="utf-8")
    if old is None:
        text = next(t for t in checked.texts.values() if t.files["cy"] == file and (t.kind != "law" or t.id == "law/personal-plan"))
        old = text.words["cy"][0]
        new = f"{old[:-1]}q"
    assert old in before
    try:
        path.write_text(before.replace(old, new, 1), encoding="utf-8")
        library = dataclasses.replace(read_library(project), checks=checked.checks)
        assert drafts(library) == forms
        state = readings(library, "cy", lambda path: path)
        assert state["checked"] == state["all"] - 1
        assert sum("Wedi newid ers i" in said for _, _, said in state["texts"]) == 1
    finally:
        path.write_text(before, encoding="utf-8")


@pytest.mark.parametrize(("lang", "said"), [
    ("en", f"Checked by {READER} on 30 November 2026"), ("cy", f"Gwiriwyd gan {READER} ar 30 Tachwedd 2026"),
])  # fmt: skip
def test_the_page_on_the_state_says_who_checked_what_and_when(project, lang, said):
    """Every kind of text is counted; whoever checked one is named with the day, and the text is linked."""
    library = with_checks(read_library(project), CUP, "glossary")
    html = fill("<!-- state -->", library, renderer(library.interface), "about/state/", lang)
    assert html.count(said) == 2
    assert f">{library.stories['the-blue-cup'].texts[lang].title}</a>: {said}" in html
    assert f"<code>glossary</code>: {said}" in html
    counts = readings(library, lang, lambda path: path)
    assert (counts["checked"], counts["all"]) == (2, len(library.texts))
    assert sum(number for _, number, _ in counts["kinds"]) == len(library.texts)
