"""How large can the type of a face be?

Known before anything is set: what a face takes is worked out from the font (`card_face_measuring.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ..language.bilingual import Lang
from ..library import theme_icons as icons
from .card_face import Face
from .card_face_measuring import extent
from .card_sheets import Sheet
from .card_spacing import SPACING
from .cards import Kind
from .kinds import KINDS, emblem_tile
from .qr_codes import qr_codes

#: Sizes of type to try for each kind of card, in pt, the best one first: a story is read in one hand, while questions
#: and rules lie on the table for all to see.
SIZES: dict[Kind, tuple[float, ...]] = {
    "story": (12, 11.5, 11),
    "principle": (12, 11.5, 11),
    "law": (14, 13, 12, 11.5, 11),
    "question": (14, 13, 12, 11.5, 11),
    "tool": (14, 13, 12, 11.5, 11),
}

#: The least that people are asked to read on a card, in pt.
LEAST = 11

#: Height of a line of that size on a card, in mm.
LINE_MM = LEAST * 1.2 * 25.4 / 72

#: What sums of millimetres may be out by.
EXACT = 1e-6


@dataclass(frozen=True)
class Fit:
    """How a face fits."""

    size: float | None
    """The largest size at which it fits, in pt; None when even the smallest is too large."""
    over: float
    """How far it runs over at the last size tried, in mm; not above 0 when it is not too high."""
    wide: float = 0.0
    """How far a word runs over its column at that size, in mm; not above 0 when none does."""
    word: str = ""
    """That word."""


@dataclass(frozen=True)
class Ruler:
    """Measures faces on the cards of a sheet."""

    sheet: Sheet
    sizes: Mapping[Kind, tuple[float, ...]]
    """To be tried for each kind, in pt, the best one first."""

    def __call__(self, face: Face) -> Fit:
        """How a face fits, at the largest size that it can have.

        Raises FileNotFoundError for an icon that is not there.
        """
        for size in self.sizes[face.kind]:
            fit = self._at(face, size)
            if fit.size:
                break
        return fit

    def holds(self, face: Face) -> bool:
        """Does a face fit at the smallest size? Raises FileNotFoundError."""
        return self._at(face, self.sizes[face.kind][-1]).size is not None

    def _at(self, face: Face, size: float) -> Fit:
        taken = extent(face, self.sheet, size)
        over = taken.height - self.sheet.inner.height
        fits = over <= EXACT and taken.wide <= EXACT
        return Fit(size if fits else None, over, taken.wide, taken.words if taken.wide > EXACT else "")


def face_data(faces: list[Face], lang: Lang, sheet: Sheet) -> dict[str, Any]:
    """What the templates need to know to set faces."""
    return {
        "lang": lang,
        "inner": sheet.inner.model_dump(),
        "type": sheet.type.model_dump(),
        "spacing": asdict(SPACING),
        "faces": [face.data for face in faces],
        "kinds": {name: asdict(style) for name, style in KINDS.items()},
        "codes": qr_codes({face.code for face in faces}),
        "icons": {name: icons.filled(name) for name in sorted({face.icon for face in faces})},
        "emblems": {name: emblem_tile(name) for name in sorted({face.emblem for face in faces} - {""})},
    }
