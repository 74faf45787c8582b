"""The rules as the browser gets them, so that both sides follow the same tables."""

from __future__ import annotations

from typing import Any

from whatmatters.library.languages import Lang

from . import citing, welsh, words
from .endings import DOUBLED, ENDINGS, SHORTEST_STEM


def rules(lang: Lang) -> dict[str, Any]:
    """Tables for `search-words.js`; plain lists and strings only."""
    return {
        "apostrophes": words.APOSTROPHES,
        "hyphens": words.HYPHENS,
        "clitics": list(words.CLITICS[lang]),
        "fronts": [list(pair) for pair in welsh.UNDONE] if lang == "cy" else [],
        "afterG": welsh.AFTER_G,
        "vowels": welsh.VOWELS if lang == "cy" else "",
        "steady": list(welsh.STEADY),
        "mutations": [welsh.SOFT, welsh.NASAL, welsh.ASPIRATE] if lang == "cy" else [],
        "endings": [[ending, list(news)] for ending, news in ENDINGS[lang]],
        "shortestStem": SHORTEST_STEM,
        "doubled": DOUBLED[lang],
        "citations": [
            [letter, f"{citing.BEFORE}(?:{names}){citing.GAP}{citing.NUMBERS}"]
            for letter, names in citing.NAMES.items()
        ],
        "citationFirst": citing.FIRST,
        "citationSign": citing.SIGN,
    }
