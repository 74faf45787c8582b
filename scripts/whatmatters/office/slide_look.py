"""The master's styles of text, and our colours and fonts in the theme, where PowerPoint offers them to its users."""

from __future__ import annotations

import re

from pptx.parts.slide import SlideMasterPart

from ..deck.kinds import KINDS, PACK
from ..language.bilingual import Lang
from .locale import FONT, LOCALES
from .slide_places import INK, PAPER, QUIET
from .slide_xml import NAMES

#: Verdana's own numbers, so that a computer without our font looks for one like it.
_PANOSE = "020B0604030504040204"


def text_styles(lang: Lang) -> str:
    """Ragged right, open lines, no bullets but where a list asks for them."""

    def level(spacing: int, size: int, bold: int) -> str:
        return (
            f'<a:lvl1pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="{spacing}000"/></a:lnSpc>'
            f'<a:spcAft><a:spcPts val="{0 if bold else 1000}"/></a:spcAft><a:buNone/>'
            f'<a:defRPr lang="{LOCALES[lang]}" sz="{size}00" b="{bold}" i="0">'
            '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
            '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
        )

    return (
        f"<p:txStyles {NAMES}><p:titleStyle>{level(95, 36, 1)}</p:titleStyle>"
        f"<p:bodyStyle>{level(105, 28, 0)}</p:bodyStyle><p:otherStyle>{level(100, 18, 0)}</p:otherStyle></p:txStyles>"
    )


def colours_and_fonts(master: SlideMasterPart) -> None:
    """Our fonts and the kinds' colours in the theme, where PowerPoint offers them to whoever edits the slides."""
    theme = next(rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme"))
    colours = [
        ("dk1", INK),
        ("lt1", PAPER),
        ("dk2", QUIET),
        ("lt2", PACK.tint),
        *((f"accent{n}", kind.colour) for n, kind in enumerate((PACK, *KINDS.values()), start=1)),
        # A link is underlined as well; on white it must be readable and differ from text.
        ("hlink", PACK.colour),
        ("folHlink", PACK.colour),
    ]
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value.lstrip("#").upper()}"/></a:{name}>' for name, value in colours)
    font = (
        f'<a:latin typeface="{FONT}" panose="{_PANOSE}" pitchFamily="34" charset="0"/>'
        '<a:ea typeface=""/><a:cs typeface=""/>'
    )
    xml = theme.blob.decode()
    xml = re.sub(r"(<a:clrScheme)[^>]*>.*?(</a:clrScheme>)", rf'\1 name="What Matters">{scheme}\2', xml, flags=re.S)
    xml = re.sub(
        r"(<a:fontScheme)[^>]*>.*?(</a:fontScheme>)",
        rf'\1 name="What Matters"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>\2',
        xml,
        flags=re.S,
    )
    theme._blob = re.sub(r'(<a:theme [^>]*name=")[^"]*', r"\1What Matters", xml).encode()
