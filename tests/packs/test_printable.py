"""Printable on what people have: margins, one-sided printers, print shops, booklets."""

from __future__ import annotations

from functools import cache

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from tests.packs.reading import MM, letters, lines, sides, squeezed, text_in
from tests.packs.test_reading_order import KINDS
from whatmatters.deck.card_sheets import BOOKLET, CARDS, QUESTIONS, Box, sheets
from whatmatters.deck.fold_and_glue import cards_on, cut_marks, fold_at, fold_line, places
from whatmatters.print.print_shop_pdf import BLEED

A6, SMALL, A5 = sheets()[CARDS], sheets()[QUESTIONS], sheets()[BOOKLET]
#: Nothing that is read stands nearer to the edge of the paper: most office printers leave 4 to 5 mm blank.
CLEAR = 6.0
#: A tip of a letter may reach so far out of the box that it is set in.
TIP = 0.5
pages = cache(letters)


def trims(path) -> list[tuple[float, float, float, float]]:
    """Each page's edges after trimming: left, top, right, bottom in mm from the top left of the page."""
    with pikepdf.open(path) as pdf:
        found = []
        for page in pdf.pages:
            left, low, right, high = (float(n) / MM for n in page.trimbox)
            height = float(page.mediabox[3]) / MM
            found.append((left, height - high, right, height - low))
        return found


@pytest.mark.parametrize("name", KINDS)
def test_nothing_that_is_read_is_near_the_edge_of_the_paper(made, name):
    """Six millimetres, whatever a printer leaves blank; a page that is printed smaller only gains."""
    path = made[name].path
    for page, (left, top, right, bottom) in zip(pages(path), trims(path), strict=True):
        for letter in page:
            box = letter.box
            gaps = (box.x - left, box.y - top, right - box.x - box.width, bottom - box.y - box.height)
            assert min(gaps) >= CLEAR - TIP, letter


@pytest.mark.parametrize("scale", [1, 0.97])
@pytest.mark.parametrize("name", ["cards-cy", "cards-large-cy", "cards-questions-cy", "cards-bilingual", "cards-fold-cy"])
def test_a_page_that_was_printed_smaller_still_cuts_true(made, name, scale):
    """Marks shrink with what they cut: no letter comes nearer to a cut than its share of the empty gutter.

    Wherever the printer puts the smaller page, all of it moves together, so the page's own corner serves for all.
    """
    path, least = made[name].path, 5.0
    for number, page in enumerate(pages(path)):
        marks = [m for m in lines(path, number) if m[0] == pytest.approx(m[2], abs=0.3) and 9 > m[3] - m[1] > 3]
        cuts = {round(m[0] * scale, 2) for m in marks}
        for letter in page:
            left, right = letter.box.x * scale, (letter.box.x + letter.box.width) * scale
            assert all(right <= cut - (least - TIP) * scale or left >= cut + (least - TIP) * scale for cut in cuts), letter


def folded(path, sheet, numbers) -> list[tuple[str, str]]:
    found = []
    for number in numbers:
        for card in range(cards_on(sheet)):
            front, back = (text_in(pages(path)[number], Box(b.x - 3, b.y - 3, b.width + 6, b.height + 6)) for b in places(sheet, card))
            found += [(front, back)] if front or back else []
    return found


def test_front_and_back_stand_side_by_side(made):
    """The same cards as on both sides of a sheet, in the same order; the second kind of sheet follows the first."""
    path = made["cards-fold-cy"].path
    whole, small = (set(sides(pages(made[name].path), sheet)) for name, sheet in (("cards-cy", A6), ("cards-questions-cy", SMALL)))
    # Page by page, the first being for whoever makes the cards.
    kinds = [[folded(path, sheet, [n]) for sheet in (A6, SMALL)] for n in range(1, len(pages(path)))]
    large = [cards for cards, _ in kinds if set(cards) <= whole]
    little = [cards for _, cards in kinds if set(cards) <= small]
    assert len(large) + len(little) == len(kinds)
    assert [cards for cards, _ in kinds[: len(large)]] == large
    assert set().union(*large) == whole
    assert set().union(*little) == small


