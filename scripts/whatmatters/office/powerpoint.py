"""The slides as a PowerPoint file: real placeholders in reading order, a language on every run, notes."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Iterable
from typing import Any

import pptx
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.image import ImagePart
from pptx.presentation import Presentation
from pptx.slide import SlideLayout

from ..deck.pack_description import PackDescription
from ..deck.pack_slides import slides_of
from ..deck.qr_codes import qr_png
from ..deck.slide import Layout, Slide
from ..deck.wordings import wording
from ..library.library import Library
from .icon_pictures import emblem_png, icon_png
from .properties import describe_file
from .slide_master import in_our_language, make_ours, take_out_prompts
from .slide_page import add_code, add_notes, fill_slide
from .slide_places import LAYOUTS
from .slide_text import Writer
from .slide_xml import P, R
from .zips import Parts

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"

#: Parts of python-pptx's template that say nothing of our slides.
_UNWANTED = ("/thumbnail", "/printerSettings")


def slides_pptx(library: Library, pack: PackDescription) -> bytes:
    """The bytes of the show, the same each time."""
    word = wording(library, pack.lang)
    presentation = pptx.Presentation()
    _drop_unwanted(presentation)
    make_ours(presentation, {layout: word(f"layout-{layout}") for layout in LAYOUTS}, pack.lang)
    layouts = dict(zip(LAYOUTS, presentation.slide_layouts, strict=True))
    slides = slides_of(library, pack)
    _fill(presentation, slides, layouts, Writer(pack.lang))
    in_our_language(presentation, pack.lang)
    _sections(presentation, slides)
    describe_file(presentation.core_properties, pack, "slides", word)
    return _written(presentation)


def count_slides(data: bytes) -> int:
    """How many slides a PowerPoint file has."""
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        return sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in read.namelist())


def _fill(
    presentation: Presentation, slides: tuple[Slide, ...], layouts: dict[Layout, SlideLayout], writer: Writer
) -> None:
    parts = []
    for slide in slides:
        relation, page = presentation.part.add_slide(layouts[slide.layout])
        presentation.slides._sldIdLst.add_sldId(relation)
        parts.append(page.part)
    first = {slide.id: part for slide, part in reversed(list(zip(slides, parts, strict=True)))}
    master = presentation.part.notes_master_part
    take_out_prompts(master)

    pictures: dict[bytes, Part] = {}

    # The package would look for each picture among all parts of all slides.
    def picture(png: bytes) -> Part:
        name = PackURI(f"/ppt/media/image{len(pictures) + 1}.png")
        return pictures.get(png) or pictures.setdefault(png, ImagePart(name, CT.PNG, presentation.part.package, png))

    for number, (slide, part) in enumerate(zip(slides, parts, strict=True), start=1):
        links = tuple((words, first[story]) for words, story in slide.links)
        shown = emblem_png(slide.emblem) if slide.emblem else icon_png(slide.icon)
        fill_slide(part, slide, writer, links, picture(shown))
        if code := qr_png(slide.code):
            add_code(part, slide.code, picture(code))
        add_notes(part, slide, writer, master, number)


def _written(presentation: Presentation) -> bytes:
    """The show as a file, the same bytes each time."""
    package, made = presentation.part.package, Parts()
    writer: Any = PackageWriter(io.BytesIO(), package._rels, tuple(package.iter_parts()))
    writer._write_content_types_stream(made)
    writer._write_pkg_rels(made)
    writer._write_parts(made)
    return made.file()


def _drop_unwanted(presentation: Presentation) -> None:
    for rels in (presentation.part.package._rels, presentation.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
            rels.pop(key)


def _sections(presentation: Presentation, slides: Iterable[Slide]) -> None:
    """The parts of the show as PowerPoint's sections, by which a facilitator finds a story."""
    element: Any = presentation.part._element
    parts: dict[str, list[str]] = {}
    for slide, listed in zip(slides, element.sldIdLst, strict=True):
        parts.setdefault(slide.section, []).append(listed.get("id"))
    sections = parse_xml(f'<p14:sectionLst xmlns:p14="{_P14}"/>')
    for name, numbers in parts.items():
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {numbers[0]}")).upper()
        inside = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
        section = parse_xml(
            f'<p14:section xmlns:p14="{_P14}" name="" id="{{{key}}}"><p14:sldIdLst>{inside}</p14:sldIdLst>'
            "</p14:section>"
        )
        section.set("name", name)
        sections.append(section)
    for old in element.findall(qn("p:extLst")):
        element.remove(old)
    extensions = parse_xml(f'<p:extLst xmlns:p="{P}" xmlns:r="{R}"><p:ext uri="{_SECTIONS}"/></p:extLst>')
    extensions[0].append(sections)
    element.append(extensions)
