"""Rules for the anatomy of pages: all pages of one kind have the headings that `docs/data/anatomy.yml` names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..library.anatomy import Anatomy, ExpectedHeading
from ..messages.message import Message
from ..messages.problem import Problem
from .page_files import PageFile, PageFiles
from .parts import Heading

#: The level at which a page's own parts stand; deeper headings are a page's own affair.
LEVEL = 2


def anatomy_problems(anatomy: Anatomy, pages: PageFiles) -> Iterator[Problem]:
    """Headings that are missing, too many, in another order or in other words."""
    for page in pages.files:
        expected = anatomy.root.get(page.folder)
        if expected and not page.path.endswith("index.md"):
            found = [h for h in page.structure.headings if h.level == LEVEL]
            yield from missing_headings(page, found, expected)
            yield from extra_headings(page, found, expected)
            yield from misordered_headings(page, found, expected)
            yield from misworded_headings(page, found, expected)


def missing_headings(
    page: PageFile, found: Sequence[Heading], expected: Sequence[ExpectedHeading]
) -> Iterator[Problem]:
    """A heading that this kind of page has and this page has not, at the line after which it should come."""
    line = page.first_line
    for wanted in expected:
        here = next((h for h in found if _is(h, wanted, page)), None)
        if here is not None:
            line = here.line
            continue
        yield Problem(
            page.where,
            line,
            "N01",
            Message("the heading `{heading}` is missing", heading=wanted[page.lang]),
            _write(wanted, page, expected),
        )


def extra_headings(page: PageFile, found: Sequence[Heading], expected: Sequence[ExpectedHeading]) -> Iterator[Problem]:
    """A heading of this level that is not part of the anatomy, or stands there a second time."""
    seen: set[str] = set()
    for heading in found:
        wanted = next((w for w in expected if _is(heading, w, page)), None)
        if wanted is None:
            yield Problem(
                page.where,
                heading.line,
                "N02",
                Message("`## {heading}` is not a heading of this kind of page", heading=heading.text),
                Message("make it `###` under one of: {headings}", headings=tuple(w[page.lang] for w in expected)),
            )
        elif wanted.anchor in seen:
            yield Problem(
                page.where,
                heading.line,
                "N02",
                Message("`## {heading}` stands here twice", heading=heading.text),
                Message("join the two parts under one heading"),
            )
        else:
            seen.add(wanted.anchor)


def misordered_headings(
    page: PageFile, found: Sequence[Heading], expected: Sequence[ExpectedHeading]
) -> Iterator[Problem]:
    """The first heading that comes too early or too late."""
    places = [(i, h) for h in found for i, w in enumerate(expected) if _is(h, w, page)]
    for (before, above), (after, heading) in pairwise(places):
        if after < before:
            yield Problem(
                page.where,
                heading.line,
                "N03",
                Message(
                    "`{heading}` comes after `{above}`, and should come before it",
                    heading=heading.text,
                    above=above.text,
                ),
                Message("the order is: {headings}", headings=tuple(w[page.lang] for w in expected)),
            )
            return


def misworded_headings(
    page: PageFile, found: Sequence[Heading], expected: Sequence[ExpectedHeading]
) -> Iterator[Problem]:
    """A heading with the right anchor and other words, or the right words and another anchor."""
    for heading in found:
        for wanted in expected:
            if _is(heading, wanted, page) and (heading.text, heading.anchor) != (wanted[page.lang], wanted.anchor):
                anchor = f" {{#{heading.anchor}}}" if heading.anchor else ""
                yield Problem(
                    page.where,
                    heading.line,
                    "N04",
                    Message(
                        "the heading `{heading}` is not worded as on other pages of this kind",
                        heading=heading.text + anchor,
                    ),
                    Message("write `{heading}`", heading=_written(wanted, page)),
                )


def _is(heading: Heading, wanted: ExpectedHeading, page: PageFile) -> bool:
    """Does the heading stand for this part? Its anchor says so, or else its words."""
    return wanted.anchor == heading.anchor or wanted[page.lang] == heading.text


def _written(wanted: ExpectedHeading, page: PageFile) -> str:
    return f"{'#' * LEVEL} {wanted[page.lang]} {{#{wanted.anchor}}}"


def _write(wanted: ExpectedHeading, page: PageFile, expected: Sequence[ExpectedHeading]) -> Message:
    at, heading = expected.index(wanted), _written(wanted, page)
    if not at:
        return Message("write `{heading}` as the first heading", heading=heading)
    return Message("write `{heading}` after `{above}`", heading=heading, above=expected[at - 1][page.lang])
