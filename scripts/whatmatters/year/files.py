"""Writing the sheets and calendars beside the page of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..library.year import Role
from ..library.year_wording import PATH, ROLES, file_name
from ..print.kept_pdfs import Kept
from .calendar import calendar
from .sheet import sheet


def year_sheets(library: Library, cache: Path) -> Iterator[Callable[[], None]]:
    """Ways to set the sheet of each role and language that is not kept in `cache` yet. They raise TypesetError."""

    def set_one(role: Role, lang: Lang) -> None:
        sheet(library, role, lang, Kept(cache))

    return (partial(set_one, role, lang) for role in ROLES for lang in LANGUAGES)


def year_files(library: Library, site_dir: Path, cache: Path) -> None:
    """Write a sheet and a calendar a role and language into the built site; sheets are kept in `cache`.

    Raises TypesetError when a sheet does not fit its page.
    """
    folder, kept = site_dir / PATH, Kept(cache)
    folder.mkdir(parents=True, exist_ok=True)
    for role in ROLES:
        for lang in LANGUAGES:
            (folder / file_name(role, lang, "pdf")).write_bytes(sheet(library, role, lang, kept))
            (folder / file_name(role, lang, "ics")).write_bytes(calendar(library, role, lang))
    kept.forget_others()
