"""The stamp of a build: written whole, and believed only when it is whole."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

#: How a stamp is written; another one is of another version of this program.
FORM = 1


@dataclass(frozen=True)
class Stamp:
    """What a build was made of, what it made, and what it said."""

    key: str
    """The digest of all that it depends on."""
    places: tuple[str, ...]
    """Further files and folders that the configuration names."""
    beside: str
    """The digest of those, and of the records of packs as the build left them."""
    made: str
    """The digest of what was made."""
    told: dict[str, Any]
    """What the command said of it, to be said again."""


def keep(path: Path, stamp: Stamp) -> None:
    """Write a stamp, whole or not at all. Where it cannot be written the next build is one: that costs time alone."""
    said = json.dumps(asdict(stamp), ensure_ascii=False, sort_keys=True)
    beside = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps({"form": FORM, "seal": _seal(said), "stamp": said}), encoding="utf-8")
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def read(path: Path) -> Stamp | None:
    """The stamp at `path`; None where there is none, or one that is damaged or of another version."""
    try:
        held = json.loads(path.read_bytes())
        if held["form"] != FORM or held["seal"] != _seal(held["stamp"]):
            return None
        told = json.loads(held["stamp"])
        return Stamp(**{**told, "places": tuple(told["places"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _seal(said: str) -> str:
    return hashlib.blake2b(f"{FORM} {said}".encode(), digest_size=20).hexdigest()
