"""What stands at an address that a story had in an earlier collection: the way to where it stands now.

Printed cards keep their address for ever. No list, no search and no sitemap knows these pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..library.checks import is_draft
from ..library.languages import Lang
from ..library.library import Library
from ..library.texts import wording_text
from .model import MadePage
from .render import Renderer


def moved_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """A page for each former address of a story, in one language."""
    ui = library.interface
    for story in library.stories.values():
        for path in story.former_paths:
            yield MadePage(
                path=path,
                lang=lang,
                title=ui("moved-title", lang),
                description=ui("moved-lead", lang),
                draft=is_draft(library, lang, wording_text(library, "moved-title")),
                kind="page",
                make=partial(render, "moved.html", lang, path, story=story),
                crumbs=((ui("nav-stories", lang), "stories/"),),
                listed=False,
                hidden=True,
            )
