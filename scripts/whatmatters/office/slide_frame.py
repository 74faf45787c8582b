"""All of a show but its slides: master, layouts, theme, notes' master and settings, made once for each language.

python-pptx's own template is the frame that they are put into; what it writes of it is kept as text and bytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pptx
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.serialized import PackageWriter
from pptx.oxml.ns import qn
from pptx.parts.coreprops import CorePropertiesPart
from pptx.presentation import Presentation

from ..deck.pack_description import PackDescription
from ..deck.slide import Layout
from ..deck.wordings import Word
from ..language.bilingual import Lang
from .properties import describe_file
from .slide_master import in_our_language, make_ours, take_out_prompts
from .slide_places import LAYOUTS
from .slide_xml import part, quoted
from .zips import Parts

#: Parts of python-pptx's template that say nothing of our slides.
_UNWANTED = ("/thumbnail", "/printerSettings")

#: The list of slides, while there is none.
_NO_SLIDES = "<p:sldIdLst/>"

#: Where parts stand in the file: the show itself, what it leads to, the notes' master, what the file says of itself,
#: and the types of all parts.
PRESENTATION, RELATIONS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
PROPERTIES, TYPES = "docProps/core.xml", "[Content_Types].xml"

#: Every other part has a type of its own.
_DEFAULT_TYPES = {"png": CT.PNG, "rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}


@dataclass(frozen=True)
class Frame:
    """What every show of a language has."""

    parts: Mapping[str, bytes]
    """Parts that are the same in each, by their place in the file."""
    types: Mapping[str, str]
    """The type of every part that is there before any slide, by its place."""
    relations: Mapping[str, tuple[str, str]]
    """What the presentation leads to beside slides and the notes' master, by name: type and target."""
    presentation: str
    """The part of the show itself, with a list of no slides."""
    properties: bytes
    """What the template says of itself as a file."""

    def shows(self, slides: str, sections: str) -> bytes:
        """The part of the show itself, with the items of its list of slides, and its sections."""
        listed = self.presentation.replace(_NO_SLIDES, f"<p:sldIdLst>{slides}</p:sldIdLst>")
        before, end, _ = listed.rpartition("</p:presentation>")
        return f"{before}{sections}{end}".encode()

    def described(self, pack: PackDescription, word: Word) -> bytes:
        """The part in which the file says what it is."""
        said: Any = CorePropertiesPart.load(None, CT.OPC_CORE_PROPERTIES, None, self.properties)  # type: ignore[arg-type]
        describe_file(said, pack, "slides", word)
        return bytes(said.blob)

    def typed(self, more: Mapping[str, str]) -> bytes:
        """The part that says the type of each, of those that are added too."""
        defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in _DEFAULT_TYPES.items())
        overrides = "".join(
            f'<Override PartName={quoted("/" + name)} ContentType="{kind}"/>'
            for name, kind in sorted({**self.types, **more}.items())
        )
        names = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
        return part(f"<Types {names}>{defaults}{overrides}</Types>")


@cache
def frame(lang: Lang, layouts: tuple[str, ...]) -> Frame:
    """The frame of shows in a language; `layouts` are what PowerPoint calls them, in the order of LAYOUTS."""
    presentation = pptx.Presentation()
    _drop_unwanted(presentation)
    names: dict[Layout, str] = dict(zip(LAYOUTS, layouts, strict=True))
    make_ours(presentation, names, lang)
    show: Any = presentation.part
    relations = {name: (rel.reltype, rel.target_ref) for name, rel in show.rels.items()}
    take_out_prompts(show.notes_master_part)
    in_our_language(presentation, lang)
    show._element.get_or_add_sldIdLst()
    for old in show._element.findall(qn("p:extLst")):
        show._element.remove(old)
    package, made = show.package, Parts()
    writer: Any = PackageWriter(io.BytesIO(), package._rels, tuple(package.iter_parts()))
    writer._write_pkg_rels(made)
    writer._write_parts(made)
    parts = made.by_name()
    del parts[RELATIONS]
    return Frame(
        types={one.partname.membername: one.content_type for one in package.iter_parts()},
        relations=relations,
        presentation=parts.pop(PRESENTATION).decode(),
        properties=parts.pop(PROPERTIES),
        parts=parts,
    )


def _drop_unwanted(presentation: Presentation) -> None:
    for rels in (presentation.part.package._rels, presentation.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
            rels.pop(key)
