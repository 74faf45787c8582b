"""How wide text is in our fonts: HarfBuzz asks the font itself, kerning included, and nothing is set.

Widths are in thousandths of an em: times the size of the type, a thousandth of it. No size is asked twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import uharfbuzz as hb

from .fonts import BOLD, REGULAR, face

#: Words remembered at most: about 5 MB, and twenty times what a library of 500 stories has.
WORDS = 1 << 15


@dataclass(frozen=True)
class Metrics:
    """Heights in thousandths of an em, from the baseline."""

    capital: int
    """Of a capital letter: the height of a line."""
    descender: int
    """How far letters reach below, as a positive number."""


@lru_cache(WORDS)
def width(text: str, bold: bool = False) -> float:
    """How wide some letters of one line are."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font, per_em = _font(bold)
    hb.shape(font, buffer)
    advance: int = sum(glyph.x_advance for glyph in buffer.glyph_positions)
    return advance * 1000 / per_em


@lru_cache(WORDS)
def kerning(before: str, after: str, bold: bool = False) -> float:
    """What two letters gain by standing side by side; mostly nothing, and less than that where they move together."""
    return width(before + after, bold) - width(before, bold) - width(after, bold)


@cache
def metrics(bold: bool = False) -> Metrics:
    """The heights that the font gives."""
    font, per_em = _font(bold)
    capital = font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT)
    descender = font.get_metric_position(hb.OTMetricsTag.HORIZONTAL_DESCENDER)
    return Metrics(capital * 1000 // per_em, -descender * 1000 // per_em)


@cache
def _font(bold: bool) -> tuple[hb.Font, int]:
    weight = face(BOLD if bold else REGULAR)
    return hb.Font(weight), weight.upem
