"""Fields of a Word document: contents and page numbers, with the values that Word would put there."""

from __future__ import annotations

from collections.abc import Callable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

#: Headings of level 2, as links without page numbers: Word alone knows where its pages end.
_CONTENTS = ' TOC \\o "2-2" \\n \\h \\z '


def contents_entry(paragraph: Paragraph, number: int, run: Run) -> None:
    """Make a run of a contents list a link to the heading of that number; the first one opens the field."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"_Toc{number:04}")
    link.set(qn("w:history"), "1")
    run._r.addprevious(link)
    link.append(run._r)
    if number == 1:
        for piece in (_mark("begin"), _instruction(_CONTENTS), _mark("separate")):
            link.addprevious(piece)


def end_contents(paragraph: Paragraph) -> None:
    """Close the field at the end of its last entry."""
    paragraph._p.append(_mark("end"))


def page_numbers(paragraph: Paragraph, run: Callable[[str], Run]) -> None:
    """`3 / 20` at the end of a paragraph, counted by Word; `run` makes a run there."""
    for at, name in enumerate(("PAGE", "NUMPAGES")):
        if at:
            run(" / ")
        for piece in (_mark("begin"), _instruction(f" {name} "), _mark("separate")):
            paragraph._p.append(piece)
        run("1")
        paragraph._p.append(_mark("end"))


def _mark(kind: str) -> BaseOxmlElement:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return _in_run(mark)


def _instruction(text: str) -> BaseOxmlElement:
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = text
    return _in_run(instruction)


def _in_run(inner: BaseOxmlElement) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    run.append(inner)
    return run
