"""Checks on the whole built site: every link leads somewhere, nothing is loaded from another host, and no page holds
what the policy of a server allows on none (`deploy/nginx/headers.conf`)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from ..language.bilingual import Lang
from ..language.table import language_at
from .page_reading import PageRead, named_in_css, page_read

#: Where a link may lead, beside the site itself.
SCHEMES = {"http", "https", "mailto", "tel"}

Pages = Mapping[str, PageRead]
"""Built pages by their paths in the site."""


def pages_read(site_dir: Path, lang: Lang) -> Pages:
    """What the built pages of one language have to do with others; each language can be read as soon as it stands."""
    return {
        where: page_read((site_dir / where).read_bytes())
        for where in sorted(_files(site_dir))
        if where.endswith(".html") and language_at(where) == lang
    }


def site_problems(site_dir: Path, read: Pages | None = None) -> list[str]:
    """Links that lead nowhere, anchors that are not there, and anything loaded from another host.

    Pages that are in `read` are not read again. What a script asks for cannot be seen here; the tests watch a browser
    for that.
    """
    files, known = _files(site_dir), read or {}
    pages = {
        where: known.get(where) or page_read((site_dir / where).read_bytes())
        for where in sorted(files)
        if where.endswith(".html")
    }
    pages |= {where: _styles(site_dir / where) for where in sorted(files) if where.endswith(".css")}
    barred = [
        f"{where}: holds `{name}`, which the policy of a server allows on no page"
        for where, page in pages.items()
        for name in page.barred
    ]
    # The page of missing addresses is shown at any depth, so its links start at the site's own address.
    linked = [p for where, page in pages.items() if where != "404.html" for p in _problems(where, page, pages, files)]
    return barred + linked


def _files(site_dir: Path) -> set[str]:
    """Every file of the site by its path."""
    return {
        f"{Path(folder).relative_to(site_dir).as_posix()}/{name}".removeprefix("./")
        for folder, _, names in os.walk(site_dir)
        for name in names
    }


def _styles(path: Path) -> PageRead:
    return PageRead((), tuple(named_in_css(path.read_text(encoding="utf-8", errors="replace"))), frozenset())


def _host(address: str) -> str:
    """The host that an address names; what cannot be read as an address names one that nobody knows."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return address


def _problems(where: str, page: PageRead, pages: Pages, files: set[str]) -> Iterator[str]:
    folder = dirname(where)
    for target in page.loads:
        if _host(target):
            yield f"{where}: loads {target} from another host"
    for target in (*page.links, *page.loads):
        try:
            parts = _parted(target)
        except ValueError as error:
            yield f"{where}: the link {target} is no address: {error}"
            continue
        if parts is None:
            # What a page loads may be data that stands in it.
            scheme = urlsplit(target).scheme
            if target in page.links and scheme and scheme not in SCHEMES:
                yield f"{where}: the link {target} leads to no page ({scheme}:)"
            continue
        path, anchor = parts
        file = normpath(join(folder, path)) if path else where
        if file not in files:
            yield f"{where}: the link {target} leads nowhere"
        elif anchor and file in pages and anchor not in pages[file].ids:
            yield f"{where}: the link {target} names an anchor that is not there"


@lru_cache(maxsize=1 << 16)
def _parted(target: str) -> tuple[str, str] | None:
    """Path and anchor of an address within the site, as most pages have them; None for one that leads elsewhere.

    Raises ValueError for what cannot be read as an address.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or target == "":
        return None
    # What a script reads there, such as `#theme=family`, is no anchor.
    return unquote(parts.path), "" if "=" in parts.fragment else unquote(parts.fragment)
