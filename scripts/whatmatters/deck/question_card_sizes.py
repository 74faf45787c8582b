"""The size of type of each small question card, and what is wrong with those that do not fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..language.bilingual import Lang
from ..messages.problem import Problem
from .card_face import TwoSided, faces_of
from .card_face_measuring import lines_beside
from .cards import Kind
from .cards_at_their_size import CardAtItsSize, too_large
from .question_card_faces import without_code
from .type_size import Ruler

#: Sizes of type to try, in pt, the best one first: a card in the middle of a table is read by all who sit round it.
SIZES: dict[Kind, tuple[float, ...]] = {"question": (16, 15, 14, 13, 12, 11.5, 11)}


#: Lines of a band at most: a title that takes more would be most of a small card, and stands on its back as well.
BAND_LINES = 2


def set_questions(
    cards: Iterable[TwoSided], lang: Lang, ruler: Ruler
) -> tuple[tuple[CardAtItsSize, ...], list[Problem]]:
    """The cards with the sizes of their faces, and what is wrong with those that do not fit.

    A back has its code wherever there is room for it beneath the address in letters.
    """
    asked = tuple(_in_room(card, ruler) for card in cards)
    fits = {face: ruler(face) for face in dict.fromkeys(faces_of(asked))}
    problems = [problem for face, fit in fits.items() for problem in too_large(face, fit, lang, ruler.sheet)]
    return tuple(CardAtItsSize(two, fits[two.front].size or 0, fits[two.back].size or 0) for two in asked), problems


def _in_room(card: TwoSided, ruler: Ruler) -> TwoSided:
    """A card without what it has no room for."""
    if lines_beside(card.front, ruler.sheet) > BAND_LINES:
        card = replace(card, front=replace(card.front, detail=""))
    return card if ruler.holds(card.back) else without_code(card)
