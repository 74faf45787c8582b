"""A folder of files that need not be made again, each named by a hash of all that it depends on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..deck.blocks import as_json
from ..deck.cards import StoryCard
from ..deck.kinds import KINDS, PACK, emblem_tile
from ..deck.pack_description import PackDescription
from ..files.writing import write
from ..language.bilingual import Lang
from ..library import theme_icons as icons

#: Files that decide how a pack looks, in this room and in those below it.
CODE = (
    *("deck/*.py", "deck/*.yml", "office/*.py", "packs/*.py", "print/*.py", "typography/*.py"),
    *("print/templates/*.typ", "typography/fonts/*.ttf"),
)

#: Packages that do.
MAKERS = ("typst", "uharfbuzz", "uniseg", "segno", "python-docx", "python-pptx")


@cache
def code_digest() -> str:
    """A hash of those files and of the versions of the packages that write files."""
    here = Path(__file__).parents[1]
    digest = hashlib.sha256(" ".join(version(name) for name in MAKERS).encode())
    for path in sorted(p for pattern in CODE for p in here.glob(pattern)):
        digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def all_that_is_said(pack: tuple[PackDescription, ...]) -> str:
    """A hash of all that a pack is made of, in both languages: a story's cards are divided alike in both."""
    names = {c.icon for p in pack for c in p.cards if isinstance(c, StoryCard)}
    emblems = {c.emblem for p in pack for c in p.cards if isinstance(c, StoryCard) and c.emblem}
    names |= {kind.icon for kind in (*KINDS.values(), PACK)}
    parts = {
        "pack": pack,
        "code": code_digest(),
        "icons": {name: icons.filled(name) for name in sorted(names) if icons.exists(name)},
        "emblems": {name: emblem_tile(name) for name in sorted(emblems)},
    }
    return hashlib.sha256(as_json(parts).encode()).hexdigest()


def key_of(form: str, lang: Lang | None, said: str) -> str:
    """The name of what a form of a pack would be: equal only when everything it is made of is equal."""
    return hashlib.sha256(f"{form} {lang} {said}".encode()).hexdigest()[:24]


class Record:
    """What is kept in a folder, file by file: a hash of its bytes, and what else there is to know of it.

    A name says what a file was made from, and not whether it is whole: one that was cut short or changed by anything
    but this program is as good as none. Nothing depends on a time. A record that cannot be read or written, was itself
    damaged, or comes from another version, costs the time of making the files again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / "kept.json"
        found = read_json(self._file)
        self._kept: dict[str, list[Any]] = found if isinstance(found, dict) else {}
        self._before = dict(self._kept)

    def about(self, path: Path) -> Any:
        """What is known of a file of the folder; None where it is not there as it was written."""
        known = self._kept.get(path.name)
        try:
            if known is None or hashlib.sha256(path.read_bytes()).hexdigest() != known[0]:
                return None
        except OSError:
            return None
        return known[1]

    def sha256(self, path: Path) -> str:
        """The digest of a file of the folder as it was written. Raises KeyError for one that is not known."""
        return str(self._kept[path.name][0])

    def write(self, path: Path, data: bytes, about: Any) -> None:
        """Write a file of the folder, and note what is to be known of it. Raises OSError."""
        write(path, data)
        self._kept[path.name] = [hashlib.sha256(data).hexdigest(), about]

    def save(self, wanted: Collection[Path] | None = None) -> None:
        """Write the record, of these files alone where they are named."""
        if wanted is not None:
            names = {path.name for path in wanted}
            self._kept = {name: kept for name, kept in self._kept.items() if name in names}
        if self._kept != self._before:
            try:
                write_json(self._file, self._kept)
            except OSError:
                return
            self._before = dict(self._kept)


def write_json(path: Path, value: Any) -> None:
    """Write a value so that `read_json` knows whether it is whole, and made by this very program. Raises OSError."""
    said = json.dumps(value, ensure_ascii=False, sort_keys=True)
    write(path, f"{_seal(said)}\n{said}".encode())


def read_json(path: Path) -> Any:
    """The value that `write_json` wrote; None where there is none, or not as it was written, or of other code."""
    try:
        seal, _, said = path.read_bytes().decode().partition("\n")
        return json.loads(said) if seal == _seal(said) else None
    except (OSError, ValueError):
        return None


def _seal(said: str) -> str:
    return hashlib.sha256(f"{code_digest()} {said}".encode()).hexdigest()
