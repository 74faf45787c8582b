"""One side of a card, before it is measured and set."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from ..language.bilingual import Lang
from .blocks import Block, Text
from .cards import Kind

NBSP = "\u00a0"


@dataclass(frozen=True)
class Face:
    """One side of a card."""

    kind: Kind
    front: bool
    word: str
    """The word for the kind, beside its icon."""
    detail: str
    """What stands at the other end of the band: the theme, the part."""
    icon: str
    title: str
    blocks: tuple[Block, ...]
    foot: str
    """What a holder needs at the very bottom: the library's name or, on a back, the address where the site has one."""
    file: str
    """The source to mend when the face cannot be printed."""
    part: str
    """What this face holds, for that message: a name of `packs-part-…`."""
    stop: str = ""
    """The pause, at the foot of a story's front."""
    then: str = ""
    """How to go on after the pause."""
    emblem: str = ""
    """A story's own picture, on a tile in the place of the icon."""
    under: tuple[Text, ...] = ()
    """Small print under the pause."""
    dense: bool = False
    """Set closer, because the face has to hold much."""
    code: str = ""
    """The address that stands at the foot as a QR code, when it is a whole one; room is kept for it in any case,
    so that what fits does not hang on whether the site has an address yet."""
    lang: Lang | None = None
    """Its own language, on a card that has two."""
    mark: str = ""
    """Story, pack and version, small after the foot: by them a printed card is matched to its source."""

    @cached_property
    def data(self) -> dict[str, Any]:
        """As plain data; several forms of a pack set the same face."""
        return asdict(self)


@dataclass(frozen=True)
class TwoSided:
    """A card with its two faces."""

    front: Face
    back: Face
    later: bool = False
    """Is it handed out only when the group turns to the ending?"""


@dataclass(frozen=True)
class Stamp:
    """What every card of a pack carries: which pack, which version of it."""

    pack: str
    version: str

    def mark(self, *more: str) -> str:
        """What stands small at a foot, beginning with `more`."""
        # Day and digest of a version stay on one line: a digest alone on the next would look like an error.
        return " · ".join(said for said in (*more, self.pack, self.version.replace(" ", NBSP)) if said)


#: For measuring: what stands on the foot line does not matter to the fit.
NO_STAMP = Stamp("", "")


def faces_of(way: tuple[TwoSided, ...]) -> tuple[Face, ...]:
    """Both faces of each of some cards."""
    return tuple(face for card in way for face in (card.front, card.back))
