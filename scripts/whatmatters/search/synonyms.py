"""Other words for the same thing, from `synonyms.yml`: who types one finds what is said with another, further down."""

from __future__ import annotations

from collections.abc import Mapping

from whatmatters.language.bilingual import Lang

from .data import listed
from .forms import Forms
from .resolving import resolve
from .words import fold, words


def synonyms(lang: Lang, groups: Mapping[str, object], table: Forms) -> dict[str, list[str]]:
    """Key, or folded phrase -> what else to look for: keys of the site, parted by spaces where all must stand together.

    A line of the file that has nothing to lead to in this library is left out of the index.
    """
    lines = [_members(line) for line in listed("synonyms.yml").get(lang, ())]
    every = {word for line in lines for member in line for word in words(member, lang)}
    known = table.keys_of(every)

    def keys(word: str) -> tuple[str, ...]:
        return known.get(word) or resolve(fold(word), lang, groups, table.bare) or (fold(word),)

    found: dict[str, dict[str, None]] = {}
    for line in lines:
        said = {member: [keys(word) for word in words(member, lang)] for member in line}
        targets = {
            member: " ".join(standing)
            for member, its in said.items()
            if (standing := [next((key for key in of if key in groups), "") for of in its]) and all(standing)
        }
        for member, its in said.items():
            others = [target for other, target in targets.items() if other != member]
            sources = its[0] if len(its) == 1 else (" ".join(fold(word) for word in words(member, lang)),)
            for source in sources:
                found.setdefault(source, {}).update(dict.fromkeys(one for one in others if one != source))
    return {source: list(others) for source, others in sorted(found.items()) if others}


def _members(line: str) -> list[str]:
    return [member.strip() for member in line.split(",")]
