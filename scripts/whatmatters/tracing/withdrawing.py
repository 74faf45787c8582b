"""Withdrawing a story: what changes in the sources, worked out first and done as one.

It asks little of the rest of the library: a story must be taken down on the day somebody asks for it, whatever else is
wrong that day.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, get_args

import yaml

from ..library.checks import FILE as CHECKS
from ..library.checks import ROOT_FILE, ChecksFile, checks_yaml
from ..library.languages import LANGUAGES, Lang
from ..library.library import Library
from ..library.sources import SourceError, read_text, read_yaml, validate
from ..library.story import Audience
from ..library.story_root import StoryRoot
from ..library.story_text import PAUSE, read_story_text
from ..library.unpinning import without
from ..library.vocabulary import SLUG
from ..library.withdrawn import FOLDER, Traces, WithdrawnFile
from .changes import apply
from .elsewhere import said_elsewhere
from .fingerprints import sparse

#: Written above every record.
HEAD = """# Written by `whatmatters withdraw`: what is kept of a story that was withdrawn. Its id stays taken.
# The letters under `traces` are fingerprints of passages: they know the words again and cannot give them back.
"""
#: A story's folder while it is being removed; no reader looks into a folder whose name begins so.
ASIDE = ".withdrawn-"
LEVEL = "docs/data/level.yml"


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


@dataclass(frozen=True)
class Withdrawal:
    """What was done."""

    id: str
    record: str
    """The file that is kept, as messages show it."""
    recipes: tuple[str, ...]
    """Recipes out of whose lists the id was taken, as messages show them."""
    packs: tuple[str, ...]
    """Packs that held the story, of this project and of its own root."""
    left: str | None = None
    """A folder that holds the story still, because it could not be removed: its path as messages show it."""


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


def begun(place: Place) -> WithdrawnFile | None:
    """The record of a withdrawal that was cut off, or of a story that came back; None where none is sound."""
    path = record_of(place.root, place.own_id)
    if not path.is_file():
        return None
    try:
        return validate(WithdrawnFile, read_yaml(path, place.root.folder))[0]
    except SourceError:
        return None


def withdraw(
    project: Path, roots: Sequence[StoryRoot], place: Place, day: date, reason: str | None, library: Library | None
) -> Withdrawal:
    """Withdraw the story at `place` from `day` on: keep a record, take its id out of recipes, remove its folder.

    What a record of it already knows is kept. `library`, where it can be read, tells which packs held it and what of
    its words others say too.
    Raises OSError when a file cannot be changed, and ValueError when a recipe cannot be mended by a program; nothing is
    changed then.
    """
    before = begun(place)
    packs = tuple(sorted({*_packs(library, place), *(before.packs if before is not None else ())}))
    common = said_elsewhere(library, place.full_id) if library is not None else frozenset()
    texts = {record_of(place.root, place.own_id): _record(place, day, reason, packs, common, before)}
    recipes = {path: mended for root in roots for path, mended in _unpinned(root, place)}
    shown = sorted(f"{root.shown}/packs/{p.name}" for root in roots for p in recipes if p.is_relative_to(root.folder))
    texts |= recipes
    if not place.root.name:
        texts |= dict(_without_level(project, place))
    texts |= dict(_without_check(project, place))
    aside = place.root.folder / f"{ASIDE}{place.own_id}"
    clear(place.root, place.own_id)
    apply(texts, place.folder, aside)
    record = f"{place.root.shown}/{FOLDER}/{place.own_id}.yml"
    left = None if clear(place.root, place.own_id) else f"{place.root.shown}/{aside.name}"
    return Withdrawal(place.full_id, record, tuple(shown), packs, left)


def clear(root: StoryRoot, own_id: str) -> bool:
    """Remove what was moved aside, now or by a run that was cut off; False when it cannot be removed.

    A link to a folder goes, and what it leads to stays.
    """
    aside = root.folder / f"{ASIDE}{own_id}"
    if aside.is_symlink():
        aside.unlink()
    elif aside.exists():
        shutil.rmtree(aside, ignore_errors=True)
    return not aside.exists()


def _packs(library: Library | None, place: Place) -> tuple[str, ...]:
    """The packs that held the story, without those of other further roots: the record stays in the story's own."""
    if library is None:
        return ()
    story = library.stories.get(place.full_id)
    held = {r.id for r in (library.packs_with(story) if story is not None else ()) if r.root in ("", place.root.name)}
    return tuple(sorted(held))


