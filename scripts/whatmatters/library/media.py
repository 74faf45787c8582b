"""The files of a recording: what each must be so that every browser plays it, and how long it lasts.

A file is known by its bytes and not by its name alone. Only its beginning, and the parts that say what is in it, are
read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from ..messages.message import Message
from .media_mp4 import read_mp4
from .media_ogg import read_ogg_opus
from .media_sound import read_mp3
from .media_track import Measured, Unplayable
from .media_webm import read_webm

#: What a recording gives to its audience: pictures with sound, or sound alone.
Kind = Literal["film", "sound"]

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Form:
    """A name that a recording may have, and what must then be in the file."""

    kind: Kind
    mime: str
    largest: int
    """Bytes of one file at the most. Hosts of static sites refuse more than 100 MB, and people have to load it."""
    read: Callable[[BinaryIO, int], Measured]


#: The four names. Ten minutes of speech need 5 MB as a sound, and five of a film about 60 MB.
FORMS: dict[str, Form] = {
    "film.mp4": Form("film", "video/mp4", 95 * MEGABYTE, read_mp4),
    "film.webm": Form("film", "video/webm", 95 * MEGABYTE, read_webm),
    "sound.mp3": Form("sound", "audio/mpeg", 30 * MEGABYTE, read_mp3),
    "sound.opus": Form("sound", 'audio/ogg; codecs="opus"', 30 * MEGABYTE, read_ogg_opus),
}
#: Bytes of all recordings of a site together at the most: what hosts of static sites give, and a memory stick takes.
SITE_LARGEST = 900 * MEGABYTE

#: Endings of recordings as telephones, cameras and editing programs make them.
ENDINGS = frozenset(
    {
        *(
            ".mp4",
            ".m4v",
            ".mov",
            ".qt",
            ".webm",
            ".mkv",
            ".avi",
            ".wmv",
            ".flv",
            ".3gp",
            ".mpg",
            ".mpeg",
            ".ogv",
            ".mts",
        ),
        *(".mp3", ".opus", ".ogg", ".oga", ".m4a", ".aac", ".wav", ".wma", ".flac", ".aif", ".aiff", ".amr"),
    }
)


def measure(path: Path) -> Measured:
    """What is in the file of a recording, whose name must be one of `FORMS`.

    Raises Unplayable where it is not what its name says or no browser can be counted on to play it, and OSError.
    """
    form = FORMS[path.name]
    with path.open("rb") as file:
        found = form.read(file, path.stat().st_size)
    if form.kind == "film" and not found.picture:
        raise Unplayable(
            "M10",
            Message("this film has no picture"),
            Message("if only a voice was recorded, save it as sound.mp3 or sound.opus"),
        )
    return found
