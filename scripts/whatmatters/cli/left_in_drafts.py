"""What of a story lies among the project's drafts: texts, transcripts, and the pages that hold a draft's words."""

from __future__ import annotations

from pathlib import Path

from ..tracing.fingerprints import Known
from ..tracing.names import Name
from ..tracing.search import search_folder
from .project import DRAFTS

#: Files that name the transcript of a draft: its facts, and its pages, in which they are too.
_FACTS = (".yml", ".html")


def left_in_drafts(project: Path, name: Name, known: Known, transcript: str | None = None) -> tuple[str, ...] | None:
    """Files among the drafts that name the story or say its words, and drafts of its transcript; None for no drafts.

    `transcript` is the SHA-256 of the file from which the story was imported. Paths begin at the project's folder.
    """
    drafts = project / DRAFTS
    if not drafts.is_dir() or not any(drafts.iterdir()):
        return None
    found = {find.file for find in search_folder(drafts, name, known).finds}
    if transcript:
        for path in sorted(drafts.rglob("*")):
            if path.suffix in _FACTS and _may_hold(path, transcript):
                found.add(path.parent.relative_to(drafts).as_posix())
    return tuple(f"{DRAFTS}/{file}" for file in sorted(found))


def _may_hold(path: Path, words: str) -> bool:
    """Does a file hold some words? One that nobody may read is named too: a person has to look into it."""
    try:
        return path.is_file() and words.encode() in path.read_bytes()
    except OSError:
        return True
