"""What Git's history holds of a story: asked of Git, for only a story that was committed is in it."""

from __future__ import annotations

import subprocess
from pathlib import PurePosixPath

from .places import Place


class GitSilent(Exception):
    """There is a repository, and Git could not be asked."""


def folders_in_history(place: Place) -> tuple[str, ...] | None:
    """The folders in which the history of any branch holds the story, as Git names them.

    Also those of other collections, where it may have stood before. None where there is no repository.
    Raises GitSilent.
    """
    root = place.root.folder
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return None
    # A branch that added it and took it away again holds it too, hence the full history.
    ask = ("git", "log", "--all", "--full-history", "--no-renames", "--format=", "--name-only", "-z")
    try:
        said = subprocess.run(
            [*ask, "--", f":(glob)*/{place.own_id}/**"], cwd=root, capture_output=True, check=True, timeout=120
        ).stdout.decode("utf-8", errors="replace")
    except (OSError, subprocess.SubprocessError) as error:
        raise GitSilent from error
    files = (PurePosixPath(file.strip("\n")) for file in said.split("\0") if file.strip("\n"))
    return tuple(sorted({_folder(file, place.own_id) for file in files}))


def _folder(file: PurePosixPath, own_id: str) -> str:
    """The story's folder out of the path of a file in it."""
    parts = file.parts
    return str(PurePosixPath(*parts[: len(parts) - parts[::-1].index(own_id)]))
