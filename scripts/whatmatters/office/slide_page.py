"""One slide of the show: its placeholders in reading order, its icon, its notes.

Shapes are written here whole. python-pptx would find names and places for each by walking through all that is there,
which for a show of seventy slides takes four times as long as everything else.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import NotesMasterPart, NotesSlidePart, SlidePart
from pptx.util import Mm

from ..deck.blocks import Span, Text
from ..deck.slide import Slide
from .locale import LOCALES
from .slide_places import BAND, BODY, COLUMNS, FOOT, NUMBER, SMALL, TITLE, Box, boxes, title_size
from .slide_text import NOTES_INDENT, Writer, indent
from .slide_xml import NAMES, A, qn

#: Where the icon stands or an emblem's tile, and the code on the opening slide (mm): left, top, size.
_ICON, _EMBLEM, _OPENING_ICON, _CODE = (18, 3.5, 13), (16, 1.5, 17), (24, 22, 14), (282, 122, 44)

#: Size of what stands small at a foot, in pt.
MARK = 8

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def fill_slide(
    part: SlidePart,
    slide: Slide,
    writer: Writer,
    links: tuple[tuple[str, SlidePart], ...],
    picture: Part,
) -> None:
    """Put a slide's shapes into an empty one; `links` are its links with the slides that they lead to.

    `picture` is its icon, or its emblem where it has one.
    """
    tree = part._element.cSld.spTree
    for number, box in enumerate(boxes(slide.layout), start=2):
        # An empty placeholder would stand there asking to be clicked.
        if box.idx == SMALL and not slide.small:
            continue
        body = _placeholder(tree, number, box)
        match box.idx:
            case _ if box.idx == TITLE and slide.over:
                writer.sized(body, title_size(box, slide.title, slide.over), box.size)
                writer.titled_over(body, slide.over, slide.title)
            case _ if box.idx == TITLE:
                writer.sized(body, title_size(box, slide.title), box.size)
                writer.line(body, (Span(slide.title),))
            case _ if box.idx == BODY and links:
                writer.sized(body, slide.size)
                for words, target in links:
                    writer.link(body, words, part.relate_to(target, RT.SLIDE))
            case _ if box.idx == BODY:
                writer.sized(body, slide.size)
                writer.blocks(body, slide.body, indent(slide.size))
            case _ if box.idx in COLUMNS:
                heading, words = slide.columns[COLUMNS.index(box.idx)]
                writer.sized(body, slide.size)
                writer.blocks(body, (Text((Span(heading, strong=True),)), Text((Span(words),))), indent(slide.size))
            case _ if box.idx == BAND:
                writer.line(body, (Span(slide.band),))
            case _ if box.idx == SMALL:
                writer.line(body, slide.small)
            case _ if box.idx == FOOT:
                line = writer.line(body, (Span(slide.foot), Span(f" · {slide.mark}")))
                _dress(line, box)
                line[-1].find(qn("a:rPr")).set("sz", f"{MARK * 100}")
            case _ if box.idx == NUMBER:
                writer.number(body, parse_xml(f'<a:rPr xmlns:a="{A}" lang="{LOCALES[writer.lang]}"/>'))
                _dress(body[-1], box)
    # It is decoration: the words beside it say the same.
    place = _OPENING_ICON if slide.layout == "opening" else _EMBLEM if slide.emblem else _ICON
    _picture(tree, "Icon", place, part.relate_to(picture, RT.IMAGE), "", _DECORATIVE)


def add_code(part: SlidePart, address: str, code: Part) -> None:
    """Put the code of an address on the opening slide."""
    _picture(part._element.cSld.spTree, "QR", _CODE, part.relate_to(code, RT.IMAGE), f"QR: {address}", "")


def add_notes(part: SlidePart, slide: Slide, writer: Writer, master: NotesMasterPart, number: int) -> None:
    """Notes for a slide, the `number`th of the show, with a picture of it over them."""
    notes = parse_xml(
        f"<p:notes {NAMES}><p:cSld><p:spTree>"
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:lstStyle/></p:txBody></p:sp></p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    writer.blocks(notes.cSld.spTree[-1].find(qn("p:txBody")), slide.notes, NOTES_INDENT)
    made = NotesSlidePart(PackURI(f"/ppt/notesSlides/notesSlide{number}.xml"), CT.PML_NOTES_SLIDE, part.package, notes)
    made.relate_to(master, RT.NOTES_MASTER)
    made.relate_to(part, RT.SLIDE)
    part.relate_to(made, RT.NOTES_SLIDE)


def _placeholder(tree: etree._Element, number: int, box: Box) -> Any:
    """The body of a new placeholder's text, which looks and stands as its layout says."""
    shape = parse_xml(
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{number}" name="{box.name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{box.mark}</p:nvPr></p:nvSpPr>'
        "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/></p:txBody></p:sp>"
    )
    tree.append(shape)
    return shape.find(qn("p:txBody"))


def _dress(paragraph: etree._Element, box: Box) -> None:
    """Say on the slide itself how a footer looks: LibreOffice does not ask its layout."""
    properties = etree.Element(qn("a:pPr"))
    properties.set("algn", box.align)
    paragraph.insert(0, properties)
    for run in paragraph.iter(qn("a:rPr")):
        run.set("sz", f"{box.size * 100:.0f}")
        fill = etree.SubElement(run, qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr")).set("val", box.colour)
        etree.SubElement(run, qn("a:latin")).set("typeface", "+mn-lt")


def _picture(
    tree: etree._Element, name: str, place: tuple[float, float, float], relation: str, said: str, more: str
) -> None:
    """A square picture at a place (left, top, size in mm), with what is said of it to those who do not see it."""
    left, top, size = (Mm(n) for n in place)
    tree.append(
        parse_xml(
            f'<p:pic {NAMES}><p:nvPicPr><p:cNvPr id="{len(tree) + 20}" name="{name}" descr={quoteattr(said)}>{more}'
            '</p:cNvPr><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
    )
