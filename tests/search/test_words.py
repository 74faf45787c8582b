"""What counts as a word."""

from __future__ import annotations

import pytest

from whatmatters.search.words import clean, fold, words


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("i'r tŷ", "cy", ["i", "tŷ"]),
        ("Mae’n dda", "cy", ["mae", "dda"]),
        ("o`r a´u", "cy", ["o", "a"]),
        ("'na 'dych", "cy", ["na", "dych"]),
        ("cyd-gynhyrchu", "cy", ["cyd", "gynhyrchu", "cydgynhyrchu"]),
        ("pêl\u2010droed", "cy", ["pêl", "droed", "pêldroed"]),
        ("sŵn – dŵr", "cy", ["sŵn", "dŵr"]),
        ("May's bath", "en", ["may", "bath"]),
        ("don’t they're", "en", ["don", "they"]),
        ("O'Brien", "en", ["o", "brien", "obrien"]),
        ("well-being", "en", ["well", "being", "wellbeing"]),
        ("COVID-19, 24/7", "en", ["covid", "19", "covid19", "24", "7"]),
        ("!!! … 😀 —", "en", []),
        ("", "cy", []),
    ],
)
def test_words(text: str, lang: str, expected: list[str]) -> None:
    """Apostrophes of every kind part a clitic off, hyphens join, and nothing else is a word."""
    assert list(words(text, lang)) == expected


@pytest.mark.parametrize(("one", "other"), [("Tŷ", "ty"), ("DŴR", "dwr"), ("naïf", "naif"), ("ÔL", "ol"), ("Llên", "llen")])
def test_fold(one: str, other: str) -> None:
    """A circumflex forgotten or a capital given is no hindrance."""
    assert fold(one) == other


def test_clean() -> None:
    """Letters put together from two signs are one; soft hyphens are not there."""
    assert clean("ty\u0302 gof\u00adal") == "tŷ gofal"
