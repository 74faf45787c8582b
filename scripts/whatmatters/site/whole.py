"""Checks on the whole built site: every link leads somewhere, and nothing is loaded from another host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree


@dataclass(frozen=True)
class _Page:
    """What a page has to do with others."""

    links: list[str]
    loads: list[str]
    ids: frozenset[str]


def site_problems(site_dir: Path) -> list[str]:
    """Links that lead nowhere, anchors that are not there, and anything loaded from another host."""
    files = {path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file()}
    pages = {where: _read(site_dir / where) for where in sorted(files) if where.endswith(".html")}
    # The page of missing addresses is shown at any depth, so its links start at the site's own address.
    return [p for where, page in pages.items() if where != "404.html" for p in _problems(where, page, pages, files)]


def _read(path: Path) -> _Page:
    tree = etree.HTML(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    if tree is None:  # An empty file.
        return _Page([], [], frozenset())
    loaded = "//link[contains('stylesheet icon preload preconnect', @rel)]/@href | //*[not(self::a)]/@src"
    return _Page(
        [str(href) for href in tree.xpath("//a/@href")],
        [str(address) for address in tree.xpath(loaded)],
        frozenset(str(name) for name in tree.xpath("//@id | //@name")),
    )


def _problems(where: str, page: _Page, pages: dict[str, _Page], files: set[str]) -> Iterator[str]:
    for target in page.loads:
        if urlsplit(target).netloc:
            yield f"{where}: loads {target} from another host"
    for target in (*page.links, *page.loads):
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or target == "":
            continue
        file = normpath(join(dirname(where), unquote(parts.path))) if parts.path else where
        if file not in files:
            yield f"{where}: the link {target} leads nowhere"
        elif "=" in parts.fragment:
            continue  # What a script reads there, such as `#theme=family`, is no anchor.
        elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
            yield f"{where}: the link {target} names an anchor that is not there"
