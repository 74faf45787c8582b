"""Text on slides and in their notes, a language on every run of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..deck.blocks import Block, Heading, Listing, Span, Text
from ..deck.slide import LEAST
from ..language.bilingual import Lang
from .locale import LOCALES
from .slide_master import NUMBER_FIELD
from .slide_places import OVER, Box
from .slide_xml import words

#: How far the words of a list stand from its numbers in the notes, in EMU: 6 mm.
NOTES_INDENT = 216000

#: Size of what stands small at a foot, in pt.
MARK = 8


def indent(size: float) -> int:
    """The same on the wall, in EMU, for type of a size in pt: a number in bold Verdana takes an em of it."""
    return round(size * 1.3 * 12700)


def sized(size: float, usual: float = LEAST) -> str:
    """The style of a body whose text is all in one size (pt): none where that is its layout's, `usual`."""
    if size == usual:
        return "<a:lstStyle/>"
    return f'<a:lstStyle><a:lvl1pPr><a:defRPr sz="{size * 100:.0f}"/></a:lvl1pPr></a:lstStyle>'


@dataclass(frozen=True)
class Writer:
    """Writes paragraphs of a shape's text, in one language but for runs that have their own."""

    lang: Lang

    def line(self, spans: Iterable[Span]) -> str:
        """One paragraph."""
        return _paragraph("".join(self._run(span) for span in spans))

    def titled_over(self, over: str, title: str) -> str:
        """A title with a smaller line over it, in one paragraph, so that both are read as the slide's title."""
        line_break = f'<a:br><a:rPr lang="{LOCALES[self.lang]}"/></a:br>'
        return _paragraph(self._run(Span(over), OVER) + line_break + self._run(Span(title)))

    def link(self, said: str, relation: str) -> str:
        """A paragraph that leads to another slide."""
        click = f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"/>'
        return _paragraph(self._run(Span(said), inside=click))

    def foot(self, said: str, mark: str, box: Box) -> str:
        """The paragraph of a footer, its mark smaller than what is said."""
        runs = self._run(Span(said), box.size, _dress(box)) + self._run(Span(mark), MARK, _dress(box))
        return _paragraph(runs, f'<a:pPr algn="{box.align}"/>')

    def number(self, box: Box) -> str:
        """The slide's number, counted by PowerPoint."""
        look = f'<a:rPr lang="{LOCALES[self.lang]}" sz="{box.size * 100:.0f}">{_dress(box)}</a:rPr>'
        field = f'<a:fld id="{NUMBER_FIELD}" type="slidenum">{look}<a:t>‹#›</a:t></a:fld>'
        return _paragraph(field, f'<a:pPr algn="{box.align}"/>')

    def blocks(self, blocks: Iterable[Block], indent: int) -> str:
        """Blocks, paragraph by paragraph; words of lists stand `indent` EMU to the right of their numbers."""
        made = []
        for block in blocks:
            match block:
                case Heading(_, text):
                    made.append(self.line((Span(text, strong=True),)))
                case Text(spans):
                    made.append(self.line(spans))
                case Listing(items, numbered, start):
                    listed = _listed(indent, start if numbered else None)
                    made += [_paragraph(self._run(Span(item)), listed) for item in items]
                case _:
                    raise ValueError(f"a slide cannot hold this block: {block}")
        return "".join(made)

    def _run(self, span: Span, size: float | None = None, inside: str = "") -> str:
        """A run, in its own size (pt) where it has one; `inside` are the children of its properties."""
        bold = ' b="1"' if span.strong else ""
        large = f' sz="{size * 100:.0f}"' if size else ""
        properties = f'a:rPr lang="{LOCALES[span.lang or self.lang]}"{bold}{large}'
        said = f"<{properties}>{inside}</a:rPr>" if inside else f"<{properties}/>"
        return f"<a:r>{said}<a:t>{words(span.text)}</a:t></a:r>"


def _paragraph(inside: str, properties: str = "") -> str:
    return f"<a:p>{properties}{inside}</a:p>" if properties or inside else "<a:p/>"


def _dress(box: Box) -> str:
    """What says on the slide itself how a footer looks: LibreOffice does not ask its layout."""
    return f'<a:solidFill><a:srgbClr val="{box.colour}"/></a:solidFill><a:latin typeface="+mn-lt"/>'


def _listed(indent: int, start: int | None) -> str:
    """The properties of an item of a list: numbered from `start`, or with a bullet."""
    if start is None:
        mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    else:
        # Without a start the items of one list would still count on, but not those that go on from the slide before.
        mark = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{start}"/>'
    return f'<a:pPr marL="{indent}" indent="{-indent}">{mark}</a:pPr>'
