"""Finishing built pages: links that work from a folder, and text for search."""

from __future__ import annotations

import re

from lxml import etree, html

#: A link to a folder: relative, ending in a slash or being `.` or `..`; perhaps with an anchor.
_FOLDER_LINK = re.compile(r'(\shref=")((?![a-z][a-z0-9+.-]*:|//|#)[^"?#]*?)(#[^"]*)?(")', re.I)
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


def plain_text(piece: str) -> str:
    """What a piece of HTML says, block by block, without menus, scripts and what is marked `data-search-exclude`."""
    parts: list[str] = []
    walk = etree.iterwalk(html.fromstring(f"<div>{piece}</div>"), events=("start", "end", "comment"))
    for event, element in walk:
        if event == "start" and (element.tag in _SILENT or "data-search-exclude" in element.attrib):
            walk.skip_subtree()
            continue
        if event != "comment":
            parts.append(_parting(element.tag))
        if event == "start":
            parts.append(element.text or "")
        else:
            parts.append(element.tail or "")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _parting(tag: str) -> str:
    """What parts the words on the two sides of a tag: a line, a space, or nothing."""
    if tag in _BLOCKS:
        return "\n"
    # Labels that stand side by side on the page would run into one word.
    return " " if tag == "span" else ""
