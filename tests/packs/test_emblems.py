"""Emblems on cards, sheets and slides: a tile in the band, which takes no room and which a screen reader passes over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pptx
import pypdfium2
import pytest
from lxml import etree
from PIL import ImageColor
from pptx.oxml.ns import qn

from tests.packs.test_cards_pdf import elements
from whatmatters.deck.card_face import NO_STAMP, faces_of
from whatmatters.deck.card_face_measuring import extent
from whatmatters.deck.card_faces import ways
from whatmatters.deck.card_faces_json import SizedFace, cards_json
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.kinds import KINDS, PACK, emblem_tile
from whatmatters.deck.pack_description import story_card
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.emblem import emblem_of
from whatmatters.office.icon_pictures import emblem_png

WHITE, STORY, SHEET = (ImageColor.getrgb(c) for c in ("#ffffff", KINDS["story"].colour, PACK.colour))
#: Dots of a millimetre in the pictures that are looked at.
DOTS = 8


def seen(path: Path, page: int):
    """A page as a picture, `DOTS` dots to a millimetre."""
    return pypdfium2.PdfDocument(path)[page].render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB")


def test_a_cards_tile_stands_in_its_band(long_library, made):
    """White in the corner of each story's band, where the band's colour is under a theme's icon; none for other cards."""
    a6 = sheets()[CARDS]
    found = 0
    for page in range(0, made["cards-en"].pages, 2):
        picture = seen(made["cards-en"].path, page)
        for slot in range(a6.slots):
            box = a6.safe_box(slot, back=False)
            # Over the middle of the tile's upper edge, and half a millimetre above it.
            band, tile = (picture.getpixel((round((box.x + 4) * DOTS), round((box.y + y) * DOTS))) for y in (0.25, 0.9))
            if band == STORY:
                found += tile == WHITE
            else:
                assert tile == band
    # Every story here has an emblem; blank cards have none.
    assert found >= len(long_library.stories)


@pytest.mark.parametrize("form", ["cards", "cards-large", "facilitator"])
def test_nothing_but_codes_is_a_figure(made, form):
    """What a screen reader is told of are codes alone: emblems and icons are artifacts."""
    with pikepdf.open(made[f"{form}-en"].path) as pdf:
        figures = [e for e in elements(pdf.Root.StructTreeRoot.K) if str(e.S) == "/Figure"]
        assert figures
        assert all(str(figure.Alt).startswith("QR: ") for figure in figures)


def test_an_emblem_takes_no_room(long_library):
    """A face is as high, and its lines as long, as with a theme's icon of the same shape."""
    sheet = sheets()[CARDS]
    for lang in LANGUAGES:
        for story in long_library.stories.values():
            card = story_card(long_library, story, lang)
            assert card.emblem == emblem_of(story) != ""
            for way in ways(card, wording(long_library, lang), NO_STAMP):
                for face in faces_of(way):
                    assert extent(face, sheet, 11) == extent(replace(face, emblem=""), sheet, 11)


def test_a_browser_draws_the_same_tile(long_library):
    """The tile comes in the place of the icon, once for all faces of a story's cards."""
    card = story_card(long_library, long_library.stories["the-blue-cup"], "en")
    (two,) = ways(card, wording(long_library, "en"), NO_STAMP)[0]
    data = cards_json([(SizedFace(two.front, 11), SizedFace(two.back, 11))], (card.icon, card.emblem))
    assert data["emblem"] == emblem_tile("cup")
    assert "icon" not in data
    assert "icon" in cards_json([], (card.icon, ""))


def test_the_leaders_sheet_has_it_in_its_band(made):
    """On the side of the plan: white in the sheet's own colour, left of the words."""
    bands = []
    for page in range(made["facilitator-en"].pages):
        picture = seen(made["facilitator-en"].path, page)
        bands.append([picture.getpixel((round(x * DOTS), round(14.9 * DOTS))) for x in (21.0, 60.0)])
    assert [WHITE, SHEET] in bands
    assert [SHEET, SHEET] in bands


def test_slides_of_a_story_show_it_and_say_nothing_of_it(long_library, made):
    """As a picture that is marked as decorative; the questions and the close have their kind's icon."""
    show = pptx.Presentation(made["slides-en.pptx"].path)
    wanted = {emblem_png(emblem_of(story)) for story in long_library.stories.values()}
    shown = set()
    for slide in show.slides:
        for picture in (s for s in slide.shapes if s._element.tag == qn("p:pic") and s.image.blob in wanted):
            assert slide.slide_layout.name in {show.slide_layouts[n].name for n in (2, 3)}
            assert picture._element.nvPicPr.cNvPr.get("descr") == ""
            assert b"decorative" in etree.tostring(picture._element)
            shown.add(picture.image.blob)
    assert shown == wanted
