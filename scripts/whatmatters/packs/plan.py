"""The facilitator's sheets as neutral blocks, in the order in which a session needs them."""

from __future__ import annotations

from collections.abc import Iterable

from ..library.languages import Lang
from ..library.library import Library
from ..library.recipe import Recipe
from ..library.session import Agenda
from . import about, law_words
from .blocks import (
    Amount,
    Aside,
    Block,
    Group,
    Heading,
    Listing,
    NewPage,
    Ruled,
    Slip,
    Span,
    Table,
    Text,
    labelled,
    plain,
)
from .cards import LawCard, QuestionCard, RulesCard, StoryCard
from .tools import Tool, tool_blocks
from .words import Word, counted, wording


def plan_blocks(
    library: Library,
    recipe: Recipe,
    lang: Lang,
    stories: tuple[StoryCard, ...],
    questions: tuple[QuestionCard, ...],
    law: tuple[LawCard, ...],
    rules: RulesCard,
    tools: tuple[Tool, ...],
    *,
    draft: bool,
    whole: bool = False,
) -> tuple[Block, ...]:
    """Everything on the facilitator's sheets but the title and the purpose, which the first page makes its own.

    `draft` says that some of the pack's words await a fluent reader.
    With `whole` every story stands there in full, on a page of its own: what a handout needs.
    """
    word = wording(library, lang)
    session, help_ = library.session, library.session.facilitation
    agendas = recipe.offered(session.agendas)
    return (
        *((plain(word("draft-note")),) if draft else ()),
        Heading(2, word("at-a-glance")),
        labelled(word("people"), help_.people[lang]),
        labelled(word("room"), help_.room[lang]),
        labelled(word("stories"), ", ".join(card.title for card in stories)),
        labelled(word("on-the-site"), rules.address),
        Heading(3, word("materials")),
        Listing(tuple(item[lang] for item in help_.materials)),
        *tool_blocks(tools, word),
        Heading(3, word("before")),
        Listing(tuple(item[lang] for item in help_.before)),
        Heading(2, word("roles")),
        Table((word("role"), word("does")), tuple((r.name[lang], r.does[lang]) for r in help_.roles), (0, 1)),
        *about_agendas(agendas, word),
        *(Group(tuple(_agenda(agenda, lang, word))) for agenda in agendas),
        Group((Heading(2, word("ground-rules")), Listing(rules.rules, numbered=True))),
        Group((Heading(2, word("confidentiality-safeguarding")), Aside((Listing(rules.confidentiality),)))),
        *(_whole_stories(stories, word) if whole else _stories(stories, word)),
        *((Heading(2, word("more-questions")),) if questions else ()),
        *(Group((Heading(3, card.category), Listing(card.questions, numbered=True))) for card in questions),
        Group((Heading(2, word("follow-ups")), Listing(tuple(item[lang] for item in help_.follow_ups)))),
        *_all_law(law, word),
        NewPage(),
        Heading(2, word("record")),
        plain(word("record-help", title=recipe.title[lang])),
        *(block for p in help_.record for block in (Heading(3, p.heading[lang]), plain(p.prompt[lang]), Ruled(6))),
        NewPage(),
        Heading(2, word("slips")),
        plain(word("slips-help")),
        *(Slip(p.heading[lang], p.prompt[lang], 5) for p in help_.slips),
        NewPage(),
        Heading(2, word("log")),
        plain(word("log-help", title=recipe.title[lang])),
        *(block for asked in help_.log for block in (Text((Span(asked[lang], strong=True),)), Ruled(2))),
    )


def about_agendas(agendas: tuple[Agenda, ...], word: Word) -> Iterable[Block]:
    """The heading over the plans, and what they are for."""
    number = "one" if len(agendas) == 1 else "many"
    yield Heading(2, word(f"agendas-{number}"))
    yield plain(word(f"agendas-own-{number}"))


def _agenda(agenda: Agenda, lang: Lang, word: Word) -> Iterable[Block]:
    yield Heading(3, word("agenda", n=agenda.minutes))
    yield Table(
        (word("minutes-column"), word("step"), word("what-to-do")),
        tuple((str(s.minutes), s.title[lang], s.text[lang]) for s in agenda.steps),
        (0, 2, 3),
    )


def _stories(cards: tuple[StoryCard, ...], word: Word) -> Iterable[Block]:
    yield Heading(2, word("stories"))
    for card in cards:
        yield Group(
            (*_story(card, word), *asked(card.at_pause, "at-pause", word), *asked(card.afterwards, "afterwards", word))
        )


def _whole_stories(cards: tuple[StoryCard, ...], word: Word) -> Iterable[Block]:
    for number, card in enumerate(cards):
        yield NewPage()
        if number == 0:
            yield Heading(2, word("stories"))
        yield from _story(card, word)
        yield from (plain(paragraph) for paragraph in card.before)
        yield from asked(card.at_pause, "at-pause", word)
        if card.after:
            yield Aside((Text((Span(word("stop"), strong=True),)),))
        yield from about.happened_next(card, word, level=4)
        yield from asked(card.afterwards, "afterwards", word)
        for said in (about.source, about.route, about.tags, about.law):
            if spans := said(card, word):
                yield Text(spans, small=True)
    if cards:
        yield NewPage()


def asked(questions: tuple[str, ...], heading: str, word: Word) -> Iterable[Block]:
    """A story's questions under their heading; nothing where there are none."""
    if questions:
        yield Heading(4, word(heading))
        yield Listing(questions, numbered=True)


def _story(card: StoryCard, word: Word) -> Iterable[Block]:
    yield Heading(3, card.title)
    yield plain(card.summary)
    yield from about.told(card)
    yield plain(f"{counted('read-minutes', card.minutes, word)} · {card.theme} · {card.id}", small=True)


def _all_law(law: tuple[LawCard, ...], word: Word) -> Iterable[Block]:
    if law:
        yield Group((Heading(2, word("law")), Aside((plain(word("not-advice")), plain(word("read-provision"))))))
    for card in law:
        yield from _law(card, word)


def _law(card: LawCard, word: Word) -> Iterable[Block]:
    yield Heading(3, card.name)
    yield Text((Span(card.duty, strong=True),))
    for limit in card.limits:
        yield Amount(limit.amount, limit.of, limit.note)
    for who, asked in card.asks:
        yield Group((Text((Span(who, strong=True),)), Listing(asked)))
    yield labelled(word("practice"), card.practice)
    yield labelled(word("provisions"), ". ".join(card.provisions) + ".", small=True)
    yield from law_words.how_sure(card.sure, small=True)
    yield from law_words.what_was_read(card.sure, small=True)
