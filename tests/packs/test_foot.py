"""What stands at the foot of a card goes into its room, to the letter."""

from __future__ import annotations

import pytest

from whatmatters.deck.card_foot import letters_over
from whatmatters.deck.card_sheets import CARDS, LARGE, QUESTIONS, sheets

FOOT = "mays-bath-time · risk-worth-taking · 2026-11-21 90c43d44"


@pytest.mark.parametrize("name", [CARDS, LARGE])
def test_two_ids_and_a_version_go_in(name):
    assert letters_over("What Matters", FOOT, sheets()[name], beside_code=False) == 0


@pytest.mark.parametrize(("name", "beside_code"), [(CARDS, False), (CARDS, True), (LARGE, True), (QUESTIONS, True)])
def test_so_many_letters_fewer_go_in_and_one_more_does_not(name, beside_code):
    sheet, foot = sheets()[name], " · ".join([FOOT] * 9)
    over = letters_over("", foot, sheet, beside_code=beside_code)
    assert 0 < over < len(foot)
    assert letters_over("", foot[:-over], sheet, beside_code=beside_code) == 0
    assert letters_over("", foot[: len(foot) - over + 1], sheet, beside_code=beside_code) == 1


def test_an_id_that_is_wider_than_its_room_is_too_long():
    """However short it is otherwise: a line cannot end in it."""
    assert letters_over("m" * 40, "", sheets()[CARDS], beside_code=False) > 0
    assert letters_over("m" * 20 + " " + "m" * 20, "", sheets()[CARDS], beside_code=False) == 0


def test_a_mark_is_smaller_than_the_foot_before_it():
    """So that more of it goes in; what is too much is counted in letters of the mark."""
    sheet, long = sheets()[CARDS], " · ".join([FOOT] * 4)
    assert letters_over("Beth sy'n Bwysig", FOOT, sheet, beside_code=False) == 0
    assert 0 < letters_over("", long, sheet, beside_code=False) < letters_over(long, "", sheet, beside_code=False)
