"""Which texts stand on a page, and so whether its Welsh awaits a fluent reader.

A page answers for what it says itself: its own text, what it includes, and data that is written out on it.
Cards and links that lead to another page do not count there, because that page answers for them; on a page that is a
list and little else they do, being all that it says.
Labels (tags, names of laws, the word for the person) and the words of the interface are texts of their own, which the
page on the state of the library tells of: they count where a page is made of little else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..check.pages import INCLUDE
from ..library.library import Library
from ..library.story import Story
from ..library.texts import INCLUDES, SHEETS, page_text

MARK = re.compile(r"^<!-- ([a-z-]+) -->$", re.M)


def on_page(library: Library, path: str) -> tuple[str, ...]:
    """The texts on the hand-written page at an address. Raises KeyError where there is none."""
    own = page_text(library, path)
    *_, words = library.written[own]["cy"]
    included = (f"{INCLUDES}{match['path'].rpartition('/')[2]}" for match in INCLUDE.finditer(words))
    marks = MARK.findall(words)
    data = (text for mark in marks for text in _written_out(library, mark))
    sheet = (f"{SHEETS}{path.split('/')[1]}",) if "tool-sheet" in marks else ()
    return (own, *dict.fromkeys((*included, *data, *sheet)))


def _written_out(library: Library, mark: str) -> tuple[str, ...]:
    """The texts that the build writes out in full where a page has this mark."""
    match mark:
        case "glossary" | "journey":
            return (mark,)
        case "frequency":
            return ("laws",)
        case "read-across":
            return ("laws", "law-groups", *(f"law/{topic.id}" for topic in library.read_across.topics))
        case _:
            return ()


def of_stories(stories: Iterable[Story]) -> tuple[str, ...]:
    """The texts of a list of stories, and of the tags by which they are listed."""
    return ("tags", *(story.folder for story in stories))


def of_banks(library: Library) -> tuple[str, ...]:
    """The texts of all question banks."""
    return tuple(page_text(library, bank.path) for bank in library.banks.values())
