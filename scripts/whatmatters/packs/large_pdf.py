"""The file of large cards, for people who need them."""

from __future__ import annotations

from ..library.library import Library
from ..library.problems import LibraryError
from ..press.typeset import pdf
from .arrange import Printed, too_large
from .cards import BlankCard
from .describe import PackDescription
from .face import Stamp, faces_of
from .flow import flow
from .large import parts_of
from .measure import Ruler
from .printed import document_data, sheet_data
from .words import wording

#: All text of a large card, in pt.
SIZE = 18.0


def large_pdf(library: Library, pack: PackDescription, ruler: Ruler) -> bytes:
    """A5 cards, two to a sheet, each sheet of fronts followed by its backs; all text at 18 pt.

    Raises LibraryError for a sentence that is longer than a whole side, or a word that is wider.
    """
    word, stamp = wording(library, pack.lang), Stamp(pack.id, pack.version)
    made = [flow(parts_of(card, word, stamp), word, ruler) for card in pack.cards]
    cards = [two for card in made for two in card]
    # The last sheet's empty place becomes one more blank card, since the paper is cut in any case.
    blanks = [two for card, of in zip(made, pack.cards, strict=True) if isinstance(of, BlankCard) for two in card]
    cards += blanks[: -len(cards) % ruler.sheet.slots]
    faces = dict.fromkeys(faces_of(tuple(cards)))
    problems = [p for face in faces for p in too_large(face, ruler(face), pack.lang, ruler.sheet, SIZE)]
    if problems:
        raise LibraryError(problems)
    printed = tuple(Printed(two, SIZE, SIZE) for two in cards)
    data = {**document_data(library, pack, "cards-large"), **sheet_data(printed, pack.lang, ruler.sheet)}
    return pdf("cards", data, pack.date)
