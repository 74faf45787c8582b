"""Films in WebM (RFC 8794, RFC 9559): elements, each with an id, a length and what it holds."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from ..messages.message import Message
from .media_track import Measured, broken_off, not_what_it_says, other_codec, without_length

#: What WebM may hold, by the names of its codecs.
PICTURE = frozenset({"V_VP8", "V_VP9", "V_AV1"})
SOUND = frozenset({"A_OPUS", "A_VORBIS"})

_HEAD, _DOC_TYPE = 0x1A45DFA3, 0x4282
_SEGMENT, _INFO, _TRACKS, _TRACK, _CLUSTER = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675
_SCALE, _DURATION, _CODEC = 0x2AD7B1, 0x4489, 0x86
_WAY = frozenset({_HEAD, _SEGMENT, _INFO, _TRACKS, _TRACK})


class _Element(NamedTuple):
    id: int
    begins: int
    ends: int


def read_webm(file: BinaryIO, size: int) -> Measured:
    """Length and tracks of a WebM. Raises Unplayable."""
    if file.read(4) != b"\x1a\x45\xdf\xa3":
        raise not_what_it_says("WebM")
    scale, length, codecs, kind = 1_000_000, 0.0, [], ""
    for one in _elements(file, 0, size):
        if one.id == _CLUSTER:
            break  # From here on there are pictures and sounds.
        if one.id == _DOC_TYPE:
            kind = _text(file, one)
        elif one.id == _SCALE:
            scale = int.from_bytes(_data(file, one), "big")
        elif one.id == _DURATION:
            data = _data(file, one)
            length = struct.unpack(">d" if len(data) == 8 else ">f", data)[0] if len(data) in (4, 8) else 0.0
        elif one.id == _CODEC:
            codecs.append(_text(file, one))
    if kind != "webm":
        raise not_what_it_says("WebM")
    if not codecs:
        raise broken_off("WebM")
    for codec in codecs:
        if codec not in PICTURE | SOUND:
            raise other_codec("WebM", codec, Message("save it again with VP9 for the picture and Opus for the sound"))
    if not 0 < length * scale < 1e18:
        raise without_length("WebM")
    return Measured(int(length * scale / 1_000_000), any(codec in PICTURE for codec in codecs))


def _elements(file: BinaryIO, at: int, end: int) -> Iterator[_Element]:
    """Elements in their order, with those inside the ones that lead to what is looked for."""
    while at < end:
        name, begins = _number(file, at, keep_mark=True)
        length, begins = _number(file, begins, keep_mark=False)
        ends = end if length < 0 else begins + length
        if name == _CLUSTER:
            yield _Element(name, begins, min(ends, end))
            return
        if ends > end:
            raise broken_off("WebM")
        yield _Element(name, begins, ends)
        if name in _WAY:
            yield from _elements(file, begins, ends)
        at = ends


def _number(file: BinaryIO, at: int, *, keep_mark: bool) -> tuple[int, int]:
    """A number of one to eight bytes, and where the next thing begins; -1 for a length that is not known."""
    file.seek(at)
    first = file.read(1)
    if not first or not first[0]:
        raise broken_off("WebM")
    more = 8 - first[0].bit_length()
    data = first + file.read(more)
    if len(data) <= more:
        raise broken_off("WebM")
    number = int.from_bytes(data, "big")
    if keep_mark:
        return number, at + 1 + more
    number &= (1 << 7 * (more + 1)) - 1
    return (-1 if number == (1 << 7 * (more + 1)) - 1 else number), at + 1 + more


def _data(file: BinaryIO, one: _Element) -> bytes:
    file.seek(one.begins)
    return file.read(min(one.ends - one.begins, 64))


def _text(file: BinaryIO, one: _Element) -> str:
    return _data(file, one).rstrip(b"\0").decode("latin-1")
