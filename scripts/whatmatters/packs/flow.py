"""Text at one size over as many large cards as it takes: nothing is set smaller and nothing is cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .face import Face
from .filling import Blocks, fill
from .large import Part
from .measure import Ruler
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
    sides = [list(_sides(part, word, ruler)) for part in parts]
    of, made = sum(map(len, sides)), list[LargeCard]()
    for part, found in zip(parts, sides, strict=True):
        for at, blocks in enumerate(found):
            n = len(made) + 1
            face = _counted(replace(part.head, blocks=blocks), n, of, word)
            if part.pauses and at == len(found) - 1:
                face = _with_pause(face, word, n + 1)
            made.append(LargeCard(face, part.apart and at == 0))
    return tuple(made)


def _sides(part: Part, word: Word, ruler: Ruler) -> Iterable[Blocks]:
    """What stands on each card of a part."""

    def holds(blocks: Blocks, head: Face = part.head) -> bool:
        return ruler.holds(_counted(replace(head, blocks=blocks), MANY, MANY, word))

    def last_holds(blocks: Blocks) -> bool:
        return holds(blocks, _with_pause(part.head, word, MANY) if part.pauses else part.head)

    return fill(part.blocks, holds, last_holds)


def _counted(face: Face, n: int, of: int, word: Word) -> Face:
    count = word("part", n=n, of=of) if of > 1 else ""
    return replace(face, detail=" · ".join(said for said in (face.detail, count) if said))


def _with_pause(face: Face, word: Word, card: int) -> Face:
    """The pause at a card's foot: the story goes on on the card of that number."""
    return replace(face, stop=word("stop"), then=word("then-card", n=card))
