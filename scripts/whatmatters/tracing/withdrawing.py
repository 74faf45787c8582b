"""Withdrawing a story: what changes in the sources, worked out first and done as one.

It asks little of the rest of the library: a story must be taken down on the day somebody asks for it, whatever else is
wrong that day.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, get_args

import yaml

from ..files.sources import SourceError, read_text, read_yaml
from ..files.yaml_list_items import without
from ..language.bilingual import LANGUAGES, Lang
from ..library.checks import ROOT_FILE
from ..library.library import Library
from ..library.story import Audience
from ..library.story_root import StoryRoot
from ..library.withdrawn import FOLDER, RecordingTraces, Traces, WithdrawnFile
from .changes import apply
from .entries import FILES as RECORDS
from .entries import without_entries
from .fingerprints import sparse
from .places import Place, kept_of, places, record_of
from .recorded import read_recorded, with_before
from .shared_passages import Elsewhere
from .story_words import read_told

#: Written above every record.
HEAD = """# Written by `whatmatters withdraw`: what is kept of a story that was withdrawn. Its id stays taken.
# The letters under `traces` are fingerprints of passages: they know the words again and cannot give them back.
"""
#: A story's folder while it is being removed; no reader looks into a folder whose name begins so.
ASIDE = ".withdrawn-"


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
    records: tuple[str, ...] = ()
    """Records of texts out of which its entries were taken, as messages show them."""
    left: str | None = None
    """A folder that holds the story still, because it could not be removed: its path as messages show it."""


def withdraw(project: Path, roots: Sequence[StoryRoot], place: Place, day: date, library: Library | None) -> Withdrawal:
    """Withdraw the story at `place` from `day` on: keep a record, take its id out of recipes, remove its folder.

    What a record of it already knows is kept. `library`, where it can be read, tells which packs held it and what of
    its words others say by custom.
    Raises OSError when a file cannot be changed, and ValueError when a recipe cannot be mended by a program; nothing is
    changed then.
    """
    before, told = kept_of(place.root, place.own_id), read_told(place)
    packs = tuple(sorted({*_packs(library, place), *(before.packs if before is not None else ())}))
    recorded = read_recorded(place.folder, place.root.folder)
    said = (*told.values(), *recorded.told)
    common = Elsewhere(library).common(place.full_id, said) if library is not None else frozenset()
    traces = {lang: sparse(one.title, one.blocks, common) for lang, one in told.items()}
    heard = with_before(recorded.traces(sparse, common), before.recording if before is not None else None)
    texts = {record_of(place.root, place.own_id): _record(place, day, packs, traces, heard, before)}
    recipes = {path: mended for root in roots for path, mended in _unpinned(root, place)}
    shown = sorted(f"{root.shown}/packs/{p.name}" for root in roots for p in recipes if p.is_relative_to(root.folder))
    texts |= recipes
    records = dict(without_entries(_records(project, place.root), place.shown))
    texts |= records
    aside = place.root.folder / f"{ASIDE}{place.own_id}"
    clear(place.root, place.own_id)
    apply(texts, place.folder, aside)
    record = f"{place.root.shown}/{FOLDER}/{place.own_id}.yml"
    left = None if clear(place.root, place.own_id) else f"{place.root.shown}/{aside.name}"
    named = tuple(
        f"{place.root.shown}/{path.name}" if place.root.name else path.relative_to(project).as_posix()
        for path in records
    )
    return Withdrawal(place.full_id, record, tuple(shown), packs, named, left)


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
    packs: tuple[str, ...],
    traces: Mapping[Lang, Traces],
    heard: RecordingTraces | None,
    before: WithdrawnFile | None,
) -> str:
    data: dict[str, Any] = {
        "collection": place.collection,
        "withdrawn_on": day,
        "scope": list(_scope(place, before)),
        "packs": list(packs),
        "traces": {
            lang: {"titles": list(kept.titles), "passages": list(kept.passages)}
            for lang, kept in ((lang, _with_before(traces.get(lang, Traces()), before, lang)) for lang in LANGUAGES)
        },
        **({"recording": heard.model_dump(mode="json", exclude_defaults=True)} if heard else {}),
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


def _records(project: Path, root: StoryRoot) -> list[Path]:
    """Files with an entry for each story of a root: a further root keeps only who has checked which text."""
    return [root.folder / ROOT_FILE] if root.name else [project / file for file in RECORDS]
