"""Dividing text into steps: nothing is lost, nothing is too much, and no step is left nearly empty."""

from __future__ import annotations

import pytest

from whatmatters.deck.blocks import Listing, Text, plain
from whatmatters.deck.sentences import sentences
from whatmatters.deck.slide_steps import Room, in_steps

ROOM = Room(letters=20, lines=4)


def said(step) -> str:
    return " ".join(i for b in step for i in (b.items if isinstance(b, Listing) else [s.text for s in b.spans]))


CASES = [
    # Two short paragraphs share a step.
    (["One two.", "Three four."], ["One two. Three four."]),
    # Four lines fill a step.
    (["aaaa bbbb cccc dddd " * 4], ["aaaa bbbb cccc dddd aaaa bbbb cccc dddd aaaa bbbb cccc dddd aaaa bbbb cccc dddd"]),
    # Three paragraphs of two lines: one each is more even than two and one, and needs no fewer steps than it must.
    (["aaaa bbbb cccc dddd eeee"] * 3, ["aaaa bbbb cccc dddd eeee"] * 3),
    # A paragraph longer than a step goes on between its sentences.
    (
        ["First one of all is here. " * 5],
        [
            "First one of all is here. First one of all is here. First one of all is here.",
            "First one of all is here. First one of all is here.",
        ],
    ),
    ([], []),
]


@pytest.mark.parametrize(("paragraphs", "steps"), CASES)
def test_paragraphs_in_steps(paragraphs, steps):
    assert [said(step) for step in in_steps([plain(p.strip()) for p in paragraphs], ROOM)] == steps


def test_a_list_goes_on_with_its_numbers():
    """Items of one step are one list; the next begins where it ended."""
    steps = in_steps([Listing(tuple("abcde"), numbered=True)], Room(letters=20, lines=4))
    lists = [block for step in steps for block in step]
    assert [(block.start, block.items) for block in lists] == [(1, ("a", "b", "c")), (4, ("d", "e"))]


def test_a_sentence_longer_than_a_step_is_kept_whole():
    """It is for whoever looks at the slides to see; nothing is cut."""
    long = "word " * 60
    (step,) = in_steps([plain(long.strip())], ROOM)
    assert said(step) == long.strip()
    assert isinstance(step[0], Text)


SENTENCES = [
    ("One. Two? Three!", ["One.", "Two?", "Three!"]),
    ("‘Wait,’ she said. “No.” He left.", ["‘Wait,’ she said.", "“No.”", "He left."]),
    ("No end", ["No end"]),
    ("Dr. no", ["Dr.", "no"]),
]


@pytest.mark.parametrize(("text", "found"), SENTENCES)
def test_sentences(text, found):
    """An end in the middle of a sentence does no harm: joined, they are the text again."""
    assert sentences(text) == found
    assert " ".join(found) == text
