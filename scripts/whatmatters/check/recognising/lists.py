"""The lists that the rules about names and places look into, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ...language.mutations import mutations
from ...language.plain_letters import fold


@dataclass(frozen=True)
class Names:
    """All of `names.yml`, folded."""

    first: frozenset[str]
    surnames: frozenset[str]
    words: frozenset[str]
    """First names that are ordinary words too."""
    capitals: frozenset[str]
    """Words with a capital letter that are nobody's name, with their mutated forms."""
    people: frozenset[str]
    """First names, surnames and what stands before them: Mr, Mrs."""
    no_places: frozenset[str]
    """First names, surnames and capitals together."""


@dataclass(frozen=True)
class Places:
    """All of `places.yml`, each place as its words, folded, to how it is written there."""

    small: dict[tuple[str, ...], str]
    large: frozenset[tuple[str, ...]]
    fronts: frozenset[str]
    """The first words of all of them."""


@cache
def names() -> Names:
    """The names."""
    data = _read("names.yml")
    first = word_set(fold(" ".join(data["first"].values())))
    surnames, words = (word_set(fold(data[part])) for part in ("surnames", "words"))
    capitals = frozenset(form for word in word_set(fold(data["capitals"])) for form in mutations(word))
    titled = first | surnames | {"mr", "mrs", "ms", "dr"}
    return Names(first, surnames, words, capitals, titled, first | surnames | capitals)


@cache
def places() -> Places:
    """The places."""
    data = _read("places.yml")
    large = frozenset(as_words(place) for place in data["large"].split(", "))
    small = {as_words(place): place for part in ("small", "welsh") for place in data[part].split(", ")}
    fronts = frozenset(words[0] for words in (*small, *large))
    return Places({words: place for words, place in small.items() if words not in large}, large, fronts)


def as_words(text: str) -> tuple[str, ...]:
    """The words of a name, folded; a hyphen parts words as a space does: Pen-clawdd and Pen Clawdd are one."""
    return tuple(fold(text).replace("-", " ").split())


def word_set(words: str) -> frozenset[str]:
    """The words of a run of them, as they stand."""
    return frozenset(words.split())


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return data
