"""Pictures of hand-written pages: each keeps its room on the page, and comes when it comes into sight."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote

from PIL import Image

from ..language.table import TABLE, language_at

_PICTURE = re.compile(r'<img (?![^>]*\swidth=)([^>]*?\bsrc="([^"]+)")')


def measured(html: str, url: str, docs: Path) -> str:
    """The inside of the page at `url` with the measures of its pictures in pixels, read from their files below `docs`.

    What cannot be measured, such as an SVG drawing or a file that is not there, stays as it is.
    """

    def told(match: re.Match[str]) -> str:
        path = _file(normpath(join(url, unquote(match[2]))), docs)
        size = _size(path, path.stat().st_mtime_ns) if path.is_file() else None
        room = f'width="{size[0]}" height="{size[1]}" ' if size else ""
        return f'<img {room}loading="lazy" decoding="async" {match[1]}'

    return _PICTURE.sub(told, html)


def _file(address: str, docs: Path) -> Path:
    """Where the file of an address within the site comes from: the pages of one language stand at the site's root."""
    lang = language_at(address)
    if TABLE[lang].folder or address.startswith("assets/"):
        return docs / address
    return docs / lang / address


@lru_cache(maxsize=256)
def _size(path: Path, changed: int) -> tuple[int, int] | None:
    """Width and height of a picture, read again when its file has been `changed`."""
    try:
        with Image.open(path) as picture:
            return picture.size
    except (OSError, SyntaxError):
        return None
