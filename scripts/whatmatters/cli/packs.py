"""What `whatmatters packs` copies, and says of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from ..packs import PackFile
from ..packs.cache import write


def copy_packs(made: Sequence[PackFile], out: Path | None, *, as_json: bool) -> None:
    """Copy made files to `out/<pack>/`, if a folder is named, each whole or not at all, and say what was made.

    Raises OSError.
    """
    for file in made if out else ():
        assert out is not None
        write(out / file.pack / file.name, file.path.read_bytes())
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
