"""The five kinds, and packs: each with its icon and colours, from which cards, slides and the site's styles are made.

Its word stands in `packs-kind-<kind>`, and for pages in `shell-kind-<kind>`. The colours are dark enough for white type
at 7:1 or better (tests measure it), and icon and word tell the kinds apart in black and white.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..library.emblem import tile
from .cards import Kind


@dataclass(frozen=True)
class KindStyle:
    """How a kind looks."""

    colour: str
    """Of the band, with white type on it."""
    tint: str
    """Of boxes, with black type on it."""
    colour_in_the_dark: str
    """Of type and lines on a dark page."""
    tint_in_the_dark: str
    """Of boxes on a dark page, with light type on it."""
    icon: str
    """A file of the theme's package without `.svg`; a story has its emblem or its theme's icon instead."""


KINDS: dict[Kind, KindStyle] = {
    "story": KindStyle("#862f0e", "#fbe7dc", "#f4b296", "#43261a", "material/book-open-variant-outline"),
    "principle": KindStyle("#0c574b", "#dcefe9", "#93d6c4", "#16362f", "material/compass-outline"),
    "law": KindStyle("#36485a", "#e3e9ef", "#b8cadb", "#2a3642", "material/bank-outline"),
    "question": KindStyle("#6a4700", "#fbedcd", "#ecc872", "#3d2f0e", "material/comment-question-outline"),
    "tool": KindStyle("#6b2c5e", "#f3e2ef", "#e3b6d8", "#3d2338", "material/toolbox-outline"),
}


def emblem_tile(emblem: str) -> str:
    """A story's emblem as cards, sheets and slides show it, as SVG: in the kind's colour on white."""
    return tile(emblem, KINDS["story"].colour, "#ffffff")


#: How the pause looks on paper, in Word and on slides: like the story that stops there.
PAUSE = KINDS["story"]

#: How the facilitator's sheets look: they are the pack's own, not a card's.
PACK = KindStyle("#40397a", "#e6e4f5", "#c3bff2", "#2d2a4d", "material/cards-outline")
