"""The file of large cards, for people who need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..deck.card_face import Face, Stamp
from ..deck.cards import BlankCard
from ..deck.cards_at_their_size import too_large
from ..deck.filling_large_cards import LargeCard, flow
from ..deck.large_cards import parts_of
from ..deck.pack_description import PackDescription
from ..deck.type_size import Ruler
from ..deck.wordings import wording
from ..library.library import Library
from ..messages.problem import LibraryError
from .pack_pdfs import document_data, one_sided
from .typeset import pdf

#: All text of a large card, in pt.
SIZE = 18.0


def large_pdf(library: Library, pack: PackDescription, ruler: Ruler) -> bytes:
    """A5 cards, two to a sheet, printed on one side in the order in which they are read; all text at 18 pt.

    Raises LibraryError for a sentence that is longer than a whole card, or a word that is wider.
    """
    word, stamp = wording(library, pack.lang), Stamp(pack.id, pack.version)
    made = [flow(parts_of(card, word, stamp), word, ruler) for card in pack.cards]
    sheets = list(_on_sheets((large for card in made for large in card), ruler.sheet.slots))
    # The last sheet's empty place becomes one more blank card, since the paper is cut in any case: a whole one,
    # and not the first of two.
    blanks = [
        card[0].face for card, of in zip(made, pack.cards, strict=True) if isinstance(of, BlankCard) and len(card) == 1
    ]
    sheets[-1] += blanks[: ruler.sheet.slots - len(sheets[-1])]
    faces = dict.fromkeys(face for sheet in sheets for face in sheet)
    problems = [p for face in faces for p in too_large(face, ruler(face), pack.lang, ruler.sheet, SIZE)]
    if problems:
        raise LibraryError(problems)
    data = {**document_data(library, pack, "cards-large"), **one_sided(sheets, SIZE, pack.lang, ruler.sheet)}
    return pdf("cards", data, pack.date)


def _on_sheets(cards: Iterable[LargeCard], slots: int) -> Iterator[list[Face]]:
    """The cards, sheet by sheet: one that stands apart begins a new one."""
    sheet: list[Face] = []
    for card in cards:
        if sheet and (card.apart or len(sheet) == slots):
            yield sheet
            sheet = []
        sheet.append(card.face)
    if sheet:
        yield sheet
