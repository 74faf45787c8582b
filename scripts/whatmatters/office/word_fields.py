"""Fields of a Word document: contents and page numbers, with the values that Word would put there."""

from __future__ import annotations

from collections.abc import Callable

#: Headings of level 2, as links without page numbers: Word alone knows where its pages end.
_CONTENTS = r' TOC \o "2-2" \n \h \z '

#: The end of a field.
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def bookmarked(number: int, inside: str) -> str:
    """A place that the contents can point to."""
    mark = f'w:id="{number}"'
    return f'<w:bookmarkStart {mark} w:name="{_place(number)}"/>{inside}<w:bookmarkEnd {mark}/>'


def contents_entry(number: int, run: str) -> str:
    """A run of a contents list as a link to the heading of that number; the first one opens the field."""
    opened = _opened(_CONTENTS) if number == 1 else ""
    return f'{opened}<w:hyperlink w:anchor="{_place(number)}" w:history="1">{run}</w:hyperlink>'


def page_numbers(run: Callable[[str], str]) -> str:
    """`3 / 20`, counted by Word; `run` makes a run of words."""
    return run(" / ").join(f"{_opened(f' {name} ')}{run('1')}{END}" for name in ("PAGE", "NUMPAGES"))


def _place(number: int) -> str:
    return f"_Toc{number:04}"


def _opened(instruction: str) -> str:
    """The beginning of a field, up to its value."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
