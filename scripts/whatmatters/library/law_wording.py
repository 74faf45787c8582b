"""The law in words that pages and packs share: amounts of time, and parts of a law that are not sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..language.bilingual import Lang
from .interface import Interface
from .law import Law, Limit, Place, ReadAcross

#: Numbers after which Welsh says `mlynedd` for years, where others have `blynedd` (pum mlynedd, tair blynedd).
NASAL = frozenset({5, 7, 8, 9, 10, 12, 15, 18, 20, 50, 100})


def amount(words: Interface, limit: Limit, lang: Lang) -> str:
    """`Within 24 hours`, `At least every 3 months`, or that the law gives no number."""
    name = f"limit-{limit.when}"
    if limit.value is None:
        return words(name, lang)
    if limit.when == "at-least-every" and limit.value == 1:
        return words(f"limit-every-{limit.unit}", lang)
    unit = f"unit-{limit.unit}"
    if limit.value == 1:
        unit += "-one"
    elif limit.unit == "years" and limit.value in NASAL:
        unit += "-nasal"
    return words(name, lang, time=words(unit, lang, n=limit.value))


def by_law(
    words: Interface, read_across: ReadAcross, places: Iterable[Place], lang: Lang
) -> Iterator[tuple[Law, list[str]]]:
    """Each law that is cited, with its provisions in words: `regulations 60(4), 61` and `Schedule 3`.

    A whole law that is meant has no words.
    """
    found: dict[str, list[str]] = {}
    for place in places:
        numbers = found.setdefault(place.law, [])
        if place.provision and place.provision not in numbers:
            numbers.append(place.provision)
    for law_id, numbers in found.items():
        law = read_across.law[law_id]
        plain = [n for n in numbers if n[0].isdigit()]
        said = [named_part(words, n, lang) or n for n in numbers if not n[0].isdigit()]
        if plain:
            word = words(f"law-provision-{law.kind}-{'many' if len(plain) > 1 else 'one'}", lang)
            said.insert(0, f"{word} {', '.join(plain)}")
        yield law, said


def named_part(words: Interface, provision: str, lang: Lang) -> str | None:
    """`Part 7` and `Schedule 1` with the word of the language; None for a provision that is a number."""
    match = re.fullmatch(r"(Part|Schedule)(?: (.+))?", provision)
    if not match:
        return None
    name = "law-part" if match[1] == "Part" else "law-schedule"
    return words(name, lang, n=match[2]) if match[2] else words(f"{name}-only", lang)
