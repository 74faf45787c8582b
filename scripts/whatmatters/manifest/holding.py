"""Holding what lies in a folder against a manifest: what is damaged, missing or foreign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ..messages.message import Message
from ..messages.problem import Problem
from .found import Found, FoundFile
from .model import Manifest, PublishedFile, digest_of_path, folded

#: Files that systems leave behind by themselves, and folders, in small letters: no part of a copy, and no harm.
_SYSTEMS_FILES = {".ds_store", "thumbs.db", "desktop.ini", ".directory"}
_SYSTEMS_FOLDERS = {
    *("system volume information", "$recycle.bin", ".spotlight-v100", ".trashes", ".fseventsd"),
    *(".temporaryitems", "lost+found"),
}

AGAIN = Message("copy it again from a site that was built")


@dataclass(frozen=True)
class Held:
    """What came of it."""

    problems: tuple[Problem, ...]
    present: Mapping[str, PublishedFile]
    """What lies there of the manifest's files, whole or not, by its path in the folder."""
    unproven: tuple[str, ...]
    """Paths of files that the manifest cannot vouch for: damaged and foreign ones."""


def hold(manifest: Manifest, found: Found, own: str, at_home: Collection[str] = ()) -> Held:
    """Hold the files of a folder against a manifest, which is itself the file `own` there.

    `at_home` are paths of the manifest by which the folder's own system finds a file, however it is written there.
    """
    present = _matched(manifest, found, own)
    lost = {id(file) for file in manifest.files} - {id(file) for file in present.values()}
    damaged = {path for path, file in present.items() if not _is(file, found.files[path])}
    foreign = sorted(path for path in found.files if path not in present and path != own)
    problems = [_damaged(path, present[path], found.files[path]) for path in sorted(damaged)]
    problems += [
        _renamed(path, file.path)
        for path, file in sorted(present.items())
        if file.path not in (None, path) and file.path not in at_home
    ]
    problems += [_missing(file, own) for file in manifest.files if id(file) in lost and not _shut(file, found)]
    problems += [_foreign(path) for path in foreign]
    closed = sorted((path, why) for path, why in found.closed.items() if not _systems(path))
    problems += [Problem(path, 1, "R26", why, AGAIN) for path, why in closed]
    return Held(tuple(problems), present, tuple(sorted({*damaged, *foreign})))


def _matched(manifest: Manifest, found: Found, own: str) -> dict[str, PublishedFile]:
    """The manifest's file for each that is found: by its name, else by its name in another case, else unlisted."""
    listed = {file.path: file for file in manifest.files if file.path is not None}
    unlisted = {file.unlisted: file for file in manifest.files if file.unlisted is not None}
    times = Counter(map(folded, listed))
    others = {folded(p): file for p, file in listed.items() if p not in found.files and times[folded(p)] == 1}
    present: dict[str, PublishedFile] = {}
    for path in sorted(found.files):
        if path == own:
            continue
        file = listed.get(path) or others.pop(folded(path), None) or unlisted.pop(digest_of_path(path), None)
        if file is not None:
            present[path] = file
    return present


def _is(file: PublishedFile, found: FoundFile) -> bool:
    return (file.bytes, file.sha256) == (found.bytes, found.sha256)


def _shut(file: PublishedFile, found: Found) -> bool:
    """Is it told already that this file cannot be read, or a folder above it?"""
    path = folded(file.path or "")
    return any(path == folded(shut) or path.startswith(f"{folded(shut)}/") for shut in found.closed)


def _damaged(path: str, file: PublishedFile, found: FoundFile) -> Problem:
    if found.bytes == 0:
        return Problem(path, 1, "R22", Message("this file is empty"), AGAIN)
    if found.bytes != file.bytes:
        what = Message(
            "this file is damaged: its bytes are {found}, and were {built}", found=found.bytes, built=file.bytes
        )
        return Problem(path, 1, "R22", what, AGAIN)
    return Problem(path, 1, "R22", Message("this file is damaged: it has other contents than were built"), AGAIN)


def _renamed(path: str, name: str | None) -> Problem:
    what = Message("the name of this file is written otherwise: it was `{name}`, and links to it fail", name=name or "")
    return Problem(path, 1, "R25", what, Message("copy the folder again, so that names stay as they are"))


def _missing(file: PublishedFile, own: str) -> Problem:
    if file.path is None:
        what = Message("a page is missing that says that a story was withdrawn")
        return Problem(own, 1, "R23", what, AGAIN)
    return Problem(file.path, 1, "R23", Message("this file is missing"), AGAIN)


def _foreign(path: str) -> Problem:
    if _systems(path):
        what, mend = Message("a computer left this here by itself"), Message("it may stay, and it may go")
        return Problem(path, 1, "R27", what, mend, advice=True)
    what = Message("this file is foreign: the build did not make it")
    return Problem(path, 1, "R24", what, Message("take it away, or find out who put it there"))


def _systems(path: str) -> bool:
    *folders, name = path.lower().split("/")
    return name in _SYSTEMS_FILES or name.startswith("._") or any(f in _SYSTEMS_FOLDERS for f in (*folders, name))


def empty_files(found: Found) -> Iterator[Problem]:
    """What no build may publish: a file with nothing in it."""
    for path, file in sorted(found.files.items()):
        if file.bytes == 0:
            mend = Message("build again; if it stays so, look at the file that it is made from")
            yield Problem(path, 1, "R22", Message("this file is empty"), mend)
