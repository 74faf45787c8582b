"""The coverage map in short, for what `whatmatters site` says at its end."""

from __future__ import annotations

from typing import Any

from ..library.coverage import SIDES, coverage, dates_ahead
from ..library.library import Library

#: How many of the emptiest rows are named.
EMPTIEST = 3


def coverage_facts(library: Library) -> dict[str, Any]:
    """What the coverage map shows, in short: cells that hold stories, the emptiest rows, and the dates of consent."""
    sides: dict[str, Any] = {}
    for side in SIDES:
        table = coverage(library, side)
        empty = sorted(table.rows, key=lambda row: (-sum(cell.empty for cell in row.cells), row.id))
        sides[side] = {
            "cells": len(table.cells),
            "filled": sum(not cell.empty for cell in table.cells),
            "real": sum(cell.real > 0 for cell in table.cells),
            "emptiest": {row.id: sum(cell.empty for cell in row.cells) for row in empty[:EMPTIEST]},
        }
    dates = dates_ahead(library)
    return {
        **sides,
        "review": [{"by": one.day.isoformat(), "stories": len(one.review)} for one in dates if one.review],
        "ends": [{"on": one.day.isoformat(), "stories": [s.id for s in one.ends]} for one in dates if one.ends],
    }
