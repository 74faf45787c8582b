"""The order of cards on their sheets: whoever cuts and deals them must not mix the endings with what is dealt first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import cycle, islice

from .cards_at_their_size import CardAtItsSize


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
