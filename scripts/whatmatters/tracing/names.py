"""Finding a story's id in text and in paths, and not the longer id of another story that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable


class Name:
    """An id that is looked for, among ids that are not meant."""

    def __init__(self, story_id: str, others: Iterable[str]) -> None:
        """`others` are ids of all that is in the library; those that hold this id would be taken for it."""
        self.id = story_id
        longer = sorted((o for o in others if story_id in o and o != story_id), key=len, reverse=True)
        # An id of one word is a word of the language too, so it counts only where it can be nothing else.
        before = "" if "-" in story_id else r"(?:stories/[a-z0-9-]+/|\bstory[:-])"
        wanted = f"{before}(?P<id>{re.escape(story_id)})"
        # Alternatives are tried from left to right: a longer id swallows the place before this one is looked for.
        self._pattern = re.compile(
            rf"(?<![a-z0-9])(?:{'|'.join([*map(re.escape, longer), wanted])})(?![a-z0-9])", re.IGNORECASE
        )

    def found_in(self, text: str) -> int | None:
        """The place of the id in a text, as an index; None where it is not."""
        return next((m.start("id") for m in self._pattern.finditer(text) if m["id"] is not None), None)
