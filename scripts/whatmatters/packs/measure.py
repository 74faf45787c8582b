"""How large can the type of each face be?

Sizes are worked out before the cards are set: setting cards at sizes that are known takes about a tenth of the time
and memory of looking for them on the page, so that a pack of any length is one file with its tags whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from typing import Any

from ..library import theme_icons as icons
from ..library.languages import Lang
from ..press.processes import WORKERS
from ..press.typeset import ask
from .cache import read_json, write_json
from .cards import Kind
from .face import Face
from .kinds import KINDS
from .qr import qr_codes
from .sheets import Sheet

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

#: Faces measured in one run of Typst: enough that starting it hardly counts, few enough that two can share the work.
BATCH = 60


@dataclass(frozen=True)
class Fit:
    """How a face fits."""

    size: float | None
    """The largest size at which it fits, in pt; None when even the smallest is too large."""
    over: float
    """How far it runs over at the last size tried, in mm; not above 0 when it fits."""


class Ruler:
    """Measures faces on the cards of a sheet, and remembers what it has measured.

    With a folder it remembers from one run of the program to the next, until this package itself changes.
    A folder that cannot be written to costs time and nothing else.
    """

    def __init__(
        self,
        sheet: Sheet,
        folder: Path | None = None,
        *,
        name: str = "fits",
        sizes: Mapping[Kind, tuple[float, ...]] = SIZES,
    ) -> None:
        """`name` is that of its file in the folder: one for each ruler that is used at the same time."""
        self.sheet, self.sizes = sheet, sizes
        self._told = f"{sheet!r} {dict(sizes)!r}"
        self._file = folder / f"{name}.json" if folder else None
        self._known: dict[str, Fit] = self._read()
        self._new = False

    def __call__(self, faces: Iterable[Face], lang: Lang, *, least_only: bool = False) -> dict[Face, Fit]:
        """How each face fits; `least_only` tries the smallest size alone, which is quicker.

        Raises TypesetError, and FileNotFoundError for an icon that is not there.
        """
        keys = {face: self._key(face, lang, least_only) for face in faces}
        new = {key: face for face, key in keys.items() if key not in self._known}
        batches = [list(new)[at : at + BATCH] for at in range(0, len(new), BATCH)]
        sizes = {kind: tried[-1:] if least_only else tried for kind, tried in self.sizes.items()}

        def measured(batch: list[str]) -> Any:
            faces = [new[key] for key in batch]
            return ask("fit", {**face_data(faces, lang, self.sheet), "sizes": sizes}, "fit")

        with ThreadPoolExecutor(WORKERS) as pool:
            for batch, answers in zip(batches, pool.map(measured, batches), strict=True):
                self._known.update({key: Fit(**answer) for key, answer in zip(batch, answers, strict=True)})
        self._new = self._new or bool(new)
        return {face: self._known[key] for face, key in keys.items()}

    def save(self) -> None:
        """Keep what was measured for the next run."""
        if self._file and self._new:
            fits = {key: astuple(fit) for key, fit in self._known.items()}
            try:
                write_json(self._file, fits)
            except OSError:
                return

    def _key(self, face: Face, lang: Lang, least_only: bool) -> str:
        # The foot has room of its own, so it does not matter to the rest what stands in it.
        said = f"{replace(face, foot='', mark='', file='', code='.' if face.code else '')!r} {lang} {least_only} {self._told}"
        return hashlib.sha256(said.encode()).hexdigest()[:24]

    def _read(self) -> dict[str, Fit]:
        kept = read_json(self._file) if self._file else None
        return {key: Fit(*fit) for key, fit in kept.items()} if kept else {}


def face_data(faces: list[Face], lang: Lang, sheet: Sheet) -> dict[str, Any]:
    """What the templates need to know to set faces."""
    return {
        "lang": lang,
        "inner": sheet.inner.model_dump(),
        "type": sheet.type.model_dump(),
        "faces": [asdict(face) for face in faces],
        "kinds": {name: asdict(style) for name, style in KINDS.items()},
        "codes": qr_codes({face.code for face in faces}),
        "icons": {name: icons.filled(name) for name in sorted({face.icon for face in faces})},
    }
