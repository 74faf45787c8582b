"""The record of printed packs: which version of which pack held which stories, so that packs can be called back.

It stands beside the recipes, in `packs/printed.jsonl` of a story root, a line for each version when it is first made.
It is kept with the sources and not with the site: whoever asks for a story back has to be answered from any machine.
Each root has its own, which names none of another further root's stories: what is private stays with its owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from ..language.bilingual import Frozen
from ..library.story_root import StoryRoot
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem

FILE = "packs/printed.jsonl"


class PackVersion(Frozen):
    """A version of a pack as it stands on its sheets."""

    pack: str
    lang: str
    """`en`, `cy`, or `cy+en` where both stand in one file."""
    version: str
    stories: tuple[str, ...]


class Entry(PackVersion):
    """A line of the record."""

    made: date
    """The day on which the version was first made."""


def read_ledger(root: StoryRoot) -> list[Entry]:
    """The record of a root, oldest first; empty where there is none. Raises LibraryError for a line that is not one."""
    entries, problems = read_sound_lines(root)
    if problems:
        raise LibraryError(problems)
    return entries


def read_sound_lines(root: StoryRoot) -> tuple[list[Entry], list[Problem]]:
    """The lines of a root's record that can be read, and a problem for each that cannot."""
    path = root.folder / FILE
    if not path.exists():
        return [], []
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entries.append(Entry.model_validate_json(line))
        except ValidationError:
            what = Message("this line of the record of printed packs cannot be read")
            mend = Message("bring it back from an older copy; only commands write here")
            problems.append(Problem(f"{root.shown}/{FILE}", number, "E05", what, mend))
    return entries, problems


def write_ledgers(
    roots: Sequence[StoryRoot], owners: Mapping[str, str], made: Sequence[PackVersion], day: date
) -> None:
    """Add the versions in `made` that are new to the records of the roots that they concern.

    `owners` gives the name of the root of each story and each pack. Raises OSError, and LibraryError for a record that
    cannot be read.
    """
    for root in roots:
        known = {(e.pack, e.lang, e.version) for e in read_ledger(root)}
        new = [
            Entry(**dict(v), made=day)
            for v in _concerning(root, owners, made)
            if (v.pack, v.lang, v.version) not in known
        ]
        if new:
            _append(root.folder / FILE, new)


def _concerning(root: StoryRoot, owners: Mapping[str, str], made: Iterable[PackVersion]) -> Iterable[PackVersion]:
    """Versions for a root's record: of its packs, and of this project's with its stories; no other root's stories."""
    for version in made:
        visible = tuple(s for s in version.stories if owners[s] in ("", root.name))
        ours = owners[version.pack] == root.name or any(owners[s] == root.name for s in visible)
        # This project's own record is public with it, so a further root's pack is not named there.
        if visible and ours and owners[version.pack] in ("", root.name):
            yield version.model_copy(update={"stories": visible})


def _append(path: Path, entries: Iterable[Entry]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # A last line that was cut off must not swallow the first new one.
    before = path.read_bytes() if path.exists() else b""
    text = "" if not before or before.endswith(b"\n") else "\n"
    with path.open("a", encoding="utf-8", newline="\n") as out:
        out.write(text + "".join(f"{entry.model_dump_json()}\n" for entry in entries))
