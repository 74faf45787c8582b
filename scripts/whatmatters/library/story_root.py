"""Story roots: this project's own stories, and further folders of stories that a build may take in.

A further root has the shape of `stories/` and a `root.yml`, which gives it a name and says whom its stories may reach.
The name is written down, not taken from the folder: it stands in addresses and on printed cards, and a folder may be
called something else on the next machine.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from ..files.sources import SourceError, read_yaml, validate
from ..language.bilingual import Frozen
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem
from .story import Audience
from .vocabulary import SLUG

#: What parts a root's name from an id in it.
JOIN = "--"
FILE = "root.yml"
#: Names that messages need for the project's own folders.
RESERVED = ("docs", "stories")


class RootFile(Frozen):
    """All of `root.yml`."""

    name: str = Field(pattern=SLUG, max_length=40)
    """Stands before every id of the root, for ever."""
    audience: tuple[Audience, ...] = Field(default=("team",), min_length=1)
    """The builds that its stories may be in, whatever their own consent says; a root is private unless it says more."""


@dataclass(frozen=True)
class StoryRoot:
    """A folder of stories, and the recipes beside them."""

    folder: Path
    name: str = ""
    """Empty for this project's own stories."""
    audience: tuple[Audience, ...] = ("team", "intranet", "public", "training")

    @property
    def shown(self) -> str:
        """How messages begin the paths of its files: `stories`, or the root's name."""
        return self.name or "stories"

    def full_id(self, own_id: str) -> str:
        """An id of the root as the library knows it."""
        return f"{self.name}{JOIN}{own_id}" if self.name else own_id

    def own_id(self, full_id: str) -> str:
        """An id of the library as the root's own files say it."""
        return full_id.removeprefix(f"{self.name}{JOIN}") if self.name else full_id


class NoSuchRoot(Exception):
    """A story root was asked for that is not there."""

    def __init__(self, why: Message) -> None:
        self.why = why
        super().__init__(why)


def own_root(project: Path) -> StoryRoot:
    """The project's own stories."""
    return StoryRoot(project / "stories")


def _at_home(part: str) -> Path | None:
    """The path, with `~` as the person's own folder; None where `~` names a person whom this computer does not know."""
    try:
        return Path(part).expanduser()
    except RuntimeError:
        return None


def further_roots(project: Path, given: str) -> tuple[StoryRoot, ...]:
    """The roots at the paths in `given`, which are parted as in PATH: by `:`, on Windows by `;`.

    Paths start from the folder that the command is called in. Raises NoSuchRoot for a path that is not a folder, and
    LibraryError for a root that cannot be used: with no sound `root.yml`, inside what is published, or with a name that
    is taken.
    """
    roots: list[StoryRoot] = []
    problems: list[Problem] = []
    for part in (p.strip() for p in given.split(os.pathsep)):
        if not part:
            continue
        folder = _at_home(part)
        if folder is None or not folder.is_dir():
            raise NoSuchRoot(
                Message(
                    "there is no folder `{name}` (STORIES names folders, parted by `{mark}`)",
                    name=part,
                    mark=os.pathsep,
                )
            )
        root, found = _read(folder.resolve(), part, project.resolve())
        if root is not None and any(other.folder == root.folder for other in roots):
            continue
        taken = next((other for other in roots if root is not None and other.name == root.name), None)
        if taken is not None:
            found.append(
                Problem(
                    f"{part}/{FILE}",
                    1,
                    "E03",
                    Message("two story roots are called `{name}`", name=taken.name),
                    Message("give each root a name of its own: it is what keeps their ids apart"),
                )
            )
        problems += found
        roots += [root] if root is not None else []
    if problems:
        raise LibraryError(problems)
    return tuple(roots)


def _read(folder: Path, part: str, project: Path) -> tuple[StoryRoot | None, list[Problem]]:
    """One root; `part` is the folder as it was given, for messages."""
    where = f"{part.rstrip('/')}/{FILE}"
    if not (folder / FILE).is_file():
        mend = Message("write one with a line `name: …` and a line `audience: [team]`: CONTRIBUTING shows it")
        return None, [Problem(where, 1, "E01", Message("this story root has no root.yml"), mend)]
    try:
        found, problems = validate(RootFile, read_yaml(folder / FILE, folder))
    except SourceError as error:
        found, problems = None, [error.problem]
    problems = [Problem(where, p.line, p.code, p.message, p.mend) for p in problems]
    if found is None:
        return None, problems
    if found.name in RESERVED:
        problems.append(
            Problem(
                where,
                1,
                "E02",
                Message("`{name}` is the name of a folder of this project", name=found.name),
                Message("choose another name"),
            )
        )
    if folder == project or any(folder.is_relative_to(project / name) for name in ("docs", "stories", "site")):
        mend = Message("keep it beside the project, or in a folder of its own")
        problems.append(Problem(where, 1, "E04", Message("this story root lies inside what is published"), mend))
    return StoryRoot(folder, found.name, found.audience), problems
