"""Text at one size over as many sides as it takes: nothing is set smaller and nothing is cut.

Heights are measured block by block, sides are filled by adding them up, and the sides are then measured whole:
what stands between blocks depends on both, so that a sum can be out by a little. A part whose side runs over is
filled again with that much less room.
"""

from __future__ import annotations

from dataclasses import replace

from ..library.languages import Lang
from .blocks import Block, Heading, Ruled, plain
from .face import Face, TwoSided, faces_of
from .filling import Room, fill
from .large import Part
from .measure import Ruler
from .pieces import pieces
from .words import Word

#: Rounds of filling again. Each takes off as much as ran over; more than a few mean that a single block is too large.
ROUNDS = 6


Sides = dict[Part, list[tuple[Block, ...]]]


def flow(cards: list[tuple[Part, ...]], word: Word, lang: Lang, ruler: Ruler) -> list[tuple[TwoSided, ...]]:
    """Each card as one large card or more; a side that still runs over is for the caller to find and tell of."""
    heights, rooms = _heights(cards, lang, ruler), _rooms(cards, word, lang, ruler)
    made: dict[int, tuple[TwoSided, ...]] = {}
    waiting = set(range(len(cards)))
    for _ in range(ROUNDS):
        filled: dict[int, Sides] = {
            i: {p: fill(p.blocks, heights, rooms[p]) for p in cards[i]} for i in sorted(waiting)
        }
        made |= {i: _number(cards[i], sides, word) for i, sides in filled.items()}
        fits = ruler((face for i in filled for face in faces_of(made[i])), lang)
        waiting = set()
        for i, sides in filled.items():
            faces = iter(faces_of(made[i]))
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


def _number(parts: tuple[Part, ...], sides: Sides, word: Word) -> tuple[TwoSided, ...]:
    """Sides put on cards, front and back by turns, each told which card of how many it is."""
    faces: list[Face] = []
    for part in parts:
        for blocks in sides[part]:
            faces.append(replace(part.head, blocks=blocks))
        if part.pauses:
            at = len(faces)
            faces[-1] = _with_pause(faces[-1], word, at // 2 + 1 if at % 2 == 0 else None)
    if len(faces) % 2:
        faces.append(replace(parts[-1].head, blocks=(Heading(2, word("notes")), Ruled(0))))
    of = len(faces) // 2
    return tuple(
        TwoSided(_placed(faces[2 * n], n + 1, of, True, word), _placed(faces[2 * n + 1], n + 1, of, False, word))
        for n in range(of)
    )


def _placed(face: Face, n: int, of: int, front: bool, word: Word) -> Face:
    count = word("part", n=n, of=of) if of > 1 else ""
    detail = " · ".join(said for said in (face.detail, count) if said)
    return replace(face, front=front, detail=detail, word=face.word if front or not count else count)


def _with_pause(face: Face, word: Word, card: int | None) -> Face:
    """The pause at a side's foot: what follows stands on its back, or on the card of that number."""
    return replace(face, stop=word("stop"), then=word("then-turn") if card is None else word("then-card", n=card))
