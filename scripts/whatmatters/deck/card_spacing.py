"""The distances between what stands on the face of a card.

This is their only place: the template is given them as data (`faces.typ`), and `card_face_measuring.py` adds them up
to know what a face takes before anything is set. Millimetres, or `em`: times the size of the type that they go with.
What says that it grows is given for headings of 12 pt, and grows with them on larger cards.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Millimetres of a point.
MM = 25.4 / 72


@dataclass(frozen=True)
class Band:
    """The coloured band at the head of a front: icon, word, detail beside one another."""

    across: float = 2.6
    """From its edge to what stands in it, left and right."""
    down: float = 1.5
    """The same above and below."""
    gap: float = 2
    """Between icon, word and detail."""
    below: float = 3
    """Grows."""
    over: float = 1
    """How far the tile of an emblem reaches over the room of an icon, on every side: it takes no more of the band."""
    corner: float = 1.6
    """Radius of its corners, and of those of every other box."""


@dataclass(frozen=True)
class BackHead:
    """The head of a back: the title, and beside it a word."""

    gap: float = 3
    """Between the two."""
    down: float = 1.4
    """From the words to the line under them; grows."""
    below: float = 3
    """Grows."""


@dataclass(frozen=True)
class Pause:
    """The band that says stop, in a tint."""

    across: float = 2.6
    """Grows."""
    down: float = 1.9
    """Grows."""
    above: float = 3
    leading: float = 0.5
    """em"""


@dataclass(frozen=True)
class SmallPrint:
    """Where a story comes from."""

    above: float = 3.6
    leading: float = 0.5
    """em"""


@dataclass(frozen=True)
class Foot:
    """The line at the very bottom."""

    above: float = 0.25
    """For each pt of its size."""
    line: float = 0.395
    """Height of a line where there is no code, for each pt of its size."""
    leading: float = 0.24
    """em"""
    beside_code: float = 4
    """From a code to the words beside it."""


@dataclass(frozen=True)
class Body:
    """The text itself."""

    leading: float
    """Between lines; em"""
    between: float
    """Between paragraphs; em"""
    between_items: float
    """Between the items of a list; em"""
    above_heading: float
    """Grows."""
    below_heading: float
    """Grows."""


@dataclass(frozen=True)
class Spacing:
    """All of them."""

    band: Band = Band()
    back_head: BackHead = BackHead()
    pause: Pause = Pause()
    small: SmallPrint = SmallPrint()
    foot: Foot = Foot()
    body: Body = Body(leading=0.6, between=1, between_items=0.9, above_heading=4.8, below_heading=3)
    dense: Body = Body(leading=0.52, between=0.82, between_items=0.74, above_heading=3.6, below_heading=2.3)
    """Of a back that has to hold much: set closer, never smaller."""
    below_title: float = 4.4
    """Grows."""
    after_number: float = 0.55
    """From the number or the bullet of an item to its words; em"""
    amount: float = 1.15
    """Size of a number to be seen at once; em"""
    amount_left: float = 2.6
    """From the line beside it to its words."""
    amount_down: float = 0.6
    """Above and below them."""
    aside: float = 2.4
    """From the edge of a box to what stands in it."""
    above_aside: float = 3
    notes: int = 3
    """Lines that notes must have room for at the least, where they take what is left of a face."""


SPACING = Spacing()
