"""The file of cards in both languages."""

from __future__ import annotations

from dataclasses import replace

from ..library.languages import Lang
from ..library.library import Library
from ..library.problems import LibraryError
from ..press.typeset import pdf
from .arrange import Printed, too_long
from .bilingual import Way, sides, two_languages
from .dealing import in_turn
from .describe import PackDescription
from .face import Face, Stamp, TwoSided
from .measure import Fit, Ruler
from .printed import document_data, sheet_data
from .qr import qr_svg
from .version import ORDER, version_of
from .words import wording


def bilingual_pdf(library: Library, packs: dict[Lang, PackDescription], ruler: Ruler) -> bytes:
    """A6 cards, Welsh in front and English behind; cards with endings on the last sheets. Raises LibraryError when a card does not fit."""
    chosen = with_codes(choose_sides(library, packs, ruler), packs, ruler)
    fits = {face: fit for lang in ORDER for face, fit in ruler(_faces(chosen, lang), lang).items()}
    problems = [p for face, fit in fits.items() for p in too_long(face, fit, ruler.sheet)]
    if problems:
        raise LibraryError(problems)
    printed = [_printed(two, fits) for way in chosen for two in two_languages(way["cy"], way["en"])]
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


def choose_sides(library: Library, packs: dict[Lang, PackDescription], ruler: Ruler) -> list[dict[Lang, Way]]:
    """For each card of the pack its sides in each language: the first way that fits in both, or else the last."""
    stamp = Stamp(packs["cy"].id, version_of(*(packs[lang] for lang in ORDER)))
    options = [
        {lang: sides(card, wording(library, lang), stamp) for lang, card in zip(ORDER, both, strict=True)}
        for both in zip(*(packs[lang].cards for lang in ORDER), strict=True)
    ]
    last = [len(option["cy"]) - 1 for option in options]
    at = [0] * len(options)
    open_ones = {i for i, n in enumerate(last) if n}
    while open_ones:
        too_small = _too_small(options, at, open_ones, ruler)
        for i in too_small:
            at[i] += 1
        open_ones = {i for i in too_small if at[i] < last[i]}
    return [{lang: option[lang][n] for lang in ORDER} for option, n in zip(options, at, strict=True)]


def with_codes(
    chosen: list[dict[Lang, Way]], packs: dict[Lang, PackDescription], ruler: Ruler
) -> list[dict[Lang, Way]]:
    """The sides with the codes of their cards' addresses, wherever that leaves the type as large in both languages.

    A first side, which ends at the pause, may have no room for one: the story's other cards then have it.
    """
    if not qr_svg(packs["cy"].address):
        return chosen
    fits = {lang: ruler(_faces(chosen, lang), lang) for lang in ORDER}
    coded = [
        {lang: tuple(replace(face, code=packs[lang].cards[i].address) for face in way[lang]) for lang in ORDER}
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
    options: list[dict[Lang, tuple[Way, ...]]], at: list[int], which: set[int], ruler: Ruler
) -> set[int]:
    """Those of `which` whose way does not fit in one of the languages."""
    found: set[int] = set()
    for lang in ORDER:
        faces = {face: i for i in sorted(which - found) for face in options[i][lang][at[i]]}
        fits = ruler(faces, lang, least_only=True)
        found |= {i for face, i in faces.items() if fits[face].size is None}
    return found


def _faces(chosen: list[dict[Lang, Way]], lang: Lang) -> list[Face]:
    return [face for way in chosen for face in way[lang]]


def _printed(card: TwoSided, fits: dict[Face, Fit]) -> Printed:
    # Faces are measured without the language that they have on a card of two.
    return Printed(card, *(fits[replace(face, lang=None)].size or 0 for face in (card.front, card.back)))
