"""Sizes and distances of the leader's papers, the sides of an A4.

This is their only place: the template is given them as data (`facilitator.typ`), and `paper_side_measuring.py` adds
them up to know how large a side's type can be. Type in pt; distances in mm, or `em`: times the size of the side's
type.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """All of them."""

    width: float = 210
    height: float = 297
    across: float = 18
    """Margin at the left and at the right."""
    top: float = 14
    bottom: float = 17
    foot: float = 11
    """pt"""
    mark: float = 8
    """Of pack and version after the foot; nobody is asked to read them; pt"""
    titles: tuple[float, float] = (28, 20)
    """Of the pack's title, and of a side's own; pt"""
    heading: float = 1.15
    """Within a side; em"""
    lead: float = 16
    """Of what the pack is for; pt"""
    small: float = 12
    """pt"""
    leading: float = 0.58
    """Between lines; em"""
    between: float = 0.85
    """Between paragraphs; em"""
    between_items: float = 0.7
    """em"""
    above_heading: float = 1.15
    """Times the heading's own size."""
    below_heading: float = 0.65
    """The same."""
    under_title: float = 1.6
    """From a side's title to the line under it."""
    after_number: float = 0.55
    """From the number or the bullet of an item to its words; em"""
    band: float = 1.8
    """In the band at a side's head, above and below."""
    icon: float = 7
    """Height of the pack's icon in the first band."""
    emblem: float = 5.6
    """Height of a story's emblem at the head of a side's band."""
    beside_emblem: float = 0.5
    """From it to the edges of the band."""
    code: float = 26
    """Width and height of the code of the pack's address."""
    beside_code: float = 8
    above_code: float = 8
    above_opening: float = 10
    below_opening: float = 5
    cell: tuple[float, float] = (1.6, 1.6)
    """In a table's cell, left and right, above and below."""
    around: float = 3
    """Above and below tables and boxes."""
    aside: float = 3
    """From the edge of a box to what stands in it."""
    line: float = 8.5
    """From one writing line to the next."""
    below_lines: float = 4
    above_slip: float = 5
    below_slip: float = 6

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of what a side has room for, in mm."""
        return self.width - 2 * self.across, self.height - self.top - self.bottom


PAPER = Paper()
