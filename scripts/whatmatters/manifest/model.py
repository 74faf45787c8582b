"""What a manifest says, and how it is written down: the same bytes for the same site."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..language.codes import Lang

#: What the file is called, at the top of a site. It lists every other file.
NAME = "manifest.json"

#: How it is written. A later number is of a later version of this program.
FORMAT = 1

_SHA256 = r"^[0-9a-f]{64}$"


class _Strict(BaseModel):
    """Nothing is guessed: a manifest is written by this program alone, and a path may begin with a space."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PublishedFile(_Strict):
    """A file of a site."""

    path: str | None = Field(default=None, min_length=1)
    """Within the site, with forward slashes; None for a page that no list may name."""
    unlisted: str | None = Field(default=None, pattern=_SHA256)
    """Of such a page the digest of its path (`digest_of_path`): the address of a withdrawn story stands in no list."""
    bytes: int = Field(ge=0)
    sha256: str = Field(pattern=_SHA256)
    pages: int | None = Field(default=None, ge=1)
    """Of a PDF."""
    pack: str | None = None
    """The pack that it belongs to."""
    stories: tuple[str, ...] = ()
    """Ids of the stories that it tells: of a pack's file, and of what belongs to the page of one story."""


class Manifest(_Strict):
    """All of `manifest.json` but its seal."""

    format: Literal[1]
    library: dict[str, str]
    """What the library is called, in each language."""
    audience: str
    """Whom the site was built for."""
    files: tuple[PublishedFile, ...]

    @property
    def bytes(self) -> int:
        """Of all files together."""
        return sum(file.bytes for file in self.files)


def folded(path: str) -> str:
    """A path as systems compare it that do not tell A from a, or that take an accent for a letter of its own."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def digest_of_path(path: str) -> str:
    """By what a path is known again that may not be read, in whichever case it was written."""
    return hashlib.sha256(folded(path).encode("utf-8", errors="surrogateescape")).hexdigest()


def as_bytes(library: Mapping[Lang, str], audience: str, files: Iterable[PublishedFile]) -> bytes:
    """A manifest as it is published: a line a file, in the order of paths, and a seal over all of it at the end."""
    inside = [file.model_dump(mode="json", exclude_defaults=True) for file in files]
    inside.sort(key=lambda file: (file.get("path", ""), file.get("unlisted", "")))
    told = {"format": FORMAT, "library": dict(library), "audience": audience, "files": inside}
    head = "".join(f"{_json(name)}: {_json(told[name])},\n" for name in ("format", "library", "audience"))
    lines = ",\n".join(map(_json, inside))
    return f'{{\n{head}"files": [\n{lines}\n],\n"seal": "{seal_of(told)}"\n}}\n'.encode()


def seal_of(told: Mapping[str, Any]) -> str:
    """A digest of what a manifest says but for its seal: one that was cut, or changed by accident, is known by it.

    It is no signature: whoever changes a manifest on purpose can seal it anew.
    """
    said = json.dumps({name: told[name] for name in told if name != "seal"}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
