"""Looking for a story in every file of a folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from typing import Literal

from .fingerprints import Known
from .names import Name
from .unpack import Closed, Inner, Part, Piece, kind_of, unpack

#: Archives in archives are opened this far down; ours are two deep (a zip of Word files).
DEPTH = 6

#: What of a story is found: its id, its title, words of it, the name of somebody in it, or its film or sound.
What = Literal["id", "title", "words", "name", "recording"]


@dataclass(frozen=True, order=True)
class Find:
    """A place where something of the story stands."""

    file: str
    """Within the folder, with forward slashes."""
    place: str
    """Where in the file: `line 12`, `page 3`, `a.docx > word/document.xml`."""
    what: What


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
    paths, closed = files_under(folder)
    finds, shut = search_files(folder, paths, name, known, allowed)
    return Searched(finds, (*closed, *shut), len(paths))


def search_files(
    folder: Path, paths: Iterable[Path], name: Name, known: Known, allowed: Collection[str] = ()
) -> tuple[tuple[Find, ...], tuple[tuple[str, str, str], ...]]:
    """The same in some files under a folder alone: what was found, and what could not be opened."""
    look = Look(name, known)
    closed: list[tuple[str, str, str]] = []
    finds: set[Find] = set()
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
        for hit in look(file, data, may_name_it=may):
            if isinstance(hit, Closed):
                closed.append((file, hit.place, hit.why))
            else:
                finds.add(Find(file, hit.place, hit.what))
    return tuple(sorted(finds)), tuple(closed)


def files_under(
    folder: Path, skip: Callable[[Path], bool] = lambda _: False
) -> tuple[list[Path], list[tuple[str, str, str]]]:
    """Every file under a folder but for the folders to skip; and what cannot be looked into, as `Searched.closed`."""
    closed: list[tuple[str, str, str]] = []

    def shown(path: Path) -> str:
        return path.relative_to(folder).as_posix()

    def refused(error: OSError) -> None:
        closed.append((shown(Path(error.filename)), "", error.strerror or "this folder cannot be read"))

    found: list[Path] = []
    for above, folders, files in os.walk(folder, onerror=refused):
        here = Path(above)
        folders[:] = [n for n in folders if not skip(here / n)]
        # What a link leads to may be anything, this folder itself too.
        closed += [(shown(here / n), "", "a link to another folder") for n in folders if (here / n).is_symlink()]
        for path in (here / name for name in files):
            try:
                known = S_ISREG(path.stat().st_mode)
            except OSError as error:
                closed.append((shown(path), "", error.strerror or "it cannot be read"))
                continue
            if known:
                found.append(path)
            else:
                closed.append((shown(path), "", "neither a file nor a folder"))
    return sorted(found), sorted(closed)


@dataclass(frozen=True)
class Hit:
    """Something of the story in one file."""

    place: str
    what: What


class Look:
    """Looks into files; contents that come again, as those of archives do, are looked at once."""

    def __init__(self, name: Name, known: Known) -> None:
        self._name, self._known = name, known
        self._seen: dict[tuple[str, bool, bytes], tuple[Hit | Closed, ...]] = {}

    def __call__(self, name: str, data: bytes, *, may_name_it: bool, depth: int = 0) -> tuple[Hit | Closed, ...]:
        """What a file holds of the story, and what of it could not be opened."""
        if depth > DEPTH:
            return (Closed("", f"archives in archives, more than {DEPTH} deep"),)
        key = kind_of(name), may_name_it, hashlib.blake2b(data, digest_size=16).digest()
        if key not in self._seen:
            self._seen[key] = tuple(self.into(data, unpack(name, data), may_name_it=may_name_it, depth=depth))
        return self._seen[key]

    def into(self, data: bytes, parts: Iterable[Part], *, may_name_it: bool, depth: int = 0) -> Iterator[Hit | Closed]:
        """The same for a file that is unpacked already, and that does not come again."""
        if self._known.files and hashlib.sha256(data).hexdigest() in self._known.files:
            yield Hit("", "recording")
        for part in parts:
            match part:
                case Closed():
                    yield part
                case Inner():
                    for hit in self(part.like, part.data, may_name_it=may_name_it, depth=depth + 1):
                        yield replace(hit, place=_path(part.name, hit.place))
                case Piece():
                    yield from self._in_piece(part, may_name_it)

    def _in_piece(self, piece: Piece, may_name_it: bool) -> Iterator[Hit]:
        text = piece.raw or "\n".join(piece.lines)
        at = None if may_name_it else self._name.found_in(text)
        if at is not None:
            line = f"line {text.count(chr(10), 0, at) + 1}" if piece.raw else ""
            yield Hit(_path(piece.place, line), "id")
        for what in self._known.found_in(map(self._name.taken_out_of, piece.lines)):
            yield Hit(piece.place, what)


def _path(*parts: str) -> str:
    """A place in a place: `a.docx > word/document.xml`."""
    return " > ".join(part for part in parts if part)
