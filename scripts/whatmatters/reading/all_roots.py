"""The library of a project together with the stories of further roots."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..files.sources import Document
from ..library.checks import ROOT_FILE, Checks
from ..library.library import Library
from ..library.recipe import Recipe
from ..library.story import Story
from ..library.story_root import StoryRoot
from ..library.withdrawn import Withdrawn
from ..messages.problem import Problem
from .library_files import Reader


@dataclass(frozen=True)
class _Contents:
    """What a further root brings, its ids and paths as the whole library knows them."""

    stories: Mapping[str, Story]
    recipes: Mapping[str, Recipe]
    withdrawn: Mapping[str, Withdrawn]
    broken: frozenset[str]
    checks: Checks
    documents: Mapping[str, Document]
    as_written: Mapping[str, str]
    problems: list[Problem]


def read_everything(project: Path, roots: Sequence[StoryRoot] = ()) -> tuple[Library | None, list[Problem]]:
    """The project's library with the stories, recipes and records of `roots`, and every problem met on the way.

    None where what everything else stands on (vocabulary, law, session) cannot be read.
    """
    reader = Reader(project)
    library, problems = reader.read(), list(reader.problems)
    for root in roots:
        more = _read(root, library.stories if library is not None else {})
        problems += more.problems
        if library is not None:
            library = dataclasses.replace(
                library,
                stories=dict(sorted({**library.stories, **more.stories}.items())),
                recipes=dict(sorted({**library.recipes, **more.recipes}.items())),
                withdrawn={**library.withdrawn, **more.withdrawn},
                broken=library.broken | more.broken,
                documents={**library.documents, **more.documents},
                as_written={**library.as_written, **more.as_written},
                roots=(*library.roots, root),
                checks={**library.checks, root.name: more.checks},
            )
    return library, problems


def _read(root: StoryRoot, ours: Mapping[str, Story]) -> _Contents:
    """One root. The ids in a recipe are its own root's stories, or else this project's (`ours`)."""
    reader = Reader(root.folder, root.folder)
    stories, recipes, withdrawn = reader.stories(), reader.recipes(), reader.withdrawn()
    checks = reader.checks(root.folder / ROOT_FILE)
    own = {*stories, *reader.broken, *withdrawn}

    def full(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(i if i in ours and i not in own else root.full_id(i) for i in ids)

    def shown(path: str) -> str:
        return f"{root.shown}/{path}"

    return _Contents(
        stories={
            root.full_id(i): s.model_copy(update={"id": root.full_id(i), "folder": shown(s.folder), "root": root.name})
            for i, s in stories.items()
        },
        recipes={
            root.full_id(i): r.model_copy(
                update={
                    "id": root.full_id(i),
                    "file": shown(r.file),
                    "root": root.name,
                    "stories": r.stories.model_copy(
                        update={"pinned": full(r.stories.pinned), "not_": full(r.stories.not_)}
                    ),
                }
            )
            for i, r in recipes.items()
        },
        withdrawn={
            root.full_id(i): w.model_copy(update={"id": root.full_id(i), "file": shown(w.file), "root": root.name})
            for i, w in withdrawn.items()
        },
        broken=frozenset(root.full_id(i) for i in reader.broken),
        checks=checks,
        documents={shown(p): dataclasses.replace(d, path=shown(p)) for p, d in reader.documents.items()},
        as_written={shown(p): text for p, text in reader.as_written.items()},
        problems=[dataclasses.replace(p, path=shown(p.path)) for p in reader.problems],
    )
