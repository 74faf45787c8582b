"""Cards with Welsh on one side and English on the other, Welsh first.

A back that has the other language cannot have what happened next, so a story takes a second card for it:
the first ends at its pause on both sides. Where the second is too small for the questions too, the last of them go to
a third, as on the cards in one language. Both sides of a card hold the same, or the sides could not be talked about.
"""

from __future__ import annotations

from dataclasses import replace

from . import about
from .blocks import Block, Heading, Listing, Text
from .cards import Card, LawCard, RulesCard, StoryCard
from .face import Face, Stamp, TwoSided
from .faces import ways
from .story_faces import ways_of_story
from .words import Word, marked

Way = tuple[Face, ...]


def sides(card: Card, word: Word, stamp: Stamp) -> tuple[Way, ...]:
    """The ways to say a card in one language, each a row of sides; the one to be preferred first."""
    if isinstance(card, StoryCard):
        return _sides_of_story(card, word, stamp)
    return tuple(row for (both,) in ways(card, word, stamp) for row in _rows(card, both, word, stamp))


def _rows(card: Card, both: TwoSided, word: Word, stamp: Stamp) -> tuple[Way, ...]:
    match card:
        case RulesCard():
            row = (both.front, replace(both.back, front=True, foot=stamp.foot()))
            return (row, _quiet(row, card, word))
        case LawCard():
            written = replace(both.back, front=True, detail=word("part", n=2, of=2), foot=stamp.foot(card.id))
            row = (replace(both.front, detail=word("part", n=1, of=2)), written)
            return (row, _quiet(row, card, word))
        case _:
            # Behind questions and blank cards there are only lines to write on.
            return ((both.front,),)


def two_languages(welsh: Way, english: Way) -> tuple[TwoSided, ...]:
    """Cards with a side in each language."""
    return tuple(
        TwoSided(replace(cy, lang="cy"), replace(en, lang="en")) for cy, en in zip(welsh, english, strict=True)
    )


def _sides_of_story(card: StoryCard, word: Word, stamp: Stamp) -> tuple[Way, ...]:
    count = len(card.questions)
    apart = _on(card, word, stamp, [(0, ()), (count, ()), (count, _origin(card, word))])
    said = [say(card, word) for say in (about.source, about.route, about.tags, about.address)]
    whole = Text(about.in_a_row(*said), small=True)
    return (
        _on(card, word, stamp, [(count, (whole,))]),
        *(_on(card, word, stamp, [(kept, ()), (count, _origin(card, word))]) for kept in range(count - 1, -1, -1)),
        _quiet(apart, card, word),
    )


def _quiet(row: Way, card: Card, word: Word) -> Way:
    """The same with small heads on all but the first side, as on the backs of cards in one language.

    What fits on those fits here too, so that no story is too long for this file alone.
    """
    count = [marked(word("part", n=n, of=len(row)), card, word) for n in range(1, len(row) + 1)]
    return (row[0], *(replace(face, front=False, word=n) for face, n in zip(row[1:], count[1:], strict=True)))


def _on(card: StoryCard, word: Word, stamp: Stamp, backs: list[tuple[int, tuple[Block, ...]]]) -> Way:
    """The first side, and one for each of `backs`: up to which question it goes, and what stands under these."""
    of = 1 + len(backs)
    first = ways_of_story(card, word, stamp)[0][0].front
    parts = [replace(first, detail=_detail(card, word, 1, of), then=word("then-card", n=2) if first.stop else "")]
    asked = 0
    for n, (up_to, under) in enumerate(backs, start=2):
        blocks: list[Block] = [*about.happened_next(card, word)] if n == 2 else []
        if questions := card.questions[asked:up_to]:
            more = "more-of-them" if asked else "questions"
            blocks += [Heading(2, word(more)), Listing(questions, numbered=True, start=asked + 1)]
        if under:
            blocks += about.told(card)
        parts.append(
            replace(
                first,
                detail=_detail(card, word, n, of),
                blocks=(*blocks, *under),
                stop="",
                then="",
                part="back" if n == 2 else "questions",
                dense=True,
            )
        )
        asked = up_to
    return tuple(parts)


def _detail(card: StoryCard, word: Word, n: int, of: int) -> str:
    return f"{card.theme} · {word('part', n=n, of=of)}"


def _origin(card: StoryCard, word: Word) -> tuple[Block, ...]:
    said = (about.source, about.route, about.tags, about.law, about.address)
    return (Heading(2, word("about")), *(Text(spans) for say in said if (spans := say(card, word))))
