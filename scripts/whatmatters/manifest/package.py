"""A built site as one file to hand over: for a shared drive, or for a server with what it needs beside it.

Same site, same bytes: names are in order, and every file has the time at which the site was built. A time that is the
same for all versions would do harm: servers and programs that copy folders know a new file by its size and time alone.
"""

from __future__ import annotations

import gzip
import hashlib
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from ..language.codes import LANGUAGES
from .model import NAME, Manifest, PublishedFile, as_bytes
from .reading import read_manifest
from .writing import prove

Use = Literal["drive", "server"]
Time: TypeAlias = tuple[int, int, int, int, int, int]
USES: tuple[Use, ...] = ("drive", "server")

#: The folder in the zip that holds the site.
SITE = "what-matters"
#: Kinds of files that a server sends compressed; the others are compressed within.
TEXT = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".vtt", ".ics"))
#: Bytes below which a compressed file saves no packet of a network.
LEAST = 1024
#: The first year that a zip file knows.
_FIRST = 1980


def package(site_dir: Path, target: Path, use: Use, beside: Mapping[str, bytes], within: Mapping[str, bytes]) -> str:
    """Write the site in `site_dir` to the zip file `target`; the SHA-256 of the manifest that lies in it.

    `beside` are files that lie next to the site's folder in the zip, `within` such as are added to the site itself
    and to its manifest, each by its path. For a server every larger text has a compressed twin, and the manifest of the
    package lists those too, so that `verify` holds a copy of it like any other.
    Raises LibraryError where the site is not what its own manifest says, and OSError.
    """
    prove(site_dir)
    manifest, _ = read_manifest(site_dir / NAME)
    built = time.gmtime((site_dir / NAME).stat().st_mtime)
    when = (max(built.tm_year, _FIRST), built.tm_mon, built.tm_mday, built.tm_hour, built.tm_min, built.tm_sec)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}")
    try:
        with zipfile.ZipFile(unfinished, "w") as made:
            put = partial(_put, made, when)
            for name, data in sorted(beside.items()):
                put(name, data)
            listed = list(_files(put, site_dir, manifest, use, within))
            if use == "drive":
                data = (site_dir / NAME).read_bytes()
            else:
                data = as_bytes({lang: manifest.library.get(lang, "") for lang in LANGUAGES}, manifest.audience, listed)
            put(f"{SITE}/{NAME}", data)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return hashlib.sha256(data).hexdigest()


def _files(
    put: Callable[[str, bytes], None], site_dir: Path, manifest: Manifest, use: Use, within: Mapping[str, bytes]
) -> Iterator[PublishedFile]:
    """Put every file of the site into the zip, and what is added for a server; what the manifest says of each."""
    by_path = {file.path: file for file in manifest.files if file.path is not None}
    for path in sorted(p.relative_to(site_dir).as_posix() for p in site_dir.rglob("*") if p.is_file()):
        if path == NAME:
            continue
        data = (site_dir / path).read_bytes()
        put(f"{SITE}/{path}", data)
        # A page that no list may name is not compressed either: its twin's name would be its own.
        if (file := by_path.get(path)) is None or use == "drive":
            continue
        yield file
        if Path(path).suffix in TEXT and len(data) >= LEAST and f"{path}.gz" not in by_path:
            packed = gzip.compress(data, mtime=0)
            put(f"{SITE}/{path}.gz", packed)
            yield _listed(f"{path}.gz", packed, file.stories)
    if use == "server":
        yield from (file for file in manifest.files if file.path is None)
        for path, data in sorted(within.items()):
            put(f"{SITE}/{path}", data)
            yield _listed(path, data)


def _listed(path: str, data: bytes, stories: tuple[str, ...] = ()) -> PublishedFile:
    return PublishedFile(path=path, bytes=len(data), sha256=hashlib.sha256(data).hexdigest(), stories=stories)


def _put(made: zipfile.ZipFile, when: Time, path: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(path, when)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # To be read by everybody: a web server is somebody else.
    entry.external_attr = 0o100644 << 16
    entry.create_system = 3
    made.writestr(entry, data)
