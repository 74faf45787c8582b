"""Facets of stories and of questions: by what a reader may look for them, and which of them have each value.

Ids are the same in both languages, so that an address with choices in it means the same on either side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from ..language.table import DRAFTED
from ..library.checks import is_draft
from ..library.library import Library
from ..library.provenance import ACCOUNTS, account, real_first
from ..library.question import Category, Question, QuestionBank
from ..library.story import Story
from .story_pages import tag_path

#: Whole minutes from which stories stand in one band.
LONG_STORY = 3
#: Words of a question: up to the first number it is short, from the second on it is long.
#: Of the questions of this library, in both languages together, three in ten are short and three in ten are long.
SHORT_QUESTION, LONG_QUESTION = 15, 19


@dataclass(frozen=True)
class Value:
    """One value of a facet, in the words of one language."""

    id: str
    label: str
    items: tuple[int, ...]
    """Numbers of the items that have it, in their order."""
    path: str | None = None
    """Address of a page that lists the same, for readers without scripts."""
    group: str | None = None
    """A heading over this value and those that follow with the same one."""


@dataclass(frozen=True)
class FinderFacet:
    """One way of looking, with its values in the order in which they are shown."""

    id: str
    label: str
    values: tuple[Value, ...]

    @property
    def plain(self) -> bool:
        """Do its values lead somewhere without scripts?"""
        return any(value.path for value in self.values)


@dataclass(frozen=True)
class Asked:
    """A question with the bank and the group that it stands in."""

    bank: QuestionBank
    category: Category
    question: Question


def stories_in_order(library: Library, lang: Lang) -> tuple[Story, ...]:
    """The stories as the finder numbers them: real accounts first, then by title, in the language's own alphabet."""
    return real_first(library.by_title(tuple(library.stories.values()), lang))


def questions_in_order(library: Library) -> tuple[Asked, ...]:
    """The questions as the finder numbers them: bank by bank, as they stand there."""
    return tuple(
        Asked(bank, category, question)
        for bank in library.banks.values()
        for category in bank.categories
        for question in category.questions
    )


def story_facets(library: Library, lang: Lang) -> tuple[FinderFacet, ...]:
    """Tags, kind, law, length, film and how far the Welsh has come; values that no story has are left out."""
    stories, ui = stories_in_order(library, lang), library.interface
    tags = [
        FinderFacet(
            facet.id,
            facet.label[lang],
            _by_label(
                lang,
                (Value(t.id, t.label[lang], _having(stories, t.id, _tags), tag_path(t.id)) for t in facet.tags),
            ),
        )
        for facet in library.vocabulary.facets
    ]
    accounts = [Value(a, ui(f"find-account-{a}", lang), _having(stories, a, _account)) for a in ACCOUNTS]
    kinds = (Value(k.id, k.label[lang], _having(stories, k.id, _kind)) for k in library.vocabulary.kinds)
    topics = (Value(t.id, t.name[lang], _having(stories, t.id, _law), t.path) for t in library.read_across.topics)
    return (
        FinderFacet("account", ui("find-account", lang), _used(accounts)),
        *tags,
        FinderFacet("kind", ui("find-kind", lang), _by_label(lang, kinds)),
        FinderFacet("law", ui("find-law", lang), _by_label(lang, topics)),
        FinderFacet("length", ui("find-length", lang), _used(_story_lengths(library, stories, lang))),
        FinderFacet("film", ui("find-film", lang), _used([_film(library, stories, lang)])),
        FinderFacet("welsh", ui("page-welsh", lang), _used(_welsh(library, stories, lang))),
    )


