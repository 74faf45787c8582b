"""What stands at the address of a story that was withdrawn: its id and a date, so that an old link explains itself.

No list, no search and no sitemap knows these pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.dates import in_words
from ..library.library import Library
from ..library.texts import wording_text
from ..library.withdrawn import Withdrawn
from .model import MadePage
from .render import Renderer


def withdrawn_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """A page for each withdrawn story, in one language."""
    ui = library.interface
    for record in library.withdrawn.values():
        yield MadePage(
            path=record.path,
            lang=lang,
            # The id stands on the page too, and no two pages have one title.
            title=f"{ui('withdrawn-title', lang)}: {record.id}",
            description=ui("withdrawn-description", lang),
            draft=is_draft(library, lang, wording_text(library, "withdrawn-title")),
            kind="page",
            make=partial(_html, library, render, lang, record),
            crumbs=((ui("nav-stories", lang), "stories/"),),
            listed=False,
            hidden=True,
        )


def _html(library: Library, render: Renderer, lang: Lang, record: Withdrawn) -> str:
    day = in_words(record.withdrawn_on, library.interface, lang)
    return render("withdrawn.html", lang, record.path, record=record, day=day)
