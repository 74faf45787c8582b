"""The slides as a PowerPoint file: real placeholders in reading order, a language on every run, notes."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Sequence

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from ..deck.pack_description import PackDescription
from ..deck.pack_slides import slides_of
from ..deck.qr_codes import qr_png
from ..deck.slide import Slide
from ..deck.wordings import wording
from ..library.library import Library
from .icon_pictures import emblem_png, icon_png
from .slide_frame import NOTES_MASTER, PRESENTATION, PROPERTIES, RELATIONS, TYPES, frame
from .slide_page import notes_xml, slide_xml
from .slide_places import LAYOUTS
from .slide_text import Writer
from .slide_xml import Relations, part, quoted
from .zips import Parts

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"

#: PowerPoint's numbers of slides begin here.
_FIRST = 256


def slides_pptx(library: Library, pack: PackDescription) -> bytes:
    """The bytes of the show, the same each time."""
    word = wording(library, pack.lang)
    around = frame(pack.lang, tuple(word(f"layout-{layout}") for layout in LAYOUTS))
    slides = slides_of(library, pack)
    made, relations = Parts(), Relations(around.relations)
    for name, data in around.parts.items():
        made.add(name, data)
    _add_slides(made, slides, Writer(pack.lang))
    numbers = range(1, len(slides) + 1)
    listed = [
        f'<p:sldId id="{_FIRST + n - 1}" r:id="{relations.name(RT.SLIDE, f"slides/slide{n}.xml")}"/>' for n in numbers
    ]
    relations.name(RT.NOTES_MASTER, NOTES_MASTER.removeprefix("ppt/"))
    made.add(PRESENTATION, around.shows("".join(listed), _sections(slides)))
    made.add(RELATIONS, relations.part())
    made.add(PROPERTIES, around.described(pack, word))
    types = {f"ppt/slides/slide{n}.xml": CT.PML_SLIDE for n in numbers}
    types |= {f"ppt/notesSlides/notesSlide{n}.xml": CT.PML_NOTES_SLIDE for n in numbers}
    made.add(TYPES, around.typed(types))
    return made.file()


def count_slides(data: bytes) -> int:
    """How many slides a PowerPoint file has."""
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        return sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in read.namelist())


def _add_slides(made: Parts, slides: Sequence[Slide], writer: Writer) -> None:
    """Add the part of each slide, those of its notes, and every picture once."""
    first = {slide.id: number for number, slide in reversed(list(enumerate(slides, start=1)))}
    layouts = {layout: number for number, layout in enumerate(LAYOUTS, start=1)}
    pictures: dict[bytes, str] = {}

    def picture(png: bytes) -> str:
        if png not in pictures:
            pictures[png] = f"image{len(pictures) + 1}.png"
            made.add(f"ppt/media/{pictures[png]}", png)
        return f"../media/{pictures[png]}"

    for number, slide in enumerate(slides, start=1):
        leads = Relations()
        leads.name(RT.SLIDE_LAYOUT, f"../slideLayouts/slideLayout{layouts[slide.layout]}.xml")
        links = tuple((words, leads.name(RT.SLIDE, f"slide{first[story]}.xml")) for words, story in slide.links)
        shown = leads.name(RT.IMAGE, picture(emblem_png(slide.emblem) if slide.emblem else icon_png(slide.icon)))
        png = qr_png(slide.code)
        code = leads.name(RT.IMAGE, picture(png)) if png else None
        made.add(f"ppt/slides/slide{number}.xml", part(slide_xml(slide, writer, links, shown, code)))
        leads.name(RT.NOTES_SLIDE, f"../notesSlides/notesSlide{number}.xml")
        made.add(f"ppt/slides/_rels/slide{number}.xml.rels", leads.part())
        back = Relations()
        back.name(RT.NOTES_MASTER, f"../{NOTES_MASTER.removeprefix('ppt/')}")
        back.name(RT.SLIDE, f"../slides/slide{number}.xml")
        made.add(f"ppt/notesSlides/notesSlide{number}.xml", part(notes_xml(slide, writer)))
        made.add(f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", back.part())


def _sections(slides: Sequence[Slide]) -> str:
    """The parts of the show as PowerPoint's sections, by which a facilitator finds a story."""
    parts: dict[str, list[int]] = {}
    for number, slide in enumerate(slides, start=_FIRST):
        parts.setdefault(slide.section, []).append(number)
    sections = ""
    for name, numbers in parts.items():
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {numbers[0]}")).upper()
        inside = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
        sections += (
            f'<p14:section name={quoted(name)} id="{{{key}}}"><p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>'
        )
    return (
        f'<p:extLst><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_P14}">{sections}</p14:sectionLst>'
        "</p:ext></p:extLst>"
    )
