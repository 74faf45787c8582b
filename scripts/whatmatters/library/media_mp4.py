"""Films in MP4 (ISO/IEC 14496-12): a file of boxes, each with its length and a name of four letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from ..messages.message import Message
from .media_track import Measured, broken_off, not_what_it_says, other_codec, without_length

#: Pictures and sound that every browser of today plays in an MP4, by the names of their entries.
PICTURE = frozenset({"avc1", "avc3", "av01", "vp09"})
SOUND = frozenset({"mp4a", "Opus", "fLaC", ".mp3"})
#: Boxes that hold boxes, on the way to what is looked for.
_WAY = frozenset({"moov", "trak", "mdia", "minf", "stbl"})
#: Boxes in boxes: far more than any sound file has.
_MOST = 10_000


class _Box(NamedTuple):
    kind: str
    begins: int
    """Where its contents begin."""
    ends: int


def read_mp4(file: BinaryIO, size: int) -> Measured:
    """Length and tracks of an MP4. Raises Unplayable."""
    head = file.read(12)
    if head[4:8] != b"ftyp":
        raise not_what_it_says("MP4")
    if head[8:12] == b"qt  ":
        mend = Message(
            "save it as MP4 with H.264: on an iPhone, choose Most Compatible under Settings, Camera, Formats"
        )
        raise other_codec("MP4", "QuickTime", mend)
    length, picture, seen = 0, False, 0
    handler = ""
    for box in _boxes(file, 0, size):
        seen += 1
        if seen > _MOST:
            raise broken_off("MP4")
        if box.kind == "mvhd":
            length = _length(file, box)
        elif box.kind == "hdlr":
            handler = _at(file, box.begins + 8, 4).decode("latin-1")
        elif box.kind == "stsd" and handler in ("vide", "soun"):
            codec = _at(file, box.begins + 12, 4).decode("latin-1")
            if codec not in (PICTURE if handler == "vide" else SOUND):
                mend = Message("save it again with H.264 for the picture and AAC for the sound")
                raise other_codec("MP4", codec, mend)
            picture = picture or handler == "vide"
    if not seen:
        raise broken_off("MP4")
    if not length:
        raise without_length("MP4")
    return Measured(length, picture)


def _boxes(file: BinaryIO, at: int, end: int) -> Iterator[_Box]:
    """Boxes in their order, with those inside the ones that lead to what is looked for."""
    while at + 8 <= end:
        head = _at(file, at, 16)
        length, kind, begins = int.from_bytes(head[:4], "big"), head[4:8].decode("latin-1"), at + 8
        if length == 1:
            length, begins = int.from_bytes(head[8:16], "big"), at + 16
        ends = end if length == 0 else at + length
        if ends < begins or ends > end:
            raise broken_off("MP4")
        yield _Box(kind, begins, ends)
        if kind in _WAY:
            yield from _boxes(file, begins, ends)
        at = ends


def _length(file: BinaryIO, box: _Box) -> int:
    """Milliseconds, from the head of the film."""
    data = _at(file, box.begins, 32)
    if data[:1] == b"\1":
        scale, length = int.from_bytes(data[20:24], "big"), int.from_bytes(data[24:32], "big")
    else:
        scale, length = int.from_bytes(data[12:16], "big"), int.from_bytes(data[16:20], "big")
    return length * 1000 // scale if scale else 0


def _at(file: BinaryIO, place: int, count: int) -> bytes:
    file.seek(place)
    return file.read(count)
