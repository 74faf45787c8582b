"""Pictures of the first cards of each pack, taken from the very PDF that is printed.

The PDF is all they need: cards stand where the sheet says, and the largest type on a card is its title.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..deck.card_sheets import CARDS, Box, Sheet, sheets
from ..language.bilingual import Lang
from .build import PackFile
from .cache import Record

if TYPE_CHECKING:
    import pypdfium2

#: Pixels an inch: type of 12 pt is 13 pixels high, which can be read on a phone.
PIXELS_AN_INCH = 80

#: What a picture shows around the print of a card, in mm: strokes of letters reach a little over their box.
AROUND = 1.5

#: Colours of a picture: ink, paper, the tints of a card, and what lies between them at the edges of letters.
COLOURS = 12

#: WebP without loss: what a picture needs of 0 (quick) to 6, and of 100; more takes longer and saves next to nothing.
EFFORT, THOROUGH = 3, 75

#: The field of EXIF that a picture's title stands in, by which `trace` finds a picture that lies somewhere alone.
_DESCRIPTION = 0x010E

#: Packages that decide how a picture looks.
MAKERS = ("pypdfium2", "pillow")

_POINTS_A_MM = 72 / 25.4

#: The places of cards on the first sheet whose fronts are shown, and never a back: an ending may stand there.
#: The first place is left out: there stand the ground rules, the same in every pack.
SLOTS = (1, 2, 3)


#: Width and height of a picture in pixels, and its title; nothing of a place where no card stands.
About = tuple[()] | tuple[int, int, str]


@dataclass(frozen=True)
class CardPicture:
    """A picture of the front of a card, as it lies in the cache."""

    pack: str
    lang: Lang
    title: str
    """What the card is called."""
    name: str
    """What it is called in the pack's folder: `risk-worth-taking-picture-1-cy.webp`."""
    path: Path
    width: int
    height: int
    """In pixels."""


def card_pictures(files: Iterable[PackFile], folder: Path) -> tuple[CardPicture, ...]:
    """Pictures for every PDF of cards among the files of packs.

    What lies in `folder` and has not changed is not made again; what lies there and is no longer wanted is removed.
    """
    pictures: list[CardPicture] = []
    wanted: set[Path] = set()
    record = Record(folder)
    try:
        for file in files:
            if file.form == "cards" and file.lang:
                paths = _paths(file, folder)
                wanted.update(paths)
                shown = {path: record.about(path) for path in paths}
                if None in shown.values():
                    for path, (picture, shown[path]) in zip(paths, _drawn(file.path, sheets()[CARDS]), strict=True):
                        record.write(path, picture, shown[path])
                pictures += _pictures(file, file.lang, paths, shown)
    finally:
        record.save()
    # Earlier versions made PNG files.
    for path in {*folder.glob("*.webp"), *folder.glob("*.png")} - wanted:
        path.unlink(missing_ok=True)
    record.save(wanted)
    return tuple(pictures)


@cache
def _makers() -> tuple[str, ...]:
    return tuple(map(version, MAKERS))


def _paths(file: PackFile, folder: Path) -> list[Path]:
    """Where the picture of each front belongs."""
    # A file's name in the cache changes whenever anything does that it is made of.
    made_of = [file.path.stem, *_makers()]
    key = hashlib.sha256(" ".join(made_of).encode()).hexdigest()[:24]
    return [folder / f"{file.pack}-{file.lang}-{number}-{key}.webp" for number in range(len(SLOTS))]


def _pictures(file: PackFile, lang: Lang, paths: list[Path], about: dict[Path, Any]) -> Iterator[CardPicture]:
    for number, path in enumerate((path for path in paths if about[path]), start=1):
        width, height, title = about[path]
        name = f"{file.pack}-picture-{number}-{lang}.webp"
        yield CardPicture(file.pack, lang, title, name, path, width, height)


def _drawn(pdf: Path, sheet: Sheet) -> Iterator[tuple[bytes, About]]:
    """A picture for each of SLOTS, and what there is to know of it; both are empty where no card stands."""
    import pypdfium2  # Here, since mostly every picture is there already.

    document = pypdfium2.PdfDocument(pdf)
    try:
        for slot in SLOTS:
            box = sheet.safe_box(slot, back=False)
            title = _title(document[0], box)
            yield _face(document[0], box, title) if title else (b"", ())
    finally:
        document.close()


def _face(page: pypdfium2.PdfPage, box: Box, title: str) -> tuple[bytes, About]:
    from PIL import Image

    seen = Box(box.x - AROUND, box.y - AROUND, box.width + 2 * AROUND, box.height + 2 * AROUND)
    left, bottom, right, top = _points(page, seen)
    crop = (left, bottom, page.get_width() - right, page.get_height() - top)
    image = page.render(scale=PIXELS_AN_INCH / 72, crop=crop).to_pil()
    told = Image.Exif()
    told[_DESCRIPTION] = title.encode()
    webp = io.BytesIO()
    few = image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).convert("RGB")
    few.save(webp, "WEBP", lossless=True, method=EFFORT, quality=THOROUGH, exif=told)
    return webp.getvalue(), (few.width, few.height, title)


def _title(page: pypdfium2.PdfPage, box: Box) -> str:
    """What stands in the largest type within a box: the title of the card there; nothing where there is none."""
    from pypdfium2 import raw

    left, bottom, right, top = _points(page, box)
    text = page.get_textpage()
    sizes: dict[int, float] = {}
    for at in range(text.count_chars()):
        x1, y1, x2, y2 = text.get_charbox(at)
        if left <= (x1 + x2) / 2 <= right and bottom <= (y1 + y2) / 2 <= top:
            sizes[at] = round(raw.FPDFText_GetFontSize(text.raw, at), 1)
    most = max(sizes.values(), default=0)
    largest = [at for at, size in sizes.items() if size == most]
    return " ".join(text.get_text_range(largest[0], largest[-1] - largest[0] + 1).split()) if largest else ""


def _points(page: pypdfium2.PdfPage, box: Box) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a box in points from the foot of the page, as PDF counts them."""
    x, y = box.x * _POINTS_A_MM, page.get_height() - box.y * _POINTS_A_MM
    return x, y - box.height * _POINTS_A_MM, x + box.width * _POINTS_A_MM, y
