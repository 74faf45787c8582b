"""Old words and new ones as one line, with what went and what came marked word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

#: Words that are shown on either side of a change; what lies farther from it becomes `…`.
AROUND = 12
Piece = tuple[Literal["same", "gone", "new"], str]


def marked(old: str, new: str) -> Iterator[Piece]:
    """The pieces of a line: words that stay, words that went, words that came."""
    was, now = _words(old), _words(new)
    codes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for number, (what, a, b, c, d) in enumerate(codes):
        if what == "equal":
            yield "same", _shortened(was[a:b], first=number == 0, last=number == len(codes) - 1)
            continue
        if a < b:
            yield "gone", " ".join(was[a:b])
        if c < d:
            yield "new", " ".join(now[c:d])


def plain(old: str, new: str) -> str:
    """The same for a screen without colours: `[-gone-]` and `{+new+}`."""
    form = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return " ".join(form[what].format(words) for what, words in marked(old, new))


def _words(text: str) -> list[str]:
    return re.findall(r"\S+", text.replace("\n", " ⏎ "))


def _shortened(words: list[str], *, first: bool, last: bool) -> str:
    head, tail = (0 if first else AROUND), (0 if last else AROUND)
    if len(words) <= head + tail + 2:
        return " ".join(words)
    return " ".join([*words[:head], "…", *(words[-tail:] if tail else [])])
