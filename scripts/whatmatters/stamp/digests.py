"""Digests of files and folders: names and bytes, nothing else."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

#: Folders and endings of files that Python writes for itself.
_PYTHONS_OWN = ("__pycache__", ".pyc")

#: Bytes read at a time, so that a film costs no more memory than a page.
_CHUNK = 1 << 20

Left = Callable[[str], bool]
"""Is the file at this path within its folder left out?"""


def of_tree(folder: Path, left: Left = lambda path: False, *, links: bool = True) -> str:
    """A digest of every name and every byte in a folder, or of the file of that name; another one where neither is.

    Links are followed, as those who read sources do; without `links` they raise OSError, for what a build makes has
    none. Raises OSError for what cannot be read, and for a link that leads back to where it stands.
    """
    digest = hashlib.blake2b(digest_size=20)
    if folder.is_dir():
        for path, entry in _walk(folder, "", left, links, ()):
            name = os.fsencode(path)
            digest.update(b"%d %b " % (len(name), name))
            if entry is not None:
                _add(digest, entry)
    elif folder.exists():
        _add(digest, folder)
    else:
        digest.update(b"nothing")
    return digest.hexdigest()


def of_trees(folders: Iterable[Path], left: Left = lambda path: False) -> str:
    """A digest of several folders with their own paths. Raises OSError."""
    digest = hashlib.blake2b(digest_size=20)
    for folder in folders:
        digest.update(os.fsencode(folder) + b"\0" + of_tree(folder, left).encode())
    return digest.hexdigest()


def _add(digest: hashlib.blake2b, path: Path | str) -> None:
    with open(path, "rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        digest.update(b"%d " % size)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)


def _walk(
    folder: Path | str, within: str, left: Left, links: bool, above: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, str | None]]:
    """Path within the folder and place of each file, in the order of names; a folder's place is None."""
    stat = os.stat(folder)
    here = (stat.st_dev, stat.st_ino)
    if here in above:
        raise OSError(f"{folder} leads back to where it stands")
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = within + entry.name
        if entry.name.endswith(_PYTHONS_OWN) or left(path):
            continue
        if not links and entry.is_symlink():
            raise OSError(f"{entry.path} is a link")
        if entry.is_dir():
            yield path + "/", None
            yield from _walk(entry.path, path + "/", left, links, (*above, here))
        else:
            yield path, entry.path
