"""What the finders' scripts read: stories as rows for cards, and words for free text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..library.provenance import told_in_short
from ..library.story import Story
from ..library.theme_icons import inside
from .browser_data import write_piece
from .emblems import outline_of
from .finder_facets import questions_in_order, stories_in_order
from .item_numbers import steps

Words = Callable[[str, Lang], Iterable[str]]
"""The forms in which the search index of a language holds the words of a text."""


#: Stories of which rows come in one piece: as many as a phone's screen and the next two show.
PIECE = 6


def finder_data(library: Library, lang: Lang, words: Words) -> Iterator[tuple[str, Any]]:
    """The pieces of a language as their names and what they hold. Words come apart: they are needed by few.

    Which items have which value stands on the pages (`finder_pages.py`). Rows of stories come a few at a time, for what
    is in sight; and all of them, for whoever begins to choose. Those of questions come with their banks.
    """
    stories, asked = stories_in_order(library, lang), questions_in_order(library)
    rows = [
        _story(library, story, place, lang)
        for story, place in zip(stories, _places_by_title(library, stories, lang), strict=True)
    ]
    yield "find-stories", _piece(library, stories, rows, lang)
    for number, first in enumerate(range(0, len(stories), PIECE)):
        there = slice(first, first + PIECE)
        yield f"find-stories-{number}", _piece(library, stories[there], rows[there], lang)
    yield "find-stories-words", _items_by_form([words(_said(story, lang), lang) for story in stories])
    yield "find-questions-words", _items_by_form([words(a.question.text[lang], lang) for a in asked])


def write_finder_data(library: Library, site_dir: Path, words: Words, langs: Iterable[Lang] = LANGUAGES) -> None:
    """Write the pieces of languages beside those of `browser_data.py`; same library, same bytes."""
    for lang in langs:
        for name, data in finder_data(library, lang, words):
            write_piece(site_dir, lang, name, data)


def _places_by_title(library: Library, stories: Sequence[Story], lang: Lang) -> list[int]:
    """Of each story its place in the order of titles."""
    place = {story.id: n for n, story in enumerate(library.by_title(tuple(stories), lang))}
    return [place[story.id] for story in stories]


def _piece(library: Library, stories: Sequence[Story], rows: Sequence[Any], lang: Lang) -> dict[str, Any]:
    """The rows of some stories, and their main themes: label and icon by id."""
    themes = {story.theme: library.vocabulary.tags[story.theme] for story in stories}
    return {
        "rows": rows,
        "themes": {i: [tag.label[lang], inside(tag.icon) if tag.icon else ""] for i, tag in sorted(themes.items())},
    }


def _story(library: Library, story: Story, place: int, lang: Lang) -> list[Any]:
    """Id, collection, title, summary, minutes, words, main theme, settings, warning, day of review, place, emblem.

    `place` is that in the order of titles; the emblem is its outline on a square of 24.
    """
    text, tags = story.texts[lang], library.vocabulary.tags
    return [
        story.id,
        story.collection,
        text.title,
        text.summary,
        text.minutes,
        text.words,
        story.theme,
        [tags[t].label[lang] for t in story.facts.tags.get("setting", ())],
        told_in_short(library.vocabulary, story.facts, lang),
        story.facts.consent.reviewed.isoformat(),
        place,
        outline_of(story),
    ]


def _said(story: Story, lang: Lang) -> str:
    """All that a story says in a language."""
    text = story.texts[lang]
    return "\n".join((text.title, text.summary, *text.before, *text.after, *text.questions))


def _items_by_form(texts: Sequence[Iterable[str]]) -> Mapping[str, list[int]]:
    """Each form with the numbers of the items in which it stands, as steps."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, forms in enumerate(texts):
        for form in set(forms):
            found[form].append(number)
    return {form: steps(found[form]) for form in sorted(found)}
