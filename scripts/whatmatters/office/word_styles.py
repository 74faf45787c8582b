"""The styles of the Word document: Word's own names for headings and lists, so that its tools know them.

Sizes are in points, spaces in twentieths of a point as Word has them.
Text is 12 pt, so that a story's sheet has two sides here too; ragged right, never hyphenated.
Styles for what Word has no name for (the pause, lines to write on) carry a name in the document's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from ..deck.kinds import PACK, PAUSE
from ..deck.wordings import Word
from ..language.bilingual import Lang
from .locale import FONT, LOCALES

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

INK, QUIET = "1A1A1A", "4A4A4A"
ACCENT, TINT = PACK.colour.lstrip("#"), PACK.tint.lstrip("#")
PAUSE_EDGE, PAUSE_TINT = PAUSE.colour.lstrip("#"), PAUSE.tint.lstrip("#")

_KEEP = "<w:keepNext/><w:keepLines/>"


@dataclass(frozen=True)
class _Style:
    id: str
    name: str
    paragraph: str = ""
    """The inside of `w:pPr`."""
    run: str = ""
    """The inside of `w:rPr`."""
    after: str = "Normal"
    """The style of the next paragraph that someone types."""
    own: bool = False
    """Is it ours, and not one of Word's?"""


def styles_xml(lang: Lang, word: Word) -> str:
    """The whole of `styles.xml`."""
    styles = (*_HEADINGS, *_LISTS, *_own(word), *_OTHERS)
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/><w:color w:val="{INK}"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/>'
        f'<w:lang w:val="{LOCALES[lang]}" w:eastAsia="{LOCALES[lang]}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:suppressAutoHyphens/>"
        '<w:spacing w:after="60" w:line="228" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(_style(style) for style in styles)}{_TABLE}</w:styles>"
    )


def _style(style: _Style) -> str:
    custom = ' w:customStyle="1"' if style.own else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val={quoteattr(style.name)}/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{style.after}"/><w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, colour: str, above: int, below: int, more: str = "") -> _Style:
    return _Style(
        f"Heading{level}",
        f"heading {level}",
        f'{_KEEP}{more}<w:spacing w:before="{above}" w:after="{below}" w:line="240" w:lineRule="auto"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:bCs/><w:color w:val="{colour}"/><w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>',
    )


_HEADINGS = (
    _heading(1, 26, INK, 200, 120),
    _heading(
        2, 18, ACCENT, 120, 80, f'<w:pBdr><w:bottom w:val="single" w:sz="10" w:space="3" w:color="{ACCENT}"/></w:pBdr>'
    ),
    _heading(3, 14, INK, 100, 30),
    _heading(4, 12, ACCENT, 160, 60),
)

_LISTS = (
    _Style(
        "ListBullet",
        "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="30"/>',
        "",
        "ListBullet",
    ),
    _Style(
        "ListNumber",
        "List Number",
        '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="30"/>',
        "",
        "ListNumber",
    ),
)


def _box(fill: str, edge: str, inside: str = "") -> str:
    return (
        f'{inside}<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{fill}"/>'
        f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{edge}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="6" w:color="{fill}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    )


def _own(word: Word) -> tuple[_Style, ...]:
    """Styles that Word has no name for."""
    edge = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/>'
    band = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{ACCENT}"/>'
        for side, space in (("top", 5), ("left", 8), ("bottom", 5), ("right", 8))
    )
    line = f'w:val="single" w:sz="6" w:space="1" w:color="{QUIET}"'
    return (
        _Style(
            "WmBand",
            word("style-band"),
            f"<w:keepNext/><w:pBdr>{band}</w:pBdr>"
            f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/><w:spacing w:before="0" w:after="0"/>'
            '<w:ind w:left="160" w:right="160"/>',
            '<w:b/><w:bCs/><w:color w:val="FFFFFF"/>',
            own=True,
        ),
        _Style(
            "WmLead",
            word("style-lead"),
            '<w:spacing w:after="160"/>',
            '<w:sz w:val="28"/><w:szCs w:val="28"/>',
            own=True,
        ),
        _Style(
            "WmPause",
            word("style-pause"),
            f'{_box(PAUSE_TINT, PAUSE_EDGE, "<w:keepLines/>")}<w:spacing w:before="90" w:after="90"/>'
            '<w:ind w:left="240"/>',
            "<w:b/><w:bCs/>",
            own=True,
        ),
        # The same left edge as a bullet, so that the bar of the box stands outside the bullet.
        _Style("WmNote", word("style-note"), f'{_box(TINT, ACCENT)}<w:ind w:left="240"/>', "", "WmNote", own=True),
        _Style(
            "WmLimit",
            word("style-limit"),
            f'<w:keepLines/><w:pBdr>{edge}</w:pBdr><w:spacing w:before="120" w:after="200"/><w:ind w:left="240"/>',
            own=True,
        ),
        _Style("WmSmall", word("style-small"), '<w:spacing w:after="30"/>', f'<w:color w:val="{QUIET}"/>', own=True),
        _Style(
            "WmLines",
            word("style-lines"),
            f"<w:pBdr><w:bottom {line}/><w:between {line}/></w:pBdr>"
            '<w:spacing w:before="0" w:after="0" w:line="440" w:lineRule="exact"/>',
            "",
            "WmLines",
            own=True,
        ),
        _Style(
            "WmCut",
            word("style-cut"),
            f'<w:pBdr><w:bottom w:val="dashed" w:sz="8" w:space="1" w:color="{QUIET}"/></w:pBdr>'
            '<w:spacing w:before="0" w:after="240" w:line="360" w:lineRule="exact"/>',
            own=True,
        ),
        _Style("WmCell", word("style-cell"), '<w:spacing w:before="0" w:after="0"/>', "", "WmCell", own=True),
    )


_OTHERS = (
    _Style(
        "TOCHeading",
        "TOC Heading",
        f'{_KEEP}<w:spacing w:before="360" w:after="120"/>',
        '<w:b/><w:bCs/><w:sz w:val="28"/>',
    ),
    _Style("TOC1", "toc 1", '<w:spacing w:after="0"/>', f'<w:color w:val="{ACCENT}"/>', "TOC1"),
    _Style(
        "Footer",
        "footer",
        '<w:tabs><w:tab w:val="right" w:pos="9866"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
        f'<w:color w:val="{QUIET}"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
        "Footer",
    ),
)

#: Our tables: a rule under every row, and a header row that is bold on a tint.
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="WmTable"><w:name w:val="What Matters"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{QUIET}"/>'
    f'<w:insideH w:val="single" w:sz="6" w:space="0" w:color="{QUIET}"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
)
