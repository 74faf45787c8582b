"""Reading the manifest of a copy, which may be anything: missing, cut short, huge, or written to mislead."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from pathlib import Path, PurePosixPath, PureWindowsPath
from stat import S_ISREG
from typing import Any

from pydantic import ValidationError

from ..messages.message import Message
from ..messages.problem import LibraryError, Problem
from .model import FORMAT, NAME, Manifest, folded, seal_of

#: Bytes of a manifest at the most: a hundred times as many as a site of 3,000 files has.
LARGEST = 64_000_000


def manifest_name(folder: Path) -> str | None:
    """What the manifest of a copy is called there: `MANIFEST.JSON`, where names were changed; None where there is none.

    Raises OSError for a folder that cannot be read.
    """
    names = sorted(name for name in os.listdir(folder) if folded(name) == NAME)
    return NAME if NAME in names else next(iter(names), None)


def read_manifest(path: Path) -> tuple[Manifest, str]:
    """The manifest in a file, and the file's SHA-256. Raises LibraryError for one that cannot be relied on."""
    try:
        if not S_ISREG(path.lstat().st_mode):
            raise _none(path, Message("the manifest is a link, or no file at all"))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise _none(path, Message("the manifest cannot be read")) from None
    if len(data) > LARGEST:
        raise _none(path, Message("this is no manifest: it has more than {most} MB", most=LARGEST // 1_000_000))
    told = _told(path, data)
    try:
        manifest = Manifest.model_validate({name: told[name] for name in told if name != "seal"})
    except ValidationError:
        raise _none(path, Message("the manifest says something that none can say")) from None
    _refuse_paths(path, manifest)
    return manifest, hashlib.sha256(data).hexdigest()


def _told(path: Path, data: bytes) -> dict[str, Any]:
    """What a manifest says, if it is whole and of this version."""
    try:
        told = json.loads(data)
        number = told["format"]
        if isinstance(number, int) and number > FORMAT:
            what = Message("the manifest is of a later version (known here: {known})", known=FORMAT)
            raise _problem(path, "R21", what, Message("bring this program up to date, and call the command again"))
        # A seal that was turned into something else is no seal.
        whole = told["seal"] == seal_of(told)
    except (ValueError, KeyError, TypeError, RecursionError):
        whole = False
    if not whole:
        raise _none(path, Message("the manifest is cut short or damaged"))
    return dict(told)


def _refuse_paths(path: Path, manifest: Manifest) -> None:
    """No path leads out of the folder, and none stands twice."""
    for file in manifest.files:
        if (file.path is None) == (file.unlisted is None):
            raise _none(path, Message("the manifest says something that none can say"))
        if file.path is not None and _leads_out(file.path):
            raise _none(path, Message("the manifest names `{name}`, no place within its folder", name=file.path))
    named = Counter(file.path or file.unlisted for file in manifest.files)
    twice = next((name for name, count in named.items() if count > 1), None)
    if twice is not None:
        raise _none(path, Message("the manifest names `{name}` twice", name=twice))


def _leads_out(name: str) -> bool:
    parts = name.split("/")
    other = PureWindowsPath(name)
    return bool(
        {"", ".", ".."} & set(parts)
        or "\\" in name
        or "\0" in name
        or PurePosixPath(name).is_absolute()
        or other.drive
        or other.root
    )


def _none(path: Path, what: Message) -> LibraryError:
    return _problem(path, "R20", what, Message("make this copy anew from a site that was built"))


def _problem(path: Path, code: str, what: Message, mend: Message) -> LibraryError:
    return LibraryError([Problem(path.name, 1, code, what, mend)])
