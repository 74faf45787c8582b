"""A new story's id: made from its English title, and never one that is taken."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from ..language.alphabet import without_marks

#: Letters of an id that is made from a title: what fits the foot of a printed card beside the library's name.
LONGEST = 48


def id_from_title(title: str) -> str:
    """`May's bath time` is `mays-bath-time`; empty for a title without a letter or digit of the Latin alphabet.

    `docs/assets/js/story-files.js` makes the same ids in the browser.
    """
    plain = without_marks(title.lower())
    words = [w for w in re.split(r"[^a-z0-9]+", re.sub(r"['’‘]", "", plain)) if w]
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word
        if len(longer) > LONGEST:
            break
        made = longer
    return made or "".join(words)[:LONGEST]


def free_id(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the first of `wanted-2`, `wanted-3` … that is not taken."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def taken_ids(root: Path) -> set[str]:
    """Ids that a new story of the project at `root` may not have: those of stories, and of stories taken down.

    A folder counts whatever is in it, so that one that cannot be read is not written over.
    """
    stories = root / "stories"
    return {p.name for p in stories.glob("*/*/")} | {p.stem for p in (stories / "withdrawn").glob("*.yml")}
