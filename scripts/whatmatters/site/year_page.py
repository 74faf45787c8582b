"""The page of the responsible individual's year."""

from __future__ import annotations

from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.dates import in_words
from ..library.library import Library
from ..library.year_wording import PATH, ROLES, duties_in_words, file_name
from .address import link, url_of
from .model import MadePage
from .render import Renderer
from .story_pages import href_from


def year_page(library: Library, render: Renderer, lang: Lang) -> MadePage:
    """The duties of each role with the sheet to print and the calendar to take, in one language."""
    ui = library.interface

    def html() -> str:
        href, topics = href_from(PATH, lang), library.read_across.topic
        roles = [
            {
                "id": role,
                "name": ui(f"year-role-{role}", lang),
                "about": ui("year-manager-about", lang) if role == "manager" else None,
                "groups": [
                    (ui(f"year-group-{group}", lang), duties) for group, duties in duties_in_words(library, role, lang)
                ],
                "sheet": link(url_of(PATH, lang), PATH + file_name(role, lang, "pdf")),
                "calendar": link(url_of(PATH, lang), PATH + file_name(role, lang, "ics")),
            }
            for role in ROLES
        ]
        return render(
            "year.html",
            lang,
            PATH,
            roles=roles,
            topics={t.id: (t.name[lang], href(t.path)) for t in topics.values()},
            checked=in_words(library.year.checked, ui, lang),
        )

    return MadePage(
        path=PATH,
        lang=lang,
        title=ui("year-title", lang),
        description=ui("year-summary", lang),
        kind="law",
        make=html,
        draft=is_draft(library, lang, "year"),
        crumbs=((ui("nav-law", lang), "legislation/"),),
    )
