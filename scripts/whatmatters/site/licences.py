"""What of others' work is in a built site, with its licence: read from the installed packages during the build."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath

from ..library.theme_icons import folder as icons

#: The file with all their texts, below the site.
ADDRESS = "assets/licences.txt"
#: Beside the font files in the sources, and so in the site.
_FONT = "docs/assets/fonts/OFL.txt"
_LINE = "=" * 78


@dataclass(frozen=True)
class Part:
    """Something of others that ships in a site; its id names the wordings `licences-what-…` of the page."""

    id: str
    name: str
    licence: str
    """By its SPDX name, as the package has it."""
    version: str = ""
    text: str = ""


def parts(root: Path) -> tuple[Part, ...]:
    """All of it, our own at the end. Raises OSError or PackageNotFoundError where a package is not whole."""
    return (
        _package("theme", "mkdocs-material", "Material for MkDocs"),
        Part("icons", "Material Design Icons", "Apache-2.0", text=_read(icons() / "material" / "LICENSE")),
        Part("fonts", "Atkinson Hyperlegible Next", "OFL-1.1", text=_read(root / _FONT)),
        _package("search", "simplemma"),
        _package("documents", "python-docx"),
        _package("slides", "python-pptx"),
        _package("ours", "whatmatters", "What Matters · Beth sy'n Bwysig", "MIT, CC BY 4.0"),
    )


def write_licences(root: Path, site_dir: Path) -> None:
    """Write all texts into one file of the site; same packages, same bytes."""
    told = "\n".join(
        f"{_LINE}\n{part.name} {part.version}".rstrip() + f"\n{part.licence}\n{_LINE}\n\n{part.text.strip()}\n"
        for part in parts(root)
    )
    target = site_dir / ADDRESS
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(told, encoding="utf-8", newline="\n")


def _package(part: str, package: str, name: str = "", licence: str = "") -> Part:
    found = distribution(package)
    version = "" if part == "ours" else found.version
    return Part(part, name or package, licence or _licence_of(found), version, _text_of(found))


def _licence_of(package: Distribution) -> str:
    """As its metadata has it: the newer field, or the older one."""
    known = package.metadata.json
    said = str(known.get("license_expression") or known.get("license") or "")
    # The older field is free text: the first line alone is a name.
    return said.strip().split("\n")[0].removesuffix(" License")


def _text_of(package: Distribution) -> str:
    """The texts that the package says are those of its licence: files so called in its folder of metadata."""
    files = (file for file in _named(package) if ".dist-info" in file.parts[0] and "LICEN" in file.name.upper())
    return "\n\n".join(_read(Path(str(package.locate_file(file)))) for file in sorted(files))


def _named(package: Distribution) -> Iterable[PurePosixPath]:
    """The files of a package whose line in its record may name a licence: a theme has ten thousand others."""
    record = package.read_text("RECORD")
    if record is None:
        return package.files or ()
    lines = (line for line in record.splitlines() if ".dist-info" in line and "LICEN" in line.upper())
    return [PurePosixPath(row[0]) for row in csv.reader(lines)]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
