"""Text at one size over as many sides as it takes: nothing is set smaller and nothing is cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .blocks import Heading, Ruled
from .face import Face, TwoSided
from .filling import Blocks, fill
from .large import Part
from .measure import Ruler
from .words import Word

#: A number of cards that no card takes: room is kept for the count that stands in the head of each.
MANY = 9


def flow(parts: tuple[Part, ...], word: Word, ruler: Ruler) -> tuple[TwoSided, ...]:
    """A card as one large card or more; a side that runs over is for the caller to find and tell of."""
    faces: list[Face] = []
    for part in parts:
        faces += [replace(part.head, blocks=blocks) for blocks in _sides(part, len(faces), word, ruler)]
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


def _sides(part: Part, before: int, word: Word, ruler: Ruler) -> Iterable[Blocks]:
    """What stands on each side of a part that begins after so many sides: fronts and backs by turns."""

    def holds(blocks: Blocks, side: int, head: Face = part.head) -> bool:
        front = (before + side) % 2 == 0
        return ruler.holds(_placed(replace(head, blocks=blocks), MANY, MANY, front, word))

    def last_holds(blocks: Blocks, side: int) -> bool:
        return holds(blocks, side, _with_pause(part.head, word, MANY) if part.pauses else part.head)

    return fill(part.blocks, holds, last_holds)


def _placed(face: Face, n: int, of: int, front: bool, word: Word) -> Face:
    count = word("part", n=n, of=of) if of > 1 else ""
    detail = " · ".join(said for said in (face.detail, count) if said)
    return replace(face, front=front, detail=detail, word=face.word if front or not count else count)


def _with_pause(face: Face, word: Word, card: int | None) -> Face:
    """The pause at a side's foot: what follows stands on its back, or on the card of that number."""
    return replace(face, stop=word("stop"), then=word("then-turn") if card is None else word("then-card", n=card))
