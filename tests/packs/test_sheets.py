"""Card sheets are data in millimetres, and a sheet that would print badly is refused."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from whatmatters.deck.card_sheets import CARDS, QUESTIONS, Box, Sheet, sheets

A6 = sheets()[CARDS]

PLACES = [
    # slot, back, left, top
    (0, False, 0, 0.5),
    (1, False, 105, 0.5),
    (2, False, 0, 148.5),
    (3, False, 105, 148.5),
    (0, True, 105, 0.5),
    (1, True, 0, 0.5),
    (2, True, 105, 148.5),
    (3, True, 0, 148.5),
]


@pytest.mark.parametrize(("slot", "back", "left", "top"), PLACES)
def test_cards_stand_four_to_a_sheet_and_backs_swap_sides(slot, back, left, top):
    """Turned on the long edge, a sheet swaps left and right and keeps top and bottom."""
    assert A6.card_box(slot, back=back) == Box(left, top, 105, 148)


@pytest.mark.parametrize("slot", range(4))
def test_a_back_lies_behind_its_front(slot):
    """Seen through the paper, the back covers its front exactly."""
    front, back = A6.card_box(slot, back=False), A6.card_box(slot, back=True)
    assert A6.sheet.width - (back.x + back.width) == front.x
    assert back.y == front.y


def test_print_keeps_six_millimetres_from_every_edge_of_a_card():
    assert A6.safe_box(3, back=False) == Box(111, 154.5, 93, 136)


def test_two_cuts_make_four_cards():
    """A tick at each end of both cuts, and a cross where they meet."""
    assert set(A6.cut_marks()) == {
        (105, 5, 105, 10),
        (105, 144.5, 105, 152.5),
        (105, 287, 105, 292),
        (5, 148.5, 10, 148.5),
        (101, 148.5, 109, 148.5),
        (200, 148.5, 205, 148.5),
    }


def test_a_sheet_with_margins_is_cut_on_every_side():
    """Smaller cards need cuts at their outer edges too."""
    small = sheets()[QUESTIONS]
    across = {x1 for x1, _, x2, _ in small.cut_marks() if x1 == x2}
    assert across == {20, 105, 190}
    assert small.card_box(9, back=False) == Box(105, 231, 85, 55)


REFUSED = [
    ({"columns": 3}, "the cards are larger than the sheet"),
    ({"card": {"width": 105, "height": 149}}, "the cards are larger than the sheet"),
    ({"safe": 4}, "smaller than the margin"),
    ({"safe": 60}, "leaves nothing of the card"),
    ({"marks": {"tick": 0, "cross": 4, "weight": 0.2}}, "greater than 0"),
    ({"bleed": 3}, "Extra inputs are not permitted"),
]


@pytest.mark.parametrize(("change", "why"), REFUSED)
def test_a_sheet_that_cannot_be_is_refused(change, why):
    with pytest.raises(ValidationError, match=why):
        Sheet.model_validate({**A6.model_dump(), **change})