def question_facets(library: Library, lang: Lang) -> tuple[FinderFacet, ...]:
    """Bank, group within a bank, principle of the bank, and length."""
    asked, ui = questions_in_order(library), library.interface
    banks = (
        Value(b.id, b.title[lang], tuple(n for n, a in enumerate(asked) if a.bank is b), b.path)
        for b in library.banks.values()
    )
    groups = [
        Value(
            f"{bank.id}/{category.id}",
            category.label[lang],
            tuple(n for n, a in enumerate(asked) if a.category is category and a.bank is bank),
            f"{bank.path}#{category.id}",
            bank.title[lang],
        )
        for bank in sorted(library.banks.values(), key=lambda b: sort_key(b.title[lang], lang))
        for category in bank.categories
    ]
    facet = library.vocabulary.facet("principle")
    joined = {bank.path: set(library.joins[bank.path].principles) for bank in library.banks.values()}
    pages = {page.principle: page.path for page in library.pages.values() if page.principle}
    principles = (
        Value(
            t.id,
            t.label[lang],
            tuple(n for n, a in enumerate(asked) if t.id in joined[a.bank.path]),
            pages.get(t.id),
        )
        for t in facet.tags
    )
    words = {"short": SHORT_QUESTION, "over": SHORT_QUESTION + 1, "under": LONG_QUESTION - 1, "long": LONG_QUESTION}
    lengths = [_question_length(a.question, lang) for a in asked]
    bands = (
        Value(
            band,
            ui(f"find-words-{band}", lang, **words),
            tuple(n for n, length in enumerate(lengths) if length == band),
        )
        for band in ("short", "middling", "long")
    )
    return (
        FinderFacet("bank", ui("find-bank", lang), _by_label(lang, banks)),
        FinderFacet("category", ui("find-category", lang), _used(groups)),
        FinderFacet("principle", facet.label[lang], _by_label(lang, principles)),
        FinderFacet("length", ui("find-length", lang), _used(bands)),
    )


def _tags(story: Story) -> tuple[str, ...]:
    return story.tag_ids


def _account(story: Story) -> tuple[str, ...]:
    return (account(story.facts),)


def _kind(story: Story) -> tuple[str, ...]:
    return (story.facts.kind,)


def _law(story: Story) -> tuple[str, ...]:
    return story.facts.law


def _having(stories: Iterable[Story], value: str, ids: Callable[[Story], tuple[str, ...]]) -> tuple[int, ...]:
    return tuple(n for n, story in enumerate(stories) if value in ids(story))


def _used(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(value for value in values if value.items)


def _by_label(lang: Lang, values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(sorted(_used(values), key=lambda value: sort_key(value.label, lang)))


def _story_lengths(library: Library, stories: tuple[Story, ...], lang: Lang) -> list[Value]:
    """Bands of the minutes that the story's card names, which are those of the text in this language."""
    ui = library.interface
    minutes = [min(story.texts[lang].minutes, LONG_STORY) for story in stories]
    labels = {
        1: ui("page-minutes-one", lang),
        2: ui("page-minutes-two", lang),
        LONG_STORY: ui("find-minutes-more", lang, n=LONG_STORY),
    }
    return [
        Value(str(band), label, tuple(n for n, length in enumerate(minutes) if length == band))
        for band, label in labels.items()
    ]


def _film(library: Library, stories: tuple[Story, ...], lang: Lang) -> Value:
    """A story has a film when it names one, or is retold from one that can be found at an address."""
    having = tuple(
        n
        for n, facts in enumerate(story.facts for story in stories)
        if facts.film or (facts.source.how_it_reached_us == "film" and facts.source.url)
    )
    return Value("yes", library.interface("find-film-yes", lang), having)


def _welsh(library: Library, stories: tuple[Story, ...], lang: Lang) -> list[Value]:
    """Which text came first, that of the source's language, and whether the Welsh was checked."""
    ui, drafts = library.interface, [is_draft(library, DRAFTED[0], story.folder) for story in stories]
    first = (
        n
        for n, story in enumerate(stories)
        if story.facts.welsh.made_by == "author" or story.facts.source.language in DRAFTED
    )
    return [
        Value("first", ui("find-welsh-first", lang), tuple(first)),
        Value("checked", ui("find-welsh-checked", lang), tuple(n for n, draft in enumerate(drafts) if not draft)),
        Value("draft", ui("find-welsh-draft", lang), tuple(n for n, draft in enumerate(drafts) if draft)),
    ]


def _question_length(question: Question, lang: Lang) -> str:
    words = len(question.text[lang].split())
    return "short" if words <= SHORT_QUESTION else "long" if words >= LONG_QUESTION else "middling"
