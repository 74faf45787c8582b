"""The file of cards in both languages."""

from __future__ import annotations

from ..deck.bilingual_card_choice import choose_sides, with_codes
from ..deck.bilingual_card_faces import Way, two_languages
from ..deck.card_face import Face, Stamp, TwoSided
from ..deck.cards import BlankCard
from ..deck.cards_at_their_size import CardAtItsSize, too_large
from ..deck.pack_description import PackDescription
from ..deck.printing_order import in_turn
from ..deck.type_size import Ruler
from ..deck.versions import ORDER, version_of
from ..deck.wordings import wording
from ..language.bilingual import Lang
from ..library.library import Library
from ..messages.problem import LibraryError
from .pack_pdfs import document_data, sheet_data
from .typeset import pdf


def bilingual_pdf(library: Library, packs: dict[Lang, PackDescription], ruler: Ruler) -> bytes:
    """A6 cards, Welsh in front and English behind; cards with endings on the last sheets.

    Raises LibraryError when a card does not fit.
    """
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
    blanks = [
        card[0] for card, of in zip(made, cards["cy"], strict=True) if isinstance(of, BlankCard) and len(card) == 1
    ]
    dealt = in_turn((one for card in made for one in card), blanks, ruler.sheet.slots)
    welsh, english = packs["cy"], packs["en"]
    data = {
        **document_data(library, welsh, "cards-bilingual"),
        "title": " · ".join(
            wording(library, lang)("document-cards-bilingual", title=packs[lang].title) for lang in ORDER
        ),
        "author": " · ".join(wording(library, lang)("author") for lang in ORDER),
        "description": f"{welsh.purpose} · {english.purpose}",
        **sheet_data(dealt, "cy", ruler.sheet),
    }
    return pdf("cards", data, welsh.date)


def _faces(chosen: list[dict[Lang, Way]], lang: Lang) -> list[Face]:
    return [face for way in chosen for face in way[lang]]


def _printed(card: TwoSided, ruler: Ruler) -> CardAtItsSize:
    return CardAtItsSize(card, *(ruler(face).size or 0 for face in (card.front, card.back)))
