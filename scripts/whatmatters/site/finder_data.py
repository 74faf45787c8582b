"""What the finders' scripts read: facets with the numbers of their items, stories as cards, words for free text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..library.provenance import ACCOUNTS, account, told_in_short
from ..library.story import Story
from .browser_data import write_piece
from .finder_facets import FinderFacet, question_facets, questions_in_order, stories_in_order, story_facets

Words = Callable[[str, Lang], Iterable[str]]
"""The forms in which the search index of a language holds the words of a text."""


def finder_data(library: Library, lang: Lang, words: Words) -> Iterator[tuple[str, Any]]:
    """The pieces of a language as their names and what they hold. Words come apart: they are needed by few."""
    stories, asked = stories_in_order(library, lang), questions_in_order(library)
    yield (
        "find-stories",
        {
            "facets": _facets(story_facets(library, lang)),
            "items": [_story(library, story, lang) for story in stories],
            # The order by title, said shortly: which account each story is of, as the items' own order has it.
            "titles": "".join(str(ACCOUNTS.index(account(s.facts))) for s in library.by_title(stories, lang)),
        },
    )
    yield "find-stories-words", _places([words(_said(story, lang), lang) for story in stories])
    # Which banks they stand in, and how many in each: their words come with the banks that are in sight.
    banks = [[b.id, sum(len(c.questions) for c in b.categories)] for b in library.banks.values()]
    yield "find-questions", {"facets": _facets(question_facets(library, lang)), "banks": banks}
    yield "find-questions-words", _places([words(a.question.text[lang], lang) for a in asked])


def write_finder_data(library: Library, site_dir: Path, words: Words, langs: Iterable[Lang] = LANGUAGES) -> None:
    """Write the pieces of languages beside those of `browser_data.py`; same library, same bytes."""
    for lang in langs:
        for name, data in finder_data(library, lang, words):
            write_piece(site_dir, lang, name, data)


def _facets(facets: Iterable[FinderFacet]) -> list[Any]:
    """Id, label and values of each facet; of a value its id, label and items."""
    return [[f.id, f.label, [[v.id, v.label, _steps(v.items)] for v in f.values]] for f in facets]


def _story(library: Library, story: Story, lang: Lang) -> list[Any]:
    """Id, collection, title, summary, minutes, words, main theme, settings, warning, day of review."""
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
    ]


def _said(story: Story, lang: Lang) -> str:
    """All that a story says in a language."""
    text = story.texts[lang]
    return "\n".join((text.title, text.summary, *text.before, *text.after, *text.questions))


def _places(texts: Sequence[Iterable[str]]) -> Mapping[str, list[int]]:
    """Each form with the numbers of the items in which it stands, as steps."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, forms in enumerate(texts):
        for form in set(forms):
            found[form].append(number)
    return {form: _steps(found[form]) for form in sorted(found)}


def _steps(numbers: Iterable[int]) -> list[int]:
    """Each number as the step from the one before, which is written shorter."""
    steps, last = [], 0
    for number in numbers:
        steps.append(number - last)
        last = number
    return steps
