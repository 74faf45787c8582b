"""What stands under one another in a column: heights, and the distances between them, as Typst keeps them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Gap:
    """A distance that is kept (mm). Of two that meet, the larger holds; but a paragraph's gives way to any other."""

    mm: float
    of_paragraph: bool = False


class Column:
    """What stands under one another in a column."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.height = 0.0
        self._below: Gap | None = None

    def add(self, height: float, above: Gap, below: Gap) -> None:
        """One more thing, with the distances that it keeps."""
        if self._below:
            self.height += _met(self._below, above)
        self.height += height
        self._below = below


def _met(one: Gap, other: Gap) -> float:
    """What is kept between two things, in mm."""
    if one.of_paragraph != other.of_paragraph:
        return other.mm if one.of_paragraph else one.mm
    return max(one.mm, other.mm)
