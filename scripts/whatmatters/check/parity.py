"""Rules that compare an English page with its twin in another language: one function for each kind of part.

Each says how many parts stand on either side and where the two first part.
The problem is put into the file that has fewer of them, since that is where something is missing;
into the twin when there are as many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from ..messages.message import Message, Value
from ..messages.problem import Problem
from .page_files import PageFile, PageFiles, Pair
from .parts import Part
from .structure import Structure

#: Fields of the front matter that hold ids, which are the same in both languages.
NEUTRAL_FIELDS = ("principle", "principles")

Parts = Callable[[Structure], Sequence[Part]]


def parity_problems(pages: PageFiles) -> Iterator[Problem]:
    """Everything in which a page and its twin differ; a page without a twin is for another rule."""
    for pair in pages.pairs:
        for rule in RULES:
            yield from rule(pair)


def heading_parity(pair: Pair) -> Iterator[Problem]:
    """The same levels and anchors in the same order."""
    mend = Message("give both the same headings, with the same {{#anchor}} at the end")
    yield from _compare(pair, "P10", Message("headings"), mend, lambda s: [Part(h.line, h.said) for h in s.headings])


def link_parity(pair: Pair) -> Iterator[Problem]:
    """The same links, but for the language in their addresses."""
    yield from _compare(
        pair, "P11", Message("links"), Message("link to the same pages in both languages"), lambda s: s.links
    )


def picture_parity(pair: Pair) -> Iterator[Problem]:
    """The same pictures, but for the language in their names."""
    yield from _compare(
        pair, "P12", Message("pictures"), Message("show the same pictures in both languages"), lambda s: s.pictures
    )


def table_parity(pair: Pair) -> Iterator[Problem]:
    """As many tables, with as many rows and columns."""
    mend = Message("give both tables the same rows and columns")
    yield from _compare(pair, "P13", Message("tables"), mend, lambda s: [Part(t.line, t.said) for t in s.tables])


def list_parity(pair: Pair) -> Iterator[Problem]:
    """As many lists, with as many items, numbered in both or in neither."""
    mend = Message("give both lists the same items; a list needs an empty line above it")
    yield from _compare(pair, "P14", Message("lists"), mend, lambda s: [Part(x.line, x.said) for x in s.lists])


def include_parity(pair: Pair) -> Iterator[Problem]:
    """The same shared texts, each in its own language."""
    yield from _compare(
        pair, "P15", Message("includes"), Message("include the same texts in both languages"), lambda s: s.includes
    )


def admonition_parity(pair: Pair) -> Iterator[Problem]:
    """The same kinds of box in the same order."""
    yield from _compare(
        pair, "P16", Message("boxes"), Message("put the same kinds of box in both languages"), lambda s: s.admonitions
    )


def id_parity(pair: Pair) -> Iterator[Problem]:
    """The same ids in the same order, headings aside."""
    yield from _compare(
        pair, "P17", Message("ids"), Message("give both the same ids in the same order"), lambda s: s.ids
    )


def mark_parity(pair: Pair) -> Iterator[Problem]:
    """The same marks, such as `<!-- stories -->`, for the build to fill."""
    yield from _compare(
        pair, "P18", Message("marks"), Message("put the same marks in both, in the same order"), lambda s: s.marks
    )


def front_matter_parity(pair: Pair) -> Iterator[Problem]:
    """The same ids in the front matter."""
    for name in NEUTRAL_FIELDS:
        en, cy = _field(pair.first, name), _field(pair.twin, name)
        if en != cy:
            line = pair.twin.front.line((name,)) if pair.twin.front else 1
            yield Problem(
                pair.twin.where,
                line,
                "P19",
                Message(
                    "`{name}` is {cy} here, {en} in {file}",
                    name=name,
                    cy=_said(cy),
                    en=_said(en),
                    file=pair.first.where,
                ),
                Message("ids are the same in both languages"),
            )


RULES: tuple[Callable[[Pair], Iterator[Problem]], ...] = (
    heading_parity,
    link_parity,
    picture_parity,
    table_parity,
    list_parity,
    include_parity,
    admonition_parity,
    id_parity,
    mark_parity,
    front_matter_parity,
)


def _compare(pair: Pair, code: str, noun: Message, mend: Message, parts: Parts) -> Iterator[Problem]:
    """One problem at the first place where the two sides part; none when they are alike."""
    page, beside = pair.twin, pair.first
    here, there = parts(page.structure), parts(beside.structure)
    if len(there) < len(here):
        page, beside, here, there = beside, page, there, here
    for i, (ours, theirs) in enumerate(zip_longest(here, there)):
        if ours is None or theirs is None or ours.value != theirs.value:
            yield Problem(
                page.where,
                _line(ours, here, page),
                code,
                _differs(
                    noun=noun,
                    here=len(here),
                    there=len(there),
                    file=beside.where,
                    number=i + 1,
                    ours=_told(ours),
                    theirs=_told(theirs),
                    line=theirs.line if theirs else None,
                ),
                mend,
            )
            return


def _line(part: Part | None, parts: Sequence[Part], page: PageFile) -> int:
    """The line of the part that differs, or of the last one where the list is at its end."""
    if part is not None:
        return part.line
    return parts[-1].line if parts else page.first_line


def _differs(*, line: int | None, **values: Value) -> Message:
    """How many parts there are on either side, and where the two first part; `line` is that of the twin's part."""
    if line is None:
        return Message(
            "{noun}: {here} here, {there} in {file}; they part at number {number}: {ours} here, {theirs} there",
            **values,
        )
    return Message(
        "{noun}: {here} here, {there} in {file}; "
        "they part at number {number}: {ours} here, {theirs} there on line {line}",
        line=line,
        **values,
    )


def _told(part: Part | None) -> Message:
    return Message("`{value}`", value=part.value) if part else Message("nothing")


def _field(page: PageFile, name: str) -> object:
    data = page.front.data if page.front else None
    return data.get(name) if isinstance(data, dict) else None


def _said(value: object) -> Message:
    return Message("missing") if value is None else Message("`{value}`", value=str(value))
