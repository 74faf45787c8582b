"""Writing the sheets and calendars beside the page of the year."""

from __future__ import annotations

from pathlib import Path

from ..library.languages import LANGUAGES
from ..library.library import Library
from ..library.year_wording import PATH, ROLES, file_name
from .calendar import calendar
from .sheet import sheet


def year_files(library: Library, site_dir: Path) -> None:
    """Write a sheet and a calendar a role and language into the built site.

    Raises TypesetError when a sheet does not fit its page.
    """
    folder = site_dir / PATH
    folder.mkdir(parents=True, exist_ok=True)
    for role in ROLES:
        for lang in LANGUAGES:
            (folder / file_name(role, lang, "pdf")).write_bytes(sheet(library, role, lang))
            (folder / file_name(role, lang, "ics")).write_bytes(calendar(library, role, lang))
