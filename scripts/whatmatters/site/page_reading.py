"""What a built page has to do with others, and what of it the policy of a server allows on none.

A page of ours is nothing but text and tags that are plainly written, and most of its tags stand on many pages: they are
found by one pattern, and each is looked at once. Any other page is read by a parser of HTML, which takes twice as long.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from sys import intern
from typing import TypeVar

from lxml import etree

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

_PARSER = etree.HTMLParser(encoding="utf-8", collect_ids=False)

CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.I)

#: Whatever may be a tag.
_TAG = re.compile(rb"<[^>]*>")
#: An element whose text is no HTML, where that is not plainly text: there a `<` would begin no tag. What stands in a
#: style sheet is asked too.
_RAW = re.compile(
    rb"<(?:style|plaintext)\b|<(script|textarea|title|xmp|iframe|noembed|noframes)\b[^>]*>(?![^<]*</\1>)", re.I
)
#: What is plainly no tag that begins an element, and what plainly is one: no attribute without its quotes.
_NO_BEGINNING = re.compile(r"</[A-Za-z][A-Za-z0-9-]*>|<!--[^<>]*-->|<!doctype html>", re.A)
_VALUE = r"(?:[^\"<>&\s]++| |&(?:amp|lt|gt|quot|#3[49]);)*+"
_NAME = r"[A-Za-z_][A-Za-z0-9_.:-]*+"
_BEGINNING = re.compile(rf'<([A-Za-z][A-Za-z0-9-]*+)((?:\s++{_NAME}(?:="{_VALUE}")?+)*+)\s*+/?>')
_ATTRIBUTE = re.compile(rf'\s({_NAME})(?:="([^"]*)")?')


@dataclass(frozen=True)
class PageRead:
    """What a page has to do with others."""

    links: tuple[str, ...]
    loads: tuple[str, ...]
    ids: frozenset[str]
    barred: tuple[str, ...] = ()
    """Names of elements and attributes that a server's policy allows on no page."""


Same = TypeVar("Same", tuple[str, ...], frozenset[str])

#: What an element says: what of a page it belongs to, and an address or a name.
_Said = tuple[str, str]


def page_read(html: bytes) -> PageRead:
    """What a page, in UTF-8, has to do with others, and what it may not hold."""
    return plainly_read(html) or thoroughly_read(html)


def plainly_read(html: bytes) -> PageRead | None:
    """The same, tag by tag; None for a page of which a parser of HTML might make something else."""
    if _RAW.search(html) or html.rfind(b"<") > html.rfind(b">"):
        return None
    try:
        return _page(said for tag in dict.fromkeys(_TAG.findall(html)) for said in _said_by(tag))
    except ValueError:
        return None


def thoroughly_read(html: bytes) -> PageRead:
    """The same, by a parser of HTML."""
    tree = etree.HTML(html, _PARSER)
    # One walk: to ask the page for each of these by itself would take as long as reading it. An empty file has no tree.
    return (
        _page(said for element in tree.iter(etree.Element) for said in _said_in(element))
        if tree is not None
        else _page(())
    )


def _said_in(element: etree._Element) -> Iterator[_Said]:
    """What an element says, with the style sheet that stands in it."""
    yield from _said(element.tag, dict(element.items()))
    if element.tag == "style":
        yield from (("styles", text) for text in (element.text, *(child.tail for child in element)) if text)


@lru_cache(maxsize=1 << 12)
def _said_by(tag: bytes) -> tuple[_Said, ...]:
    """What a tag says. Raises ValueError for one that is not plainly written."""
    written = tag.decode()
    if _NO_BEGINNING.fullmatch(written):
        return ()
    if (begins := _BEGINNING.fullmatch(written)) is None:
        raise ValueError(written)
    pairs = [(name.lower(), unescape(value)) for name, value in _ATTRIBUTE.findall(begins[2])]
    attributes = dict(pairs)
    if len(attributes) < len(pairs):
        raise ValueError(written)
    return tuple(_said(begins[1].lower(), attributes))


def _said(tag: str, attributes: Mapping[str, str]) -> Iterator[_Said]:
    """What an element says by its name and attributes."""
    if tag in BARRED or (tag in _ASKED and _is_barred(tag, attributes)):
        yield "barred", tag
    for name, value in attributes.items():
        if name in _PLAIN:
            continue
        if name == "href" and tag == "a":
            yield "links", value
        elif name in ("id", "name"):
            yield "ids", value
        elif name in LOADING_BY and (LOADING_BY[name] or tag) == tag and (name, tag) != ("src", "a"):
            yield "loads", value
        elif name == "srcset":
            yield from (("sources", part.split()[0]) for part in value.split(",") if part.split())
        if name in BARRED_ATTRIBUTES or name.startswith("on"):
            yield "barred", name
        if name == "style":
            yield "styles", value
    if tag == "link" and LOADING & set(attributes.get("rel", "").lower().split()):
        yield "linked", attributes.get("href", "")


def _page(said: Iterable[_Said]) -> PageRead:
    """All that its elements say. Most addresses and names stand on many pages: they are kept once."""
    found = defaultdict[str, list[str]](list)
    for what, words in said:
        found[what].append(intern(words))
    in_styles = (address for style in found["styles"] for address in named_in_css(style))
    return PageRead(
        tuple(dict.fromkeys(found["links"])),
        _once(tuple(dict.fromkeys((*found["loads"], *found["linked"], *found["sources"], *map(intern, in_styles))))),
        _once(frozenset(found["ids"])),
        tuple(dict.fromkeys(found["barred"])),
    )


@lru_cache(maxsize=1 << 10)
def _once(value: Same) -> Same:
    """The same value for all pages that have an equal one: those of a kind load the same, most have the same ids."""
    return value


def named_in_css(said: str) -> Iterator[str]:
    """Addresses in a style sheet; those in its comments are asked for by nobody."""
    for match in CSS_ADDRESS.finditer(CSS_COMMENT.sub("", said)):
        yield next(address for address in match.groups() if address is not None).strip()


def _is_barred(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a script stands in the page itself, or what is said of the page would be said by its server."""
    if tag == "meta":
        return "http-equiv" in attributes
    return "src" not in attributes and attributes.get("type") != "application/json"
