"""Pages of stories: each story, each collection, each tag, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from ..language.table import DRAFTED
from ..library.checks import check_of, is_draft
from ..library.dates import in_words
from ..library.emblem import emblem_of
from ..library.film import how_to_watch
from ..library.library import Library
from ..library.provenance import account, country, how_many_real, origin, told_terms
from ..library.story import Story
from ..library.texts import story_texts
from ..library.vocabulary import Facet, Tag
from .address import link, url_of
from .finder_form import finder_form
from .joined import joined_lists
from .model import MadePage
from .pictures import shown_picture
from .recordings import shown_recording
from .render import Renderer
from .session_form import session_form
from .standing import of_stories
from .views import Href, story_cards, topic_lines

#: What a story shows beside its law, its packs and its tags.
BESIDE = ("principles", "questions", "tools")
#: The route of accounts that stood in a newspaper or on a page before.
PUBLISHED = "published account"


def tag_path(tag_id: str) -> str:
    """Address of a tag's page."""
    return f"tags/{tag_id}/"


def href_from(path: str, lang: Lang) -> Href:
    """Makes links from the page at `path` to pages of the same language."""
    return lambda to: link(url_of(path, lang), url_of(to, lang))


def story_pages(library: Library, render: Renderer, lang: Lang) -> Iterator[MadePage]:
    """Every page that is about stories, in one language."""
    by_collection = {
        c.id: library.by_title(tuple(s for s in library.stories.values() if s.collection == c.id), lang)
        for c in library.vocabulary.collections
    }
    for stories in by_collection.values():
        for i, story in enumerate(stories):
            before = stories[i - 1] if i else None
            after = stories[i + 1] if i + 1 < len(stories) else None
            yield _story(library, render, lang, story, before, after)
    for collection in library.vocabulary.collections:
        if by_collection[collection.id]:
            yield _collection(library, render, lang, collection.id, by_collection[collection.id])
    for facet in library.vocabulary.facets:
        for tag in facet.tags:
            if library.stories_tagged(tag.id):
                yield _tag(library, render, lang, facet, tag)
    yield _all(library, render, lang, by_collection)


def _stories_crumb(library: Library, lang: Lang) -> tuple[str, str]:
    return library.interface("nav-stories", lang), "stories/"


def _story(
    library: Library, render: Renderer, lang: Lang, story: Story, before: Story | None, after: Story | None
) -> MadePage:
    vocabulary, text = library.vocabulary, story.texts[lang]
    collection = vocabulary.term("collections", story.collection)
    return MadePage(
        path=story.path,
        lang=lang,
        title=text.title,
        description=text.summary,
        kind="story",
        make=partial(_story_html, library, render, lang, story, before, after),
        crumbs=(_stories_crumb(library, lang), (collection.label[lang], f"stories/{collection.id}/")),
        tags=tuple(vocabulary.tags[t].label[lang] for t in story.tag_ids),
        minutes=text.minutes,
        draft=is_draft(library, lang, *story_texts(library, story)),
    )


def _story_html(
    library: Library, render: Renderer, lang: Lang, story: Story, before: Story | None, after: Story | None
) -> str:
    vocabulary, facts, text = library.vocabulary, story.facts, story.texts[lang]
    href = href_from(story.path, lang)
    groups = [
        (facet, [(vocabulary.tags[t], href(tag_path(t))) for t in facts.tags.get(facet.id, ())])
        for facet in vocabulary.facets
    ]
    topics = topic_lines(library, facts.law, lang, href)

    def neighbour(other: Story | None) -> dict[str, str] | None:
        return {"title": other.texts[lang].title, "href": href(other.path)} if other else None

    return render(
        "story.html",
        lang,
        story.path,
        story=story,
        text=text,
        session=session_form(library),
        minutes=text.minutes,
        route=vocabulary.route(facts.source.how_it_reached_us),
        kind=vocabulary.term("kinds", facts.kind),
        provenance=vocabulary.term("provenances", facts.provenance),
        jurisdiction=country(vocabulary, facts),
        told=told_terms(vocabulary, facts),
        origin=origin(vocabulary, facts.source, lang),
        collection=vocabulary.term("collections", story.collection),
        note=_note(library, story, lang),
        welsh_first=facts.source.language in DRAFTED,
        tag_groups=[g for g in groups if g[1]],
        topics=topics,
        packs=[(r, href(r.path)) for r in library.packs_with(story)],
        previous=neighbour(before),
        next=neighbour(after),
        theme=vocabulary.tags[story.theme],
        emblem_name=emblem_of(story),
        draft=is_draft(library, lang, *story_texts(library, story)),
        watch=how_to_watch(facts.film, library.interface, lang, ending=bool(text.after)) if facts.film else None,
        recording=shown_recording(story, lang),
        picture=shown_picture(story, lang),
        read_by=_read_by(library, story, lang),
        joined=joined_lists(library, facts.tags.get("principle", ()), facts.law, lang, href, BESIDE),
    )


