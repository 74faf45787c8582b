"""Icons as pictures for programs that cannot be relied on to show SVG."""

from __future__ import annotations

from functools import cache

import typst

from ..library import theme_icons as icons
from ..typography.fonts import fonts

#: 24 units at this many dots an inch: 200 dots across, enough for 13 mm on a large wall.
_DOTS = 600.0


@cache
def icon_png(name: str) -> bytes:
    """A white icon on nothing, 200 dots across. Raises FileNotFoundError for an icon that is not there."""
    source = (
        "#set page(width: 24pt, height: 24pt, margin: 0pt, fill: none)\n"
        '#image(bytes(sys.inputs.icon), format: "svg", width: 24pt, height: 24pt)'
    )
    made = typst.Compiler(source.encode(), font_paths=fonts(), sys_inputs={"icon": icons.filled(name)}).compile(
        format="png", ppi=_DOTS
    )
    assert isinstance(made, bytes)
    return made
