"""What the theme's overrides need of the library: functions for every page, facts for hand-written ones."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from ..language.bilingual import LANGUAGES, Lang, other
from ..library.checks import is_draft
from ..library.library import Library
from ..library.page import Page
from ..library.provenance import account, how_many_real
from ..library.recipe import Recipe
from .address import (
    PREFIX,
    link,
    root_from,
    same_page_in_other_language,
    section_of,
    site_root,
    url_of,
    within_language,
)
from .finder_form import finder_form
from .kind_styles import KIND_ICONS
from .measured import measured
from .render import icon, renderer
from .standing import on_page
from .table_boxes import boxed_tables
from .views import story_card

#: The kind of a hand-written page by the folder it stands in.
KINDS = {"principles": "principle", "legislation": "law", "questions": "question", "tools": "tool", "packs": "pack"}


def page_meta(library: Library, path: str, lang: Lang) -> dict[str, Any]:
    """What a template wants to know of a hand-written page: its kind, description, and the pages above it."""
    page = library.pages[path]
    meta: dict[str, Any] = {"description": page.summary[lang], "kind": _kind(page)}
    meta["draft"] = is_draft(library, lang, *on_page(library, path))
    above = library.pages.get(f"{page.section}/")
    if not page.is_index and above is not None:
        meta["crumbs"] = [[above.title[lang], above.path]]
    return meta


def _kind(page: Page) -> str:
    if not page.path:
        return "home"
    return "page" if page.is_index else KINDS.get(page.section, "page")


def template_globals(library: Library, lang: Lang) -> dict[str, Any]:
    """Names for the theme's overrides: the same as in our own templates, of the page that is being made."""

    def here(context: Context) -> str:
        page = context.get("page")
        return page.url if page else url_of("", lang)

    @pass_context
    def href(context: Context, path: str, lang: Lang = lang) -> str:
        return link(here(context), url_of(path, lang))

    @pass_context
    def href_other(context: Context, to: Lang | None = None) -> str:
        return same_page_in_other_language(here(context), lang, to)

    @pass_context
    def asset(context: Context, path: str) -> str:
        return root_from(here(context)) + "assets/" + path

    @pass_context
    def pictures(context: Context, html: str) -> str:
        return measured(html, here(context), library.root / "docs")

    def ui(name: str, lang: Lang = lang, **values: object) -> str:
        return library.interface(name, lang, **values)

    return {
        "href": href,
        "href_other": href_other,
        "asset": asset,
        "section_of": section_of,
        "site_root": site_root,
        "within_language": within_language,
        "measured": pictures,
        "boxed_tables": boxed_tables,
        "ui": ui,
        "icon": icon,
        "kind_icons": KIND_ICONS,
        "lang_code": lang,
        "other_lang": other(lang),
        "languages": LANGUAGES,
        "folders": PREFIX,
        "home": _home(library, lang),
    }


def _home(library: Library, lang: Lang) -> dict[str, Any]:
    """What the home page shows of the library; links are from the home page."""
    here = url_of("", lang)
    told = tuple(library.stories.values())
    real = how_many_real(told)
    # Today's story happened, as long as any did.
    stories = [
        story_card(library, s, lang, lambda to: link(here, url_of(to, lang)))
        for s in told
        if not real or account(s.facts) == "real"
    ]

    def order(recipe: Recipe) -> tuple[bool, str]:
        """Packs that are made of real accounts alone come first; few are shown, the same in both languages."""
        chosen = [one.story for one in library.chosen[recipe.id]]
        return how_many_real(chosen) < len(chosen), recipe.id

    recipes = sorted(library.recipes.values(), key=order)
    return {
        "count": len(told),
        "real": real,
        "finder": finder_form(library, renderer(library.interface), lang, ""),
        "stories": [
            {
                "id": c.id,
                "title": c.title,
                "summary": c.summary,
                "minutes": c.minutes,
                "href": c.href,
                "theme_label": c.theme.label[lang],
                "icon": c.theme.icon,
                "emblem": bool(c.emblem),
                "label": c.label,
            }
            for c in stories
        ],
        "packs": [
            {"title": r.title[lang], "purpose": r.purpose[lang], "href": link(here, url_of(r.path, lang))}
            for r in recipes
        ],
    }
