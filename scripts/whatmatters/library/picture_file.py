"""The file of a story's picture: what it must be, how large it is, and whether it says more than can be seen.

Cameras write into a picture where and when it was taken, with what, and often a second picture from before it was cut
to size. Nobody sees that on a page, and anybody can read it from the file. A picture is published byte for byte, so
such a file is refused and nothing is taken out in silence: what lies in the story's folder is harmless too.
What may stand in a file is listed; all else is told of. JPEG: ITU-T T.81; PNG: the W3C's; WebP: RFC 9649.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..messages.message import Message

#: Bytes at the most; `check` advises the same for every picture of a page.
LARGEST = 1_000_000
#: Dots a side at the most: a small file may unpack to more than a telephone can hold.
MOST_DOTS = 4_000


class Refused(Exception):
    """A file that is no picture of its kind (M10), or that holds more than a picture (M19)."""

    def __init__(self, code: str, why: Message, mend: Message) -> None:
        self.code, self.why, self.mend = code, why, mend
        super().__init__(str(why))


@dataclass(frozen=True)
class _Found:
    """What stands in a picture's file."""

    size: tuple[int, int] | None
    """Dots across and down."""
    more: str | None
    """The name of the first part that is no part of a still picture."""
    whole: bool


def dots_of(data: bytes, name: str) -> tuple[int, int]:
    """Width and height of the picture `data`, whose file's name is one of `FORMS`. Raises Refused."""
    kind, read = FORMS[name]
    found = read(data)
    if found is None:
        raise Refused(
            "M10",
            Message("this file is not the {name} that its name says", name=kind),
            Message("export it again from the program that made it, and look at it"),
        )
    if not found.whole or found.size is None or not all(found.size):
        raise Refused(
            "M10",
            Message("this {name} file is not whole", name=kind),
            Message("copy it again from where it was made, and look at it"),
        )
    if found.more is not None:
        raise Refused(
            "M19",
            Message(
                "this picture holds more than can be seen (`{part}`): place, time or camera, perhaps", part=found.more
            ),
            Message(
                "export it again without it: in GIMP, File, Export As, with no tick at Exif, XMP, IPTC, "
                "thumbnail and comment"
            ),
        )
    if max(found.size) > MOST_DOTS:
        raise Refused(
            "M12",
            Message(
                "this picture is {width} by {height} dots large, and {most} a side are the most",
                width=found.size[0],
                height=found.size[1],
                most=MOST_DOTS,
            ),
            Message("save it smaller: 1,600 dots across are enough for a page"),
        )
    return found.size


#: Segments of a JPEG without which it cannot be seen: frames, tables, restarts, scans. Differences are none of ours.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_NEEDED = _FRAMES | {0xC4, 0xDA, 0xDB, 0xDD}
#: Beside them how it is to be shown: density, colours.
_SHOWN = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}


def _jpeg(data: bytes) -> _Found | None:
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    size, more, at = None, None, 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : end]
        if mark in _FRAMES and len(body) >= 5:
            size = int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
        if mark not in _NEEDED and not (mark in _SHOWN and body.startswith(_SHOWN[mark])):
            more = more or _segment(mark, body)
        at = end
        if mark == 0xDA:
            at = _after_scan(data, at)
        if data[at : at + 2] == b"\xff\xd9":
            return _Found(size, more or ("…" if len(data) > at + 2 else None), whole=True)
    return _Found(size, more, whole=False)


def _segment(mark: int, body: bytes) -> str:
    """What a person may know the segment by: `Exif`, `http://ns.adobe.com/xap/1.0/`, `APP13`."""
    name = body.partition(b"\0")[0][:40]
    if 0xE0 <= mark <= 0xEF:
        return name.decode("ascii") if name.isascii() and len(name) > 2 else f"APP{mark - 0xE0}"
    return "COM" if mark == 0xFE else f"{mark:02X}"


def _after_scan(data: bytes, at: int) -> int:
    """Where the next segment begins: in a scan FF is followed by 00, or by the mark of a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 1 if data[at + 1] == 0xFF else 2


_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    | {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"hIST", b"pHYs"}
)


def _png(data: bytes) -> _Found | None:
    if not data.startswith(_PNG):
        return None
    size, more, at = None, None, len(_PNG)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"IHDR":
            size = int.from_bytes(data[at + 8 : at + 12], "big"), int.from_bytes(data[at + 12 : at + 16], "big")
        if kind not in _PNG_PARTS:
            more = more or kind.decode("latin-1")
        at += 12 + length
        if kind == b"IEND":
            return _Found(size, more or ("…" if len(data) > at else None), whole=len(data) >= at)
    return _Found(size, more, whole=False)


_WEBP_PARTS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})


def _webp(data: bytes) -> _Found | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    end = 8 + int.from_bytes(data[4:8], "little")
    size, more = None, None
    for kind, body in _chunks(data[12:end]):
        size = size or _webp_dots(kind, body)
        if kind not in _WEBP_PARTS:
            more = more or kind.decode("latin-1").strip()
    return _Found(size, more or ("…" if len(data) > end + end % 2 else None), whole=len(data) >= end)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _webp_dots(kind: bytes, body: bytes) -> tuple[int, int] | None:
    if kind == b"VP8X" and len(body) >= 10:
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if kind == b"VP8L" and len(body) >= 5:
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and len(body) >= 10:
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    return None


#: The three names, each with the word for its kind and what reads it.
FORMS: dict[str, tuple[str, Callable[[bytes], _Found | None]]] = {
    "picture.webp": ("WebP", _webp),
    "picture.jpg": ("JPEG", _jpeg),
    "picture.png": ("PNG", _png),
}
