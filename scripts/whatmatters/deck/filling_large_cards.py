"""Text at one size over as many large cards as it takes: nothing is set smaller and nothing is cut."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .card_face import Face
from .filling_sides import Blocks, fill
from .large_cards import Part
from .type_size import Ruler
from .wordings import Word

#: A number of cards that no card takes: room is kept for the count that stands in the head of each.
MANY = 9


@dataclass(frozen=True)
class LargeCard:
    """A large card, printed on one side."""

    face: Face
    apart: bool
    """Does it begin a sheet?"""


def flow(parts: tuple[Part, ...], word: Word, ruler: Ruler) -> tuple[LargeCard, ...]:
    """A card as one large card or more; one that runs over is for the caller to find and tell of."""
    filled = [_filled(part, word, ruler) for part in parts]
    of, made = sum(map(len, filled)), list[LargeCard]()
    for part, cards in zip(parts, filled, strict=True):
        for at, blocks in enumerate(cards):
            n = len(made) + 1
            face = _card(part, blocks, at, n, of, word)
            if part.pauses and at == len(cards) - 1:
                face = _with_pause(face, word, n + 1)
            made.append(LargeCard(face, part.apart and at == 0))
    return tuple(made)


def _filled(part: Part, word: Word, ruler: Ruler) -> list[Blocks]:
    """What stands on each card of a part."""

    def holds(blocks: Blocks, at: int) -> bool:
        return ruler.holds(_card(part, blocks, at, MANY, MANY, word))

    def last_holds(blocks: Blocks, at: int) -> bool:
        face = _card(part, blocks, at, MANY, MANY, word)
        return ruler.holds(_with_pause(face, word, MANY) if part.pauses else face)

    return fill(part.blocks, holds, last_holds)


def _card(part: Part, blocks: Blocks, at: int, n: int, of: int, word: Word) -> Face:
    """The card of a part that comes after `at` others of it: the first alone has the large head with its icon."""
    face = replace(part.head, blocks=blocks)
    count = word("part", n=n, of=of) if of > 1 else ""
    if at:
        return replace(face, front=False, word=" · ".join(said for said in (face.word, count) if said))
    return replace(face, detail=" · ".join(said for said in (face.detail, count) if said))


def _with_pause(face: Face, word: Word, card: int) -> Face:
    """The pause at a card's foot: the story goes on on the card of that number."""
    return replace(face, stop=word("stop"), then=word("then-card", n=card))
