"""Checks on the whole built site: every link leads somewhere, nothing is loaded from another host, and no page holds
what the policy of a server allows on none (`deploy/nginx/headers.conf`)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from ..language.bilingual import Lang
from ..language.table import language_at

#: What a browser loads, or sends a form to, by itself; pictures with `srcset` and links by `rel` are looked at apart.
LOADED = "//*[not(self::a)]/@src | //object/@data | //video/@poster | //form/@action | //@formaction | //base/@href"

#: Kinds of `<link>` for which a browser asks a host something.
LOADING = {
    *("stylesheet", "icon", "apple-touch-icon", "manifest"),
    *("preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"),
}

#: What a page may not hold: styles and scripts that stand in it, handlers of events, other pages in frames.
BARRED = etree.XPath(
    "//@style | //style | //@*[starts-with(name(), 'on')] | //@srcdoc | //@ping"
    " | //script[not(@src) and not(@type='application/json')]"
    " | //iframe | //frame | //object | //embed | //base | //meta[@http-equiv]"
)

#: Where a link may lead, beside the site itself.
SCHEMES = {"http", "https", "mailto", "tel"}

CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.I)


@dataclass(frozen=True)
class PageRead:
    """What a page has to do with others."""

    links: tuple[str, ...]
    loads: tuple[str, ...]
    ids: frozenset[str]
    barred: tuple[str, ...] = ()
    """Names of elements and attributes that a server's policy allows on no page."""


Pages = Mapping[str, PageRead]
"""Built pages by their paths in the site."""


def pages_read(site_dir: Path, lang: Lang) -> Pages:
    """What the built pages of one language have to do with others; each language can be read as soon as it stands."""
    return {
        where: _read(site_dir / where)
        for where in sorted(_files(site_dir))
        if where.endswith(".html") and language_at(where) == lang
    }


def site_problems(site_dir: Path, read: Pages | None = None) -> list[str]:
    """Links that lead nowhere, anchors that are not there, and anything loaded from another host.

    Pages that are in `read` are not read again. What a script asks for cannot be seen here; the tests watch a browser
    for that.
    """
    files, known = _files(site_dir), read or {}
    pages = {where: known.get(where) or _read(site_dir / where) for where in sorted(files) if where.endswith(".html")}
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


def _read(path: Path) -> PageRead:
    tree = etree.HTML(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    if tree is None:  # An empty file.
        return PageRead((), (), frozenset())
    loads = [str(address) for address in tree.xpath(LOADED)]
    loads += [link.get("href", "") for link in tree.iter("link") if LOADING & set(link.get("rel", "").lower().split())]
    loads += [part.split()[0] for said in tree.xpath("//@srcset") for part in str(said).split(",") if part.split()]
    loads += [address for said in tree.xpath("//style/text() | //@style") for address in _named_in_css(str(said))]
    return PageRead(
        tuple(dict.fromkeys(str(href) for href in tree.xpath("//a/@href"))),
        tuple(dict.fromkeys(loads)),
        frozenset(str(name) for name in tree.xpath("//@id | //@name")),
        tuple(dict.fromkeys(str(getattr(one, "attrname", None) or one.tag) for one in BARRED(tree))),
    )


def _styles(path: Path) -> PageRead:
    return PageRead((), tuple(_named_in_css(path.read_text(encoding="utf-8", errors="replace"))), frozenset())


def _named_in_css(said: str) -> Iterator[str]:
    """Addresses in a style sheet; those in its comments are asked for by nobody."""
    for match in CSS_ADDRESS.finditer(CSS_COMMENT.sub("", said)):
        yield next(address for address in match.groups() if address is not None).strip()


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
