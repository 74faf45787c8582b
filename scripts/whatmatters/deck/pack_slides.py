"""What is on the slides, and what the leader reads in their notes; how they look is for `office/`.

After the opening, the rules and the choice of a story comes a session for each story, from its first words to its
close: whoever goes on slide by slide comes to the end of one before another begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..library.library import Library
from .addresses import is_whole
from .blocks import Block, Heading, Listing, Span, labelled, plain
from .card_face import Stamp
from .cards import RulesCard, StoryCard
from .kinds import KINDS, PACK
from .pack_description import PackDescription
from .pack_tools import tool_blocks
from .session_slides import story_slides
from .slide import ROOM, Slide, largest, part, spread
from .slide_steps import in_steps
from .wordings import Word, counted, of_kind, wording


def slides_of(library: Library, pack: PackDescription) -> tuple[Slide, ...]:
    """The whole show, in the order of a session."""
    word = wording(library, pack.lang)
    agendas = library.recipes[pack.id].offered(library.session.agendas)
    stories = tuple(c for c in pack.cards if isinstance(c, StoryCard))
    shown = (
        *_opening(library, pack, word),
        *(slide for c in pack.cards if isinstance(c, RulesCard) for slide in _rules(library, pack, c, word)),
        *_choice(stories, word),
        *(slide for card in stories for slide in story_slides(library, pack.lang, card, agendas, word)),
    )
    foot, stamp = f"{pack.title} · {word('author')}", Stamp(pack.id, pack.version)
    return tuple(replace(slide, foot=foot, mark=stamp.mark(slide.id)) for slide in shown)


def _opening(library: Library, pack: PackDescription, word: Word) -> Iterator[Slide]:
    help_ = library.session.facilitation
    offered = library.recipes[pack.id].offered(library.session.agendas)
    agendas: list[Block] = []
    for agenda in offered:
        agendas.append(Heading(3, word("agenda", n=agenda.minutes)))
        agendas += [
            labelled(f"{step.minutes} · {step.title[pack.lang]}", step.text[pack.lang]) for step in agenda.steps
        ]
    number = "one" if len(offered) == 1 else "many"
    small = [Span(pack.address)] if is_whole(pack.address) else []
    if pack.draft:
        small.append(Span(f"{' ' if small else ''}{word('draft-note')}"))
    yield Slide(
        layout="opening",
        band=f"{word('author')} · {word('exploratory-talk')}",
        icon=PACK.icon,
        title=pack.title,
        section=word("section-start"),
        body=(plain(pack.purpose),),
        small=tuple(small),
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
            Heading(2, word(f"agendas-{number}")),
            plain(word(f"agendas-own-{number}")),
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
    left, size = list(stories), largest(steps, ROOM)
    for number, step in enumerate(steps, start=1):
        count = sum(len(block.items) for block in step if isinstance(block, Listing))
        here, left = left[:count], left[count:]
        slide = Slide(
            layout="pack",
            band=word("author"),
            icon=PACK.icon,
            title=part(word("slides-choose"), number, len(steps), word),
            section=word("section-start"),
            notes=(
                plain(word("slides-choose-help")),
                *(labelled(card.title, " ".join(said for said in _of_story(card, word) if said)) for card in here),
            ),
        )
        yield replace(slide, links=tuple((card.title, card.id) for card in here), size=size)


def _of_story(card: StoryCard, word: Word) -> tuple[str, str, str]:
    short = f"{card.told_in_short}." if card.told_in_short else ""
    return card.summary, f"{counted('read-minutes', card.minutes, word)}.", short
