"""The file of cards in both languages."""

from __future__ import annotations

from typing import Any

from ..deck.bilingual_card_choice import choose_sides, with_codes
from ..deck.bilingual_card_faces import Way, two_languages
from ..deck.card_face import Face, Stamp, TwoSided
from ..deck.card_sheets import Sheet
from ..deck.cards import BlankCard
from ..deck.cards_at_their_size import CardAtItsSize, too_large
from ..deck.pack_description import PackDescription
from ..deck.printing_order import CardsToDeal
from ..deck.type_size import Ruler
from ..deck.versions import ORDER, version_of
from ..deck.wordings import wording
from ..language.bilingual import Lang
from ..library.library import Library
from ..library.pack_forms import Form
from ..messages.problem import LibraryError
from .pack_pdfs import document_data, sheet_data
from .typeset import pdf


def bilingual_pdf(library: Library, packs: dict[Lang, PackDescription], cards: CardsToDeal, sheet: Sheet) -> bytes:
    """A6 cards, Welsh in front and English behind; cards with endings on the last sheets."""
    printed = cards.on_sheets(sheet.slots)
    data = {**bilingual_document(library, packs, "cards-bilingual"), **sheet_data(printed, "cy", sheet)}
    return pdf("cards", data, packs["cy"].date, kin=packs["cy"].id)


def bilingual_cards_of_pack(library: Library, packs: dict[Lang, PackDescription], ruler: Ruler) -> CardsToDeal:
    """A pack's cards in both languages. Raises LibraryError when one does not fit."""
    cards = {lang: packs[lang].cards for lang in ORDER}
    stamp = Stamp(packs["cy"].id, version_of(*(packs[lang] for lang in ORDER)))
    chosen = with_codes(choose_sides(library, cards, stamp, ruler), cards, ruler)
    problems = [
        p for lang in ORDER for face in _faces(chosen, lang) for p in too_large(face, ruler(face), lang, ruler.sheet)
    ]
    if problems:
        raise LibraryError(problems)
    made = [[_printed(two, ruler) for two in two_languages(way["cy"], way["en"])] for way in chosen]
    # What fills a sheet is a whole card, and not one of two.
    blanks = tuple(
        card[0] for card, of in zip(made, cards["cy"], strict=True) if isinstance(of, BlankCard) and len(card) == 1
    )
    return CardsToDeal(tuple(one for card in made for one in card), blanks)


def bilingual_document(library: Library, packs: dict[Lang, PackDescription], form: Form) -> dict[str, Any]:
    """What is said of a file that has both languages."""
    return {
        **document_data(library, packs["cy"], form),
        "title": " · ".join(wording(library, lang)(f"document-{form}", title=packs[lang].title) for lang in ORDER),
        "author": " · ".join(wording(library, lang)("author") for lang in ORDER),
        "description": " · ".join(packs[lang].purpose for lang in ORDER),
    }


def _faces(chosen: list[dict[Lang, Way]], lang: Lang) -> list[Face]:
    return [face for way in chosen for face in way[lang]]


def _printed(card: TwoSided, ruler: Ruler) -> CardAtItsSize:
    return CardAtItsSize(card, *(ruler(face).size or 0 for face in (card.front, card.back)))
