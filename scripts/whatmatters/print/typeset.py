"""Running Typst: from plain data to PDF bytes.

Every file is PDF/UA-1, which Typst refuses to write without title, language, alternative text or headings in order.
The date inside a file is the pack's own, so the same input gives the same bytes on every machine and every day.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from ..typography.fonts import fonts
from .processes import run

TEMPLATES = Path(__file__).parent / "templates"


class TypesetError(Exception):
    """Typst could not set the data it was given; the message is Typst's own."""


def pdf(template: str, data: dict[str, Any], day: str) -> bytes:
    """The PDF that a template makes of its data; `day` (2026-11-21) is the date written into it.

    Raises TypesetError.
    """
    return run(_pdf, template, json.dumps(data, ensure_ascii=False, sort_keys=True), day)


def _pdf(template: str, told: str, day: str) -> bytes:
    moment = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
    try:
        made = _compiler(template, told).compile(format="pdf", pdf_standards=["ua-1"], timestamp=moment)
    except RuntimeError as error:
        raise TypesetError(getattr(error, "diagnostic", "") or str(error)) from error
    assert isinstance(made, bytes)
    return made


def _compiler(template: str, told: str) -> typst.Compiler:
    return typst.Compiler(TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts(), sys_inputs={"data": told})
