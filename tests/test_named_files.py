"""Comments, docstrings and records of decisions name files of the program, and the files are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.conftest import REPOSITORY
from whatmatters.tracing.sources import LISTS

PACKAGE = REPOSITORY / "scripts" / "whatmatters"
#: Where the program is spoken of.
SPOKEN = ("scripts", "docs/decisions", "docs/assets", "docs/data", "overrides", "CONTRIBUTING.md", "ENGINEERING.md", "README.md")
TEXT = {".py", ".md", ".yml", ".css", ".js", ".html", ".typ"}
#: Of other programs.
OTHERS = {"mkdocs/commands/build.py"}


def named() -> Iterator[tuple[str, str]]:
    """Each file in which one is named, and the name: `deck/kinds.py`, `kinds.py`."""
    for place in SPOKEN:
        top = REPOSITORY / place
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.suffix in TEXT:
                for name in re.findall(r"(?<![\w./-])[\w/]+\.(?:py|typ)\b", path.read_text(encoding="utf-8")):
                    yield path.relative_to(REPOSITORY).as_posix(), name


def test_they_are_there():
    """By their place in the project or in the package, or by name alone; a name that has moved on misleads its reader."""
    files = {p for ending in ("py", "typ") for top in (PACKAGE.parent, REPOSITORY / "tests") for p in top.rglob(f"*.{ending}")}
    there = {p.name for p in files} | {p.relative_to(REPOSITORY).as_posix() for p in files}
    there |= {p.relative_to(PACKAGE).as_posix() for p in files if p.is_relative_to(PACKAGE)}
    there |= {p.relative_to(PACKAGE.parent).as_posix() for p in files if p.is_relative_to(PACKAGE.parent)}
    found = set(named())
    assert len(found) > 100
    assert {one for one in found if one[1] not in there | OTHERS} == set()


def test_places_of_other_peoples_names_are_there():
    """Where names of everywhere stand, nobody's story is looked for; a folder that has moved would be looked into."""
    assert [place for place in LISTS if not (REPOSITORY / place).is_dir()] == []
