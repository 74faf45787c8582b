"""The manifest of a site that was just built, and the proof that the site is what it says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..files.writing import write
from ..language.codes import Lang
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem
from .found import found_in
from .holding import empty_files, hold
from .model import NAME, PublishedFile, as_bytes, digest_of_path
from .reading import read_manifest


@dataclass(frozen=True)
class KnownOf:
    """What a build knows of a file that the file itself does not tell."""

    pages: int | None = None
    pack: str | None = None
    stories: tuple[str, ...] = ()
    sha256: str | None = None
    """Of the file as it was made, where that was noted then."""


def write_manifest(
    site_dir: Path,
    library: Mapping[Lang, str],
    audience: str,
    known: Mapping[str, KnownOf],
    unlisted: Collection[str] = (),
) -> None:
    """Write the manifest of all that lies in a built site; paths in `unlisted` are not named in it.

    Where it was noted what a file is, that is what the manifest says, and not what lies there. Raises OSError.
    """
    found = found_in(site_dir).files
    files = []
    for path, file in found.items():
        if path == NAME:
            continue
        about = known.get(path, KnownOf())
        hidden = path in unlisted
        files.append(
            PublishedFile(
                path=None if hidden else path,
                unlisted=digest_of_path(path) if hidden else None,
                bytes=file.bytes,
                sha256=about.sha256 or file.sha256,
                pages=about.pages,
                pack=about.pack,
                stories=about.stories,
            )
        )
    write(site_dir / NAME, as_bytes(library, audience, files))


def prove(site_dir: Path) -> None:
    """Hold a site that was just built against its manifest. Raises LibraryError with all that is not as it was made."""
    if not (site_dir / NAME).exists():
        mend = Message("build with `whatmatters site`, which writes it at the end")
        raise LibraryError([Problem(NAME, 1, "R20", Message("there is no manifest"), mend)])
    manifest, _ = read_manifest(site_dir / NAME)
    found = found_in(site_dir)
    problems = [*empty_files(found), *(p for p in hold(manifest, found, NAME).problems if not p.advice)]
    if problems:
        raise LibraryError(problems)
