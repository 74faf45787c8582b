"""The file of cards in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..library.languages import Lang
from ..library.library import Library
from ..library.problems import LibraryError
from ..press.typeset import pdf
from .arrange import Printed, too_long
from .bilingual import Way, sides, two_languages
from .cards import Card
from .describe import PackDescription
from .face import Face, Stamp
from .measure import Fit, Ruler
from .printed import document_data, sheet_data
from .qr import qr_svg
from .version import ORDER, version_of
from .words import wording


def bilingual_pdf(library: Library, packs: dict[Lang, PackDescription], ruler: Ruler) -> bytes:
    """A6 cards, Welsh in front and English behind. Raises LibraryError when a card does not fit."""
    cards = {lang: packs[lang].cards for lang in ORDER}
    stamp = Stamp(packs["cy"].id, version_of(*(packs[lang] for lang in ORDER)))
    chosen = with_codes(choose_sides(library, cards, stamp, ruler), cards, ruler)
    fits = {face: fit for lang in ORDER for face, fit in ruler(_faces(chosen, lang), lang).items()}
    problems = [p for face, fit in fits.items() for p in too_long(face, fit, ruler.sheet)]
    if problems:
        raise LibraryError(problems)
    printed = [_printed(both, fits) for way in chosen for both in zip(way["cy"], way["en"], strict=True)]
    # Blank cards come last; what is left of the sheet becomes more of them, since the paper is cut in any case.
    blanks = printed[-2:]
    printed += (blanks * ruler.sheet.slots)[: -len(printed) % ruler.sheet.slots]
    welsh, english = packs["cy"], packs["en"]
    data = {
        **document_data(library, welsh, "cards-bilingual"),
        "title": " · ".join(
            wording(library, lang)("document-cards-bilingual", title=packs[lang].title) for lang in ORDER
        ),
        "author": " · ".join(wording(library, lang)("author") for lang in ORDER),
        "description": f"{welsh.purpose} · {english.purpose}",
        **sheet_data(tuple(printed), "cy", ruler.sheet),
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
    last = [len(option["cy"]) - 1 for option in options]
    at = [0] * len(options)
    open_ones = {i for i, n in enumerate(last) if n}
    while open_ones:
        too_small = _too_small(options, at, open_ones, ruler)
        for i in too_small:
            at[i] += 1
        open_ones = {i for i in too_small if at[i] < last[i]}
    # The more questions the second side keeps, the fewer are left to the third, which has not been looked at yet.
    for i in _too_small(options, at, {i for i, n in enumerate(at) if 0 < n < last[i]}, ruler, every_side=True):
        at[i] = last[i]
    return [{lang: option[lang][n] for lang in ORDER} for option, n in zip(options, at, strict=True)]


def with_codes(
    chosen: list[dict[Lang, Way]], cards: Mapping[Lang, Sequence[Card]], ruler: Ruler
) -> list[dict[Lang, Way]]:
    """The sides with the codes of their cards' addresses, wherever that leaves the type as large in both languages.

    A first side, which ends at the pause, may have no room for one: the story's other cards then have it.
    """
    if not any(qr_svg(card.address) for card in cards["cy"]):
        return chosen
    fits = {lang: ruler(_faces(chosen, lang), lang) for lang in ORDER}
    coded = [
        {lang: tuple(replace(face, code=cards[lang][i].address) for face in way[lang]) for lang in ORDER}
        for i, way in enumerate(chosen)
    ]
    tried = {lang: ruler(_faces(coded, lang), lang) for lang in ORDER}

    def better(plain: dict[Lang, Way], more: dict[Lang, Way]) -> dict[Lang, Way]:
        room = [
            all(tried[lang][more[lang][n]].size == fits[lang][plain[lang][n]].size for lang in ORDER)
            for n in range(len(plain["cy"]))
        ]
        return {lang: tuple((more if room[n] else plain)[lang][n] for n in range(len(room))) for lang in ORDER}

    return [better(plain, more) for plain, more in zip(chosen, coded, strict=True)]


def _too_small(
    options: list[dict[Lang, tuple[Way, ...]]],
    at: list[int],
    which: set[int],
    ruler: Ruler,
    *,
    every_side: bool = False,
) -> set[int]:
    """Those of `which` whose way does not fit in one of the languages.

    The first side is the same in every way, and is looked at with the first: but for that, the second side decides.
    """
    found: set[int] = set()
    for lang in ORDER:
        faces: dict[Face, int] = {}
        for i in sorted(which - found):
            way = options[i][lang][at[i]]
            faces |= dict.fromkeys(way if every_side or at[i] == 0 else way[1:2], i)
        fits = ruler(faces, lang, least_only=True)
        found |= {i for face, i in faces.items() if fits[face].size is None}
    return found


def _faces(chosen: list[dict[Lang, Way]], lang: Lang) -> list[Face]:
    return [face for way in chosen for face in way[lang]]


def _printed(both: tuple[Face, Face], fits: dict[Face, Fit]) -> Printed:
    (card,) = two_languages(both[:1], both[1:])
    return Printed(card, *(fits[face].size or 0 for face in both))
