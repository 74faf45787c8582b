"""The files of cards to fold and glue, for printers that print on one side of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..deck.card_sheets import Sheet
from ..deck.fold_and_glue import cards_on, cut_marks, fold_line, places
from ..deck.pack_description import PackDescription
from ..deck.printing_order import CardsToDeal
from ..deck.type_size import face_data
from ..deck.versions import ORDER
from ..deck.wordings import Word, wording
from ..language.bilingual import Lang
from ..library.library import Library
from .bilingual_cards_pdf import bilingual_document
from .pack_pdfs import document_data
from .typeset import pdf

#: How the cards are made, step by step, by the ends of the wordings' names.
STEPS = ("print", "cut", "fold", "glue")


def fold_pdf(library: Library, pack: PackDescription, kinds: Sequence[tuple[CardsToDeal, Sheet]]) -> bytes:
    """A page for whoever makes the cards, then the cards of each kind (A6, small questions)."""
    data = {
        **document_data(library, pack, "cards-fold"),
        "opening": [_opening(pack.lang, wording(library, pack.lang), "leader", (*STEPS, "later"))],
        "sheets": [_sheets(cards, pack.lang, sheet) for cards, sheet in kinds],
    }
    return pdf("fold", data, pack.date)


def bilingual_fold_pdf(library: Library, packs: dict[Lang, PackDescription], cards: CardsToDeal, sheet: Sheet) -> bytes:
    """The same of the cards in both languages, Welsh first."""
    data = {
        **bilingual_document(library, packs, "cards-bilingual-fold"),
        "opening": [_opening(lang, wording(library, lang), "leader-bilingual", STEPS) for lang in ORDER],
        "sheets": [_sheets(cards, ORDER[0], sheet)],
    }
    return pdf("fold", data, packs[ORDER[0]].date, kin=packs[ORDER[0]].id)


def _opening(lang: Lang, word: Word, leader: str, steps: tuple[str, ...]) -> dict[str, Any]:
    """The first page: who makes the cards and why, then how, by the ends of the wordings' names."""
    return {
        "lang": lang,
        "title": word("fold-title"),
        "lead": word("fold-lead"),
        "leader": word(f"fold-{leader}"),
        "steps": [word(f"fold-{step}") for step in steps],
    }


def _sheets(to_deal: CardsToDeal, lang: Lang, sheet: Sheet) -> dict[str, Any]:
    """Sheets of one kind: every face with its place, page by page, each card's front before its back."""
    count = cards_on(sheet)
    cards = to_deal.on_sheets(count)
    pages = []
    for at in range(0, len(cards), count):
        spots = []
        for row, card in enumerate(cards[at : at + count]):
            for back, (box, size) in enumerate(zip(places(sheet, row), (card.front, card.back), strict=True)):
                spots.append({"x": box.x, "y": box.y, "size": size, "face": 2 * (at + row) + back})
        pages.append(spots)
    faces = [face for card in cards for face in (card.card.front, card.card.back)]
    return {
        **face_data(faces, lang, sheet),
        "pages": pages,
        "marks": cut_marks(sheet),
        "fold": fold_line(sheet),
        "weight": sheet.marks.weight,
        "sheet": sheet.sheet.model_dump(),
    }
