"""Where a sentence seems to begin in lines that have no punctuation: told from the words on both sides of a border."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ..language.bilingual import Lang

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class _Openings:
    begins: frozenset[str]
    joins: frozenset[str]
    pairs: frozenset[tuple[str, ...]]
    hangs: frozenset[str]


@cache
def _openings(lang: Lang) -> _Openings:
    data = yaml.safe_load(Path(__file__).with_name("openings.yml").read_text(encoding="utf-8"))[lang]
    return _Openings(
        frozenset(data["begins"].split()),
        frozenset(data["joins"].split()),
        frozenset(tuple(pair.split()) for pair in data["pairs"].split(",")),
        frozenset(data["hangs"].split()),
    )


def opens(before: str, words: str, lang: Lang) -> bool:
    """Whether a sentence seems to begin with `words`, and what stands before them to be a whole one."""
    known = _openings(lang)
    # Of a long line no more than its ends are looked at.
    last, first = _words(before[-60:])[-1:], _words(words[:80])[:3]
    if not first or not last or last[0] in known.hangs or before.rstrip()[-1:] in ",;:–—-":
        return False
    if first[0] in known.joins:
        first = first[1:]
    return bool(first) and (first[0] in known.begins or tuple(first[:2]) in known.pairs)


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]
