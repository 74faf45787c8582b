"""The file of cards for a print shop: one side to a page, with a bleed."""

from __future__ import annotations

from ..deck.card_sheets import Sheet
from ..deck.pack_description import PackDescription
from ..deck.printing_order import CardsToDeal
from ..deck.type_size import face_data
from ..library.library import Library
from .pack_pdfs import document_data
from .typeset import pdf

#: What is printed beyond the cut on every side, in mm: what print shops commonly ask for.
BLEED = 3.0

#: How far the coloured edge at a card's head reaches into the card, in mm: so far that a cut which goes astray by half
#: of it still meets colour, and clear of what is read.
EDGE = 3.0


def print_shop_pdf(library: Library, pack: PackDescription, to_deal: CardsToDeal, sheet: Sheet) -> bytes:
    """Each card's front and then its back, with a trim box of A6; cards with endings come last.

    The page is the trim with its bleed, so the bleed box is the page's own, as the standard has it where none is named.
    """
    cards = to_deal.on_sheets(1)
    faces = [face for card in cards for face in (card.card.front, card.card.back)]
    data = {
        **document_data(library, pack, "cards-print-shop"),
        **face_data(faces, pack.lang, sheet),
        "sizes": [size for card in cards for size in (card.front, card.back)],
        "card": sheet.card.model_dump(),
        "safe": sheet.safe,
        "bleed": BLEED,
        "edge": EDGE,
    }
    return pdf("print-shop", data, pack.date)
