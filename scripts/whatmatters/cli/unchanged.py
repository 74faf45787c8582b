"""The same again, and nothing has changed: what was made stands, and is said anew.

Nothing heavy is imported here, so that the answer takes a fraction of a second. Whatever is in doubt is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..stamp import RECORD, SEEN, Stamp, keep, of_tree, of_trees, project_digest, read, roots_named
from .one_at_a_time import Busy, alone

#: Where it is noted which folder is being built; outside of what withdrawing throws away.
LOCKS = ".cache/builds"

#: Where stamps are kept: withdrawing a story throws them away with all else that was made from it.
STAMPS = ".cache/whatmatters/stamps"


@dataclass(frozen=True)
class Unstamped:
    """A build that has yet to begin: what it will be made from, in digests."""

    project: Path
    name: str
    """Of the stamp: what is made."""
    asked: Mapping[str, object]
    roots: tuple[Path, ...]
    key: str | None

    @classmethod
    def now(cls, project: Path, name: str, stories: str, **asked: object) -> Unstamped:
        """Look at everything as it is now; `stories` names further roots as they were typed."""
        roots = roots_named(stories)
        return cls.of(project, name, roots, **asked)

    @classmethod
    def of(cls, project: Path, name: str, roots: Iterable[Path] | None, **asked: object) -> Unstamped:
        """The same with roots that are known; None where they cannot be told."""
        known = tuple(roots or ())
        key = project_digest(project, known, {"name": name, **asked}) if roots is not None else None
        return cls(project, name, asked, known, key)

    def stamp(self) -> Stamp | None:
        """The stamp of a build of the very same, if everything beside it is as it left it too."""
        held = read(self._path) if self.key is not None else None
        if held is None or held.key != self.key:
            return None
        with suppress(OSError):
            return held if self._beside(held.places) == held.beside else None
        return None

    def keep(self, made: str, told: dict[str, Any], places: Iterable[Path] = ()) -> None:
        """Stamp what was made, unless something changed while it was; `places` are what the configuration names."""
        again = Unstamped.of(self.project, self.name, self.roots, **self.asked)
        if self.key is None or again.key != self.key:
            return
        seen = {self.project / name for name in SEEN}
        known = tuple(sorted({str(place) for place in places if place not in seen}))
        with suppress(OSError):
            keep(self._path, Stamp(self.key, known, self._beside(known), made, told))

    @property
    def _path(self) -> Path:
        return self.project / STAMPS / f"{self.name}.json"

    def _beside(self, places: Iterable[str]) -> str:
        records = [root / RECORD for root in (self.project / "stories", *self.roots)]
        return of_trees([*records, *map(Path, places)])


def site_stands(project: Path, out: str, stories: str, *, audience: str, packs: bool) -> dict[str, Any] | None:
    """What a build of the site said, if a build would now make the very same; None where it has to be built."""
    target = project / out
    left = [target.with_name(f".{target.name}-{end}") for end in ("new", "old")]
    try:
        if not (target / "index.html").is_file() or any(path.exists() for path in left):
            return None
        with alone(project / LOCKS / f"{out}.lock"):
            stamp = Unstamped.now(project, f"site-{out}", stories, audience=audience, packs=packs).stamp()
            return stamp.told if stamp is not None and stamp.made == of_tree(target, links=False) else None
    except (OSError, Busy):
        return None


def packs_stand(unstamped: Unstamped) -> dict[str, Any] | None:
    """What a making of packs said, if the very same would be made now and lies in the cache still; else None."""
    stamp, project = unstamped.stamp(), unstamped.project
    with suppress(OSError):
        if stamp is not None and stamp.made == digest_of_files(project, (f["path"] for f in stamp.told["files"])):
            return stamp.told
    return None


def digest_of_files(project: Path, paths: Iterable[str]) -> str:
    """A digest of files of the project by their paths within it. Raises OSError."""
    return of_trees(project / path for path in paths)
