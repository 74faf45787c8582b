"""Where projects to measure are laid out: made once, kept for the parts that come after, gone at the end of a run."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from ..library.library import Library
from ..reading.library_files import read_library
from .findings import Findings
from .measure import MKDOCS, OURS, Measured, measure
from .peers import WITHOUT_SQUARE, material_project
from .projects import own_project, same_project

#: Our build that is measured beside the peer, which has no packs either.
WITHOUT_PACKS = [*OURS, "site", "--no-packs"]
PEER = [*MKDOCS, "build", "--quiet"]
PEER_WITHOUT_SQUARE = [*PEER, "--config-file", WITHOUT_SQUARE]


@dataclass
class Workshop:
    """Projects of the size asked for, each in a folder of its own."""

    library: Library
    folder: Path
    findings: Findings
    _built: dict[int, Measured] = field(default_factory=dict)

    def as_it_is(self, name: str) -> Path:
        """A new copy of this project, for one use; nothing is kept in it from earlier builds."""
        return same_project(self.library, self._empty(name))

    def grown(self, name: str, stories: int) -> Path:
        """A new project of so many stories, for one use."""
        return own_project(self.library, self._empty(name), stories)

    def built(self, stories: int) -> Path:
        """The project of so many stories with its site, without packs; the same one each time it is asked for."""
        self.first_build(stories)
        return self._own(stories)

    def first_build(self, stories: int) -> Measured:
        """What its first build took."""
        if stories not in self._built:
            self.findings.doing(f"{stories} stories: our first build")
            own_project(self.library, self._empty(self._own(stories).name), stories)
            self._built[stories] = measure(WITHOUT_PACKS, self._own(stories))
        return self._built[stories]

    def peer(self, stories: int) -> Path:
        """The Material project of the same pages, not built yet; the same one each time it is asked for."""
        own, peer = self.built(stories), self.folder / f"peer-{stories}"
        if not peer.exists():
            self.findings.doing(f"{stories} stories: the peer's pages")
            material_project(read_library(own), own / "site", peer)
        return peer

    def whole(self) -> Path:
        """This project as it is with its whole site, packs and all; the same one each time it is asked for."""
        if not (self.folder / "whole" / "site").exists():
            self.findings.doing("the whole site as it is, with all packs")
            measure([*OURS, "site"], self.as_it_is("whole"))
        return self.folder / "whole"

    def whole_peer(self) -> Path:
        """The Material project of all its pages, built; the same one each time it is asked for."""
        peer = self.folder / "whole-peer"
        if not (peer / "site").exists():
            whole = self.whole()
            self.findings.doing("the peer's site of the same pages")
            material_project(self.library, whole / "site", self._empty("whole-peer"))
            measure(PEER, peer)
        return peer

    def _own(self, stories: int) -> Path:
        return self.folder / f"own-{stories}"

    def _empty(self, name: str) -> Path:
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        return target


def forget(project: Path) -> None:
    """Take away all that builds of a project have made and kept."""
    for name in ("site", ".cache"):
        shutil.rmtree(project / name, ignore_errors=True)
