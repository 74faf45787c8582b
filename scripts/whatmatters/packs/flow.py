"""Text at one size over as many cards as it takes: nothing is set smaller and nothing is cut.

Heights are measured block by block, sides are filled by adding them up, and the sides are then measured whole:
what stands between blocks depends on both, so that a sum can be out by a little. A part whose side runs over is
filled again with that much less room.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..library.languages import Lang
from .blocks import Block, plain
from .face import Face
from .filling import Room, fill
from .large import Part
from .measure import Ruler
from .pieces import pieces
from .words import Word

#: Rounds of filling again. Each takes off as much as ran over; more than a few mean that a single block is too large.
ROUNDS = 6


@dataclass(frozen=True)
class LargeCard:
    """A large card, printed on one side."""

    face: Face
    apart: bool
    """Does it begin a sheet?"""


Sides = dict[Part, list[tuple[Block, ...]]]


def flow(cards: list[tuple[Part, ...]], word: Word, lang: Lang, ruler: Ruler) -> list[tuple[LargeCard, ...]]:
    """Each card as one large card or more; one that still runs over is for the caller to find and tell of."""
    heights, rooms = _heights(cards, lang, ruler), _rooms(cards, word, lang, ruler)
    made: dict[int, tuple[LargeCard, ...]] = {}
    waiting = set(range(len(cards)))
    for _ in range(ROUNDS):
        filled: dict[int, Sides] = {
            i: {p: fill(p.blocks, heights, rooms[p]) for p in cards[i]} for i in sorted(waiting)
        }
        made |= {i: _number(cards[i], sides, word) for i, sides in filled.items()}
        fits = ruler((card.face for i in filled for card in made[i]), lang)
        waiting = set()
        for i, sides in filled.items():
            faces = iter(card.face for card in made[i])
            for part in cards[i]:
                over = max(fits[next(faces)].over for _ in sides[part])
                if over > 0 and any(len(pieces(side)) > 1 for side in sides[part]):
                    rooms[part] = replace(rooms[part], side=rooms[part].side - over - 0.1)
                    waiting.add(i)
        if not waiting:
            break
    return [made[i] for i in range(len(cards))]


def _bare(part: Part) -> Face:
    """A side without icon and title, on which pieces are quick to measure: how high they stand is the same."""
    return Face(part.head.kind, False, "", "", part.head.icon, "", (), "", "", "")


def _heights(cards: list[tuple[Part, ...]], lang: Lang, ruler: Ruler) -> dict[Block, float]:
    """How high each piece stands under a line of text, with its distance from it (mm)."""
    line = plain("…")
    asked = {
        piece: replace(_bare(part), blocks=(line, piece))
        for parts in cards
        for part in parts
        for piece in pieces(part.blocks)
    }
    alone = {face: replace(face, blocks=(line,)) for face in asked.values()}
    fits = ruler((*asked.values(), *alone.values()), lang)
    return {piece: fits[face].over - fits[alone[face]].over for piece, face in asked.items()}


def _rooms(cards: list[tuple[Part, ...]], word: Word, lang: Lang, ruler: Ruler) -> dict[Part, Room]:
    """How much room a side of each part has for its pieces, and how much its pause takes (mm)."""
    bare = {part: part.head for parts in cards for part in parts}
    paused = {part: _with_pause(head, word, 2) for part, head in bare.items() if part.pauses}
    fits = ruler((*bare.values(), *paused.values()), lang)
    return {
        part: Room(-fits[head].over, fits[paused[part]].over - fits[head].over if part in paused else 0.0)
        for part, head in bare.items()
    }


def _number(parts: tuple[Part, ...], sides: Sides, word: Word) -> tuple[LargeCard, ...]:
    """What was filled as cards, each told which of how many it is."""
    of, made = sum(len(sides[part]) for part in parts), list[LargeCard]()
    for part in parts:
        for at, blocks in enumerate(sides[part]):
            n = len(made) + 1
            count = word("part", n=n, of=of) if of > 1 else ""
            detail = " · ".join(said for said in (part.head.detail, count) if said)
            face = replace(part.head, blocks=blocks, detail=detail)
            if part.pauses and at == len(sides[part]) - 1:
                face = _with_pause(face, word, n + 1)
            made.append(LargeCard(face, part.apart and at == 0))
    return tuple(made)


def _with_pause(face: Face, word: Word, card: int) -> Face:
    """The pause at a card's foot: the story goes on on the card of that number."""
    return replace(face, stop=word("stop"), then=word("then-card", n=card))
