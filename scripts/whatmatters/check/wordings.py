"""Rules for the words of the interface: the same gaps to fill in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from ..language.bilingual import LANGUAGES
from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem

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
                gaps = {lang: _placeholders(words[lang]) for lang in LANGUAGES}
            except ValueError:
                mend = Message("write a gap as {{name}}, and a brace that is none twice: {{{{")
                yield Problem(
                    file, document.line((name,)), "F04", Message("the braces of `{name}` do not match", name=name), mend
                )
                continue
            first = LANGUAGES[0]
            for lang in (one for one in LANGUAGES if gaps[one] != gaps[first]):
                what = Message(
                    "`{name}` has the gaps {en} under `{first}` and {cy} under `{lang}`",
                    name=name,
                    en=_shown(gaps[first]),
                    cy=_shown(gaps[lang]),
                    first=first,
                    lang=lang,
                )
                yield Problem(file, document.line((name,)), "F04", what, Message("use the same ones in both languages"))


def _shown(gaps: frozenset[str]) -> tuple[str, ...] | Message:
    return tuple(f"{{{gap}}}" for gap in sorted(gaps)) or Message("none")


def _placeholders(text: str) -> frozenset[str]:
    """Names of the gaps in a wording. Raises ValueError when its braces do not match."""
    if "{" not in text and "}" not in text:
        return frozenset()
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
