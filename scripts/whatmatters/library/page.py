"""A hand-written page of `docs/`: what other pages need to know of it."""

from __future__ import annotations

from ..language.bilingual import Bilingual, Frozen


class Page(Frozen):
    """A page that exists in both languages. Its text stays with MkDocs; this is its card."""

    path: str
    """Address within a language, `principles/what-matters/`; empty for the home page."""
    title: Bilingual
    summary: Bilingual
    principle: str | None = None
    """The tag that the page is about."""

    @property
    def section(self) -> str:
        """The first part of its address: `principles`."""
        return self.path.split("/")[0]

    @property
    def is_index(self) -> bool:
        """Is it the front page of its section?"""
        return self.path == f"{self.section}/" or not self.path


def page_path(relative: str) -> str:
    """The address of a source: `principles/index.md` is `principles/`, `about/privacy.md` is `about/privacy/`."""
    return relative.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/" if relative != "index.md" else ""
