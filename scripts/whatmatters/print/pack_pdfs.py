"""The printed forms of a pack: cards and the leader's papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ..deck.card_face import Face, Stamp
from ..deck.card_sheets import Sheet
from ..deck.cards import BlankCard
from ..deck.cards_at_their_size import CardAtItsSize, arrange
from ..deck.kinds import PACK, PAUSE, emblem_tile
from ..deck.pack_description import PackDescription, foot_of
from ..deck.paper_side_measuring import Opening, size_of
from ..deck.paper_spacing import PAPER
from ..deck.printing_order import CardsToDeal
from ..deck.qr_codes import qr_svg
from ..deck.type_size import Ruler, face_data
from ..deck.wordings import wording
from ..language.bilingual import Lang
from ..library import theme_icons as icons
from ..library.library import Library
from ..library.pack_forms import Form
from ..messages.problem import LibraryError
from .typeset import pdf


def cards_pdf(library: Library, pack: PackDescription, cards: CardsToDeal, sheet: Sheet) -> bytes:
    """A6 cards, four to a sheet, each sheet of fronts followed by its backs; cards with endings on the last sheets."""
    printed = cards.on_sheets(sheet.slots)
    data = {**document_data(library, pack, "cards"), **sheet_data(printed, pack.lang, sheet)}
    return pdf("cards", data, pack.date)


def cards_of_pack(library: Library, pack: PackDescription, way_of: Mapping[str, int], ruler: Ruler) -> CardsToDeal:
    """A pack's cards; `way_of` comes from `story_ways`. Raises LibraryError when a card does not fit."""
    word = wording(library, pack.lang)
    stamp = Stamp(pack.id, pack.version)
    printed, problems = arrange(pack.cards, way_of, word, pack.lang, stamp, ruler)
    blanks, found = arrange((c for c in pack.cards if isinstance(c, BlankCard)), way_of, word, pack.lang, stamp, ruler)
    if problems or found:
        raise LibraryError([*problems, *found])
    return CardsToDeal(printed, blanks)


def sheet_data(printed: tuple[CardAtItsSize, ...], lang: Lang, sheet: Sheet) -> dict[str, Any]:
    """Every face with the place of its print, page by page, in millimetres."""
    faces = [face for p in printed for face in (p.card.front, p.card.back)]
    pages = []
    for at in range(0, len(printed), sheet.slots):
        for back in (False, True):
            spots = []
            for slot, p in enumerate(printed[at : at + sheet.slots]):
                box = sheet.safe_box(slot, back=back)
                spots.append(
                    {"x": box.x, "y": box.y, "size": p.back if back else p.front, "face": 2 * (at + slot) + back}
                )
            pages.append(spots)
    return {**face_data(faces, lang, sheet), **_paper(pages, sheet)}


def one_sided(sheets: Sequence[Sequence[Face]], size: float, lang: Lang, sheet: Sheet) -> dict[str, Any]:
    """The same of cards with nothing on their backs, sheet by sheet, all in one size of type (pt)."""
    pages, faces = [], list[Face]()
    for on_sheet in sheets:
        boxes = [sheet.safe_box(slot, back=False) for slot in range(len(on_sheet))]
        pages.append([{"x": b.x, "y": b.y, "size": size, "face": len(faces) + n} for n, b in enumerate(boxes)])
        faces += on_sheet
    return {**face_data(faces, lang, sheet), **_paper(pages, sheet)}


def _paper(pages: Sequence[object], sheet: Sheet) -> dict[str, Any]:
    return {
        "pages": pages,
        "marks": sheet.cut_marks(),
        "weight": sheet.marks.weight,
        "sheet": sheet.sheet.model_dump(),
    }


def facilitator_pdf(library: Library, pack: PackDescription) -> bytes:
    """The leader's papers: A4, each side's type as large as it has room for, from 14 pt down to 12 pt."""
    word, code = wording(library, pack.lang), qr_svg(pack.address)
    opening = Opening(pack.title, pack.purpose, coded=code is not None)
    data = {
        **document_data(library, pack, "facilitator"),
        "space": asdict(PAPER),
        "name": pack.title,
        "purpose": pack.purpose,
        "word": word("facilitator"),
        "kind": asdict(PACK),
        "pause": asdict(PAUSE),
        "icon": icons.filled(PACK.icon),
        "emblems": {side.emblem: emblem_tile(side.emblem) for side in pack.plan if side.emblem},
        "code": {"address": pack.address, "svg": code},
        "foot": foot_of(pack, word),
        "mark": Stamp(pack.id, pack.version).mark(),
        "sides": [{**asdict(side), "size": size_of(side, None if n else opening)} for n, side in enumerate(pack.plan)],
    }
    return pdf("facilitator", data, pack.date)


def document_data(library: Library, pack: PackDescription, form: Form) -> dict[str, Any]:
    """What is said of the file itself."""
    word = wording(library, pack.lang)
    return {
        "lang": pack.lang,
        "title": word(f"document-{form}", title=pack.title),
        "author": word("author"),
        "description": pack.purpose,
        "keywords": [pack.id, pack.version],
    }
