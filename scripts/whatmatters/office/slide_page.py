"""One slide of the show: its placeholders in reading order, its icon, its notes."""

from __future__ import annotations

from pptx.util import Mm

from ..deck.blocks import Span, Text
from ..deck.slide import Slide
from .slide_places import BAND, BODY, COLUMNS, FOOT, NUMBER, SMALL, TITLE, Box, boxes, title_size
from .slide_text import NOTES_INDENT, Writer, indent, sized
from .slide_xml import NAMES, quoted

#: Where the icon stands or an emblem's tile, and the code on the opening slide (mm): left, top, size.
_ICON, _EMBLEM, _OPENING_ICON, _CODE = (18, 3.5, 13), (16, 1.5, 17), (24, 22, 14), (282, 122, 44)

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

#: What a tree of shapes begins with, and what stands behind it in a slide or its notes.
_ROOT = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def slide_xml(slide: Slide, writer: Writer, links: tuple[tuple[str, str], ...], picture: str, code: str | None) -> str:
    """A slide, without the head of its part.

    What it leads to goes by the names of its relations: `links` are words, each with that of a slide, `picture` is its
    icon, or its emblem where it has one, and `code` that of an address, where it shows one.
    """
    shapes = [
        _placeholder(number, box, *_said(slide, box, writer, links))
        for number, box in enumerate(boxes(slide.layout), start=2)
        # An empty placeholder would stand there asking to be clicked.
        if box.idx != SMALL or slide.small
    ]
    # It is decoration: the words beside it say the same.
    place = _OPENING_ICON if slide.layout == "opening" else _EMBLEM if slide.emblem else _ICON
    shapes.append(_picture(len(shapes), "Icon", place, picture, "", _DECORATIVE))
    if code:
        shapes.append(_picture(len(shapes), "QR", _CODE, code, f"QR: {slide.code}", ""))
    return f"<p:sld {NAMES}><p:cSld><p:spTree>{_ROOT}{''.join(shapes)}</p:spTree></p:cSld>{_COLOURS}</p:sld>"


def notes_xml(slide: Slide, writer: Writer) -> str:
    """The notes of a slide with a picture of it over them, without the head of their part."""
    return (
        f"<p:notes {NAMES}><p:cSld><p:spTree>{_ROOT}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{writer.blocks(slide.notes, NOTES_INDENT)}</p:txBody></p:sp>"
        f"</p:spTree></p:cSld>{_COLOURS}</p:notes>"
    )


def _said(slide: Slide, box: Box, writer: Writer, links: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """The style of the text in a placeholder, and its paragraphs."""
    own = "<a:lstStyle/>"
    match box.idx:
        case _ if box.idx == TITLE and slide.over:
            size = title_size(box, slide.title, slide.over)
            return sized(size, box.size), writer.titled_over(slide.over, slide.title)
        case _ if box.idx == TITLE:
            return sized(title_size(box, slide.title), box.size), writer.line((Span(slide.title),))
        case _ if box.idx == BODY and links:
            return sized(slide.size), "".join(writer.link(words, relation) for words, relation in links)
        case _ if box.idx == BODY:
            return sized(slide.size), writer.blocks(slide.body, indent(slide.size))
        case _ if box.idx in COLUMNS:
            heading, words = slide.columns[COLUMNS.index(box.idx)]
            said = (Text((Span(heading, strong=True),)), Text((Span(words),)))
            return sized(slide.size), writer.blocks(said, indent(slide.size))
        case _ if box.idx == BAND:
            return own, writer.line((Span(slide.band),))
        case _ if box.idx == SMALL:
            return own, writer.line(slide.small)
        case _ if box.idx == FOOT:
            return own, writer.foot(slide.foot, f" · {slide.mark}", box)
        case _ if box.idx == NUMBER:
            return own, writer.number(box)
        case _:
            raise ValueError(f"nothing is known to stand here: {box.name}")


def _placeholder(number: int, box: Box, style: str, paragraphs: str) -> str:
    """A placeholder, which looks and stands as its layout says."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(box.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{box.mark}</p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/>{style}{paragraphs}</p:txBody></p:sp>"
    )


def _picture(before: int, name: str, place: tuple[float, float, float], relation: str, said: str, more: str) -> str:
    """A square picture at a place (left, top, size in mm), with what is said of it to those who do not see it.

    It is the shape after so many others.
    """
    left, top, size = (Mm(n) for n in place)
    named = f'<p:cNvPr id="{before + 22}" name="{name}" descr={quoted(said)}'
    return (
        f"<p:pic><p:nvPicPr>{f'{named}>{more}</p:cNvPr>' if more else f'{named}/>'}"
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
