"""The file of small question cards."""

from __future__ import annotations

from ..deck.card_face import Stamp
from ..deck.card_sheets import Sheet
from ..deck.pack_description import PackDescription
from ..deck.printing_order import CardsToDeal
from ..deck.question_card_faces import later_questions, question_blanks, question_cards
from ..deck.question_card_sizes import set_questions
from ..deck.type_size import Ruler
from ..deck.wordings import wording
from ..library.library import Library
from ..messages.problem import LibraryError
from .pack_pdfs import document_data, sheet_data
from .typeset import pdf


def question_pdf(library: Library, pack: PackDescription, cards: CardsToDeal, sheet: Sheet) -> bytes:
    """Cards of the size of a business card, each sheet of fronts followed by its backs.

    What is asked when the ending is known stands on sheets of its own, or it would be dealt with the rest.
    """
    printed = cards.on_sheets(sheet.slots)
    data = {**document_data(library, pack, "cards-questions"), **sheet_data(printed, pack.lang, sheet)}
    return pdf("cards", data, pack.date)


def question_cards_of_pack(library: Library, pack: PackDescription, ruler: Ruler) -> CardsToDeal:
    """A pack's small question cards. Raises LibraryError for a question that does not fit."""
    word, stamp = wording(library, pack.lang), Stamp(pack.id, pack.version)
    asked = (*question_cards(pack.cards, word, stamp), *later_questions(pack.cards, word, stamp))
    printed, problems = set_questions(asked, pack.lang, ruler)
    blanks, found = set_questions(question_blanks(pack.cards, word, stamp), pack.lang, ruler)
    if problems or found:
        raise LibraryError([*problems, *found])
    return CardsToDeal(printed, blanks)
