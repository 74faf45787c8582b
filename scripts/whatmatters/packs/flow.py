"""Text at one size over as many large cards as it takes: nothing is set smaller and nothing is cut."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .blocks import Text
from .face import Face
from .filling import Blocks, fill
from .large import Part
from .measure import Ruler
from .pieces import joined, pieces
from .words import Word

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
            face = _card(part, blocks, at > 0, n, of, word)
            if part.pauses and at == len(cards) - 1:
                face = _with_pause(face, word, n + 1)
            made.append(LargeCard(face, part.apart and at == 0))
    return tuple(made)


def _filled(part: Part, word: Word, ruler: Ruler) -> list[Blocks]:
    """What stands on each card of a part: the first, which has the large head, and those that go on."""
    first, *more = _fill(part, part.blocks, False, word, ruler)
    return [first, *_fill(part, _rest(part.blocks, first), True, word, ruler)] if more else [first]


def _fill(part: Part, blocks: Blocks, goes_on: bool, word: Word, ruler: Ruler) -> list[Blocks]:
    def holds(some: Blocks) -> bool:
        return ruler.holds(_card(part, some, goes_on, MANY, MANY, word))

    def last_holds(some: Blocks) -> bool:
        face = _card(part, some, goes_on, MANY, MANY, word)
        return ruler.holds(_with_pause(face, word, MANY) if part.pauses else face)

    return fill(blocks, holds, last_holds)


def _rest(blocks: Blocks, first: Blocks) -> Blocks:
    """What is left when the first card has taken its share: of a paragraph, perhaps, its last sentences."""
    waiting = pieces(blocks)
    for piece in pieces(first):
        whole = waiting.pop(0)
        if piece != whole and isinstance(piece, Text) and isinstance(whole, Text):
            (begun,), (span,) = piece.spans, whole.spans
            waiting.insert(0, replace(whole, spans=(replace(span, text=span.text[len(begun.text) :].lstrip()),)))
    return tuple(joined(waiting))


def _card(part: Part, blocks: Blocks, goes_on: bool, n: int, of: int, word: Word) -> Face:
    """A card of a part; one that goes on has a small head, as the backs of smaller cards have."""
    face = replace(part.head, blocks=blocks)
    count = word("part", n=n, of=of) if of > 1 else ""
    if goes_on:
        return replace(face, front=False, word=" · ".join(said for said in (face.word, count) if said))
    return replace(face, detail=" · ".join(said for said in (face.detail, count) if said))


def _with_pause(face: Face, word: Word, card: int) -> Face:
    """The pause at a card's foot: the story goes on on the card of that number."""
    return replace(face, stop=word("stop"), then=word("then-card", n=card))
