"""A Markdown page as its structure: all that must be the same in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..files.memo import remembered
from .blocks import lists, tables
from .pages import INCLUDE
from .parts import Heading, Listing, Part, Table
from .plain import MARK, without_code
from .targets import Target, as_parts, links, neutral, pictures

HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<rest>\S.*)$")
ATTRIBUTES = re.compile(r"\{[^{}]*\}$")
ID = re.compile(r"\{:?[^{}!#]{0,200}#(?P<id>[A-Za-z0-9_-]+)[^{}!]{0,200}\}")
ADMONITION = re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s+(?P<kind>[\w-]+)")


@dataclass(frozen=True)
class Structure:
    """The parts of a page, each kind in the order of the lines."""

    headings: tuple[Heading, ...]
    targets: tuple[Target, ...]
    """Links as they are written, for the rules that follow them."""
    links: tuple[Part, ...]
    pictures: tuple[Part, ...]
    tables: tuple[Table, ...]
    lists: tuple[Listing, ...]
    includes: tuple[Part, ...]
    admonitions: tuple[Part, ...]
    ids: tuple[Part, ...]
    """Ids that stand anywhere but on a heading: those of questions, most of all."""
    marks: tuple[Part, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """Every id that a link may name: those that the page itself gives, never those made up from words."""
        return frozenset([h.anchor for h in self.headings if h.anchor] + [part.value for part in self.ids])


@remembered
def read_structure(text: str, first_line: int = 1) -> Structure:
    """The structure of a page's text, whose first line stands at `first_line` of its file."""
    plain = without_code(text)
    lines = plain.split("\n")
    found = links(plain, first_line)
    others = [(n, line) for n, line in enumerate(lines, start=first_line) if not HEADING.match(line)]
    return Structure(
        headings=tuple(_headings(lines, first_line)),
        targets=found,
        links=as_parts(found, neutral),
        pictures=as_parts(pictures(plain, first_line), neutral),
        tables=tables(lines, first_line),
        lists=lists(lines, first_line),
        includes=tuple(Part(n, neutral(m["path"])) for n, line in others for m in INCLUDE.finditer(line)),
        admonitions=tuple(Part(n, m["kind"]) for n, line in others if (m := ADMONITION.match(line))),
        ids=tuple(Part(n, m["id"]) for n, line in others for m in ID.finditer(line)),
        marks=tuple(Part(n, m["name"]) for n, line in others if (m := MARK.match(line.strip()))),
    )


def _headings(lines: list[str], first_line: int) -> list[Heading]:
    found = []
    for number, line in enumerate(lines, start=first_line):
        match = HEADING.match(line)
        if match:
            rest = match["rest"].rstrip()
            attributes = ATTRIBUTES.search(rest)
            anchor = ID.fullmatch(attributes[0]) if attributes else None
            text = rest[: attributes.start()] if attributes else rest.rstrip("#")
            found.append(Heading(number, len(match["level"]), text.rstrip(), anchor["id"] if anchor else None))
    return found
