"""What the builders of this room make: pages that need no file, and cards that stand in lists."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..language.bilingual import Lang
from ..library.vocabulary import Tag
from .address import source_of
from .render import one_block


@dataclass(frozen=True)
class MadePage:
    """A page made from the library."""

    path: str
    """Address within its language."""
    lang: Lang
    title: str
    description: str
    draft: bool
    """Whether any of its own words await a fluent reader; `standing.py` says which texts a page is made of."""
    kind: str
    """story, principle, law, question, tool, pack or page: it has a word, an icon and a colour everywhere."""
    make: Callable[[], str] = field(repr=False, compare=False)
    """Makes the inside of the article, with its one h1."""
    crumbs: tuple[tuple[str, str], ...] = ()
    """Labels and addresses of the pages above it, from the top."""
    tags: tuple[str, ...] = ()
    """Labels, for search."""
    minutes: int | None = None
    listed: bool = True
    """Whether search knows it: a page that says what other pages say would only stand in their way."""
    hidden: bool = False
    """Whether it is kept from search engines and the sitemap too."""

    @property
    def html(self) -> str:
        """The inside of the article: made each time it is asked for, and kept by nobody.

        A build asks once, when it writes the page; while somebody edits, only pages that are looked at are made.
        """
        return self.make()

    @property
    def source(self) -> str:
        """The file that MkDocs takes it to come from."""
        return source_of(self.path, self.lang)

    @property
    def meta(self) -> dict[str, Any]:
        """What the front matter of a page that somebody wrote would say of it."""
        return {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "made": True,
            "crumbs": [list(c) for c in self.crumbs],
            "search_tags": list(self.tags),
            "minutes": self.minutes,
            "draft": self.draft,
            "listed": self.listed,
            "hidden": self.hidden,
        }

    def front_matter(self) -> str:
        """What MkDocs reads as the page's source. JSON is YAML that needs no escaping of our own.

        The HTML comes in later, when Markdown has run: nothing of a story passes through Markdown or an include.
        """
        return f"---\n{json.dumps(self.meta, ensure_ascii=False)}\n---\n"

    def content(self) -> str:
        """The inside of the article."""
        return f'<div class="wm-page">\n{one_block(self.html)}\n</div>'


@dataclass(frozen=True)
class StoryCard:
    """A story as it stands in a list."""

    id: str
    title: str
    summary: str
    minutes: int
    href: str
    theme: Tag
    emblem: str
    """Its own picture (`library/emblem.py`); empty where it has none."""
    settings: tuple[str, ...]
    kind: str
    """Label of its kind."""
    label: str | None
    """A plain word of warning where the story did not happen as told: composite, made-up example, anecdote."""
    because: str | None = None
    """In a pack: why it was chosen."""
    session: str = ""
    """In a pack: the address of its session."""


@dataclass(frozen=True)
class PackDownload:
    """A file of a pack, ready to be offered."""

    form: str
    lang: Lang | None
    """None where both languages stand in one file."""
    name: str
    pages: int | None
    """Pages or slides; None for a file that has no fixed number of them."""
    size: int
    """Bytes."""


@dataclass(frozen=True)
class PackPicture:
    """A picture of the front of a pack's card."""

    lang: Lang
    title: str
    """What the card is called."""
    name: str
    width: int
    height: int
    """In pixels."""


Pictures = Mapping[str, tuple[PackPicture, ...]]
"""The pictures of each pack by its id."""


@dataclass(frozen=True)
class Published:
    """A page as a phone finds it, on a site that has an address of its own."""

    address: str
    """The whole of it, `https://…`."""
    code: str
    """The same as a QR code, in SVG."""


Publish = Callable[[str], Published | None]
"""Where the page at an address within the site is to be found; None where the site has no address of its own."""


def unpublished(url: str) -> None:
    """Nowhere: for a site that is opened from a folder."""


Downloads = Mapping[str, tuple[PackDownload, ...]]
"""The files of each pack by its id."""