@pytest.mark.parametrize("sheet", [A6, SMALL], ids=[CARDS, QUESTIONS])
def test_a_back_folds_behind_its_front(sheet):
    """Mirrored at the fold, front and back cover one another; nothing is cut along it."""
    for card in range(cards_on(sheet)):
        front, back = places(sheet, card)
        assert 2 * fold_at(sheet) - (front.x + front.width) == back.x
        assert (front.y, front.height) == (back.y, back.height)
    assert all(not mark[0] == mark[2] == fold_at(sheet) for mark in cut_marks(sheet))
    assert set(cut_marks(sheet)) < set(sheet.cut_marks())


def test_a_sheet_of_one_column_is_refused():
    with pytest.raises(ValueError, match="two places"):
        cards_on(A5)


@pytest.mark.parametrize("name", ["cards-fold-cy", "cards-bilingual-fold"])
def test_the_fold_is_dashed(made, name):
    """A cut is a short solid mark and the fold a long dashed line, so that nobody cuts where they should fold."""
    document = pypdfium2.PdfDocument(made[name].path)
    for page in list(document)[1:3]:
        dashed = [o for o in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]) if raw.FPDFPageObj_GetDashCount(o.raw) > 0]
        assert len(dashed) == 1
        left, bottom, right, top = dashed[0].get_bounds()
        assert (left + right) / 2 / MM == pytest.approx(fold_at(A6), abs=0.1)
        assert (top - bottom) / MM == pytest.approx(fold_line(A6)[3] - fold_line(A6)[1], abs=0.6)


@pytest.mark.parametrize(("name", "langs"), [("cards-fold-cy", ["cy"]), ("cards-fold-en", ["en"]), ("cards-bilingual-fold", ["cy", "en"])])
def test_whoever_makes_them_is_told_of_the_endings(long_library, made, name, langs):
    """On paper both sides lie open until the card is folded, so the first page says who makes the cards, and when."""
    said = squeezed("".join(x.text for x in pages(made[name].path)[0]))
    for lang in langs:
        # With a language on each side, the ending has a card of its own.
        leader = "packs-fold-leader" if len(langs) == 1 else "packs-fold-leader-bilingual"
        assert squeezed(long_library.interface(leader, lang)) in said


def test_a_print_shop_has_bleed_and_trim(made):
    """A6 to be trimmed, with 3 mm around it; colour reaches over the cut at a card's head, and no letter near it."""
    with pikepdf.open(made["cards-print-shop-cy"].path) as pdf:
        for page in pdf.pages:
            trim = [float(n) / MM for n in page.trimbox]
            assert trim == pytest.approx([BLEED, BLEED, BLEED + 105, BLEED + 148], abs=0.01)
            assert [float(n) / MM for n in page.mediabox] == pytest.approx([0, 0, 105 + 2 * BLEED, 148 + 2 * BLEED], abs=0.01)
            assert list(page.get("/BleedBox", page.mediabox)) == list(page.mediabox) == list(page.cropbox)
    for page in pypdfium2.PdfDocument(made["cards-print-shop-cy"].path):
        edges = [o.get_bounds() for o in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
        width, height = page.get_size()
        assert any(e[0] <= 0.1 and e[2] >= width - 0.1 and e[3] >= height - 0.1 and e[1] <= height - 2 * BLEED * MM + 0.1 for e in edges)


def test_a_print_shop_gets_the_same_cards(made):
    """Every card of the sheets, front before back."""
    said = [squeezed("".join(x.text for x in page)) for page in pages(made["cards-print-shop-cy"].path)]
    found = set(zip(said[::2], said[1::2], strict=True))
    assert found == set(sides(pages(made["cards-cy"].path), A6))


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_an_ending_in_a_booklet_waits_overleaf(long_library, made, lang):
    """A story to its pause is a right-hand page, its ending the page behind it; the back cover tells nothing."""
    path = made[f"booklet-{lang}"].path
    said = [squeezed("".join(x.text for x in page)) for page in pages(path)]
    assert len(said) % 4 == 0
    assert {tuple(round(n / MM) for n in page.get_size()) for page in pypdfium2.PdfDocument(path)} == {(148, 210)}
    for story in long_library.stories.values():
        text = story.texts[lang]
        (pause,) = (n for n, page in enumerate(said) if squeezed(text.before[-1][-25:]) in page)
        assert pause % 2 == 0
        told = {n for n, page in enumerate(said) for paragraph in text.after if squeezed(paragraph[:25]) in page}
        assert told <= {n for n in range(pause + 1, len(said)) if n % 2}
        assert told < set(range(len(said) - 1))
        assert squeezed(text.title) + str(pause + 1) in said[1].replace(".", "")
