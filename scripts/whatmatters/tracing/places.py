"""Where stories stand: the folder of each in its root, and the file that is kept of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..files.sources import SourceError, read_yaml, validate
from ..library.story_root import StoryRoot
from ..library.vocabulary import SLUG
from ..library.withdrawn import FOLDER, WithdrawnFile


@dataclass(frozen=True)
class Place:
    """A story's folder in its root."""

    root: StoryRoot
    folder: Path

    @property
    def own_id(self) -> str:
        """Its id within its root."""
        return self.folder.name

    @property
    def collection(self) -> str:
        """The folder above."""
        return self.folder.parent.name

    @property
    def full_id(self) -> str:
        """Its id in the whole library."""
        return self.root.full_id(self.own_id)

    @property
    def shown(self) -> str:
        """The folder as messages show it."""
        return f"{self.root.shown}/{self.collection}/{self.own_id}"


def places(roots: Sequence[StoryRoot]) -> Iterator[Place]:
    """The folder of every story of some roots, sound or not; what cannot be an id was never a story."""
    for root in roots:
        for folder in sorted(root.folder.glob("*/*/")):
            names = (folder.name, folder.parent.name)
            if all(re.fullmatch(SLUG, name) for name in names) and names[1] not in (FOLDER, "packs"):
                yield Place(root, folder)


def record_of(root: StoryRoot, own_id: str) -> Path:
    """The file that is kept of a withdrawn story."""
    return root.folder / FOLDER / f"{own_id}.yml"


def kept_of(root: StoryRoot, own_id: str) -> WithdrawnFile | None:
    """What a record says; None where there is none that is sound.

    Beside a story's folder it is the record of a withdrawal that was cut off, or of a story that came back.
    """
    path = record_of(root, own_id)
    if not path.is_file():
        return None
    try:
        return validate(WithdrawnFile, read_yaml(path, root.folder))[0]
    except SourceError:
        return None
