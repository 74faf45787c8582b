"""The rules as the browser gets them, so that both sides follow the same tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whatmatters.language.bilingual import Lang

from ..language import mutations
from ..language.contractions import APOSTROPHES, CONTRACTIONS
from ..language.table import TABLE
from . import citing, digits, words
from .data import listed
from .deriving import DERIVED, FEW, SHORTEST
from .endings import AFFECTING, BARE, DOUBLED, ENDINGS, SHORTEST_STEM, SINGLE


def small(lang: Lang) -> list[str]:
    """Words that a long question is looked for without."""
    return sorted(set(listed("small.yml").get(lang, "").split()))


def rules(lang: Lang, bare: Iterable[str] = ()) -> dict[str, Any]:
    """Tables for the scripts of search, plain lists and strings only; `bare` as in `endings.stems`."""
    mutates = TABLE[lang].mutates
    return {
        "apostrophes": APOSTROPHES,
        "hyphens": words.HYPHENS,
        "small": small(lang),
        "clitics": list(CONTRACTIONS.get(lang, ())),
        "fronts": [list(pair) for pair in mutations.UNDONE] if mutates else [],
        "afterG": mutations.AFTER_G,
        "vowels": mutations.VOWELS if mutates else "",
        "steady": list(mutations.STEADY),
        "mutations": [mutations.SOFT, mutations.NASAL, mutations.ASPIRATE] if mutates else [],
        "endings": [[ending, list(news)] for ending, news in ENDINGS.get(lang, ())],
        "asIs": BARE,
        "bare": sorted(bare),
        "affecting": list(AFFECTING.get(lang, ())),
        "single": SINGLE.get(lang, ""),
        "shortestStem": SHORTEST_STEM,
        "doubled": DOUBLED.get(lang, ""),
        "derived": {"endings": list(DERIVED.get(lang, ())), "shortest": SHORTEST, "few": FEW},
        "citations": [
            [letter, f"{citing.BEFORE}(?:{names}){citing.GAP}{citing.NUMBERS}"]
            for letter, names in citing.NAMES.items()
        ],
        "citationFirst": citing.FIRST,
        "citationSign": citing.SIGN,
        "digits": [digits.BEFORE, digits.LAST],
    }
