"""The coverage map for editors: tables of what the library holds, what is missing, and what waits for somebody."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from ..language.bilingual import Lang
from ..language.table import DRAFTED
from ..library.checks import is_draft
from ..library.coverage import SIDES, Coverage, Side, coverage, dates_ahead
from ..library.dates import in_words
from ..library.library import Library
from .add_story import ADD
from .story_pages import tag_path
from .views import Href

STATE = "about/state/"


def coverage_map(library: Library, lang: Lang, href: Href) -> dict[str, Any]:
    """What the template `coverage.html` is given: a table for each side, and what waits."""
    ui = library.interface
    waiting = [text for text in library.texts if any(is_draft(library, other, text) for other in DRAFTED)]
    return {
        "tables": [_table(library, side, lang, href) for side in SIDES],
        "texts": {"waiting": len(waiting), "all": len(library.texts), "href": f"{href(STATE)}#waiting"},
        "dates": [
            {
                "day": in_words(one.day, ui, lang),
                "review": len(one.review),
                "ends": [(story.texts[lang].title, href(story.path)) for story in library.by_title(one.ends, lang)],
            }
            for one in dates_ahead(library)
        ],
        "href_state": f"{href(STATE)}#stories",
    }


def _table(library: Library, side: Side, lang: Lang, href: Href) -> dict[str, Any]:
    table = coverage(library, side)
    topics = library.read_across.topic
    return {
        "side": side,
        "settings": [tag.label[lang] for tag in table.settings],
        "filled": sum(not cell.empty for cell in table.cells),
        "real": sum(cell.real > 0 for cell in table.cells),
        "all": len(table.cells),
        "rows": [
            {
                "label": row.label[lang],
                # A principle without any story has no page that lists them.
                "href": href(topics[row.id].path)
                if side == "law"
                else None
                if row.whole.empty
                else href(tag_path(row.id)),
                "whole": row.whole,
                "cells": list(zip(row.cells, _adding(table, side, row.id, href), strict=True)),
            }
            for row in table.rows
        ],
    }


def _adding(table: Coverage, side: Side, row: str, href: Href) -> list[str]:
    """The page to add a story for each cell of a row, with its principle or topic and its setting chosen already."""
    return [f"{href(ADD)}?{urlencode({side: row, 'setting': setting.id})}" for setting in table.settings]
