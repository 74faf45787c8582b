"""What the build puts into hand-written pages."""

from __future__ import annotations

import re

import pytest
from tests.conftest import mini_library

from whatmatters.site.fragments import PIECES, fill, fill_aside, ids_in, put_in_place
from whatmatters.site.render import renderer


@pytest.fixture(scope="module")
def library():
    return mini_library()


def filled(library, text: str, path: str, lang: str = "en") -> str:
    return fill(text, library, renderer(library.interface), path, lang)


def test_every_mark_of_the_pages_is_known(real):
    """No page of the project asks for a piece that nothing makes."""
    asked = {mark for page in (real.root / "docs").rglob("*.md")
             for mark in re.findall(r"^<!-- ([a-z-]+) -->$", page.read_text(encoding="utf-8"), re.M)}
    assert asked - set(PIECES) == set()
    assert {"stories", "law", "list", "read-across", "glossary", "journey", "state"} <= asked


def test_stories_of_a_principle(library):
    """A principle's page shows the stories that carry its tag, with links that name index.html."""
    html = filled(library, "<!-- stories -->", "principles/positive-risk/", "cy")
    assert "Cerdded i'r siop" in html.replace("&#39;", "'")
    assert "../../../cy/stories/practice-examples/a-walk-to-the-shop/index.html" in html
    assert "\n\n" not in html.strip().split('<div class="wm-beside"')[0].strip()


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("principles/positive-risk/", "Before.\n\n<!-- stories -->\n\nBetween.\n\n<!-- law -->\n"),
        ("legislation/", "<!-- read-across -->\n"),
        ("about/glossary/", "Words.\n\n<!-- glossary -->\n\nAfter."),
        ("tools/if-try-cards/", "Text."),
    ],
)
def test_a_piece_that_markdown_need_not_read_comes_back_to_its_place(library, path, text, lang):
    """Stand-ins go through Markdown, and with the pieces in their places all is there that was there at once."""
    render = renderer(library.interface)
    less, pieces = fill_aside(text, library, render, path, lang)
    whole = fill(text, library, render, path, lang)
    assert pieces
    assert len(less) < len(whole) / 4
    assert put_in_place(less, pieces) == whole
    assert ids_in(pieces) == set(re.findall(r' id="([^"]+)"', whole))
    assert not set("\x02\x03") & set(whole + less)


def test_a_piece_among_lines_of_text_goes_through_markdown(library):
    """What is no block of its own is read with the words around it."""
    text = "A line\n<!-- stories -->\ngoes on.\n"
    less, pieces = fill_aside(text, library, renderer(library.interface), "principles/positive-risk/", "en")
    assert put_in_place(less, pieces) == filled(library, text, "principles/positive-risk/")
    assert "a-walk-to-the-shop" in less


def test_law_of_a_principle(library):
    """The law behind a principle comes from the read-across."""
    html = filled(library, "<!-- law -->", "principles/positive-risk/")
    assert library.read_across.topic["positive-risk"].name.en in html


def test_questions_become_anchors_with_words_that_can_change(library):
    """An id after a question becomes its anchor; the word for the person is marked and can be chosen."""
    html = filled(library, "- What did {person} say? {#story-1}", "questions/supervision/")
    asked = '- What did <span data-wm-person="person">the person</span> say?'
    assert asked + '\n  {: #story-1 data-wm-item="question:supervision/story-1" }' in html
    assert html.count("<option") == 5
    assert "&#39;" not in html.split("</form>")[1].split("wm-beside")[0]


def test_a_tool_shows_its_neighbours(library):
    """Principles, law and questions that belong with a tool follow its text."""
    html = filled(library, "Text.", "tools/if-try-cards/")
    assert html.startswith("Text.\n\n<div")
    for kind in ("principle", "law", "question", "story"):
        assert f"wm-lines--{kind}" in html


def test_glossary_is_sorted_in_its_own_alphabet(real):
    """In Welsh, words in ch follow all words in c."""
    html = filled(real, "<!-- glossary -->", "about/glossary/", "cy")
    words = re.findall(r'<th scope="row">(.+?)</th>', html)
    first = words[: words.index("ymddygiad") if "ymddygiad" in words else None]
    assert len(words) == len(real.glossary) >= 100
    starts = [w.casefold()[:2] for w in first]
    assert starts.index("ch") > max(i for i, s in enumerate(starts[: starts.index("ch") + 1]) if s[0] == "c" and s != "ch")


def test_an_include_in_data_cannot_run(library):
    """Whatever a story or its data holds, nothing that looks like an include reaches Markdown."""
    assert "{!" not in renderer(library.interface)("cards.html", "en", "", cards=[], more=True, href_all="{!/etc/hostname!}")
