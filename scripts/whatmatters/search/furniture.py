"""Lines that stand on many pages and say nothing about any of them: who checked a page, how a session goes.

Kept everywhere they would fill a third of the index, and bring up forty pages for a word that one page is about.
Kept nowhere they could not be found. So a line stays with the kind of page whose own business it most likely is,
and on one page only where many of that kind have it. What an entry's title, summary and tags say is kept there alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from .entry import Entry, Kind

#: On so many pages of one kind a line may stand and still be part of each.
SHARED = 3
#: Whose line it is, if several have it: a duty is the law page's, ground rules are the tool's.
_OWNERS: tuple[Kind, ...] = ("law", "principle", "tool", "question", "story", "page", "pack", "home")


def without_furniture(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of one language, in the order given, without the lines that are rather another page's."""
    having: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (_OWNERS.index(entry.kind), entry.url)):
        for line in dict.fromkeys(entry.text.split("\n")):
            having[line].append(entry)
    keepers = {line: _keepers(pages) for line, pages in having.items() if len(pages) > 1}

    def kept(entry: Entry) -> str:
        said = {entry.title, entry.summary, *entry.tags}
        lines = dict.fromkeys(
            line for line in entry.text.split("\n") if line not in said and not _begins(entry.summary, line)
        )
        return "\n".join(line for line in lines if entry.url in keepers.get(line, {entry.url}))

    return [replace(entry, text=kept(entry)) for entry in entries]


def _begins(summary: str, line: str) -> bool:
    """Is the line a sentence that the summary begins with? A duty is, where the summary warns of something after it."""
    return line.endswith(".") and summary.startswith(f"{line} ")


def _keepers(pages: Sequence[Entry]) -> set[str]:
    """Addresses of the pages that keep a line which all of `pages` have; the likeliest owner stands first."""
    alike = [page.url for page in pages if page.kind == pages[0].kind]
    return set(alike if len(alike) <= SHARED else alike[:1])
