"""The files of cards to fold and glue, for printers that print on one side of the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..deck.cards_at_their_size import CardAtItsSize
from ..deck.fold_and_glue import cards_on, cut_marks, fold_line, places
from ..deck.pack_description import PackDescription
from ..deck.type_size import Ruler, face_data
from ..deck.versions import ORDER
from ..deck.wordings import Word, wording
from ..language.bilingual import Lang
from ..library.library import Library
from .bilingual_cards_pdf import bilingual_document, dealt_bilingual
from .pack_pdfs import dealt_cards, document_data
from .question_cards_pdf import dealt_questions
from .typeset import pdf

#: How the cards are made, step by step, by the ends of the wordings' names.
STEPS = ("print", "cut", "fold", "glue")


def fold_pdf(
    library: Library, pack: PackDescription, way_of: Mapping[str, int], ruler: Ruler, questions: Ruler
) -> bytes:
    """A page for whoever makes the cards, then the A6 cards, then the small question cards. Raises LibraryError."""
    cards = dealt_cards(library, pack, way_of, ruler, cards_on(ruler.sheet))
    small = dealt_questions(library, pack, questions, cards_on(questions.sheet))
    data = {
        **document_data(library, pack, "cards-fold"),
        "opening": [_opening(pack.lang, wording(library, pack.lang), "leader", (*STEPS, "later"))],
        "sheets": [_sheets(cards, pack.lang, ruler), _sheets(small, pack.lang, questions)],
    }
    return pdf("fold", data, pack.date)


def bilingual_fold_pdf(library: Library, packs: dict[Lang, PackDescription], ruler: Ruler) -> bytes:
    """The same of the cards in both languages, Welsh first. Raises LibraryError."""
    cards = dealt_bilingual(library, packs, ruler, cards_on(ruler.sheet))
    data = {
        **bilingual_document(library, packs, "cards-bilingual-fold"),
        "opening": [_opening(lang, wording(library, lang), "leader-bilingual", STEPS) for lang in ORDER],
        "sheets": [_sheets(cards, ORDER[0], ruler)],
    }
    return pdf("fold", data, packs[ORDER[0]].date)


def _opening(lang: Lang, word: Word, leader: str, steps: tuple[str, ...]) -> dict[str, Any]:
    """The first page: who makes the cards and why, then how, by the ends of the wordings' names."""
    return {
        "lang": lang,
        "title": word("fold-title"),
        "lead": word("fold-lead"),
        "leader": word(f"fold-{leader}"),
        "steps": [word(f"fold-{step}") for step in steps],
    }


def _sheets(cards: Sequence[CardAtItsSize], lang: Lang, ruler: Ruler) -> dict[str, Any]:
    """Sheets of one kind: every face with its place, page by page, each card's front before its back."""
    sheet, count = ruler.sheet, cards_on(ruler.sheet)
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
