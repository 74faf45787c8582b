"""Text stays text: whatever words a story holds, no page and no data file does anything by them."""

from __future__ import annotations

import json
import re

import lxml.html
import pytest
from tests.attacks import CODE, HTML, OFFICE, TYPST, with_words
from tests.conftest import TODAY, mini_library

from whatmatters.build import indexed_words
from whatmatters.site.browser_data import write_browser_data
from whatmatters.site.finder_data import write_finder_data
from whatmatters.site.page_reading import page_read
from whatmatters.site.pages import made_pages
from whatmatters.site.render import renderer
from whatmatters.site.whole import SCHEMES

#: What a piece of data is: one call, and nothing beside it.
CALL = re.compile(r'wm\w+\.take\("[\w-]+","[\w-]+",(.*)\);\n', re.S)
both = pytest.mark.parametrize("lang", ["en", "cy"])


def hostile(lang: str):
    return with_words(mini_library(), lang, (*HTML, *CODE, *TYPST, *OFFICE))


@both
def test_on_every_made_page(lang):
    """No element, event, style or link comes of them; they stand on the story's page letter by letter."""
    library = hostile(lang)
    pages = made_pages(library, renderer(library.interface), {}, {}, TODAY)
    said = library.stories["the-blue-cup"].texts[lang].title
    named = 0
    for source, made in pages.items():
        html = made.content()
        page = lxml.html.fromstring(f"<div>{html}</div>")
        assert page_read(html.encode()).barred == (), source
        assert not page.xpath("//x-attack | //math | //comment()[contains(., 'x-attack')]"), source
        schemes = {str(href).partition(":")[0].strip().lower() for href in page.xpath("//@href | //@src | //@action") if ":" in str(href)}
        assert schemes <= SCHEMES | {"data"}, source
        named += " ".join(said.split()) in " ".join(page.text_content().split())
        for data in page.xpath("//script[@type='application/json']"):
            json.loads(data.text)
    assert named > 3


@both
def test_in_every_piece_of_data(tmp_path, lang):
    """Each is one call of one function with JSON, in which the words stand as they are."""
    library = hostile(lang)
    write_browser_data(library, tmp_path, {}, [lang])
    write_finder_data(library, tmp_path, indexed_words, [lang])
    pieces = sorted(tmp_path.rglob("*.js"))
    assert len(pieces) > 5
    for piece in pieces:
        whole = CALL.fullmatch(piece.read_text(encoding="utf-8"))
        assert whole, piece
        json.loads(whole[1])
    story = next(p for p in pieces if p.name == "story-the-blue-cup.js").read_text(encoding="utf-8")
    assert json.dumps(library.stories["the-blue-cup"].texts[lang].title, ensure_ascii=False)[1:-1] in story
