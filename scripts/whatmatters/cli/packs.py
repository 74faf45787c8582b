"""What `whatmatters packs` copies, and says of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..files.writing import write


class Made(Protocol):
    """A file of a pack, just made or made before: what `packs.PackFile` holds."""

    @property
    def pack(self) -> str: ...
    @property
    def form(self) -> str: ...
    @property
    def lang(self) -> str | None: ...
    @property
    def name(self) -> str: ...
    @property
    def path(self) -> Path: ...
    @property
    def pages(self) -> int | None: ...
    @property
    def bytes(self) -> int: ...


@dataclass(frozen=True)
class MadeBefore:
    """A file of a pack as a stamp remembers it."""

    pack: str
    form: str
    lang: str | None
    name: str
    path: Path
    pages: int | None
    bytes: int
    sha256: str


def copy_packs(made: Sequence[Made], out: Path | None, *, as_json: bool) -> None:
    """Copy made files to `out/<pack>/`, if a folder is named, each whole or not at all, and say what was made.

    What is there already, byte for byte, is left alone. Raises OSError.
    """
    for file in made if out else ():
        assert out is not None
        target, data = out / file.pack / file.name, file.path.read_bytes()
        if not (target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data):
            write(target, data)
    if as_json:
        print(
            json.dumps(
                [
                    {"pack": f.pack, "form": f.form, "lang": f.lang, "name": f.name, "pages": f.pages, "bytes": f.bytes}
                    for f in made
                ],
                indent=1,
            )
        )
        return
    for f in made:
        pages = f" {f.pages} {'slides' if f.form == 'slides' else 'pages'}," if f.pages else ""
        print(f"{f.name}:{pages} {f.bytes // 1000} kB")
