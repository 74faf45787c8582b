"""A small site with its manifest, to be damaged at will."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.manifest.model import NAME
from whatmatters.manifest.writing import KnownOf, write_manifest

LIBRARY = {"en": "What Matters", "cy": "Beth sy'n Bwysig"}
#: The page that says that a story was withdrawn.
STONE = "stories/magic-moments/gone-for-good/index.html"
FILES = {
    "index.html": b"<p>Home</p>",
    "cy/index.html": b"<p>Hafan</p>",
    "search/en/a.js": b"take(1)",
    "search/en/a.js.gz": b"\x1f\x8b packed",
    "packs/worth-it/worth-it-cards-en.pdf": b"%PDF-1.7 cards",
    STONE: b"<p>This story has been withdrawn</p>",
}
KNOWN = {"packs/worth-it/worth-it-cards-en.pdf": KnownOf(pages=4, pack="worth-it", stories=("the-blue-cup",))}


def lay_site(folder: Path, audience: str = "public") -> Path:
    """A site of a few files in a folder."""
    for name, data in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    write_manifest(folder, LIBRARY, audience, KNOWN, {STONE})
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = lay_site(tmp_path / "copy")
    assert (folder / NAME).is_file()
    return folder
