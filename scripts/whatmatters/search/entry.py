"""What is searched: one entry a page and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whatmatters.language.bilingual import Lang

Kind = Literal["story", "principle", "law", "question", "tool", "pack", "page", "home"]


@dataclass(frozen=True)
class Entry:
    """One page as search sees it, in one language."""

    lang: Lang
    #: Within the site's root, ending in a slash: `stories/magic-moments/x/`, for Welsh `cy/stories/…`;
    #: with an anchor for a place on a page: `legislation/regulations/#reg-58`.
    url: str
    title: str
    kind: Kind
    #: One line; shown when no sentence of the text holds a word of the query.
    summary: str
    #: Plain words, paragraphs parted by a line break.
    text: str
    #: Labels in `lang`.
    tags: tuple[str, ...] = ()
    #: Minutes to read, where the page says them.
    minutes: int | None = None
    #: What is found and never shown: a story's ending, to which a reader comes after its pause. Written as `text`.
    untold: str = ""
