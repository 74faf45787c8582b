"""Our font inside the Word document, as its licence allows: seen alike by all who open it."""

from __future__ import annotations

import uuid

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from ..typography.fonts import BOLD, FOLDER, REGULAR
from .locale import FALLBACK, FONT

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"

#: The font's files by the name that `w:font` has for them.
_FACES = {"embedRegular": REGULAR, "embedBold": BOLD}


def embed_fonts(table: Part) -> None:
    """Put both weights beside the document's table of fonts; Verdana is named for programs that cannot read them."""
    said = ""
    for number, (name, file) in enumerate(_FACES.items(), start=1):
        key = uuid.uuid5(uuid.NAMESPACE_URL, file)
        data = _veiled((FOLDER / file).read_bytes(), key)
        uri = PackURI(f"/word/fonts/font{number}.odttf")
        rel = table.relate_to(Part(uri, _KIND, data, table.package), RT.FONT)
        said += f'<w:{name} r:id="{rel}" w:fontKey="{{{str(key).upper()}}}"/>'
    table._blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="{_W}" xmlns:r="{_R}">'
        f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/><w:panose1 w:val="020B0604030504040204"/>'
        f'<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>{said}</w:font></w:fonts>'
    ).encode()


def _veiled(font: bytes, key: uuid.UUID) -> bytes:
    """A font as Word embeds it: its first 32 bytes mixed with the key, which stands beside it in the file.

    ECMA-376 part 4, 2.8.1: the key's bytes are taken from the last to the first.
    """
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:32], mask, strict=True)) + font[32:]
