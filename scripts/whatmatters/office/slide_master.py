"""Our slide template, 16:9: a master and a layout for each kind of slide, written here and not in PowerPoint.

python-pptx begins from a template of 4:3 whose layouts do not follow a change of size;
we keep its empty frame and put a master, layouts, colours and fonts of our own in it.
Places are in millimetres on a slide of 338.7 x 190.5; type is in points.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.slide import NotesMasterPart, SlideLayoutPart, SlideMasterPart
from pptx.presentation import Presentation
from pptx.util import Emu, Mm

from ..deck.kinds import KindStyle
from ..deck.slide import Layout
from ..language.bilingual import Lang
from .locale import LOCALES
from .slide_look import colours_and_fonts, text_styles
from .slide_places import BODY, FOOT, HEIGHT, LAYOUTS, NUMBER, PAPER, TITLE, WIDTH, Box, boxes
from .slide_xml import NAMES, A, P

#: The field that PowerPoint fills with the slide's number.
NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def make_ours(presentation: Presentation, names: dict[Layout, str], lang: Lang) -> None:
    """Give an empty presentation our size, master and layouts, in the order of LAYOUTS.

    `names` are what PowerPoint calls these.
    """
    presentation.slide_width, presentation.slide_height = Emu(WIDTH), Emu(HEIGHT)
    layouts = presentation.slide_layouts
    for layout in list(layouts)[len(LAYOUTS) :]:
        layouts.remove(layout)
    master = presentation.slide_master.part
    assert isinstance(master, SlideMasterPart)
    _refill(master, _tree(_master_shapes(lang)), "")
    for old in master._element.findall(f"{{{P}}}txStyles"):
        master._element.replace(old, parse_xml(text_styles(lang)))
    colours_and_fonts(master)
    for layout, (name, style) in zip(list(layouts), LAYOUTS.items(), strict=True):
        part = layout.part
        assert isinstance(part, SlideLayoutPart)
        _refill(part, _tree(_layout_shapes(name, style, lang)), _background(name, style))
        part._element.cSld.set("name", names[name])
        if "type" in part._element.attrib:
            del part._element.attrib["type"]
        part._element.set("userDrawn", "1")


def take_out_prompts(notes: NotesMasterPart) -> None:
    """Leave none of the template's English prompts on the master of the notes."""
    for run in list(notes._element.iter(qn("a:r"))):
        run.getparent().remove(run)


def in_our_language(presentation: Presentation, lang: Lang) -> None:
    """Mark what somebody adds by hand, on a slide or in the notes, as the show's language; the template says en-US."""
    for part in (presentation.part, presentation.part.notes_master_part):
        for element in part._element.iter(f"{{{A}}}*"):
            if "lang" in element.attrib:
                element.set("lang", LOCALES[lang])


def _refill(part: SlideMasterPart | SlideLayoutPart, tree: str, background: str) -> None:
    """Put a slide's common data in place of what the template has."""
    data = part._element.cSld
    for child in list(data):
        data.remove(child)
    if background:
        data.append(parse_xml(background))
    data.append(parse_xml(tree))


def _tree(shapes: str) -> str:
    return (
        f'<p:spTree {NAMES}><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{shapes}</p:spTree>"
    )


def _background(layout: Layout, style: KindStyle) -> str:
    colour = {"opening": style.colour, "pause": style.tint}.get(layout, f"#{PAPER}").lstrip("#")
    return f'<p:bg {NAMES}><p:bgPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def _layout_shapes(layout: Layout, style: KindStyle, lang: Lang) -> str:
    shapes = ""
    if layout != "opening":
        shapes += _bar(2, 0, 0, 338.7, 20, style.colour)
    if layout == "pause":
        shapes += _bar(3, 0, 20, 8, 170.5, style.colour)
    return shapes + "".join(_placeholder(n, box, lang) for n, box in enumerate(boxes(layout), start=4))


def _master_shapes(lang: Lang) -> str:
    """What a master must have: layouts say for themselves where theirs stand."""
    wanted = [box for box in boxes("story") if box.idx in {TITLE, BODY, FOOT, NUMBER}]
    return "".join(_placeholder(n, box, lang) for n, box in enumerate(wanted, start=2))


def _bar(number: int, x: float, y: float, width: float, height: float, colour: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Bar {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_place(x, y, width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def _placeholder(number: int, box: Box, lang: Lang) -> str:
    run = f'<a:rPr lang="{LOCALES[lang]}"/>'
    inside = (
        f'<a:fld id="{NUMBER_FIELD}" type="slidenum">{run}<a:t>‹#›</a:t></a:fld>'
        if box.idx == NUMBER
        else f'<a:endParaRPr lang="{LOCALES[lang]}"/>'
    )
    # Whoever types more than there is room for gets smaller type, not text over the edge.
    shrink = "<a:noAutofit/>" if box.idx in {NUMBER, FOOT} else "<a:normAutofit/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(box.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{box.mark}</p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_place(box.x, box.y, box.width, box.height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{box.anchor}">{shrink}</a:bodyPr>'
        f"<a:lstStyle>{_look(box)}</a:lstStyle><a:p>{inside}</a:p></p:txBody></p:sp>"
    )


def _look(box: Box) -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{box.align}"><a:buNone/>'
        f'<a:defRPr sz="{box.size * 100:.0f}" b="{box.bold:d}">'
        f'<a:solidFill><a:srgbClr val="{box.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


def _place(x: float, y: float, width: float, height: float) -> str:
    left, top, wide, high = (Mm(n) for n in (x, y, width, height))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
