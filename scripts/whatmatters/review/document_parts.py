"""The parts of the Word file that hold no text: page, styles, settings, and what the file says of itself."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm

from ..office.locale import FONT, LOCALES
from ..office.word_fonts import embed_fonts

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>What Matters</Application></Properties>"
)
#: Set by Office for every property that a user has named.
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

INK, QUIET, ACCENT, TINT, FIXED = "1A1A1A", "4A4A4A", "1F4E5F", "E8F0F2", "595959"
MARGIN_MM, WIDTH_MM, HEIGHT_MM = 15, 297, 210
#: Parts of python-docx's template that say nothing of our document.
_UNWANTED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings")


_SPACE = '<w:spacing w:before="{}" w:after="{}"/>'
_QUIET = f'<w:color w:val="{QUIET}"/>'


def prepare(document: Document, title: str, properties: dict[str, str]) -> None:
    """Make an empty document of python-docx ours: A4 on its side, 12 points, and properties by which it is known."""
    package = document.part.package
    assert package is not None
    for rels in (package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
            del rels[key]
    _refill(document.styles.element, _styles())
    _refill(document.part.numbering_part.element, _numbering())
    _refill(document.settings.element, _settings())
    embed_fonts(next(rel.target_part for rel in document.part.rels.values() if rel.reltype == RT.FONT_TABLE))
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    section.header_distance = section.footer_distance = Mm(8)
    said = document.core_properties
    said.title, said.author, said.last_modified_by = title, "What Matters", "What Matters"
    said.language, said.subject, said.keywords, said.comments = LOCALES["cy"], "", "", ""
    said.created = said.modified = datetime(2026, 1, 1)
    said.revision = 1
    about = next(rel.target_part for rel in package.rels.values() if rel.reltype == RT.EXTENDED_PROPERTIES)
    about._blob = _APPLICATION.encode()
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_KIND, _custom(properties), package)
    package.relate_to(part, _CUSTOM_RELATION)


def _refill(element: object, xml: str) -> None:
    element[:] = list(parse_xml(xml))  # type: ignore[index]


def _custom(properties: dict[str, str]) -> bytes:
    inner = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties.items(), start=2)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{inner}</Properties>'.encode()


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        '<w:defaultTabStop w:val="720"/><w:autoHyphenation w:val="0"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{LOCALES["cy"]}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _numbering() -> str:
    """Two lists of numbers: the steps in Welsh, and again in English."""
    level = (
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl>'
    )
    lists = "".join(f'<w:abstractNum w:abstractNumId="{n}">{level}</w:abstractNum>' for n in (1, 2))
    return (
        f'<w:numbering xmlns:w="{W}">{lists}'
        + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
        + "</w:numbering>"
    )


def _styles() -> str:
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/><w:color w:val="{INK}"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/>'
        f'<w:lang w:val="{LOCALES["cy"]}" w:eastAsia="{LOCALES["cy"]}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:suppressAutoHyphens/>"
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{_heading(1, 24, INK, 0)}{_heading(2, 16, ACCENT, 360)}{_heading(3, 13, INK, 200)}"
        f"{_paragraph('ListNumber', 'List Number', _SPACE.format(0, 60))}"
        f"{_paragraph('WmQuiet', 'Nodyn', '<w:keepNext/>', _QUIET)}"
        f"{_paragraph('WmCell', 'Cell', _SPACE.format(20, 20))}"
        '<w:style w:type="character" w:customStyle="1" w:styleId="WmTerm"><w:name w:val="Term"/><w:qFormat/>'
        f'<w:rPr><w:u w:val="dotted" w:color="{ACCENT}"/></w:rPr></w:style>{_TABLE}</w:styles>'
    )


def _paragraph(style_id: str, name: str, paragraph: str = "", run: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, colour: str, above: int) -> str:
    return _paragraph(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{above}" w:after="100"/><w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:bCs/><w:color w:val="{colour}"/><w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>',
    )


_EDGE = f'w:val="single" w:sz="4" w:space="0" w:color="{QUIET}"'
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="WmTable"><w:name w:val="What Matters"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(f"<w:{side} {_EDGE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + '</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
)