def _record(
    place: Place,
    day: date,
    reason: str | None,
    packs: tuple[str, ...],
    common: frozenset[str],
    before: WithdrawnFile | None,
) -> str:
    data: dict[str, Any] = {
        "collection": place.collection,
        "withdrawn_on": day,
        "scope": list(_scope(place, before)),
        **({"reason": reason} if reason else {}),
        "packs": list(packs),
        "traces": {
            lang: {"titles": list(traces.titles), "passages": list(traces.passages)}
            for lang, traces in ((lang, _with_before(_traces(place, lang, common), before, lang)) for lang in LANGUAGES)
        },
    }
    return HEAD + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)


def _with_before(traces: Traces, before: WithdrawnFile | None, lang: Lang) -> Traces:
    """With what a record knew already: where a withdrawal was cut off, part of the text may be gone."""
    known = before.traces.get(lang, Traces()) if before is not None else Traces()
    return Traces(
        titles=tuple(dict.fromkeys([*known.titles, *traces.titles])),
        passages=tuple(dict.fromkeys([*known.passages, *traces.passages])),
    )


def _scope(place: Place, before: WithdrawnFile | None) -> tuple[Audience, ...]:
    """For whom the story was published; only the team where neither it nor a record of it can be read."""
    known: tuple[Audience, ...] = get_args(Audience)
    try:
        data = read_yaml(place.folder / "story.yml", place.root.folder).data
        said = data["consent"]["scope"]
        return tuple(a for a in known if a in said) or ("team",)
    except (SourceError, KeyError, TypeError):
        return before.scope if before is not None else ("team",)


def _traces(place: Place, lang: Lang, common: frozenset[str]) -> Traces:
    """Fingerprints of a text, also of one that no build would take; without what others say too (`common`)."""
    path = place.folder / f"{lang}.md"
    text, _ = read_story_text(path, place.root.folder, lang)
    if text is not None:
        return sparse(text.title, text.blocks, common)
    try:
        raw = read_text(path, place.root.folder)
    except SourceError:
        return Traces()
    title = re.search(r"^title:\s*(.+)$", raw, re.MULTILINE)
    return sparse(title[1] if title else "", re.split(rf"\n\s*\n|{PAUSE}|\n---|\n- ", raw), common)


def _unpinned(root: StoryRoot, place: Place) -> Iterator[tuple[Path, str]]:
    """Every recipe of a root that names the story, as it will be without it."""
    names = {place.full_id}
    if root.name == place.root.name:
        names.add(place.own_id)
    elif any(other.own_id == place.full_id for other in places([root])):
        return  # The root's own story of that name is meant.
    for path in sorted((root.folder / "packs").glob("*.yml")):
        try:
            text = read_text(path, root.folder)
            mended = text
            for name, field in product(sorted(names), ("pinned", "not")):
                mended = without(mended, ("stories", field), name)
        except (SourceError, yaml.YAMLError):
            continue  # A recipe that cannot be read is no part of any build.
        if mended != text:
            yield path, mended


def _without_check(project: Path, place: Place) -> Iterator[tuple[Path, str]]:
    """The record of what fluent readers have checked, without the story; one that cannot be read is left as it is."""
    path, inside = (
        (place.root.folder / ROOT_FILE, place.root.folder) if place.root.name else (project / CHECKS, project)
    )
    if not path.exists():
        return
    try:
        found, _ = validate(ChecksFile, read_yaml(path, inside))
    except SourceError:
        return
    name = f"{place.root.shown}/{place.collection}/{place.own_id}"
    if found is not None and name in found.records:
        yield path, checks_yaml({text: checked for text, checked in found.records.items() if text != name})


def _without_level(project: Path, place: Place) -> Iterator[tuple[Path, str]]:
    """The record of which texts are level, without the story's line."""
    path = project / LEVEL
    key = f'"stories/{place.collection}/{place.own_id}":'
    if path.exists():
        text = path.read_text(encoding="utf-8")
        kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(key))
        if kept != text:
            yield path, kept
