"""The file of a pack's booklet: A5 pages in the order in which they are read.

A printer's own setting for booklets puts them on sheets. No file has them so: a screen reader would come to the
middle of one story between the beginning and the end of another.
"""

from __future__ import annotations

from dataclasses import asdict

from ..deck.addresses import where
from ..deck.booklet import booklet
from ..deck.card_face import Stamp, faces_of
from ..deck.cards_at_their_size import too_large
from ..deck.kinds import PACK
from ..deck.pack_description import PackDescription
from ..deck.qr_codes import qr_svg
from ..deck.type_size import Ruler, face_data
from ..deck.wordings import wording
from ..library import theme_icons as icons
from ..library.library import Library
from ..messages.problem import LibraryError
from .pack_pdfs import document_data
from .typeset import pdf


def booklet_pdf(library: Library, pack: PackDescription, ruler: Ruler) -> bytes:
    """Cover, contents, stories, rules. Raises LibraryError when a side does not fit."""
    word, sheet = wording(library, pack.lang), ruler.sheet
    made = booklet(pack, word, ruler)
    faces = list(faces_of(made.leaves))
    fits = [ruler(face) for face in faces]
    problems = [p for face, fit in zip(faces, fits, strict=True) for p in too_large(face, fit, pack.lang, sheet)]
    if problems:
        raise LibraryError(problems)
    data = {
        **document_data(library, pack, "booklet"),
        **face_data(faces, pack.lang, sheet),
        "sizes": [fit.size for fit in fits],
        "paper": sheet.sheet.model_dump(),
        "safe": sheet.safe,
        "kind": asdict(PACK),
        "icon": icons.filled(PACK.icon),
        "word": word("booklet"),
        "name": pack.title,
        "purpose": pack.purpose,
        "said": [word("booklet-help"), *([word("draft-note")] if pack.draft else [])],
        "list": word("booklet-contents"),
        "contents": made.contents,
        "foot": where(pack.address, word),
        "code": {"address": pack.address, "svg": qr_svg(pack.address)},
        "mark": Stamp(pack.id, pack.version).mark(),
    }
    return pdf("booklet", data, pack.date)
