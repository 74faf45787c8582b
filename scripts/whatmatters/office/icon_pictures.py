"""Icons and emblems as pictures for programs that cannot be relied on to show SVG."""

from __future__ import annotations

from functools import cache

import typst

from ..deck.kinds import emblem_tile
from ..library import theme_icons as icons
from ..typography.fonts import fonts

#: 24 units at this many dots an inch: 200 dots across, enough for 13 mm on a large wall.
_DOTS = 600.0


@cache
def icon_png(name: str) -> bytes:
    """A white icon on nothing, 200 dots across. Raises FileNotFoundError for an icon that is not there."""
    return _png(icons.filled(name))


@cache
def emblem_png(emblem: str) -> bytes:
    """A story's emblem on its white tile, as large. Raises FileNotFoundError for an emblem that is not there."""
    return _png(emblem_tile(emblem))


def _png(svg: str) -> bytes:
    source = (
        "#set page(width: 24pt, height: 24pt, margin: 0pt, fill: none)\n"
        '#image(bytes(sys.inputs.icon), format: "svg", width: 24pt, height: 24pt)'
    )
    made = typst.Compiler(source.encode(), font_paths=fonts(), sys_inputs={"icon": svg}).compile(
        format="png", ppi=_DOTS
    )
    assert isinstance(made, bytes)
    return made
