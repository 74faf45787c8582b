"""PDF files that are kept from one run to the next, each by a digest of all that it is made of."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..files.writing import write
from .typeset import pdf

#: What decides how a PDF looks beside its data: templates, fonts and the code that draws, from the package's folder.
_MADE_WITH = ("print/templates/*.typ", "print/*.py", "typography/fonts/*.ttf", "typography/*.py")


class Kept:
    """Makes what `pdf` makes, and keeps it in a folder.

    A file's name says what it is made of and what is in it: one that was cut short or changed is made anew.
    A folder that cannot be written to costs time and nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[Path] = set()

    def __call__(self, template: str, data: dict[str, Any], day: str) -> bytes:
        """What `pdf` makes, taken from the folder where it lies there whole. Raises TypesetError."""
        told = json.dumps([template, data, day, _made_with()], ensure_ascii=False, sort_keys=True)
        key = hashlib.sha256(told.encode()).hexdigest()[:24]
        for path in sorted(self._folder.glob(f"{key}-*.pdf")):
            with suppress(OSError):
                if path == self._place(key, made := path.read_bytes()):
                    self._used.add(path)
                    return made
        made = pdf(template, data, day)
        path = self._place(key, made)
        self._used.add(path)
        with suppress(OSError):
            write(path, made)
        return made

    def forget_others(self) -> None:
        """Remove every file that was not asked for since."""
        for path in set(self._folder.glob("*.pdf")) - self._used:
            with suppress(OSError):
                path.unlink()

    def _place(self, key: str, made: bytes) -> Path:
        return self._folder / f"{key}-{hashlib.sha256(made).hexdigest()[:24]}.pdf"


@cache
def _made_with() -> str:
    here = Path(__file__).parents[1]
    digest = hashlib.sha256(version("typst").encode())
    for path in sorted(path for pattern in _MADE_WITH for path in here.glob(pattern)):
        digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
