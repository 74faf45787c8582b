"""Words inside picture files: titles, descriptions and comments that programs write into them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
#: Runs of characters that could be words: what stands unpacked in a JPEG's or a WebP's data about itself.
_READABLE = re.compile(r"[\w\s.,;:!?'’“”\"()/-]{6,}")
#: The most that one packed text of a picture may grow to, in bytes.
_LARGEST = 1_000_000


def picture_text(data: bytes) -> tuple[str, ...]:
    """Every text in a picture file; nothing is raised for a file that is not one."""
    found = list(_png_texts(data)) if data.startswith(_PNG) else []
    # Other forms keep their texts unpacked. What is not text gives strings that no story holds.
    found += _READABLE.findall(data.decode("utf-8", errors="ignore"))
    return tuple(text.strip() for text in found if text.strip())


def _png_texts(data: bytes) -> Iterator[str]:
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        if kind == b"tEXt":
            yield body.replace(b"\0", b"\n").decode("latin-1")
        elif kind == b"zTXt":
            yield _inflated(body.partition(b"\0")[2][1:]).decode("latin-1")
        elif kind == b"iTXt":
            head, _, rest = body.partition(b"\0")
            packed, rest = rest[:1] == b"\1", rest[2:]
            _, _, rest = rest.partition(b"\0")
            _, _, text = rest.partition(b"\0")
            yield (_inflated(text) if packed else text).decode("utf-8", errors="replace")
            yield head.decode("latin-1")
        at += 12 + size


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LARGEST)
    except zlib.error:
        return b""
