"""The page that offers posters to print."""

from __future__ import annotations

from ..deck.posters import PAPERS, PATH, SETS, file_name
from ..language.bilingual import LANGUAGES, Lang
from ..library.checks import is_draft
from ..library.library import Library
from ..library.texts import RULES
from .address import link, url_of
from .model import Downloads, MadePage
from .render import Renderer


def poster_page(library: Library, render: Renderer, downloads: Downloads, lang: Lang) -> MadePage:
    """Every set in both sizes and both languages, this page's language first; none in a build without packs."""
    ui = library.interface
    languages = (lang, *(other for other in LANGUAGES if other != lang))

    def html() -> str:
        sets = [
            {
                "id": kind,
                "files": [
                    (
                        other,
                        [(paper, link(url_of(PATH, lang), PATH + file_name(kind, paper, other))) for paper in PAPERS],
                    )
                    for other in languages
                ],
            }
            for kind in SETS
            if any(downloads.values()) and (kind != "stories" or library.stories)
        ]
        return render("posters.html", lang, PATH, sets=sets)

    return MadePage(
        path=PATH,
        lang=lang,
        title=ui("posters-title", lang),
        description=ui("posters-lead", lang),
        kind="pack",
        make=html,
        draft=is_draft(library, lang, *RULES),
        crumbs=((ui("nav-packs", lang), "packs/"),),
    )
