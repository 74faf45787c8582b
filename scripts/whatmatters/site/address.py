"""Addresses of pages: where a page stands, and how one links to another from a plain folder."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..language.bilingual import LANGUAGES, Lang, other
from ..language.table import TABLE, language_at

#: The folder of the site in which pages of a language stand.
PREFIX: dict[Lang, str] = {lang: TABLE[lang].folder for lang in LANGUAGES}


def url_of(path: str, lang: Lang) -> str:
    """Address within the site: `stories/x/` in Welsh is `cy/stories/x/`."""
    return PREFIX[lang] + path


def root_from(url: str) -> str:
    """The way from a page to the root of the site, ending in a slash: `../../`; `./` at the root."""
    return "../" * url.count("/") or "./"


def link(from_url: str, to_url: str) -> str:
    """A relative link between two pages, naming `index.html`, so that it works without a server.

    An anchor or a file's own name is kept: `packs/x/cards.pdf`, `stories/#theme`.
    """
    path, mark, anchor = to_url.partition("#")
    if path == "" or path.endswith("/"):
        path += "index.html"
    return root_from(from_url).removeprefix("./") + path + mark + anchor


def within_language(url: str) -> str:
    """The address of a page within its language: `cy/stories/x/` and `stories/x/` are both `stories/x/`."""
    return url.removeprefix(PREFIX[language_at(url)])


def section_of(url: str) -> str:
    """The first part of a page's address within its language: `stories`; nothing for a home page."""
    return within_language(url).split("/")[0]


def site_root(site_url: str | None) -> str:
    """Where a site's links begin, on the host that it has to itself or shares: `/`, or `/what-matters/`."""
    path = urlsplit(site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def same_page_in_other_language(url: str, lang: Lang, to: Lang | None = None) -> str:
    """A link from the page at `url`, which is in `lang`, to its twin: that in `to`, where there are several."""
    return link(url, url_of(url.removeprefix(PREFIX[lang]), to or other(lang)))


def source_of(path: str, lang: Lang) -> str:
    """The file that MkDocs takes a page to come from: `cy/stories/x/y.md` for `stories/x/y/`."""
    parts = path.rstrip("/")
    return f"{lang}/{parts}.md" if parts.count("/") else f"{lang}/{parts}/index.md"
