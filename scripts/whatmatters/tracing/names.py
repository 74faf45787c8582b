"""Finding a story's id in text and in paths, and not the longer id of another story that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Stands where an id stood: a word that no text has, so that what is around it does not run on.
APART = " 0id0 "
#: Letters that a pattern takes for an `s` or an `i` and that stay other letters when they are made small.
_ODD = "ſıİ"


class Name:
    """An id that is looked for, among ids that are not meant."""

    def __init__(self, story_id: str, others: Iterable[str], *, shared: bool = False) -> None:
        """`others` are ids of all that is in the library; those that hold this id would be taken for it.

        `shared` says that something else than a story has this very id: a tag, a pack, a page.
        """
        self.id = story_id
        longer = sorted((o for o in others if story_id in o and o != story_id), key=len, reverse=True)
        # An id of one word is a word of the language too, so it counts only where it can be nothing else.
        before = "" if "-" in story_id and not shared else r"(?:stories/[a-z0-9-]+/|\bstory[:-])"
        wanted = f"{before}(?P<id>{re.escape(story_id)})"
        self._pattern = _any_of([*map(re.escape, longer), wanted])
        self._ids = _any_of(map(re.escape, [*longer, story_id]))

    def found_in(self, text: str) -> int | None:
        """The place of the id in a text, as an index; None where it is not."""
        if not self._may_stand_in(text):
            return None
        return next((m.start("id") for m in self._pattern.finditer(text) if m["id"] is not None), None)

    def _may_stand_in(self, text: str) -> bool:
        """Whether it is worth while to look: most texts hold nothing like it, and a pattern takes long to say so."""
        return self.id in text.lower() or any(letter in text for letter in _ODD)

    def taken_out_of(self, line: str) -> str:
        """A line without this id and the longer ones: an id often has the words of the title, and is not the title."""
        return self._ids.sub(APART, line) if self.id in line.lower() else line


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    # Alternatives are tried from left to right: a longer id swallows the place before this one is looked for.
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(patterns)})(?![a-z0-9])", re.IGNORECASE)
