"""Where sentences end, in lines that may end anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Marks behind which a sentence has ended.
ENDS = (".", "?", "!", "…", '."', '?"', '!"', ".”", "?”", "!”", ".’", "?’", "!’", ".'", "?'", "!'", ".)", "?)", "!)")
_INSIDE = re.compile(r"[.?!…]+[\"'”’)\]]*\s+(?=\S)")
#: Words with a point that end no sentence.
_SHORT = frozenset(
    [
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "st.",
        "prof.",
        "rev.",
        "e.g.",
        "i.e.",
        "vs.",
        "cf.",
        "e.e.",
        "h.y.",
        "parch.",
        "bnr.",
        "gw.",
        "capt.",
        "sgt.",
    ]
)
_INITIAL = re.compile(r"[^\W\d_]\.")


def fragments(line: str) -> list[str]:
    """A line cut behind every mark that may end a sentence."""
    if "." not in line and "?" not in line and "!" not in line and "…" not in line:
        return [line]
    found, start = [], 0
    for mark in _INSIDE.finditer(line):
        found.append(line[start : mark.end()].rstrip())
        start = mark.end()
    return [*found, line[start:]]


def ends(words: str, following: str | None, *, small: bool = False) -> bool:
    """Whether a sentence ends here; `small` for a text in which sentences begin with small letters."""
    if not words.endswith(ENDS):
        return False
    if following is None:
        return True
    last = words.rsplit(None, 1)[-1].lstrip("(\"'“‘")
    if last.lower() in _SHORT or (_INITIAL.fullmatch(last) and last[0].isupper() and len(words) > 2):
        return False
    if last in {"No.", "no."} and following[:1].isdecimal():
        return False
    return small or not begins_small(following)


def begins_small(words: str) -> bool:
    """Whether the first letter is a small one: such words go on with a sentence."""
    bare = words.lstrip("\"'“‘([*–—-… ")
    return bool(bare) and bare[0].islower()


def shape(lines: Iterable[str]) -> tuple[bool, bool]:
    """Whether a text has hardly a full stop, and whether its sentences begin with small letters."""
    words = stops = small = 0
    before = ""
    for line in lines:
        for piece in fragments(line):
            words += len(piece.split())
            if before.endswith(ENDS):
                small += begins_small(piece)
            stops += piece.endswith(ENDS)
            before = piece
    # Nobody speaks sentences of sixty words, one behind the other.
    return stops * 60 < words, small * 2 > stops > 2
