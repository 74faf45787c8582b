"""Libraries of which fluent readers have checked something."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import TODAY
from whatmatters.language.bilingual import Lang
from whatmatters.library.checks import Check, Checked
from whatmatters.library.library import Library

READER = "Siân Example"


def with_checks(library: Library, *texts: str, lang: Lang = "cy") -> Library:
    """The library with a check of each of these texts, as they are; of all of them where none is named."""
    checks = {root: dict(known) for root, known in library.checks.items()}
    for name in texts or library.texts:
        text = library.texts[name]
        one = Check(reader=READER, day=TODAY, digest=text.digest(lang))
        checks.setdefault(text.root, {})[name] = Checked(**{lang: one})
    return replace(library, checks=checks)
