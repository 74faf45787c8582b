"""What somebody hands in, a zip file or a folder, as files by their names. Nothing is unpacked to a disk.

A zip file may say anything of itself: names that climb out of a folder, links, and sizes that would fill a machine.
"""

from __future__ import annotations

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..messages.known_foreign_messages import of_system
from ..messages.message import Message
from ..messages.problem import Problem
from .sources import SourceError

#: Bytes at the most: a film, a picture, captions and texts. A story without a recording has a few thousand.
LARGEST = 130_000_000
#: Files at the most; a story has three, and ten with everything that it may have.
MOST = 100
#: What systems put into folders and zip files for themselves.
OF_SYSTEMS = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)

#: What a step of a path may not hold, on one system or another.
_NO_STEP = re.compile(r'[\x00-\x1f:*?"<>|]')
#: What Python's reader raises for a damaged zip file, or one that is packed in a way that it does not know.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError)
_LOCKED = 0x1


def read_handed_in(path: Path) -> dict[str, bytes]:
    """The files of a zip file or a folder by their names with forward slashes, without what systems put there.

    Names of a folder begin with its own name, and that of the folder above it. Raises SourceError.
    """
    try:
        return dict(_of_folder(path.resolve()) if path.is_dir() else _of_zip(path))
    except OSError as error:
        raise _wrong(
            path,
            "R01",
            Message("this file cannot be read: {why}", why=of_system(error)),
            Message("check that it exists and may be read"),
        ) from error


def _of_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    count = size = 0
    for above, folders, names in os.walk(folder):
        for name in sorted((*folders, *names)):
            file = Path(above) / name
            inside = file.relative_to(folder.parent.parent).as_posix()
            if OF_SYSTEMS.search(f"{inside}/" if name in folders else inside):
                continue
            mode = file.lstat().st_mode
            if stat.S_ISDIR(mode):
                continue
            if not stat.S_ISREG(mode):
                raise _wrong(folder, "B11", Message("`{name}` is a link, and no file", name=name), _PUT_IN)
            count, size = count + 1, size + file.stat().st_size
            _measure(folder, count, size)
            yield inside, file.read_bytes()


def _of_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as packed:
            entries = [one for one in packed.infolist() if not OF_SYSTEMS.search(one.filename.replace("\\", "/"))]
            _measure(path, sum(not one.is_dir() for one in entries), sum(one.file_size for one in entries))
            met: set[str] = set()
            for entry in entries:
                name = _name(path, entry)
                if entry.is_dir() or name.endswith("/"):
                    continue
                if entry.flag_bits & _LOCKED:
                    mend = Message("save it again without a password")
                    raise _wrong(path, "B10", Message("this zip file is locked with a password"), mend)
                # On Windows and on a Mac these would be one file.
                if name.casefold() in met:
                    raise _wrong(path, "B11", Message("`{name}` is in this zip file twice", name=name), _AGAIN)
                met.add(name.casefold())
                with packed.open(entry) as stream:
                    # No more is read than the entry says of itself, which has been counted.
                    yield name, stream.read(entry.file_size)
    except _DAMAGE as error:
        what = (
            Message("this zip file is damaged")
            if zipfile.is_zipfile(path)
            else Message("this is neither a zip file nor a folder")
        )
        mend = Message("name the zip file that the page Add a story saved, or the folder of a story")
        raise _wrong(path, "B10", what, mend) from error


_AGAIN = Message("save the story again in the page Add a story, or zip its folder again")
_PUT_IN = Message("put the file itself there")


def _name(path: Path, entry: zipfile.ZipInfo) -> str:
    """An entry's name, which programs of Windows may part with backslashes. Raises SourceError for what is none."""
    name = entry.filename.replace("\\", "/")
    steps = name.removesuffix("/").split("/")
    if any(step.strip(". ") == "" or _NO_STEP.search(step) for step in steps):
        what = Message("`{name}` would lead out of the story's folder, or is no name for a file", name=name)
        raise _wrong(path, "B11", what, _AGAIN)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _wrong(path, "B11", Message("`{name}` is a link, and no file", name=name), _PUT_IN)
    return name


def _measure(path: Path, count: int, size: int) -> None:
    """Raises SourceError where there is more than a story can be."""
    mend = Message("name the story's own zip file or folder, with nothing else in it")
    if count > MOST:
        raise _wrong(path, "B12", Message("there are more than {count} files in it", count=MOST), mend)
    if size > LARGEST:
        what = Message("there is more than {size} MB in it", size=LARGEST // 1_000_000)
        raise _wrong(path, "B12", what, mend)


def _wrong(path: Path, code: str, message: Message, mend: Message) -> SourceError:
    return SourceError(Problem(path.name, 1, code, message, mend))
