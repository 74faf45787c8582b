"""Cards with Welsh on one side and English on the other, Welsh first.

A back that has the other language cannot have what happened next, so a story takes a second card for it, which is
handed out when the group has talked: the first ends at its pause on both sides. Where a card is too small for its
questions too, they take one of their own. Both sides of a card hold the same, or the sides could not be talked about.
"""

from __future__ import annotations

from dataclasses import replace

from . import story_notes
from .blocks import Text
from .card_face import Face, Stamp, TwoSided
from .card_faces import ways
from .cards import BlankCard, Card, LawCard, RulesCard, StoryCard
from .story_card_faces import front, listed
from .wordings import Word, marked

Way = tuple[Face, ...]


def sides(card: Card, word: Word, stamp: Stamp) -> tuple[Way, ...]:
    """The ways to say a card in one language, each a row of sides; the one to be preferred first."""
    if isinstance(card, StoryCard):
        return _sides_of_story(card, word, stamp)
    return tuple(row for (both,) in ways(card, word, stamp) for row in _rows(card, both, word, stamp))


def _rows(card: Card, both: TwoSided, word: Word, stamp: Stamp) -> tuple[Way, ...]:
    match card:
        case RulesCard():
            row = (both.front, replace(both.back, front=True, foot=word("author"), mark=stamp.mark()))
            return (row, _quiet(row, card, word))
        case LawCard():
            written = replace(
                both.back,
                front=True,
                detail=word("part", n=2, of=2),
                foot=word("author"),
                mark=stamp.mark(card.id),
            )
            row = (replace(both.front, detail=word("part", n=1, of=2)), written)
            return (row, _quiet(row, card, word))
        case BlankCard(of="story"):
            told = replace(both.front, detail=word("part", n=1, of=2), then=word("then-card", n=2))
            ending = replace(
                both.back,
                front=True,
                detail=word("part", n=2, of=2),
                foot=word("author"),
                mark=stamp.mark(),
                code="",
                part="after",
            )
            row = (told, ending)
            return (row, _quiet(row, card, word))
        case _:
            # Behind questions there are only lines to write on.
            return ((both.front,),)


def two_languages(welsh: Way, english: Way) -> tuple[TwoSided, ...]:
    """Cards with a side in each language."""
    ending = next((n for n, face in enumerate(welsh) if face.part == "after"), len(welsh))
    return tuple(
        TwoSided(replace(cy, lang="cy"), replace(en, lang="en"), later=n >= ending)
        for n, (cy, en) in enumerate(zip(welsh, english, strict=True))
    )


def _sides_of_story(card: StoryCard, word: Word, stamp: Stamp) -> tuple[Way, ...]:
    story = front(card, word, stamp)
    said = [say(card, word) for say in (story_notes.source, story_notes.route, story_notes.address)]
    origin = (*story_notes.told(card), Text(story_notes.in_a_row(*said), small=True))
    if not card.after:
        asked = replace(story, blocks=(*listed(card.afterwards, "afterwards", word), *origin), part="questions")
        rows = [[replace(story, blocks=(*story.blocks, *asked.blocks))], [story, asked]]
        return (*(_numbered(card, word, row) for row in rows), _quiet(_numbered(card, word, rows[-1]), card, word))
    first = front(card, word, stamp, asked=False)
    asked = replace(first, blocks=listed(card.at_pause, "at-pause", word), part="at-pause", then="")
    after = replace(first, stop="", then="", part="after", dense=True, blocks=story_notes.happened_next(card, word))
    later = replace(after, blocks=listed(card.afterwards, "afterwards", word), part="questions")
    both = replace(after, blocks=(*after.blocks, *later.blocks))
    ends = [
        [replace(both, blocks=(*both.blocks, *origin))],
        [after, replace(later, blocks=(*later.blocks, *origin))],
    ]
    rows = [[*begin, *end] for begin in ([story], [first, asked]) for end in ends]
    return (*(_numbered(card, word, row) for row in rows), _quiet(_numbered(card, word, rows[-1]), card, word))


def _numbered(card: StoryCard, word: Word, row: list[Face]) -> Way:
    """Each side with its number, and what stops at the pause with the card that is taken next."""
    of, asked, ends = len(row), _place(row, "at-pause"), _place(row, "after")

    def then(n: int, face: Face) -> str:
        if not face.stop:
            return ""
        return word("then-ask-card", n=asked) if n < asked else word("then-card", n=ends)

    return tuple(
        replace(face, detail=f"{card.theme} · {word('part', n=n, of=of)}" if of > 1 else card.theme, then=then(n, face))
        for n, face in enumerate(row, start=1)
    )


def _place(row: list[Face], part: str) -> int:
    """Which of some sides holds a part, counted from 1; 0 where none does."""
    return next((n for n, face in enumerate(row, start=1) if face.part == part), 0)


def _quiet(row: Way, card: Card, word: Word) -> Way:
    """The same with small heads on all but the first side, as on the backs of cards in one language.

    What fits on those fits here too, so that no story is too long for this file alone.
    """
    count = [marked(word("part", n=n, of=len(row)), card, word) for n in range(1, len(row) + 1)]
    return (row[0], *(replace(face, front=False, word=n) for face, n in zip(row[1:], count[1:], strict=True)))
