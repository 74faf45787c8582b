"""Text on slides and in their notes, a language on every run of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from ..deck.blocks import Block, Heading, Listing, Span, Text
from ..deck.slide import LEAST
from ..language.bilingual import Lang
from .locale import LOCALES
from .slide_master import NUMBER_FIELD
from .slide_places import OVER
from .slide_xml import R, qn

#: How far the words of a list stand from its numbers in the notes, in EMU: 6 mm.
NOTES_INDENT = 216000


def indent(size: float) -> int:
    """The same on the wall, in EMU, for type of a size in pt: a number in bold Verdana takes an em of it."""
    return round(size * 1.3 * 12700)


@dataclass(frozen=True)
class Writer:
    """Adds paragraphs to the body of a shape's text, in one language but for runs that have their own."""

    lang: Lang

    def line(self, body: etree._Element, spans: Iterable[Span]) -> etree._Element:
        """One paragraph."""
        paragraph = etree.SubElement(body, qn("a:p"))
        for span in spans:
            self._run(paragraph, span)
        return paragraph

    def sized(self, body: etree._Element, size: float, usual: float = LEAST) -> None:
        """Set all of a body's text in a size (pt), unless that is its layout's, `usual`."""
        if size == usual:
            return
        style = body.find(qn("a:lstStyle"))
        etree.SubElement(etree.SubElement(style, qn("a:lvl1pPr")), qn("a:defRPr")).set("sz", f"{size * 100:.0f}")

    def titled_over(self, body: etree._Element, over: str, title: str) -> None:
        """A title with a smaller line over it, in one paragraph, so that both are read as the slide's title."""
        paragraph = self.line(body, ())
        self._run(paragraph, Span(over)).set("sz", f"{OVER * 100}")
        self._break(paragraph)
        self._run(paragraph, Span(title))

    def link(self, body: etree._Element, words: str, relation: str) -> None:
        """A paragraph that leads to another slide."""
        click = etree.SubElement(self._run(self.line(body, ()), Span(words)), qn("a:hlinkClick"))
        click.set(f"{{{R}}}id", relation)
        click.set("action", "ppaction://hlinksldjump")

    def number(self, body: etree._Element, look: etree._Element) -> None:
        """The slide's number, counted by PowerPoint; `look` is how its run is dressed."""
        field = etree.SubElement(self.line(body, ()), qn("a:fld"))
        field.set("id", NUMBER_FIELD)
        field.set("type", "slidenum")
        field.append(look)
        etree.SubElement(field, qn("a:t")).text = "‹#›"

    def blocks(self, body: etree._Element, blocks: Iterable[Block], indent: int) -> None:
        """Blocks, paragraph by paragraph; words of lists stand `indent` EMU to the right of their numbers."""
        for block in blocks:
            match block:
                case Heading(_, text):
                    self.line(body, (Span(text, strong=True),))
                case Text(spans):
                    self.line(body, spans)
                case Listing(items, numbered, start):
                    for item in items:
                        _listed(self.line(body, (Span(item),)), indent, start if numbered else None)
                case _:
                    raise ValueError(f"a slide cannot hold this block: {block}")

    def _run(self, paragraph: etree._Element, span: Span) -> etree._Element:
        """The properties of a new run at a paragraph's end."""
        run = etree.SubElement(paragraph, qn("a:r"))
        properties = etree.SubElement(run, qn("a:rPr"))
        properties.set("lang", LOCALES[span.lang or self.lang])
        if span.strong:
            properties.set("b", "1")
        etree.SubElement(run, qn("a:t")).text = span.text
        return properties

    def _break(self, paragraph: etree._Element) -> None:
        line_break = etree.SubElement(paragraph, qn("a:br"))
        etree.SubElement(line_break, qn("a:rPr")).set("lang", LOCALES[self.lang])


def _listed(paragraph: etree._Element, indent: int, start: int | None) -> None:
    """Make a paragraph an item of a list: numbered from `start`, or with a bullet."""
    properties = etree.Element(qn("a:pPr"))
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    if start is None:
        etree.SubElement(properties, qn("a:buFont")).set("typeface", "Arial")
        etree.SubElement(properties, qn("a:buChar")).set("char", "•")
    else:
        etree.SubElement(properties, qn("a:buFont")).set("typeface", "+mj-lt")
        number = etree.SubElement(properties, qn("a:buAutoNum"))
        number.set("type", "arabicPeriod")
        # Without it the items of one list would still count on, but not those that go on from the slide before.
        number.set("startAt", str(start))
    paragraph.insert(0, properties)
