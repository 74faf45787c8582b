"""Endings stand on sheets of their own, and no place on a sheet is left empty."""

from __future__ import annotations

import pytest

from whatmatters.deck.card_face import Face, TwoSided
from whatmatters.deck.cards_at_their_size import CardAtItsSize
from whatmatters.deck.printing_order import in_turn


def card(title: str, *, later: bool = False) -> CardAtItsSize:
    face = Face("story", True, "", "", "", title, (), "", "", "")
    return CardAtItsSize(TwoSided(face, face, later), 12, 12)


def titles(cards, blanks, slots: int = 4) -> str:
    return "".join(printed.card.front.title for printed in in_turn(cards, blanks, slots))


BLANKS = (card("s"), card("q"))


@pytest.mark.parametrize(
    ("first", "later", "dealt"),
    [
        ("abcd", "", "abcd"),
        ("abc", "", "abcs"),
        ("ab", "A", "absqAsqs"),
        ("abcd", "ABCD", "abcdABCD"),
        ("", "A", "Asqs"),
        ("", "", ""),
    ],
)
def test_what_waits_comes_last_and_begins_a_sheet(first, later, dealt):
    """Whatever their order in the pack; blank cards fill both last sheets."""
    known = [*(card(t, later=True) for t in later), *(card(t) for t in first)]
    assert titles(known, BLANKS) == dealt


def test_without_blank_cards_nothing_is_filled():
    assert titles([card("a")], ()) == "a"
