"""The lists that people keep for search, read once and by the fast reader where it is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def listed(name: str) -> dict[str, Any]:
    """What a file beside this one holds, by language."""
    found: dict[str, Any] = yaml.load(Path(__file__).with_name(name).read_text(encoding="utf-8"), Loader=_LOADER)
    return found
