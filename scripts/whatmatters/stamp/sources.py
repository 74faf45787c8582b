"""All that a build depends on: the project's files, this program, what it is built with, where and when."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from .digests import of_tree

#: What every build reads of a project.
SEEN = ("docs", "stories", "overrides", "scripts/mkdocs_hooks.py", "mkdocs.yml")

#: The record of printed packs, in a folder of stories: builds write it themselves, so a stamp holds it apart.
RECORD = "packs/printed.jsonl"

#: A configuration that goes on in another file, which nobody here looks for.
_INHERITS = re.compile(r"^INHERIT\s*:", re.M)

_WORD = re.compile(r"\w+")


def project_digest(project: Path, roots: Iterable[Path], asked: Mapping[str, object]) -> str | None:
    """A digest of all that a build of `project` with further story `roots` depends on, but for the records of packs.

    `asked` is what was asked for. None where that cannot be told: then there is nothing to do but build.
    """
    try:
        config = (project / "mkdocs.yml").read_text(encoding="utf-8")
        if _INHERITS.search(config):
            return None
        told = {
            "asked": dict(asked),
            "files": [of_tree(project / name) for name in SEEN if name != "stories"],
            "stories": [(str(root), of_tree(root, _is_record)) for root in (project / "stories", *roots)],
            "program": of_tree(Path(__file__).parents[1]),
            "python": sys.version,
            "packages": sorted(_packages()),
            # A build dates what it writes, and asks whether consent has ended: neither goes by the zone of the other.
            "days": [date.today().isoformat(), datetime.now(UTC).date().isoformat()],
            "environment": _environment(config),
        }
    except (OSError, ValueError, RuntimeError):
        return None
    return hashlib.blake2b(json.dumps(told).encode(), digest_size=20).hexdigest()


def roots_named(given: str) -> list[Path] | None:
    """The folders of further stories as they were typed, parted as in PATH; None where one is nowhere."""
    try:
        named = [Path(part.strip()).expanduser().resolve() for part in given.split(os.pathsep) if part.strip()]
        return list(dict.fromkeys(named))
    except (OSError, RuntimeError):
        return None


def _is_record(path: str) -> bool:
    return path == RECORD


def _environment(config: str) -> dict[str, str]:
    """Variables that a build looks at: every one whose name stands in `mkdocs.yml`, and the date that MkDocs writes."""
    names = {*_WORD.findall(config), "SOURCE_DATE_EPOCH"}
    return {name: os.environ[name] for name in sorted(names) if name in os.environ}


def _packages() -> Iterator[str]:
    """Installed packages with their versions, as their folders are called, and a digest of what each is made of."""
    for folder in sys.path:
        if not os.path.isdir(folder):
            continue
        for name in os.listdir(folder):
            if name.endswith((".dist-info", ".egg-info", ".egg-link", ".pth")):
                made_of = os.path.join(folder, name, "RECORD")
                yield f"{name} {of_tree(Path(made_of))}"
