"""What `whatmatters packs --list` says of recipes: what each one chooses, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..library.library import Library
from ..library.recipe import Recipe
from ..library.selection import Chosen, ChosenQuestions


def list_packs(library: Library, packs: Iterable[str], *, as_json: bool) -> None:
    """Print what the recipes with these ids choose, story by story and question by question."""
    recipes = [library.recipes[i] for i in packs]
    if as_json:
        print(json.dumps({r.id: _as_data(library, r) for r in recipes}, ensure_ascii=False, indent=1))
        return
    print("\n\n".join("\n".join(_as_lines(library, r)) for r in recipes))


def _as_lines(library: Library, recipe: Recipe) -> Iterator[str]:
    taken, beyond = library.chosen[recipe.id], library.beyond(recipe)
    yield f"{recipe.id}: {recipe.title.en} / {recipe.title.cy}"
    yield f"  stories, {len(taken)} of the {len(taken) + len(beyond)} that fit:"
    yield from (f"    {chosen.story.id}: {chosen.because}" for chosen in taken)
    if beyond:
        yield f"  beyond its limit of {recipe.stories.limit}:"
        yield from (f"    {chosen.story.id}: {chosen.because}" for chosen in beyond)
    for asked in library.questions[recipe.id]:
        yield f"  {_category(asked)}, the first {len(asked.questions)} of {len(asked.category.questions)}:"
        yield from (f"    {question.id}: {question.text.en}" for question in asked.questions)
    for name, ids in (("law", recipe.law), ("tools", recipe.tools)):
        if ids:
            yield f"  {name}: {', '.join(ids)}"
    yield f"  lengths: {', '.join(map(str, _lengths(library, recipe)))} minutes"


def _as_data(library: Library, recipe: Recipe) -> dict[str, Any]:
    return {
        "file": recipe.file,
        "title": recipe.title.model_dump(),
        "purpose": recipe.purpose.model_dump(),
        "limit": recipe.stories.limit,
        "stories": [_story(chosen) for chosen in library.chosen[recipe.id]],
        "beyond": [_story(chosen) for chosen in library.beyond(recipe)],
        "questions": [
            {
                "category": _category(asked),
                "label": asked.category.label.model_dump(),
                "of": len(asked.category.questions),
                "questions": [{"id": q.id, "text": q.text.model_dump()} for q in asked.questions],
            }
            for asked in library.questions[recipe.id]
        ],
        "law": recipe.law,
        "tools": recipe.tools,
        "lengths": _lengths(library, recipe),
    }


def _story(chosen: Chosen) -> dict[str, Any]:
    return {
        "id": chosen.story.id,
        "title": {lang: text.title for lang, text in chosen.story.texts.items()},
        "because": {"pinned": chosen.pinned, "tags": chosen.tags, "kind": chosen.kind, "law": chosen.law},
    }


def _category(asked: ChosenQuestions) -> str:
    return f"{asked.bank.id}/{asked.category.id}"


def _lengths(library: Library, recipe: Recipe) -> list[int]:
    return [agenda.minutes for agenda in recipe.offered(library.session.agendas)]
