"""What stands on large cards: each card as parts that follow one another, on as many large cards as they take.

Large cards are printed on one side, so that they lie in the order in which they are read, on paper and to a screen
reader. A part that must not be seen too soon, what happened next, begins a sheet of its own behind the pause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import law_words, story_notes
from .addresses import is_whole, where
from .blocks import Block, Heading, Ruled, Text
from .card_face import Face, Stamp
from .card_faces import ways
from .cards import BlankCard, Card, LawCard, QuestionCard, RulesCard, StoryCard
from .story_card_faces import ending
from .story_card_faces import front as story_front
from .wordings import Word


@dataclass(frozen=True)
class Part:
    """A row of blocks that may run from one card to the next."""

    blocks: tuple[Block, ...]
    head: Face
    """A card of this part with nothing on it yet: its kind, title, icon, foot."""
    pauses: bool = False
    """Does it end with the pause?"""
    apart: bool = False
    """Does it begin a sheet: a story, and then its ending, so that what is dealt first holds nothing of it?"""


def parts_of(card: Card, word: Word, stamp: Stamp) -> tuple[Part, ...]:
    """The parts of a card; each begins a new large card. The last one has the address at its foot."""
    *parts, last = _parts(card, word, stamp)
    # What does not fit on a large card goes on to the next: room for a code is only taken when there is one.
    code = card.address if is_whole(card.address) else ""
    return (*parts, replace(last, head=replace(last.head, foot=where(card.address, word), code=code)))


def _parts(card: Card, word: Word, stamp: Stamp) -> tuple[Part, ...]:
    both = ways(card, word, stamp)[0][0]
    front, back = (
        replace(
            face,
            front=True,
            dense=False,
            under=(),
            stop="",
            then="",
            blocks=(),
            foot=word("author"),
            mark=both.front.mark,
            code="",
        )
        for face in (both.front, both.back)
    )
    match card:
        case StoryCard():
            to_pause = story_front(card, word, stamp).blocks
            return (
                Part(to_pause, front, pauses=bool(card.after), apart=True),
                Part((*ending(card, word), *_origin(card, word)), replace(front, part="after"), apart=bool(card.after)),
            )
        case LawCard():
            read = law_words.what_was_read(card.sure)
            return (Part((*both.front.blocks, *both.back.blocks, *read), front),)
        case QuestionCard():
            return (Part(both.front.blocks, front),)
        case RulesCard():
            return (Part(both.front.blocks, front), Part(both.back.blocks, back))
        case BlankCard():
            return (Part(both.front.blocks, front, pauses=card.of == "story"), Part(_room(both.back), back))


def _origin(card: StoryCard, word: Word) -> Iterator[Block]:
    """Where the story comes from, as large as the story: small print would be lost on whoever needs this card.

    The leader's sheet has its tags and its law.
    """
    yield Heading(2, word("about"))
    yield from story_notes.told(card)
    yield Text(story_notes.source(card, word))


def _room(back: Face) -> tuple[Block, ...]:
    """The back of a blank card, with lines for the little that a large card has room for."""
    return tuple(Ruled(2) if isinstance(b, Ruled) and b.lines else b for b in back.blocks)
