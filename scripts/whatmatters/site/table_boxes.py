"""A wide table scrolls in a box of its own, which the keyboard reaches."""

from __future__ import annotations

import re
from html import escape

_PLAIN = re.compile(r"<table>.*?</table>", re.DOTALL)


def boxed_tables(html: str, label: str) -> str:
    """The page with each plain table in a box called `label`, plain text; tables with attributes have their own box."""
    head = f'<div class="wm-table" role="group" tabindex="0" aria-label="{escape(label)}">'
    return _PLAIN.sub(lambda table: f"{head}{table[0]}</div>", html)
