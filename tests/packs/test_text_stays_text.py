"""Text stays text on paper, in Word and on slides: markup of Typst and XML, fields and formulas are words."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest
from lxml import etree

from tests.attacks import CODE, HTML, OFFICE, TYPST, with_words
from tests.packs.conftest import with_recipe
from tests.packs.reading import squeezed
from whatmatters.deck.pack_description import describe
from whatmatters.office.powerpoint import slides_pptx
from whatmatters.office.word_handout import handout_docx
from whatmatters.packs import build_packs

#: XML knows no such letters as line separators in a story that was checked.
WORDS = tuple(words for words in (*HTML, *CODE, *TYPST, *OFFICE) if words.isprintable())


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("make", [handout_docx, slides_pptx])
def test_in_word_and_on_slides(library, make, lang):
    """Every part is whole XML, the words are there, nothing leads elsewhere, and no field or element is made of them."""
    plain = with_recipe(library, "one", stories={"pinned": ["the-blue-cup"], "limit": 1})
    hostile = with_words(plain, lang, WORDS)
    parts = {}
    for name, one in (("plain", plain), ("hostile", hostile)):
        with zipfile.ZipFile(io.BytesIO(make(one, describe(one, one.recipes["one"], lang)))) as made:
            trees = [etree.fromstring(made.read(part)) for part in made.namelist() if part.endswith((".xml", ".rels"))]
        parts[name] = trees
    said = "".join(t for tree in parts["hostile"] for t in tree.xpath("//*[local-name() = 't']/text()"))
    assert all(squeezed(words) in squeezed(said) for words in WORDS)
    for what in ("//@TargetMode", "//*[local-name() = 'instrText' or local-name() = 'fldSimple']", "//*[local-name() = 'x-attack']"):
        counts = [sum(len(tree.xpath(what)) for tree in trees) for trees in parts.values()]
        assert counts[0] == counts[1], what


@pytest.mark.typeset
def test_on_cards(library, tmp_path):
    """What Typst would set as bold, as a heading or as nothing, or what would stop it, stands on the card as it is."""
    hostile = with_words(with_recipe(library, "one", stories={"pinned": ["the-blue-cup"], "limit": 1}), "en", TYPST)
    (made,) = build_packs(hostile, tmp_path, forms=["cards"], langs=["en"])
    pdf = pypdfium2.PdfDocument(made.path)
    said = squeezed("".join(page.get_textpage().get_text_bounded() for page in pdf))
    assert said.count(squeezed(" ".join(TYPST))) >= 3
