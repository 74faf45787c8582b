"""The page *Add a story* of a built site: where it is, and how a story's folder gets into it."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path

from ..language.bilingual import Lang
from ..language.table import TABLE

#: In each language's part of a built site.
_PAGE = "about/add-a-story/index.html"
#: The button, as it is called in `docs/data/interface/editor.yml`: no library is read only to say its name.
BUTTON: dict[Lang, str] = {"en": "Open the folder of a story", "cy": "Agor ffolder stori"}


def form_page(project: Path | None, lang: Lang = "en") -> Path | None:
    """The page on this disk; None where no site has been built."""
    if project is None:
        return None
    page = project / "site" / TABLE[lang].folder / _PAGE
    return page if page.is_file() else None


def say_form(project: Path | None, folder: Path, lang: Lang = "en", *, open_it: bool, quiet: bool = False) -> None:
    """Say how to go on with a story's folder in the page, and open the page in the browser where that is asked.

    Which folder it is must be chosen by hand: no page may read a disk unasked. `quiet` is for an answer as JSON.
    """
    page = form_page(project, lang)
    if not quiet:
        print(f"To go on in the page Add a story, press “{BUTTON[lang]}” there, and choose {_short(folder)}.")
        if page is not None:
            print(f"The page: {_short(page)}" + ("" if open_it else "   (--open opens it in your browser)"))
        else:
            print(f"The page is part of a built site: run `make site`, and open site/{TABLE[lang].folder}{_PAGE}.")
    if open_it and (page is None or not webbrowser.open(page.as_uri())):
        why = "no browser could be opened" if page is not None else "there is no built site to open the page of"
        print(f"whatmatters: {why}", file=sys.stderr)


def _short(path: Path) -> str:
    """From where the command was called, if it lies below; a person finds it by that."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return os.fspath(path.resolve())
