"""The ways to print a card, each made when it is looked at: most cards are printed in the first that is tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from .card_face import TwoSided

Way = tuple[TwoSided, ...]


class WaysWhenAsked(Sequence[Way]):
    """Ways in the order in which they are to be tried, each made once."""

    def __init__(self, makers: Sequence[Callable[[], Way]]) -> None:
        self._makers = makers
        self._made: dict[int, Way] = {}

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, at: int) -> Way: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Way, ...]: ...
    def __getitem__(self, at: int | slice) -> Way | tuple[Way, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(len(self))[at])
        number = range(len(self))[at]
        if number not in self._made:
            self._made[number] = self._makers[number]()
        return self._made[number]
