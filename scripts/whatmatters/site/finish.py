"""Finishing built pages: links that work from a folder, text for search, and checks on the whole site."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: A link to a folder: relative, ending in a slash or being `.` or `..`; perhaps with an anchor.
_FOLDER_LINK = re.compile(r'(\shref=")((?![a-z][a-z0-9+.-]*:|//|#)[^"?#]*?)(#[^"]*)?(")', re.I)
#: Elements whose text is not what a page says.
_SILENT = {"script", "style", "template", "svg", "nav", "button"}


def from_disk(html: str) -> str:
    """The page with `index.html` named in each link to a folder, so that it works without a server."""

    def named(match: re.Match[str]) -> str:
        before, path, anchor, after = match[1], match[2], match[3] or "", match[4]
        if path.endswith("/") or path in (".", "..") or path.endswith("/.."):
            path = path.rstrip("/") + "/index.html"
            path = path.removeprefix("./") if path.startswith("./index") else path
        return before + path + anchor + after

    return _FOLDER_LINK.sub(named, html)


#: Elements that start on a line of their own.
_BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "div", "section", "br", "tr"}
#: Elements that have no end tag, or none that matters here.
_EMPTY = {"br", "img", "input", "hr", "meta", "link", "path", "circle", "rect"}


class _Text(HTMLParser):
    """The words of a piece of HTML; blocks are parted by line breaks."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT or any(name == "data-search-exclude" for name, _ in attrs) or self._silent:
            if tag not in _EMPTY:
                self._silent.append(tag)
        else:
            self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
        else:
            self._part(tag)

    def _part(self, tag: str) -> None:
        """What parts the words on the two sides of a tag: a line, a space, or nothing."""
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag == "span":
            # Labels that stand side by side on the page would run into one word.
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def plain_text(html: str) -> str:
    """What a piece of HTML says, block by block, without menus, scripts and what is marked `data-search-exclude`."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Links(HTMLParser):
    """Where a page links to, and what it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.update(v for k, v in given.items() if k in ("id", "name") and v)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
            self.loads.append(given.get("href", ""))
        elif "src" in given:
            self.loads.append(given["src"])


def site_problems(site_dir: Path) -> list[str]:
    """Links that lead nowhere, anchors that are not there, and anything loaded from another host."""
    pages: dict[Path, _Links] = {}
    for path in sorted(site_dir.rglob("*.html")):
        parser = _Links()
        parser.feed(path.read_text(encoding="utf-8"))
        pages[path] = parser
    problems = []
    for path, page in pages.items():
        where = path.relative_to(site_dir).as_posix()
        if where == "404.html":
            continue  # It is shown at any depth, so its links start at the site's own address.
        for target in page.loads:
            if urlsplit(target).netloc:
                problems.append(f"{where}: loads {target} from another host")
        for target in (*page.links, *page.loads):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc or target == "":
                continue
            file = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not file.is_file():
                problems.append(f"{where}: the link {target} leads nowhere")
            elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
                problems.append(f"{where}: the link {target} names an anchor that is not there")
    return problems
