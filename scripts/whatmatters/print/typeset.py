"""Running Typst: from plain data to PDF bytes.

Every file is PDF/UA-1, which Typst refuses to write without title, language, alternative text or headings in order.
The date inside a file is the pack's own, so the same input gives the same bytes on every machine and every day.

Typst takes a layout from one of the last ten files of the same process, where it set the same before. What it is given
as `sys.inputs` is the same for no two files and stands behind every layout, so that nothing would be taken: the data
comes as a file beside the template.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from ..typography.fonts import fonts
from .processes import run

TEMPLATES = Path(__file__).parent / "templates"


class TypesetError(Exception):
    """Typst could not set the data it was given; the message is Typst's own."""


def pdf(template: str, data: dict[str, Any], day: str, *, kin: str | None = None) -> bytes:
    """The PDF that a template makes of its data; `day` (2026-11-21) is the date written into it.

    `kin` names files that have much in common, which the same process sets, if any does; without it, those of
    one language. Raises TypesetError.
    """
    told = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return run(_pdf, template, told, day, kin=kin or str(data.get("lang", template)))


def _pdf(template: str, told: str, day: str) -> bytes:
    moment = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
    files = {**_templates(), "main": _templates()[f"{template}.typ"], "data.json": told.encode()}
    # Files by their names are in the package's manual, and were forgotten in its types.
    compiler = typst.Compiler(files, root=TEMPLATES, font_paths=fonts())  # type: ignore[type-var]
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=moment)
    except RuntimeError as error:
        raise TypesetError(getattr(error, "diagnostic", "") or str(error)) from error
    assert isinstance(made, bytes)
    return made


@cache
def _templates() -> dict[str, bytes]:
    """The templates by the names of their files, as they name each other."""
    return {path.name: path.read_bytes() for path in TEMPLATES.glob("*.typ")}
