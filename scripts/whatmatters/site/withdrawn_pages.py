"""What stands at the address of a story that was withdrawn: its id and a date, so that an old link explains itself.

No list, no search and no sitemap knows these pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..library.checks import is_draft
from ..library.dates import in_words
from ..library.languages import Lang
from ..library.library import Library
from ..library.texts import wording_text
from .model import MadePage
from .render import Renderer


def withdrawn_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """A page for each withdrawn story, in one language."""
    ui = library.interface
    for record in library.withdrawn.values():
        day = in_words(record.withdrawn_on, ui, lang)
        yield MadePage(
            path=record.path,
            lang=lang,
            title=ui("withdrawn-title", lang),
            description=ui("withdrawn-description", lang),
            draft=is_draft(library, lang, wording_text(library, "withdrawn-title")),
            kind="page",
            html=render("withdrawn.html", lang, record.path, record=record, day=day),
            crumbs=((ui("nav-stories", lang), "stories/"),),
            listed=False,
            hidden=True,
        )
