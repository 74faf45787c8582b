"""The faces of story cards, and the ways to divide a story that is long.

A group reads the front, talks, and turns the card over together. So a front has the story to its pause, and what is
asked there; the back has what happened next, and what is asked afterwards.
Where one side or the other has no room at the smallest type allowed, the source moves to the leader's sheet; where that
is not enough, what is asked at the pause moves to the back of a first card, and the ending to the back of a second,
whose front says where the story comes from. No word is lost, none is set smaller, and no ending is seen too soon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from . import story_notes
from .addresses import where
from .blocks import Block, Heading, Listing, Ruled, Text
from .blocks import plain as paragraph
from .card_face import Face, Stamp, TwoSided
from .cards import StoryCard
from .ways_when_asked import WaysWhenAsked
from .wordings import Word, of_kind

#: The first of a story's ways that takes two cards, where it has a pause.
ON_TWO = 2


def ways_of_story(card: StoryCard, word: Word, stamp: Stamp) -> Sequence[tuple[TwoSided, ...]]:
    """The ways to print a story, the one to be preferred first; each is one card or two."""
    one = (partial(_on_one, card, word, stamp, source=source) for source in (True, False))
    kept = range(len(card.afterwards), 0, -1) if card.after else ()
    return WaysWhenAsked((*one, *(partial(_on_two, card, questions, word, stamp) for questions in kept)))


def front(card: StoryCard, word: Word, stamp: Stamp, *, asked: bool = True) -> Face:
    """The story to its pause; with `asked`, what is asked there too."""
    questions = listed(card.at_pause, "at-pause", word) if asked else ()
    return Face(
        kind="story",
        front=True,
        word=of_kind(card, word),
        detail=card.theme,
        icon=card.icon,
        emblem=card.emblem,
        title=card.title,
        blocks=(*(paragraph(p) for p in card.before), *questions),
        foot=word("author"),
        mark=stamp.mark(card.id),
        file=card.file,
        part="before",
        stop=word("stop") if card.after else "",
        then=word("then-turn") if card.after else "",
    )


def ending(card: StoryCard, word: Word, kept: int | None = None) -> tuple[Block, ...]:
    """What happened next, and what is asked afterwards: all of it, or the first so many questions."""
    return (*story_notes.happened_next(card, word), *listed(card.afterwards[:kept], "afterwards", word))


def listed(questions: tuple[str, ...], heading: str, word: Word) -> tuple[Block, ...]:
    """Questions under a heading; nothing where there are none."""
    return (Heading(2, word(heading)), Listing(questions, numbered=True)) if questions else ()


def _on_one(card: StoryCard, word: Word, stamp: Stamp, *, source: bool = True) -> tuple[TwoSided, ...]:
    face = front(card, word, stamp)
    said = Text(story_notes.in_a_row(story_notes.source(card, word), story_notes.route(card, word)), small=True)
    back = replace(
        _ending(face, card, word, None),
        foot=where(card.address, word),
        mark="",
        code=card.address,
        part="after" if card.after else "questions",
    )
    return (
        TwoSided(face, replace(back, blocks=(*back.blocks, *story_notes.told(card), *((said,) if source else ())))),
    )


def _ending(face: Face, card: StoryCard, word: Word, kept: int | None) -> Face:
    return replace(
        face, front=False, stop="", then="", foot="", mark="", part="after", dense=True, blocks=ending(card, word, kept)
    )


def _on_two(card: StoryCard, kept: int, word: Word, stamp: Stamp) -> tuple[TwoSided, ...]:
    """The story and what is asked at its pause on the first card; the ending on the back of the second.

    The ending is followed by so many of the questions that are asked afterwards; the leader's sheet has all of them.
    """
    first = replace(
        front(card, word, stamp, asked=False),
        detail=f"{card.theme} · {word('part', n=1, of=2)}",
        then=word("then-ask"),
    )
    asked = replace(
        first,
        front=False,
        stop="",
        then=word("then-card", n=2),
        foot=where(card.address, word),
        mark="",
        code=card.address,
        part="at-pause",
        blocks=(*listed(card.at_pause, "at-pause", word), Heading(2, word("notes")), Ruled(0)),
    )
    says = (story_notes.source, story_notes.route, story_notes.tags, story_notes.law)
    origin = replace(
        first,
        detail=f"{card.theme} · {word('part', n=2, of=2)}",
        stop=word("stop"),
        then=word("then-turn"),
        part="about",
        blocks=(
            Heading(2, word("about")),
            *story_notes.told(card),
            *(Text(spans) for say in says if (spans := say(card, word))),
        ),
    )
    return (TwoSided(first, asked), TwoSided(origin, _ending(origin, card, word, kept), later=True))
