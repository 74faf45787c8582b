"""The file of small question cards."""

from __future__ import annotations

from collections.abc import Iterable

from ..library.languages import Lang
from ..library.library import Library
from ..library.problems import LibraryError, Problem
from ..press.typeset import pdf
from .arrange import Printed, too_large
from .cards import Kind
from .dealing import in_turn
from .describe import PackDescription
from .face import Stamp, TwoSided, faces_of
from .measure import Ruler
from .printed import document_data, sheet_data
from .question_faces import later_questions, question_blanks, question_cards, without_code
from .words import wording

#: Sizes of type to try, in pt, the best one first: a card in the middle of a table is read by all who sit round it.
SIZES: dict[Kind, tuple[float, ...]] = {"question": (16, 15, 14, 13, 12, 11.5, 11)}


def question_pdf(library: Library, pack: PackDescription, ruler: Ruler) -> bytes:
    """Cards of the size of a business card, each sheet of fronts followed by its backs.

    What is asked when the ending is known stands on sheets of its own, or it would be dealt with the rest.

    Raises LibraryError for a question that does not fit.
    """
    word, stamp = wording(library, pack.lang), Stamp(pack.id, pack.version)
    asked = (*question_cards(pack.cards, word, stamp), *later_questions(pack.cards, word, stamp))
    printed, problems = set_questions(asked, pack.lang, ruler)
    blanks, found = set_questions(question_blanks(pack.cards, word, stamp), pack.lang, ruler)
    if problems or found:
        raise LibraryError([*problems, *found])
    dealt = in_turn(printed, blanks, ruler.sheet.slots)
    data = {**document_data(library, pack, "cards-questions"), **sheet_data(dealt, pack.lang, ruler.sheet)}
    return pdf("cards", data, pack.date)


def set_questions(cards: Iterable[TwoSided], lang: Lang, ruler: Ruler) -> tuple[tuple[Printed, ...], list[Problem]]:
    """The cards with the sizes of their faces, and what is wrong with those that do not fit.

    A back has its code wherever there is room for it beneath the address in letters.
    """
    asked = tuple(card if ruler.holds(card.back) else without_code(card) for card in cards)
    fits = {face: ruler(face) for face in dict.fromkeys(faces_of(asked))}
    problems = [problem for face, fit in fits.items() for problem in too_large(face, fit, lang, ruler.sheet)]
    return tuple(Printed(two, fits[two.front].size or 0, fits[two.back].size or 0) for two in asked), problems
