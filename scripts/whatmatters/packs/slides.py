"""What is on the slides, and what the facilitator reads in their notes; how they look is for `office/`.

A story comes in steps up to its pause; the pause has a slide of its own; what happened next is on the slides after it,
so that nobody can read ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..library.library import Library
from .blocks import Block, Heading, Listing, Span, labelled, plain
from .card_slides import law_slides, question_slides, story_slides
from .cards import LawCard, QuestionCard, RulesCard, StoryCard
from .describe import PackDescription
from .kinds import KINDS, PACK
from .plan import about_agendas
from .slide import ROOM, Slide, part, spread
from .steps import in_steps
from .tools import tool_blocks
from .words import Word, counted, of_kind, wording


def slides_of(library: Library, pack: PackDescription) -> tuple[Slide, ...]:
    """The whole show, in the order of a session."""
    word = wording(library, pack.lang)
    stories = tuple(c for c in pack.cards if isinstance(c, StoryCard))
    shown = (
        *_opening(library, pack, word),
        *(slide for c in pack.cards if isinstance(c, RulesCard) for slide in _rules(library, pack, c, word)),
        *_choice(stories, word),
        *(slide for card in stories for slide in story_slides(library, pack.lang, card, word)),
        *(
            slide
            for c in pack.cards
            if isinstance(c, QuestionCard)
            for slide in question_slides(library, pack.lang, c, word)
        ),
        *(slide for c in pack.cards if isinstance(c, LawCard) for slide in law_slides(c, word)),
        *_commitments(library, pack, word),
    )
    stamp = f"{pack.id} · {pack.version}"
    return tuple(replace(slide, foot=f"{slide.id} · {stamp}" if slide.id else stamp) for slide in shown)


def _opening(library: Library, pack: PackDescription, word: Word) -> Iterator[Slide]:
    help_ = library.session.facilitation
    offered = library.recipes[pack.id].offered(library.session.agendas)
    agendas: list[Block] = []
    for agenda in offered:
        agendas.append(Heading(3, word("agenda", n=agenda.minutes)))
        agendas += [
            labelled(f"{step.minutes} · {step.title[pack.lang]}", step.text[pack.lang]) for step in agenda.steps
        ]
    yield Slide(
        layout="opening",
        band=f"{word('author')} · {word('exploratory-talk')}",
        icon=PACK.icon,
        title=pack.title,
        section=word("section-start"),
        body=(plain(pack.purpose),),
        small=(Span(pack.address), *((Span(f" {word('draft-note')}"),) if pack.draft else ())),
        code=pack.address,
        notes=(
            plain(word("slides-help")),
            labelled(word("people"), help_.people[pack.lang]),
            labelled(word("room"), help_.room[pack.lang]),
            Heading(2, word("materials")),
            Listing(tuple(item[pack.lang] for item in help_.materials)),
            *tool_blocks(pack.tools, word),
            Heading(2, word("before")),
            Listing(tuple(item[pack.lang] for item in help_.before)),
            *about_agendas(offered, word),
            *agendas,
        ),
    )


def _rules(library: Library, pack: PackDescription, card: RulesCard, word: Word) -> Iterator[Slide]:
    roles = library.session.facilitation.roles
    first = Slide(
        layout="tool",
        band=f"{of_kind(card, word)} · {word('exploratory-talk')}",
        icon=KINDS["tool"].icon,
        title=word("ground-rules"),
        section=word("section-start"),
        notes=(
            plain(word("slides-rules-help")),
            Heading(2, word("roles")),
            *(labelled(role.name[pack.lang], role.does[pack.lang]) for role in roles),
        ),
    )
    yield from spread(first, (Listing(card.rules, numbered=True),), word)
    note = (plain(word("slides-confidentiality-help")), labelled(word("who-to-tell"), "…"))
    second = replace(first, title=word("confidentiality"), notes=note)
    yield from spread(second, (Listing(card.confidentiality),), word)


def _choice(stories: tuple[StoryCard, ...], word: Word) -> Iterator[Slide]:
    """All the stories, each a link to its first slide."""
    steps = in_steps((Listing(tuple(card.title for card in stories)),), ROOM)
    left = list(stories)
    for number, step in enumerate(steps, start=1):
        count = sum(len(block.items) for block in step if isinstance(block, Listing))
        here, left = left[:count], left[count:]
        yield Slide(
            layout="pack",
            band=word("author"),
            icon=PACK.icon,
            title=part(word("slides-choose"), number, len(steps), word),
            section=word("section-start"),
            links=tuple((card.title, card.id) for card in here),
            notes=(
                plain(word("slides-choose-help")),
                *(labelled(card.title, " ".join(said for said in _of_story(card, word) if said)) for card in here),
            ),
        )


def _of_story(card: StoryCard, word: Word) -> tuple[str, str, str]:
    short = f"{card.told_in_short}." if card.told_in_short else ""
    return card.summary, f"{counted('read-minutes', card.minutes, word)}.", short


def _commitments(library: Library, pack: PackDescription, word: Word) -> Iterator[Slide]:
    help_ = library.session.facilitation
    record = Slide(
        layout="columns",
        band=f"{word('kind-tool')} · {word('exploratory-talk')}",
        icon=KINDS["tool"].icon,
        title=word("record"),
        section=word("section-end"),
        columns=tuple((p.heading[pack.lang], p.prompt[pack.lang]) for p in help_.record),
        notes=(plain(word("record-help", title=pack.title)),),
    )
    yield record
    yield replace(
        record,
        title=word("try"),
        columns=tuple((p.heading[pack.lang], p.prompt[pack.lang]) for p in help_.slips),
        small=(Span(word("come-back")),),
        notes=(plain(word("slides-end-help")),),
    )
