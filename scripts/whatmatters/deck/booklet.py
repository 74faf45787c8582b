"""A pack's stories as an A5 booklet, to be left on a table.

A leaf has two sides as a card has, and is laid out as one: the story to its pause in front, which lies at the right of
an open booklet, and what happened next overleaf. The cover is the first leaf. The last is never a story's, since its
back lies open to all who pass.
"""

from __future__ import annotations

from dataclasses import dataclass

from .card_face import Stamp, TwoSided, faces_of
from .card_faces import ways
from .cards import BlankCard, Card, Kind, RulesCard, StoryCard
from .kinds import KINDS
from .pack_description import PackDescription
from .type_size import Ruler
from .wordings import Word

#: Sizes of type to try on a side, in pt, the best one first.
SIZES: dict[Kind, tuple[float, ...]] = dict.fromkeys(KINDS, (15, 14.5, 14, 13.5, 13, 12.5, 12, 11.5, 11))

#: Pages of the cover: itself, and what the booklet holds overleaf.
COVER = 2

#: A sheet that is folded once has so many pages.
OF_A_SHEET = 4


@dataclass(frozen=True)
class Booklet:
    """What is in it, leaf by leaf, the cover left out."""

    leaves: tuple[TwoSided, ...]
    contents: tuple[tuple[str, int], ...]
    """Each story's title, and the page on which it begins."""

    @property
    def pages(self) -> int:
        """Its pages with those of the cover, which make whole sheets."""
        return COVER + 2 * len(self.leaves)


def booklet(pack: PackDescription, word: Word, ruler: Ruler) -> Booklet:
    """The booklet of a pack: its stories, and the rules for talking.

    Where a leaf is over there is room for a story of the reader's own.
    """
    stamp = Stamp(pack.id, pack.version)
    leaves, contents = list[TwoSided](), []
    for card in pack.cards:
        if isinstance(card, StoryCard):
            contents.append((card.title, COVER + 2 * len(leaves) + 1))
            leaves += _leaves(card, word, stamp, ruler)
    blank, rules = (
        [leaf for card in pack.cards if isinstance(card, kind) for leaf in _leaves(card, word, stamp, ruler)]
        for kind in (BlankCard, RulesCard)
    )
    over = (COVER + 2 * (len(leaves) + len(rules))) % OF_A_SHEET
    return Booklet((*leaves, *(blank[:1] if over else ()), *rules), tuple(contents))


def _leaves(card: Card, word: Word, stamp: Stamp, ruler: Ruler) -> tuple[TwoSided, ...]:
    """The first way of a card that a leaf has room for, or else its last."""
    found = ways(card, word, stamp)
    return next((way for way in found[:-1] if all(ruler.holds(face) for face in faces_of(way))), found[-1])
