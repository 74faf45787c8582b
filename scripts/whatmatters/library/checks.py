"""Who checked which words, and when: records of fluent readers, and what follows from them.

A record holds the digest of the words that the reader saw. When the words change the record no longer fits them, and
the text is a draft again by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field, RootModel

from ..language.bilingual import LANGUAGES, Frozen, Lang, field_of_each
from ..language.table import DRAFTED
from .texts import LETTERS, Text

if TYPE_CHECKING:
    from .library import Library

#: Where this project's own records stand; a further story root keeps its own beside its `root.yml`.
FILE = "docs/data/checks.yml"
ROOT_FILE = "checks.yml"
HEAD = """# Written by `whatmatters checked`: which words a fluent reader has checked, and when.
# A text that has changed since is a draft again by itself. A record that was made by mistake may be taken out by hand.
"""

State = Literal["checked", "changed", "never"]
"""A fluent reader has checked the words as they are; has checked words that have changed since; has checked none."""


class Check(Frozen):
    """One reading of one text in one language."""

    reader: str
    """Name or role."""
    day: date
    digest: str = Field(pattern=rf"^[0-9a-f]{{{LETTERS}}}$")
    """Of the words as the reader saw them."""


class Checked(field_of_each(Check | None, default=None)):  # type: ignore[misc]
    """The last reading of a text in each language."""

    def __getitem__(self, lang: Lang) -> Check | None:
        check: Check | None = getattr(self, lang)
        return check


Checks = Mapping[str, Checked]
"""The records of one file by the ids of their texts."""


class ChecksFile(RootModel[dict[str, Checked] | None]):
    """All of `checks.yml`."""

    @property
    def records(self) -> Checks:
        """By the ids of their texts; none where every record was taken out by hand."""
        return self.root or {}


def has_name(reader: str) -> bool:
    """Does this say who read, by name or role? Signs alone do not."""
    return any(letter.isalpha() for letter in reader)


def checks_file(root: str) -> str:
    """The file that holds the records of a story root, as messages show it; this project's own has an empty name."""
    return f"{root}/{ROOT_FILE}" if root else FILE


def check_of(library: Library, text: Text, lang: Lang) -> Check | None:
    """The last check of a text in a language, whether or not it still fits; only its own root's records count."""
    found = library.checks.get(text.root, {}).get(text.id)
    return found[lang] if found is not None else None


def state_of(library: Library, text: Text, lang: Lang) -> State:
    """How far a text has come in a language."""
    found = check_of(library, text, lang)
    if found is None:
        return "never"
    return "checked" if found.digest == text.digest(lang) else "changed"


def is_draft(library: Library, lang: Lang, *texts: str) -> bool:
    """Does something that is made of these texts hold words that await a fluent reader? One is enough.

    Raises KeyError for an id that no text has.
    """
    return lang in DRAFTED and any(state_of(library, library.texts[text], lang) != "checked" for text in texts)


def checks_yaml(checks: Checks) -> str:
    """The text of a file of records, the same for the same records."""
    lines = [HEAD]
    for text, checked in sorted(checks.items()):
        lines.append(f"\n{json.dumps(text, ensure_ascii=False)}:")
        for lang in LANGUAGES:
            if one := checked[lang]:
                reader = json.dumps(one.reader, ensure_ascii=False)
                lines.append(f'\n  {lang}: {{reader: {reader}, day: {one.day.isoformat()}, digest: "{one.digest}"}}')
    return "".join(lines) + ("\n" if checks else "\n{}\n")
