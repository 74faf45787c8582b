"""All pages that the library makes, as one pure function."""

from __future__ import annotations

from datetime import date

from ..language.bilingual import LANGUAGES
from ..library.library import Library
from .add_story import add_story_page
from .desk_pages import desk_pages
from .finder_pages import finder_pages
from .law_pages import law_pages
from .model import Downloads, MadePage, Pictures, Publish, unpublished
from .moved_pages import moved_pages
from .number_pages import number_pages
from .pack_pages import pack_pages
from .poster_page import poster_page
from .prepare_pages import prepare_pages
from .render import Renderer
from .session_pages import session_pages
from .story_pages import story_pages
from .watch_pages import watch_pages
from .withdrawn_pages import withdrawn_pages
from .year_page import year_page


def made_pages(
    library: Library,
    render: Renderer,
    downloads: Downloads,
    pictures: Pictures,
    today: date,
    publish: Publish = unpublished,
) -> dict[str, MadePage]:
    """Every made page of both languages by the file that MkDocs takes it to come from.

    `today` decides which pages of the law say that they are overdue for review; `publish` says where pages are
    to be found from anywhere.
    """
    pages = [
        page
        for lang in LANGUAGES
        for page in (
            *story_pages(library, render, lang),
            *pack_pages(library, render, downloads, pictures, lang),
            *session_pages(library, render, lang, publish),
            *prepare_pages(library, render, lang),
            *desk_pages(library, render, lang),
            *finder_pages(library, render, lang),
            *watch_pages(library, render, lang),
            add_story_page(library, render, lang),
            *law_pages(library, render, lang, today),
            *number_pages(library, render, lang),
            year_page(library, render, lang),
            poster_page(library, render, downloads, lang),
            *withdrawn_pages(library, render, lang),
            *moved_pages(library, render, lang),
        )
    ]
    return {page.source: page for page in pages}
