"""The page *Add a story* of a built site: where it is, and how a story's folder gets into it."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..language.bilingual import Lang
from ..language.table import TABLE
from ..messages.message import Message
from .project import DRAFTS

if TYPE_CHECKING:
    from .draft_page import SpokenOf

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


def draft_page(
    project: Path | None,
    into: Path,
    files: Mapping[str, str],
    lang: Lang,
    notes: Sequence[SpokenOf] = (),
) -> Path | None:
    """The page in a language with the draft in it, written into the folder `into`; None where no site has been built.

    `files` and `notes` are as `write_draft_pages` takes them. A draft is whole without its page: where that cannot
    be written, there is none.
    """
    if form_page(project, lang) is None or project is None:
        return None
    from .draft_page import write_draft_pages

    try:
        return write_draft_pages(project, into, files, notes).get(lang)
    except (OSError, ValueError):
        return None


def say_form(folder: Path, page: Path | None, lang: Lang, answer: Lang, *, open_it: bool | None, quiet: bool) -> None:
    """Say how to go on with a story's folder, in the language `answer`; open its page where that can be.

    `page` holds the draft. Where there is none, the folder must be chosen by hand: no page may read a disk unasked.
    `open_it` is None where nobody said: then a page opens for somebody who sits at a screen. `quiet` is for an answer
    as JSON, which opens nothing unasked.
    """
    wanted = open_it if open_it is not None else not quiet and sys.stdout.isatty() and has_screen()
    opened = page is not None and wanted and webbrowser.open(page.resolve().as_uri())
    if not quiet:
        for line in _next(folder, page, lang, opened=opened):
            print(line.in_language(answer))
    if open_it and not opened:
        why = (
            Message("no browser could be opened")
            if page is not None
            else Message("there is no built site to open the page of")
        )
        print(f"whatmatters: {why.in_language(answer)}", file=sys.stderr)


def has_screen() -> bool:
    """Is there a screen for a browser? One that runs in a terminal cannot run the page's scripts."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _next(folder: Path, page: Path | None, lang: Lang, *, opened: bool) -> list[Message]:
    if page is None:
        # A story that `new` has begun stands among the stories, where it keeps every site from being built.
        begun = folder.parent.parent.name == "stories"
        if begun:
            first = Message(
                "No site can be built while this story is not finished in its place. Write its texts there by hand; or "
                "move its folder into {drafts}/, and build the site: `make site`, or `whatmatters site` without "
                "`make`.",
                drafts=DRAFTS,
            )
        else:
            first = Message("To go on, build the site: `make site`, or `whatmatters site` without `make`.")
        return [
            first,
            Message(
                "Then open {page} in a browser, press “{button}” there, and choose {folder}.",
                page=f"site/{TABLE[lang].folder}{_PAGE}",
                button=BUTTON[lang],
                folder=f"{DRAFTS}/{folder.name}" if begun else _short(folder),
            ),
        ]
    return [
        Message("The page Add a story opens in your browser, with the draft in it: {page}", page=_short(page))
        if opened
        else Message(
            "To go on, open this file in a browser: it is the page Add a story, with the draft in it: {page}",
            page=_short(page),
        ),
        Message(
            "It holds the story's words, and no command deletes it: delete {folder}/ once the story is in its place.",
            folder=_short(page.parent),
        ),
    ]


def _short(path: Path) -> str:
    """From where the command was called, if it lies below; a person finds it by that."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return os.fspath(path.resolve())
