"""The test sheet of one page, in both languages, that shows how a stack of paper is turned by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..deck.kinds import PACK
from ..deck.versions import ORDER
from ..language.bilingual import Lang
from ..library.library import Library
from ..library.pack_forms import TURNING_SHEET
from .kept_pdfs import Kept
from .typeset import pdf

#: The day that is written into the file: it goes with the sheet, which changes with its words alone.
DAY = "2026-11-30"


def write_turning_sheet(library: Library, site_dir: Path, cache: Path) -> None:
    """Write it into the built site; it is kept in `cache`. Raises TypesetError and OSError."""
    kept, target = Kept(cache), site_dir / TURNING_SHEET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(turning_sheet(library, kept))
    kept.forget_others()


def keep_turning_sheet(library: Library, cache: Path) -> None:
    """Set it, unless it is kept in `cache` already. Raises TypesetError and OSError."""
    turning_sheet(library, Kept(cache))


def turning_sheet(library: Library, make: Callable[[str, dict[str, Any], str], bytes] = pdf) -> bytes:
    """The PDF, as `make` makes it: `pdf`, or what keeps what it made. Raises TypesetError."""
    words = library.interface
    data = {
        "title": " · ".join(words("turn-title", lang) for lang in ORDER),
        "author": " · ".join(words("packs-author", lang) for lang in ORDER),
        "description": " · ".join(words("turn-lead", lang) for lang in ORDER),
        "accent": PACK.colour,
        "said": [_said(library, lang) for lang in ORDER],
    }
    return make("turning", data, DAY)


def _said(library: Library, lang: Lang) -> dict[str, Any]:
    def word(name: str) -> str:
        return library.interface(f"turn-{name}", lang)

    return {
        "lang": lang,
        "title": word("title"),
        "lead": word("lead"),
        "steps": [word(name) for name in ("first", "again", "same-side", "opposite", "right")],
        "tick": word("tick"),
        "boxes": [word(name) for name in ("up", "down", "towards", "away")],
        "then": word("then"),
    }
