"""An icon that a page shows more than once is drawn once and used from there.

A list of ninety stories has three hundred icons of three dozen kinds, and compression sees only 32,000 bytes back.
What is used stands in the page itself: a browser takes no drawing out of another file when a page comes from disk.
"""

from __future__ import annotations

import re
from collections import Counter

#: An icon as `render.py` puts it into a page: its box and what is drawn in it.
_ICON = re.compile(
    r'<svg class="wm-icon" aria-hidden="true" focusable="false" viewBox="([^"]+)">'
    r"(?!</svg>)([^<]*(?:<(?!/?svg\b)[^<]*)*)</svg>"
)
#: Where the drawings come, before anything that uses them.
_BODY = re.compile(r"<body\b[^>]*>")


def icons_once(page: str) -> str:
    """The page with a list of the icons that stand in it more than once, and their names where they stood.

    The list is first in the page, so that nothing a script takes away takes an icon from elsewhere with it.
    """
    times = Counter(_ICON.findall(page))
    names = {icon: f"wm-icon-{n}" for n, icon in enumerate((i for i, count in times.items() if count > 1), start=1)}
    if not names:
        return page

    def used(match: re.Match[str]) -> str:
        name = names.get((match[1], match[2]))
        return f'<svg class="wm-icon" aria-hidden="true"><use href="#{name}"/></svg>' if name else match[0]

    drawings = "".join(f'<symbol id="{name}" viewBox="{box}">{drawn}</symbol>' for (box, drawn), name in names.items())
    drawn_once = f'<svg class="wm-icons" width="0" height="0" aria-hidden="true">{drawings}</svg>'
    return _BODY.sub(lambda body: f"{body[0]}\n{drawn_once}", _ICON.sub(used, page), count=1)
