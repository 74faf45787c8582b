"""The order of cards on their sheets: whoever cuts and deals them must not mix the endings with what is dealt first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from .cards_at_their_size import CardAtItsSize


@dataclass(frozen=True)
class CardsToDeal:
    """The cards of a pack, arranged once for every form that has them, whatever its sheets are like."""

    cards: tuple[CardAtItsSize, ...]
    blanks: tuple[CardAtItsSize, ...]
    """What may fill a sheet that is cut in any case."""

    def on_sheets(self, slots: int) -> tuple[CardAtItsSize, ...]:
        """In the order in which they are printed, so many to a sheet."""
        return in_turn(self.cards, self.blanks, slots)


def in_turn(cards: Iterable[CardAtItsSize], blanks: Sequence[CardAtItsSize], slots: int) -> tuple[CardAtItsSize, ...]:
    """What is dealt first, then, from a new sheet on, what waits for the ending.

    The places that are left on the last sheet of each become blank cards, since the paper is cut in any case.
    """
    known = list(cards)
    dealt: list[CardAtItsSize] = []
    for later in (False, True):
        dealt += (card for card in known if card.card.later == later)
        if blanks:
            dealt += islice(cycle(blanks), -len(dealt) % slots)
    return tuple(dealt)
