"""The two printed forms of a pack: cards and the facilitator's sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from itertools import cycle, islice
from typing import Any, Literal

from ..library import theme_icons as icons
from ..library.library import Library
from ..library.problems import LibraryError
from .arrange import Printed, arrange
from .cards import BlankCard
from .describe import PackDescription
from .face import Stamp
from .kinds import PACK
from .measure import Ruler, face_data
from .sheets import Sheet
from .typeset import pdf
from .words import wording

Form = Literal["cards", "facilitator"]
FORMS: tuple[Form, ...] = ("cards", "facilitator")


def cards_pdf(library: Library, pack: PackDescription, way_of: Mapping[str, int], ruler: Ruler) -> bytes:
    """A6 cards, four to a sheet, each sheet of fronts followed by its backs.

    `way_of` comes from `story_ways`. Raises LibraryError when a card does not fit.
    """
    sheet, word = ruler.sheet, wording(library, pack.lang)
    stamp = Stamp(pack.id, pack.version)
    printed, problems = arrange(pack.cards, way_of, word, pack.lang, stamp, ruler)
    # The last sheet's empty places become more blank cards, since the paper is cut in any case.
    blanks = [c for c in pack.cards if isinstance(c, BlankCard)]
    spare = (cycle(blanks), -len(printed) % sheet.slots) if blanks else ((), 0)
    more, found = arrange(islice(*spare), way_of, word, pack.lang, stamp, ruler)
    if problems or found:
        raise LibraryError([*problems, *found])
    return cards_document(library, pack, (*printed, *more), sheet)


def cards_document(library: Library, pack: PackDescription, printed: tuple[Printed, ...], sheet: Sheet) -> bytes:
    """The PDF of cards whose sizes of type are known."""
    return pdf("cards", {**_document(library, pack, "cards"), **sheet_data(printed, pack, sheet)}, pack.date)


def sheet_data(printed: tuple[Printed, ...], pack: PackDescription, sheet: Sheet) -> dict[str, Any]:
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
    return {
        **face_data(faces, pack.lang, sheet),
        "pages": pages,
        "marks": sheet.cut_marks(),
        "weight": sheet.marks.weight,
        "sheet": sheet.sheet.model_dump(),
    }


def facilitator_pdf(library: Library, pack: PackDescription) -> bytes:
    """The facilitator's sheets, A4 at 14 pt."""
    word = wording(library, pack.lang)
    data = {
        **_document(library, pack, "facilitator"),
        "name": pack.title,
        "purpose": pack.purpose,
        "word": word("facilitator"),
        "kind": asdict(PACK),
        "icon": icons.filled(PACK.icon),
        "foot": f"{pack.id} · {pack.version} · {pack.address}",
        "blocks": [asdict(b) for b in pack.plan],
    }
    return pdf("facilitator", data, pack.date)


def _document(library: Library, pack: PackDescription, form: Form) -> dict[str, Any]:
    """What is said of the file itself."""
    word = wording(library, pack.lang)
    return {
        "lang": pack.lang,
        "title": word(f"document-{form}", title=pack.title),
        "author": word("author"),
        "description": pack.purpose,
        "keywords": [pack.id, pack.version],
    }
