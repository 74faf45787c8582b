"""The small form that leads from other pages to the story finder: a word and two facets."""

from __future__ import annotations

from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from ..library.library import Library
from ..library.vocabulary import Facet, Tag
from .render import Renderer

#: What people know first: what they want to talk about, and where they work.
IN_FORM = ("theme", "setting")


def known_first(library: Library, lang: Lang) -> list[tuple[Facet, list[Tag]]]:
    """Those facets with the tags that some story has, in the alphabet of the language."""
    facets = []
    for facet in (library.vocabulary.facet(name) for name in IN_FORM):
        used = [tag for tag in facet.tags if library.stories_tagged(tag.id)]
        facets.append((facet, sorted(used, key=lambda tag: sort_key(tag.label[lang], lang))))
    return facets


def finder_form(library: Library, render: Renderer, lang: Lang, path: str) -> str:
    """HTML of the form for the page at `path`."""
    return render("_find_form.html", lang, path, facets=known_first(library, lang))
