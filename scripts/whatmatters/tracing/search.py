"""Looking for a story in every file of a folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .fingerprints import Known
from .names import Name
from .unpack import Closed, unpack


@dataclass(frozen=True, order=True)
class Find:
    """A place where something of the story stands."""

    file: str
    """Within the folder, with forward slashes."""
    place: str
    """Where in the file: `line 12`, `page 3`, `a.docx > word/document.xml`."""
    what: Literal["id", "title", "words"]


@dataclass(frozen=True)
class Searched:
    """What a search found, and how far it could look."""

    finds: tuple[Find, ...]
    closed: tuple[tuple[str, str, str], ...]
    """File, place and reason of each part that could not be opened."""
    files: int


def search_folder(folder: Path, name: Name, known: Known, allowed: Collection[str] = ()) -> Searched:
    """Every place in the files under `folder` that holds the id, the title or words of a story.

    In the files of `allowed`, and in their names, the id may stand.
    """
    paths = sorted(p for p in folder.rglob("*") if p.is_file())
    finds: set[Find] = set()
    closed: list[tuple[str, str, str]] = []
    for path in paths:
        file = path.relative_to(folder).as_posix()
        may = file in allowed or any(file == f"{a}{packed}" for a in allowed for packed in (".gz", ".br"))
        if not may and name.found_in(file) is not None:
            finds.add(Find(file, "its name", "id"))
        try:
            data = path.read_bytes()
        except OSError as error:
            closed.append((file, "", error.strerror or "it cannot be read"))
            continue
        for found in _in_file(file, data, name, known, may):
            if isinstance(found, Closed):
                closed.append((file, found.place, found.why))
            else:
                finds.add(found)
    return Searched(tuple(sorted(finds)), tuple(closed), len(paths))


def _in_file(file: str, data: bytes, name: Name, known: Known, may_name_it: bool) -> Iterator[Find | Closed]:
    for piece in unpack(file, data):
        if isinstance(piece, Closed):
            yield piece
            continue
        text, lines = piece.raw or "\n".join(piece.lines), piece.lines
        at = name.found_in(text)
        if may_name_it:
            # An id often has the words of the title: where it may stand alone, it is not taken for one.
            lines = tuple(line for line in lines if line.strip() != name.id)
        elif at is not None:
            line = f"line {text.count(chr(10), 0, at) + 1}" if piece.raw else ""
            yield Find(file, " > ".join(part for part in (piece.place, line) if part), "id")
        for what in known.found_in(lines):
            yield Find(file, piece.place, what)
