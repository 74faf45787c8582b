"""The printed forms of a pack: cards and the leader's papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ..library import theme_icons as icons
from ..library.languages import Lang
from ..library.library import Library
from ..library.pack_forms import Form
from ..library.problems import LibraryError
from ..press.typeset import pdf
from .address import is_whole
from .arrange import Printed, arrange
from .cards import BlankCard
from .dealing import in_turn
from .describe import PackDescription
from .face import Face, Stamp
from .kinds import PACK, emblem_tile
from .measure import Ruler, face_data
from .paper_spacing import PAPER
from .qr import qr_svg
from .sheets import Sheet
from .side_extent import Opening, size_of
from .words import Word, wording


def cards_pdf(library: Library, pack: PackDescription, way_of: Mapping[str, int], ruler: Ruler) -> bytes:
    """A6 cards, four to a sheet, each sheet of fronts followed by its backs; cards with endings on the last sheets.

    `way_of` comes from `story_ways`. Raises LibraryError when a card does not fit.
    """
    sheet, word = ruler.sheet, wording(library, pack.lang)
    stamp = Stamp(pack.id, pack.version)
    printed, problems = arrange(pack.cards, way_of, word, pack.lang, stamp, ruler)
    blanks, found = arrange((c for c in pack.cards if isinstance(c, BlankCard)), way_of, word, pack.lang, stamp, ruler)
    if problems or found:
        raise LibraryError([*problems, *found])
    dealt = in_turn(printed, blanks, sheet.slots)
    data = {**document_data(library, pack, "cards"), **sheet_data(dealt, pack.lang, sheet)}
    return pdf("cards", data, pack.date)


def sheet_data(printed: tuple[Printed, ...], lang: Lang, sheet: Sheet) -> dict[str, Any]:
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
        "icon": icons.filled(PACK.icon),
        "emblems": {side.emblem: emblem_tile(side.emblem) for side in pack.plan if side.emblem},
        "code": {"address": pack.address, "svg": code},
        "foot": foot_of(pack, word),
        "mark": Stamp(pack.id, pack.version).mark(),
        "sides": [{**asdict(side), "size": size_of(side, None if n else opening)} for n, side in enumerate(pack.plan)],
    }
    return pdf("facilitator", data, pack.date)


def foot_of(pack: PackDescription, word: Word) -> str:
    """What a holder needs of a sheet: the pack, the library and, where the site has one, the address."""
    return " · ".join((pack.title, word("author"), *((pack.address,) if is_whole(pack.address) else ())))


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
