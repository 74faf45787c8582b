"""What `whatmatters packs` copies, and says of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from ..packs import PackFile


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
