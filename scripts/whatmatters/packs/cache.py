"""A folder of files that need not be made again, each named by a hash of all that it depends on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..library import theme_icons as icons
from ..library.languages import Lang
from ..library.writing import write as write
from .cards import StoryCard
from .describe import PackDescription
from .kinds import KINDS, PACK

#: Files that decide how a pack looks, in this room and in the one that prints.
CODE = ("packs/**/*.py", "packs/*.yml", "press/*.py", "press/templates/*.typ", "press/fonts/*.ttf")

#: Packages that do.
MAKERS = ("typst", "segno", "python-docx", "python-pptx")


@cache
def code_digest() -> str:
    """A hash of those files and of the versions of the packages that write files."""
    here = Path(__file__).parents[1]
    digest = hashlib.sha256(" ".join(version(name) for name in MAKERS).encode())
    for path in sorted(p for pattern in CODE for p in here.glob(pattern)):
        digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def all_that_is_said(pack: tuple[PackDescription, ...]) -> str:
    """A hash of all that a pack is made of, in both languages: a story's cards are divided alike in both."""
    names = {c.icon for p in pack for c in p.cards if isinstance(c, StoryCard)}
    names |= {kind.icon for kind in (*KINDS.values(), PACK)}
    parts = {
        "pack": [asdict(p) for p in pack],
        "code": code_digest(),
        "icons": {name: icons.filled(name) for name in sorted(names) if icons.exists(name)},
    }
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def key_of(form: str, lang: Lang | None, said: str) -> str:
    """The name of what a form of a pack would be: equal only when everything it is made of is equal."""
    return hashlib.sha256(f"{form} {lang} {said}".encode()).hexdigest()[:24]
