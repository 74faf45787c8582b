"""Finishing built pages: links that work from a folder, and text for search."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

#: A link to a folder: relative, ending in a slash or being `.` or `..`; perhaps with an anchor. It begins with letters
#: that are always the same, so that a page is searched for them alone.
_FOLDER_LINK = re.compile(
    r'href="(?<=\shref=")(?![A-Za-z][A-Za-z0-9+.-]*:|//|#)((?:[^"?#]*/)?\.\.|[^"?#]*/|\.)(#[^"]*)?"'
)
#: Elements in which every space counts, with all that is in them; and the indents of all other lines.
_AS_IT_STANDS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S | re.I)
_INDENT = re.compile(r"\n[ \t\n]+")
#: It reads bytes faster than text, and lxml's own classes of elements for HTML would be looked up one by one.
_PARSER = etree.HTMLParser(encoding="utf-8", collect_ids=False)
#: Elements whose text is not what a page says.
_SILENT = {"script", "style", "template", "svg", "nav", "button"}
#: What parts the words on the two sides of a tag: a line, a space, or nothing.
_PARTING = dict.fromkeys(
    ("p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "div", "section", "br", "tr"), "\n"
) | {
    # Labels that stand side by side on the page would run into one word.
    "span": " "
}


def from_disk(page: str) -> str:
    """The page with `index.html` named in each link to a folder, so that it works without a server."""

    def named(match: re.Match[str]) -> str:
        path = match[1].rstrip("/") + "/index.html"
        return f'href="{path.removeprefix("./") if path.startswith("./index") else path}{match[2] or ""}"'

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
    _gather(_parsed(piece), told, untold)
    return PageText(_lines(told), _lines(untold))


def _gather(element: etree._Element, told: list[str], untold: list[str]) -> None:
    """Add what stands in an element to `told`, and what of it is marked so to `untold`."""
    told.append(element.text or "")
    for child in element:
        tag = child.tag
        if isinstance(tag, str):
            parting = _PARTING.get(tag, "")
            if tag not in _SILENT and child.get("data-search-exclude") is None:
                into = told if child.get("data-search-untold") is None else untold
                into.append(parting)
                _gather(child, into, untold)
                if into is not told:
                    into.append(parting)
            told.append(parting)
        told.append(child.tail or "")


def _parsed(piece: str) -> etree._Element:
    """The body of a page that holds a piece of HTML and nothing else."""
    body = etree.HTML(f"<div>{piece}</div>".encode(), _PARSER).find("body")
    assert body is not None, "the parser puts what it reads into a body"
    return body


def _lines(parts: Iterable[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
