"""Finishing built pages: links that work from a folder, and text for search."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree, html

#: A link to a folder: relative, ending in a slash or being `.` or `..`; perhaps with an anchor.
_FOLDER_LINK = re.compile(r'(\shref=")((?![a-z][a-z0-9+.-]*:|//|#)[^"?#]*?)(#[^"]*)?(")', re.I)
#: Elements in which every space counts, with all that is in them; and the indents of all other lines.
_AS_IT_STANDS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S | re.I)
_INDENT = re.compile(r"\n[ \t\n]+")
#: Elements whose text is not what a page says.
_SILENT = {"script", "style", "template", "svg", "nav", "button"}
#: Elements that start on a line of their own.
_BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "div", "section", "br", "tr"}


def from_disk(page: str) -> str:
    """The page with `index.html` named in each link to a folder, so that it works without a server."""

    def named(match: re.Match[str]) -> str:
        before, path, anchor, after = match[1], match[2], match[3] or "", match[4]
        if path.endswith("/") or path in (".", "..") or path.endswith("/.."):
            path = path.rstrip("/") + "/index.html"
            path = path.removeprefix("./") if path.startswith("./index") else path
        return before + path + anchor + after

    return _FOLDER_LINK.sub(named, page)


def without_indents(page: str) -> str:
    """The page without the indents and empty lines of its templates, which a reader would fetch and never see."""
    # A match of two groups: text, element, the element's name, text, and so on.
    parts = _AS_IT_STANDS.split(page)
    return "".join(_INDENT.sub("\n", part) if n % 3 == 0 else part for n, part in enumerate(parts) if n % 3 != 2)


class PageText(NamedTuple):
    """What a page says, block by block: a line each."""

    told: str
    untold: str
    """What is marked `data-search-untold`: search finds it and shows none of it, as a reader comes to it later."""


def page_text(piece: str) -> PageText:
    """What a piece of HTML says, without menus, scripts and what is marked `data-search-exclude`."""
    told: list[str] = []
    untold: list[str] = []
    parts, waiting = told, None
    walk = etree.iterwalk(html.fromstring(f"<div>{piece}</div>"), events=("start", "end", "comment"))
    for event, element in walk:
        if event == "start" and (element.tag in _SILENT or "data-search-exclude" in element.attrib):
            walk.skip_subtree()
            continue
        if event == "start" and waiting is None and "data-search-untold" in element.attrib:
            parts, waiting = untold, element
        if event != "comment":
            parts.append(_parting(element.tag))
        if event == "start":
            parts.append(element.text or "")
            continue
        if waiting is not None and element is waiting:
            parts, waiting = told, None
            parts.append(_parting(element.tag))
        parts.append(element.tail or "")
    return PageText(_lines(told), _lines(untold))


def _lines(parts: Iterable[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _parting(tag: str) -> str:
    """What parts the words on the two sides of a tag: a line, a space, or nothing."""
    if tag in _BLOCKS:
        return "\n"
    # Labels that stand side by side on the page would run into one word.
    return " " if tag == "span" else ""
