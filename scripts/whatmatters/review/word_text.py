"""The words of a piece of a Word file as they stand once every tracked change is accepted."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from .package import attribute, local

#: What holds no words of the text as it now stands: deleted and moved away, field codes, the second copy of a text box.
_GONE = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rPr", "pPr", "tcPr", "trPr"})
_BREAKS = frozenset({"br", "cr"})
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True)
class Words:
    """What a piece shows, and what it hides."""

    visible: str
    hidden: str


def words_in(element: etree._Element) -> Words:
    """The words of a cell or a paragraph; paragraphs are parted by `\\n`."""
    visible: list[str] = []
    hidden: list[str] = []
    _collect(element, visible, hidden)
    return Words("".join(visible).strip("\n"), "".join(hidden))


def _collect(element: etree._Element, visible: list[str], hidden: list[str]) -> None:
    name = local(element)
    if name in _GONE:
        return
    into = hidden if name == "r" and is_hidden(element) else visible
    if name == "t":
        visible.append(element.text or "")
    elif name in _BREAKS:
        visible.append("\n")
    elif name in ("tab", "ptab"):
        visible.append(" ")
    elif name == "noBreakHyphen":
        visible.append("-")
    else:
        for child in element:
            _collect(child, into, hidden)
    if name == "p" and not _mark_is_gone(element):
        visible.append("\n")


def is_hidden(run: etree._Element) -> bool:
    """Does a run have the look of hidden letters?"""
    for look in run:
        if local(look) == "rPr":
            return any(local(one) == "vanish" and attribute(one, "val") not in _OFF for one in look)
    return False


def _mark_is_gone(paragraph: etree._Element) -> bool:
    """Was the end of a paragraph deleted, so that it runs on into the next one?"""
    return any(
        local(mark) in ("del", "moveFrom")
        for properties in paragraph
        if local(properties) == "pPr"
        for look in properties
        if local(look) == "rPr"
        for mark in look
    )
