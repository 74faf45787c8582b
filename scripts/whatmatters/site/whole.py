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
from sys import intern
from urllib.parse import unquote, urlsplit

from lxml import etree

from ..language.bilingual import Lang
from ..language.table import language_at

#: Kinds of `<link>` for which a browser asks a host something.
LOADING = {
    *("stylesheet", "icon", "apple-touch-icon", "manifest"),
    *("preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"),
}

#: By which attribute a browser loads something, or sends a form, by itself: on any element, or on these alone.
LOADING_BY = {"src": None, "formaction": None, "data": "object", "poster": "video", "action": "form", "href": "base"}

#: What a page may not hold: styles and scripts that stand in it, handlers of events, other pages in frames.
BARRED = {"style", "iframe", "frame", "object", "embed", "base"}
BARRED_ATTRIBUTES = {"style", "srcdoc", "ping"}
#: What is barred on some conditions.
_ASKED = {"script", "meta"}
#: The most frequent attributes, of which none of this is asked.
_PLAIN = {"class", "aria-hidden", "focusable", "viewbox", "d"}

#: Where a link may lead, beside the site itself.
SCHEMES = {"http", "https", "mailto", "tel"}

_PARSER = etree.HTMLParser(encoding="utf-8", collect_ids=False)

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


def page_read(html: bytes) -> PageRead:
    """What a page, in UTF-8, has to do with others, and what it may not hold."""
    tree = etree.HTML(html, _PARSER)
    if tree is None:  # An empty file.
        return PageRead((), (), frozenset())
    # One walk: to ask the page for each of these by itself would take as long as reading it.
    links, loads, linked, sources, styles, ids, barred = [], [], [], [], [], set(), []
    for element in tree.iter(etree.Element):
        tag, attributes = element.tag, element.items()
        if tag in BARRED or (tag in _ASKED and _is_barred(tag, dict(attributes))):
            barred.append(tag)
        if tag == "style":
            styles += [text for text in (element.text, *(child.tail for child in element)) if text]
        for name, value in attributes:
            if name in _PLAIN:
                continue
            if name == "href" and tag == "a":
                links.append(value)
            elif name in ("id", "name"):
                ids.add(value)
            elif name in LOADING_BY and (LOADING_BY[name] or tag) == tag and (name, tag) != ("src", "a"):
                loads.append(value)
            elif name == "srcset":
                sources += [part.split()[0] for part in value.split(",") if part.split()]
            if name in BARRED_ATTRIBUTES or name.startswith("on"):
                barred.append(name)
            if name == "style":
                styles.append(value)
        if tag == "link" and LOADING & set(element.get("rel", "").lower().split()):
            linked.append(element.get("href", ""))
    loads += [*linked, *sources, *(address for said in styles for address in _named_in_css(said))]
    # Most addresses and names stand on many pages: they are kept once.
    return PageRead(
        tuple(dict.fromkeys(map(intern, links))),
        tuple(dict.fromkeys(map(intern, loads))),
        frozenset(map(intern, ids)),
        tuple(dict.fromkeys(barred)),
    )


def _is_barred(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a script stands in the page itself, or what is said of the page would be said by its server."""
    if tag == "meta":
        return "http-equiv" in attributes
    return "src" not in attributes and attributes.get("type") != "application/json"


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
