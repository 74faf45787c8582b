"""Rules for the words of the interface: the same gaps to fill in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from ..library.languages import LANGUAGES
from ..library.library import Library
from ..library.problems import Problem

FOLDER = "docs/data/interface/"


def wording_problems(library: Library) -> Iterator[Problem]:
    """A `{placeholder}` that is in one language only, or braces that are none."""
    for file, document in library.documents.items():
        if not file.startswith(FOLDER) or not isinstance(document.data, dict):
            continue
        for name in document.data:
            words = library.interface.root.get(name)
            if words is None:
                continue
            try:
                en, cy = (_placeholders(words[lang]) for lang in LANGUAGES)
            except ValueError:
                mend = "write a gap as {name}, and a brace that is none twice: {{"
                yield Problem(file, document.line((name,)), "F04", f"the braces of `{name}` do not match", mend)
                continue
            if en != cy:
                said = [", ".join(f"{{{p}}}" for p in sorted(gaps)) or "none" for gaps in (en, cy)]
                what = f"`{name}` has the gaps {said[0]} in English and {said[1]} in Welsh"
                yield Problem(file, document.line((name,)), "F04", what, "use the same ones in both languages")


def _placeholders(text: str) -> frozenset[str]:
    """Names of the gaps in a wording. Raises ValueError when its braces do not match."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
