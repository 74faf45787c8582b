"""The parts of a Word document that hold no text: settings, lists, fonts, what is said of the file.

python-docx begins from its own template, made for American letter paper in Word 2010;
everything of it that would be seen or carried along is put away here.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import parse_xml
from docx.shared import Mm

from ..deck.pack_description import PackDescription
from ..deck.wordings import Word
from ..language.bilingual import Lang
from .locale import LOCALES
from .properties import describe_file
from .word_fonts import embed_fonts
from .word_styles import W, styles_xml
from .zips import Parts

#: Parts of the template that say nothing of our document: a picture of an empty page, a bibliography's settings.
_UNWANTED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings")


def prepare(document: Document, pack: PackDescription, word: Word) -> None:
    """Make an empty document of python-docx ours: A4, our styles, fonts, lists and properties."""
    package = document.part.package
    assert package is not None
    for rels in (package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
            del rels[key]
    _refill(document.styles.element, styles_xml(pack.lang, word))
    _refill(document.part.numbering_part.element, _numbering())
    _refill(document.settings.element, _settings(pack.lang))
    embed_fonts(_part(document, RT.FONT_TABLE))
    _page(document)
    describe_file(document.core_properties, pack, "handout", word)
    _part(document, RT.EXTENDED_PROPERTIES)._blob = _application().encode()


def written(document: Document) -> bytes:
    """A document as a file, the same bytes each time."""
    package, made = document.part.package, Parts()
    assert package is not None
    writer: Any = PackageWriter
    for part in package.parts:
        part.before_marshal()
    writer._write_content_types_stream(made, package.parts)
    writer._write_pkg_rels(made, package.rels)
    writer._write_parts(made, package.parts)
    return made.file()


def _refill(element: object, xml: str) -> None:
    new = parse_xml(xml)
    element[:] = list(new)  # type: ignore[index]


def _part(document: Document, kind: str) -> Part:
    package = document.part.package
    assert package is not None
    rels = package.rels if kind == RT.EXTENDED_PROPERTIES else document.part.rels
    found: Part = next(rel.target_part for rel in rels.values() if rel.reltype == kind)
    return found


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(12), Mm(15)
    section.header_distance, section.footer_distance = Mm(8), Mm(9)


def _settings(lang: Lang) -> str:
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        '<w:defaultTabStop w:val="720"/><w:autoHyphenation w:val="0"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{modern}</w:compat>'
        f'<w:themeFontLang w:val="{LOCALES[lang]}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _numbering() -> str:
    """Bullets as list 1, numbers as list 2; every list of numbers gets one of its own after them (`word_blocks.py`)."""
    numbers = _list(2, "decimal", "%1.", "<w:rPr><w:b/><w:bCs/></w:rPr>")
    return (
        f'<w:numbering xmlns:w="{W}">{_list(1, "bullet", "•")}{numbers}'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        "</w:numbering>"
    )


def _list(number: int, kind: str, mark: str, look: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr>{look}</w:lvl></w:abstractNum>'
    )


def _application() -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="{kind}">'
        "<Application>What Matters</Application></Properties>"
    )
