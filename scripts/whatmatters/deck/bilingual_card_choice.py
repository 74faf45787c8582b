"""In which of its ways each card is printed in both languages, and where the code of its address has room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..language.bilingual import Lang
from ..library.library import Library
from .bilingual_card_faces import Way, sides
from .card_face import Stamp
from .cards import Card
from .qr_codes import qr_svg
from .type_size import Ruler
from .versions import ORDER
from .wordings import wording


def choose_sides(
    library: Library, cards: Mapping[Lang, Sequence[Card]], stamp: Stamp, ruler: Ruler
) -> list[dict[Lang, Way]]:
    """For each card its sides in each language: the first way that fits in both, or else the last."""
    options = [
        {lang: sides(card, wording(library, lang), stamp) for lang, card in zip(ORDER, both, strict=True)}
        for both in zip(*(cards[lang] for lang in ORDER), strict=True)
    ]
    return [_first_that_fits(option, ruler) for option in options]


def _first_that_fits(option: dict[Lang, tuple[Way, ...]], ruler: Ruler) -> dict[Lang, Way]:
    ways = [dict(zip(option, both, strict=True)) for both in zip(*option.values(), strict=True)]
    fit = (way for way in ways[:-1] if all(ruler.holds(face) for row in way.values() for face in row))
    return next(fit, ways[-1])


def with_codes(
    chosen: list[dict[Lang, Way]], cards: Mapping[Lang, Sequence[Card]], ruler: Ruler
) -> list[dict[Lang, Way]]:
    """The sides with the codes of their cards' addresses, wherever that leaves the type as large in both languages.

    A first side, which ends at the pause, may have no room for one: the story's other cards then have it.
    """
    if not any(qr_svg(card.address) for card in cards["cy"]):
        return chosen

    def coded(i: int, way: dict[Lang, Way]) -> dict[Lang, Way]:
        more = {lang: tuple(replace(f, code=cards[lang][i].address) for f in way[lang]) for lang in ORDER}
        room = [
            all(ruler(more[lang][n]).size == ruler(way[lang][n]).size for lang in ORDER) for n in range(len(way["cy"]))
        ]
        return {lang: tuple((more if room[n] else way)[lang][n] for n in range(len(room))) for lang in ORDER}

    return [coded(i, way) for i, way in enumerate(chosen)]