def _note(library: Library, story: Story, lang: Lang) -> str | None:
    """What its collection says of published accounts, on the page of one."""
    note = next(one.note for one in library.vocabulary.collections if one.id == story.collection)
    return note[lang] if note and story.facts.source.how_it_reached_us == PUBLISHED else None


def _read_by(library: Library, story: Story, lang: Lang) -> str | None:
    """Who checked the text and when, where somebody had to; it is shown where the words are no draft."""
    one = check_of(library, library.texts[story.folder], lang)
    if one is None or lang not in DRAFTED:
        return None
    day = in_words(one.day, library.interface, lang)
    return library.interface("state-checked-by", lang, reader=one.reader, day=day)


def _collection(
    library: Library, render: Renderer, lang: Lang, collection_id: str, stories: tuple[Story, ...]
) -> MadePage:
    term = next(one for one in library.vocabulary.collections if one.id == collection_id)
    path = f"stories/{collection_id}/"

    def html() -> str:
        return render(
            "collection.html",
            lang,
            path,
            heading=term.label[lang],
            meaning=term.meaning[lang],
            note=term.note[lang] if term.note else None,
            films=any(story.facts.film and account(story.facts) != "invented" for story in stories),
            cards=story_cards(library, stories, lang, href_from(path, lang)),
        )

    return MadePage(
        path=path,
        lang=lang,
        title=term.label[lang],
        description=term.meaning[lang],
        draft=is_draft(library, lang, *of_stories(stories)),
        kind="page",
        make=html,
        crumbs=(_stories_crumb(library, lang),),
    )


def _tag(library: Library, render: Renderer, lang: Lang, facet: Facet, tag: Tag) -> MadePage:
    path = tag_path(tag.id)

    def html() -> str:
        href = href_from(path, lang)
        siblings = [
            (t.label[lang], href(tag_path(t.id)), len(library.stories_tagged(t.id)), t.id == tag.id)
            for t in sorted(facet.tags, key=lambda t: sort_key(t.label[lang], lang))
            if library.stories_tagged(t.id)
        ]
        principle = next((p for p in library.pages.values() if p.principle == tag.id), None)
        return render(
            "tag.html",
            lang,
            path,
            heading=tag.label[lang],
            meaning=tag.meaning[lang],
            facet=facet,
            tag=tag,
            siblings=siblings,
            cards=story_cards(library, library.stories_tagged(tag.id), lang, href),
            principle={"title": principle.title[lang], "href": href(principle.path)} if principle else None,
        )

    return MadePage(
        path=path,
        lang=lang,
        title=f"{facet.label[lang]}: {tag.label[lang]}",
        description=tag.meaning[lang],
        draft=is_draft(library, lang, *of_stories(library.stories_tagged(tag.id))),
        kind="page",
        make=html,
        crumbs=(_stories_crumb(library, lang),),
    )


def _all(library: Library, render: Renderer, lang: Lang, by_collection: dict[str, tuple[Story, ...]]) -> MadePage:
    path = "stories/"

    def html() -> str:
        href = href_from(path, lang)
        facets = [
            (
                facet,
                [
                    (t, href(tag_path(t.id)), len(library.stories_tagged(t.id)))
                    for t in sorted(facet.tags, key=lambda t: sort_key(t.label[lang], lang))
                    if library.stories_tagged(t.id)
                ],
            )
            for facet in library.vocabulary.facets
        ]
        collections = [
            (c, href(f"stories/{c.id}/"), len(by_collection[c.id]))
            for c in library.vocabulary.collections
            if by_collection[c.id]
        ]
        return render(
            "stories.html",
            lang,
            path,
            facets=facets,
            collections=collections,
            form=finder_form(library, render, lang, path),
            cards=story_cards(library, library.stories.values(), lang, href),
            real=how_many_real(library.stories.values()),
        )

    return MadePage(
        path=path,
        lang=lang,
        title=library.interface("nav-stories", lang),
        description=library.interface("stories-description", lang),
        draft=is_draft(library, lang, *of_stories(library.stories.values())),
        kind="page",
        make=html,
    )
