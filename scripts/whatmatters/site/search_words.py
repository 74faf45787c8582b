"""What search says, and the icons of its results: a file that its scripts come with, and no page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ..language.bilingual import LANGUAGES, Lang
from ..library.emblem import SET, outline
from .kind_styles import KIND_ICONS

#: Where it stands within the site's assets.
FILE = "data/both/search.js"
#: Kinds of results that have a name and an icon of their own.
KINDS = ("story", "principle", "law", "question", "tool", "pack")
#: What the script calls a wording -> the wording.
WORDINGS = {
    **{
        name: f"search-{name}"
        for name in (
            *("none", "one", "many", "no-words", "slip", "near-tags", "found-in-en", "found-in-cy"),
            *("in-this-language", "untold", "kind-page"),
        )
    },
    "unconfirmed": "law-unconfirmed",
    "unsure": "law-unsure-see-page",
    **{f"minutes-{count}": f"page-minutes-{count}" for count in ("one", "two", "many")},
    **{f"kind-{kind}": f"shell-kind-{kind}" for kind in KINDS},
}


def write_search_words(ui: Callable[[str, Lang], str], site_dir: Path) -> None:
    """Write it; `ui` gives a wording in a language. Results may be in either language, so both are there."""
    said = {
        "words": {lang: {name: ui(wording, lang) for name, wording in WORDINGS.items()} for lang in LANGUAGES},
        # An outline on a square of 24, as all icons of the set have.
        "icons": {
            **{kind: outline(KIND_ICONS[kind].removeprefix(f"{SET}/")) for kind in KINDS},
            "page": outline("file-document-outline"),
        },
    }
    target = site_dir / "assets" / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    target.write_text(f"wmSearch.said={text};\n", encoding="utf-8")
