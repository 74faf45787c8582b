"""What `whatmatters packs` prints and copies."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ..library.library import Library
from ..packs import PackFile


def list_packs(library: Library, packs: Iterable[str], *, as_json: bool) -> None:
    """Each pack with its stories and why each was chosen, and its questions."""
    chosen: dict[str, dict[str, Any]] = {
        i: {
            "title": library.recipes[i].title.en,
            "stories": {c.story.id: c.because for c in library.chosen[i]},
            "questions": {f"{q.bank.id}/{q.category.id}": [x.id for x in q.questions] for q in library.questions[i]},
        }
        for i in packs
    }
    if as_json:
        print(json.dumps(chosen, ensure_ascii=False, indent=1))
        return
    for i, pack in chosen.items():
        print(f"{i}: {pack['title']}")
        for story, because in pack["stories"].items():
            print(f"  {story}: {because}")
        for category, questions in pack["questions"].items():
            print(f"  {category}: {len(questions)} questions")


def copy_packs(made: Sequence[PackFile], out: Path | None, *, as_json: bool) -> None:
    """Copy made files to `out/<pack>/`, if a folder is named, and say what was made."""
    for file in made if out else ():
        assert out is not None
        target = out / file.pack / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file.path, target)
    if as_json:
        print(
            json.dumps(
                [
                    {"pack": f.pack, "form": f.form, "lang": f.lang, "name": f.name, "pages": f.pages, "bytes": f.bytes}
                    for f in made
                ],
                indent=1,
            )
        )
        return
    for f in made:
        pages = f" {f.pages} {'slides' if f.form == 'slides' else 'pages'}," if f.pages else ""
        print(f"{f.name}:{pages} {f.bytes // 1000} kB")
