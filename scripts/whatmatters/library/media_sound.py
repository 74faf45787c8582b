"""Sounds in MP3 (ISO/IEC 11172-3): frames of a fixed number of samples, perhaps behind a label (ID3)."""

from __future__ import annotations

from typing import BinaryIO, NamedTuple

from .media_track import Measured, broken_off, not_what_it_says, without_length

#: Kilobits a second of layer III by the four bits of a frame's head, in MPEG 1 and in MPEG 2.
_BITS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
#: Bytes behind a label within which the first frame begins.
_LOOKED_AT = 4096


class _Frame(NamedTuple):
    samples: int
    rate: int
    bits: int
    """Kilobits a second."""
    about_all: int
    """Bytes from its beginning to where a program may have written how many frames there are."""


def read_mp3(file: BinaryIO, size: int) -> Measured:
    """Length of an MP3. Raises Unplayable."""
    begins = _label(file.read(10))
    file.seek(begins)
    data = file.read(_LOOKED_AT)
    at = next((n for n in range(len(data) - 4) if _frame(data[n : n + 4]) is not None), None)
    frame = _frame(data[at : at + 4]) if at is not None else None
    # Any bytes may look like one frame's head; a file that begins with no label begins with its first frame.
    if at is None or frame is None or (not begins and at):
        raise not_what_it_says("MP3")
    if size < begins + at + 100:
        raise broken_off("MP3")
    told = data[at + frame.about_all : at + frame.about_all + 12]
    if told[:4] in (b"Xing", b"Info") and told[7:8] and told[7] & 1:
        length = int.from_bytes(told[8:12], "big") * frame.samples * 1000 // frame.rate
    else:
        length = (size - begins - at) * 8 // frame.bits
    if length <= 0:
        raise without_length("MP3")
    return Measured(length, picture=False)


def _label(head: bytes) -> int:
    """Bytes of the label at the beginning; its length is written with seven bits a byte."""
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    length = 0
    for byte in head[6:10]:
        length = length << 7 | byte & 0x7F
    return 10 + length


def _frame(head: bytes) -> _Frame | None:
    """What a frame's head says; None for four bytes that are none of layer III."""
    if head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return None
    version, bits, rate = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or rate == 3:
        return None
    kilobits = _BITS[1 if version == 3 else 2][bits]
    if not kilobits:
        return None
    one_voice = head[3] >> 6 == 3
    about_all = 4 + ((17 if one_voice else 32) if version == 3 else (9 if one_voice else 17))
    return _Frame(1152 if version == 3 else 576, _RATES[version][rate], kilobits, about_all)
