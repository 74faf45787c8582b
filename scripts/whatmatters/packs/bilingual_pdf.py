"""The file of cards in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..library.languages import Lang
from ..library.library import Library
from ..library.problems import LibraryError
from ..press.typeset import pdf
from .arrange import Printed, too_large
from .bilingual import Way, sides, two_languages
from .cards import Card
from .dealing import in_turn
from .describe import PackDescription
from .face import Face, Stamp, TwoSided
from .measure import Ruler
from .printed import document_data, sheet_data
from .qr import qr_svg
from .version import ORDER, version_of
from .words import wording


def bilingual_pdf(library: Library, packs: dict[Lang, PackDescription], ruler: Ruler) -> bytes:
    """A6 cards, Welsh in front and English behind; cards with endings on the last sheets.

    Raises LibraryError when a card does not fit.
    """
    cards = {lang: packs[lang].cards for lang in ORDER}
    stamp = Stamp(packs["cy"].id, version_of(*(packs[lang] for lang in ORDER)))
    chosen = with_codes(choose_sides(library, cards, stamp, ruler), cards, ruler)
    problems = [
        p for lang in ORDER for face in _faces(chosen, lang) for p in too_large(face, ruler(face), lang, ruler.sheet)
    ]
    if problems:
        raise LibraryError(problems)
    printed = [_printed(two, ruler) for way in chosen for two in two_languages(way["cy"], way["en"])]
    # Blank cards come last.
    dealt = in_turn(printed, printed[-2:], ruler.sheet.slots)
    welsh, english = packs["cy"], packs["en"]
    data = {
        **document_data(library, welsh, "cards-bilingual"),
        "title": " · ".join(
            wording(library, lang)("document-cards-bilingual", title=packs[lang].title) for lang in ORDER
        ),
        "author": " · ".join(wording(library, lang)("author") for lang in ORDER),
        "description": f"{welsh.purpose} · {english.purpose}",
        **sheet_data(dealt, "cy", ruler.sheet),
    }
    return pdf("cards", data, welsh.date)


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


def _faces(chosen: list[dict[Lang, Way]], lang: Lang) -> list[Face]:
    return [face for way in chosen for face in way[lang]]


def _printed(card: TwoSided, ruler: Ruler) -> Printed:
    return Printed(card, *(ruler(face).size or 0 for face in (card.front, card.back)))
