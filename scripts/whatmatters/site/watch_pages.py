"""What can be watched, heard and read elsewhere: the films of the stories, and the guide to the training film.

No scene of a film stands on these pages: a list of films must not tell what happens in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..language.alphabet import sort_key
from ..language.bilingual import Lang, in_language
from ..library.checks import is_draft
from ..library.film import Film, clock, how_to_watch
from ..library.library import Library
from ..library.resource import WAYS, Resource
from ..library.story import Story
from ..library.texts import film_text, wording_text
from ..library.training_film import Chapter, FilmPart
from .model import MadePage, StoryCard
from .render import Renderer
from .standing import of_stories
from .story_pages import href_from, tag_path
from .views import Href, story_card

WATCH, TRAINING = "stories/watch/", "stories/training-film/"
#: The kinds of pages that a chapter leads to, in the order in which they are shown.
SECTIONS = {"principles": "principle", "legislation": "law", "tools": "tool", "questions": "question"}


@dataclass(frozen=True)
class ToldInFilm:
    """A story as the list of films shows it."""

    card: StoryCard
    watch: str | None
    """From when to when, and where to stop; None where no times are known."""
    lasts: str | None
    """How long its part of the film is, as a clock shows it."""


@dataclass(frozen=True)
class FilmOfStories:
    """A film with the stories that are told in it."""

    film: Film
    stories: tuple[ToldInFilm, ...]
    part: str | None
    """Its id in the guide, if it is a part of the training film."""


@dataclass(frozen=True)
class Leads:
    """Links of one kind."""

    kind: str
    links: tuple[tuple[str, str], ...]
    """Title and address."""


@dataclass(frozen=True)
class ChapterView:
    """A chapter of the training film, and where it leads."""

    chapter: Chapter
    ends: str | None
    leads: tuple[Leads, ...]
    stories: tuple[ToldInFilm, ...]


def watch_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """The pages in one language; no guide where there is no training film."""
    told = [story for story in library.stories.values() if story.facts.film]
    yield _page(library, render, lang, WATCH, "watch", ("resources", *_texts(told)))
    if library.training_film:
        in_parts = [s for s in told if any(part.tells(s) for part in library.training_film)]
        yield _page(library, render, lang, TRAINING, "training-film", ("training-film", *_texts(in_parts)))


def _texts(stories: Iterable[Story]) -> tuple[str, ...]:
    """The texts of a list of stories with their films."""
    own = tuple(stories)
    return (*of_stories(own), *(film_text(story.folder) for story in own))


def _page(library: Library, render: Renderer, lang: Lang, path: str, name: str, texts: tuple[str, ...]) -> MadePage:
    ui = library.interface

    def html() -> str:
        href = href_from(path, lang)
        if path == WATCH:
            return render(
                "watch.html",
                lang,
                path,
                films=films_of_stories(library, lang, href),
                ways={way: _resources(library, way, lang, href) for way in WAYS},
                guide=bool(library.training_film),
            )
        return render("training-film.html", lang, path, parts_of_film=_parts(library, lang, href))

    crumbs = [(ui("nav-stories", lang), "stories/")]
    if path != WATCH:
        crumbs.append((ui("watch-title", lang), WATCH))
    known = tuple(text for text in texts if text in library.texts)
    return MadePage(
        path=path,
        lang=lang,
        title=ui(f"{name}-title", lang),
        description=ui(f"{name}-lead", lang),
        draft=is_draft(library, lang, wording_text(library, f"{name}-title"), *known),
        kind="page",
        make=html,
        crumbs=tuple(crumbs),
    )


def films_of_stories(library: Library, lang: Lang, href: Href) -> tuple[FilmOfStories, ...]:
    """Every film in which a story is told, by title; the training film comes last, in the order of its parts."""
    by_film: dict[tuple[str, str], list[Story]] = {}
    for story in library.stories.values():
        if film := story.facts.film:
            by_film.setdefault((in_language(film.title, "en"), str(film.url)), []).append(story)
    parts = library.training_film

    def order(stories: list[Story]) -> tuple[int, object]:
        part = next((n for n, part in enumerate(parts, start=1) if part.tells(stories[0])), 0)
        film = stories[0].facts.film
        return part, sort_key(in_language(film.title, lang), lang) if film else ()

    return tuple(
        FilmOfStories(
            film,
            told_in_film(library, stories, lang, href),
            next((part.id for part in parts if part.tells(stories[0])), None),
        )
        for stories in sorted(by_film.values(), key=order)
        if (film := stories[0].facts.film)
    )


def told_in_film(library: Library, stories: Iterable[Story], lang: Lang, href: Href) -> tuple[ToldInFilm, ...]:
    """Stories of one film in its order; those whose times nobody knows come last."""
    late = 10**6

    def begins(story: Story) -> tuple[int, str]:
        film = story.facts.film
        return (late if film is None or film.begins is None else film.begins, story.id)

    return tuple(_told(library, story, lang, href) for story in sorted(stories, key=begins))


def _told(library: Library, story: Story, lang: Lang, href: Href) -> ToldInFilm:
    film, ending = story.facts.film, bool(story.texts[lang].after)
    known = film is not None and film.begins is not None and film.ends is not None
    return ToldInFilm(
        story_card(library, story, lang, href),
        how_to_watch(film, library.interface, lang, ending=ending) if film else None,
        clock((film.ends or 0) - (film.begins or 0)) if film and known else None,
    )


def _resources(library: Library, way: str, lang: Lang, href: Href) -> list[tuple[Resource, list[tuple[str, str]]]]:
    """What there is of one way, each with the principles it is good for."""
    pages = {page.principle: page for page in library.pages.values() if page.principle}

    def principle(tag: str) -> tuple[str, str]:
        page = pages.get(tag)
        return library.vocabulary.tags[tag].label[lang], href(page.path if page else tag_path(tag))

    return [
        (one, [principle(tag) for tag in one.principles if tag in pages or library.stories_tagged(tag)])
        for one in library.resources
        if one.way == way
    ]


Parts = list[tuple[FilmPart, list[ChapterView], tuple[ToldInFilm, ...]]]


def _parts(library: Library, lang: Lang, href: Href) -> Parts:
    """The parts with their chapters, and with the stories of which nobody knows in which chapter they are told."""
    found: Parts = []
    for part in library.training_film:
        stories = [story for story in library.stories.values() if part.tells(story)]
        chapters = [
            ChapterView(
                chapter,
                ends,
                _leads(library, chapter, lang, href),
                told_in_film(library, [s for s in stories if part.chapter_of(s) == chapter], lang, href),
            )
            for chapter, ends in part.chapters()
        ]
        adrift = told_in_film(library, [s for s in stories if part.chapter_of(s) is None], lang, href)
        found.append((part, chapters, adrift))
    return found


def _leads(library: Library, chapter: Chapter, lang: Lang, href: Href) -> tuple[Leads, ...]:
    """Links to the pages and the law of a chapter, kind by kind."""
    links: dict[str, list[tuple[str, str]]] = {kind: [] for kind in SECTIONS.values()}
    for page in (library.pages[f"{name}/"] for name in chapter.pages):
        links[SECTIONS[page.section]].append((page.title[lang], href(page.path)))
    for topic in (library.read_across.topic[name] for name in chapter.law):
        links["law"].append((topic.name[lang], href(topic.path)))
    return tuple(Leads(kind, tuple(them)) for kind, them in links.items() if them)
