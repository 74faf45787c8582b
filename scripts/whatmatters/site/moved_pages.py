"""What stands at an address that a story or a page had before: the way to where it stands now.

Printed cards keep their address for ever, and people keep links. No list, no search and no sitemap knows these pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.library import Library
from ..library.texts import wording_text
from .model import MadePage
from .prepare_pages import MINE, PREPARE
from .render import Renderer

#: Where a reader's own sessions stood when they were a pack: the links to them are kept by people.
OWN_PACK = "packs/build/"


def moved_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """A page for each former address, in one language."""
    ui = library.interface
    stories = (ui("nav-stories", lang), "stories/")
    for story in library.stories.values():
        for path in story.former_paths:
            page = _moved(library, render, lang, path, "moved", stories, story.path, story.texts[lang].title)
            # No two pages have one title: a reader who has several open tells them apart by it.
            yield replace(page, title=f"{page.title}: {story.texts[lang].title}")
    sessions = (ui("nav-sessions", lang), PREPARE)
    yield _moved(library, render, lang, OWN_PACK, "mine-moved", sessions, MINE, ui("mine-title", lang))


def _moved(
    library: Library, render: Renderer, lang: Lang, path: str, words: str, crumb: tuple[str, str], to: str, name: str
) -> MadePage:
    """The page at `path` that says `<words>-title` and `<words>-lead`, and leads to what is called `name`."""
    title, lead = (library.interface(f"{words}-{part}", lang) for part in ("title", "lead"))
    return MadePage(
        path=path,
        lang=lang,
        title=title,
        description=lead,
        draft=is_draft(library, lang, wording_text(library, f"{words}-title")),
        kind="page",
        make=partial(render, "moved.html", lang, path, title=title, lead=lead, to=to, name=name),
        crumbs=(crumb,),
        listed=False,
        hidden=True,
    )
