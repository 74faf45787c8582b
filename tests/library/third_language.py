"""A process that has Polish beside the two languages: reads or builds the library in the folder named to it.

The same two lines as an engineer would write: the code in `language/codes.py` and the entry of the table. Both stand here before
any other module is imported, since values take their fields from them.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import Literal, get_args

from whatmatters.language import codes, table

codes.Lang = Literal["en", "cy", "pl"]
codes.LANGUAGES = table.LANGUAGES = get_args(codes.Lang)
table.TABLE["pl"] = dataclasses.replace(
    table.TABLE["en"], english_name="Polish", own_name="Polski", locale="pl-PL", folder="pl/", at_pause="W przerwie", afterwards="Potem",
    one_list="Pytania", drafted=True,
)  # fmt: skip
table.DRAFTED = tuple(lang for lang in codes.LANGUAGES if table.TABLE[lang].drafted)


def _words(value: object, lang: str) -> list[str]:
    """All words of a language in a value, however deep."""
    from whatmatters.language.bilingual import Bilingual

    if isinstance(value, Bilingual):
        return [value[lang]]
    if isinstance(value, dict):
        return [word for one in value.values() for word in _words(one, lang)]
    if isinstance(value, list | tuple):
        return [word for one in value for word in _words(one, lang)]
    inside = getattr(value, "root", None) or getattr(value, "__dict__", None)
    return _words(inside, lang) if isinstance(inside, dict | list | tuple) else []


def read(root: Path) -> None:
    """Says the texts of stories, and the words of banks, cards, pages, tags and interface."""
    from whatmatters.reading.library_files import read_library

    library = read_library(root)
    rest = (library.banks, library.card_sets, library.pages, library.vocabulary, library.interface)
    json.dump({
        "stories": {id: {lang: [text.title, *text.at_pause] for lang, text in story.texts.items()} for id, story in library.stories.items()},
        "words": {lang: _words(rest, lang) for lang in codes.LANGUAGES},
    }, sys.stdout)  # fmt: skip


def build(root: Path) -> None:
    """The site without its packs, into `site`."""
    from whatmatters.cli.site import build_site

    sys.exit(build_site(root, "site", as_json=False, packs=False))


if __name__ == "__main__":
    {"read": read, "build": build}[sys.argv[1]](Path(sys.argv[2]))
