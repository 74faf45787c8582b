"""The sheet of a tool on its page: fields on the screen, boxes and lines on paper, from the same data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.library import Library
from ..library.texts import SHEETS
from ..library.tool_sheet import ToolSheet
from .script_pages import script_words
from .star import empty_star

#: What a script says that other pages say too.
WORDS = ("packs-author", *(f"month-{n}" for n in range(1, 13)))
#: The most letters that a field holds: a line, and several.
SHORT, LONG = 200, 4000
#: Of a line of scores: 250 people's.
SCORES = 750


def tool_sheet(library: Library, path: str, lang: Lang) -> dict[str, Any]:
    """What the template `tool_sheet.html` is given for the page at `path`. Raises KeyError where it has no sheet."""
    name = path.strip("/").rpartition("/")[2]
    sheet = library.sheets[name]
    words = script_words(library, lang, "tool-js-") | {word: library.interface(word, lang) for word in WORDS}
    if sheet.script:
        words |= script_words(library, lang, f"tool-of-{sheet.script}-")
    stars = {
        part.id: empty_star([row.label[lang] for row in part.rows], part.star[lang])
        for part in sheet.parts
        if part.star
    }
    if stars:
        words |= script_words(library, lang, "tool-star-")
    return {
        "tool": name,
        "sheet": sheet,
        "title": library.pages[path].title[lang],
        "draft": is_draft(library, lang, f"{SHEETS}{name}"),
        "words": json.dumps(words, ensure_ascii=False),
        "most": {"short": SHORT, "long": LONG, "scores": SCORES},
        "stars": stars,
        "styles": ["tool", *_styles(sheet)],
        "script": f"js/page-tool-{sheet.script}.js" if sheet.script else "js/page-tool.js",
    }


def _styles(sheet: ToolSheet) -> Iterator[str]:
    """The style sheets of what this sheet has and most have not."""
    if any(part.star for part in sheet.parts):
        yield "tool-star"
    if any(part.matches for part in sheet.parts):
        yield "tool-match"
    if sheet.script == "outcomes-quiz":
        yield "tool-quiz"
