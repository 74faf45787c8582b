"""Sounds in Ogg Opus (RFC 3533, RFC 7845): pages, the last of which says how many samples there were."""

from __future__ import annotations

from typing import BinaryIO

from .media_track import Measured, broken_off, not_what_it_says, without_length

#: Samples a second by which Opus counts, whatever it was recorded with.
RATE = 48_000
#: A page of Ogg is never larger, so the last one begins within so many bytes of the end.
_PAGE = 65_307


def read_ogg_opus(file: BinaryIO, size: int) -> Measured:
    """Length of an Ogg Opus sound. Raises Unplayable."""
    head = file.read(64)
    if not head.startswith(b"OggS") or head[28:36] != b"OpusHead":
        raise not_what_it_says("Ogg Opus")
    skipped = int.from_bytes(head[38:40], "little")
    file.seek(max(0, size - _PAGE))
    end = file.read()
    at = end.rfind(b"OggS")
    if at < 0 or len(end) < at + 14:
        raise broken_off("Ogg Opus")
    samples = int.from_bytes(end[at + 6 : at + 14], "little", signed=True) - skipped
    if samples <= 0:
        raise without_length("Ogg Opus")
    return Measured(samples * 1000 // RATE, picture=False)
