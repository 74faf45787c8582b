"""Pages of discussion packs: each pack, and the gallery."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..deck.plans import side_by_side, usual_of
from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.library import Library
from ..library.recipe import Recipe
from ..library.selection import Chosen
from ..library.texts import pack_texts
from .address import link, url_of
from .downloads import Offer, offered
from .model import Downloads, MadePage, PackPicture, Pictures
from .render import Renderer
from .session_pages import session_path
from .story_pages import href_from
from .views import story_card, topic_lines

#: The files of a pack that its card in the gallery offers, by form.
IN_GALLERY = ("cards", "zip")
GALLERY = "packs/"


@dataclass(frozen=True)
class Seen:
    """A picture of a card as a page shows it."""

    src: str
    alt: str
    width: int
    height: int


def pack_pages(
    library: Library, render: Renderer, downloads: Downloads, pictures: Pictures, lang: Lang
) -> Iterator[MadePage]:
    """Every page about packs, in one language."""
    recipes = sorted(library.recipes.values(), key=lambda r: sort_key(r.title[lang], lang))
    for recipe in recipes:
        yield _pack(library, render, downloads, pictures.get(recipe.id, ()), recipe, lang)

    def gallery() -> str:
        href = href_from(GALLERY, lang)
        packs = [
            {
                "title": r.title[lang],
                "purpose": r.purpose[lang],
                "href": href(r.path),
                "stories": len(library.chosen[r.id]),
                "agendas": [a.minutes for a in r.offered(library.session.agendas)],
                "pictures": _seen(library, pictures.get(r.id, ()), r, GALLERY, lang)[:2],
                "files": _main_files(library, downloads, r, GALLERY, lang),
            }
            for r in recipes
        ]
        return render("packs.html", lang, GALLERY, packs=packs)

    yield MadePage(
        path=GALLERY,
        lang=lang,
        title=library.interface("nav-packs", lang),
        description=library.interface("packs-description", lang),
        draft=is_draft(library, lang, *(f"packs/{r.id}" for r in recipes)),
        kind="page",
        make=gallery,
    )


def _seen(library: Library, pictures: Iterable[PackPicture], recipe: Recipe, path: str, lang: Lang) -> list[Seen]:
    """The pictures in the page's own language; `path` is that of the page."""
    return [
        Seen(
            link(url_of(path, lang), f"packs/{recipe.id}/{p.name}"),
            library.interface("page-picture", lang, title=p.title, pack=recipe.title[lang]),
            p.width,
            p.height,
        )
        for p in pictures
        if p.lang == lang
    ]


def _main_files(library: Library, downloads: Downloads, recipe: Recipe, path: str, lang: Lang) -> list[Offer]:
    files = [f for f in downloads.get(recipe.id, ()) if f.form in IN_GALLERY and f.lang == lang]
    parts = offered(files, recipe.id, url_of(path, lang), lang, library.interface)
    return [offer for part in parts for offer in part.offers]


def _pack(
    library: Library,
    render: Renderer,
    downloads: Downloads,
    pictures: Sequence[PackPicture],
    recipe: Recipe,
    lang: Lang,
) -> MadePage:
    def html() -> str:
        href = href_from(recipe.path, lang)
        files = offered(downloads.get(recipe.id, ()), recipe.id, url_of(recipe.path, lang), lang, library.interface)
        topics = topic_lines(library, recipe.law, lang, href)
        agendas = recipe.offered(library.session.agendas)
        cards = [
            replace(
                story_card(library, c.story, lang, href, because=_because(library, c, lang)),
                session=href(session_path(c.story)),
            )
            for c in library.chosen[recipe.id]
        ]
        questions = [
            {
                "label": q.category.label[lang],
                "bank_id": q.bank.id,
                "href": href(f"{q.bank.path}#{q.category.id}"),
                "questions": q.questions,
            }
            for q in library.questions[recipe.id]
        ]
        return render(
            "pack.html",
            lang,
            recipe.path,
            recipe=recipe,
            cards=cards,
            questions=questions,
            topics=topics,
            tools=[(page, href(page.path)) for page in library.tools_of(recipe)],
            agendas=agendas,
            plan=side_by_side([agenda.steps for agenda in agendas], usual_of(agendas)),
            files=files,
            pictures=_seen(library, pictures, recipe, recipe.path, lang),
        )

    return MadePage(
        path=recipe.path,
        lang=lang,
        title=recipe.title[lang],
        description=recipe.purpose[lang],
        draft=is_draft(library, lang, *pack_texts(library, recipe)),
        kind="pack",
        make=html,
        crumbs=((library.interface("nav-packs", lang), "packs/"),),
    )


def _because(library: Library, chosen: Chosen, lang: Lang) -> str | None:
    """Why a story is in the pack, in labels; nothing for a pinned one, which its editor chose."""
    words, topics = library.vocabulary, library.read_across.topic
    labels = [words.tags[tag].label[lang] for tag in chosen.tags]
    if chosen.kind:
        labels.append(words.term("kinds", chosen.kind).label[lang])
    return ", ".join([*labels, *(topics[topic].name[lang] for topic in chosen.law)]) or None
