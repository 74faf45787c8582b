"""Dividing text into steps: nothing is lost, nothing is too much, and no step is left nearly empty."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties import examples
from whatmatters.deck.blocks import Listing, Text, plain
from whatmatters.deck.sentences import sentences
from whatmatters.deck.slide_steps import GAP, Room, in_steps

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


def lines(count: int) -> Text:
    """A paragraph that takes so many lines of `ROOM`."""
    return plain(" ".join(["aaaa bbbb cccc dddd"] * count))


def test_the_last_step_is_not_left_nearly_empty():
    """Three steps of four lines: not 2 + 1, 2 + 1 and a last line alone."""
    steps = in_steps([lines(n) for n in (2, 1, 2, 1, 1)], ROOM)
    assert [[said((block,)).count("aaaa") for block in step] for step in steps] == [[2, 1], [2], [1, 1]]


@examples(100)
@given(st.lists(st.integers(1, 5), max_size=14), st.integers(1, 9))
def test_whatever_the_paragraphs_are_like_all_of_them_are_there(sizes, high):
    """In their order, on no more steps than it takes to fill one after the other, and on none more than it has room for."""
    room = replace(ROOM, lines=high)
    steps = in_steps([lines(n) for n in sizes], room)
    assert [said((block,)).count("aaaa") for step in steps for block in step] == sizes
    filled = list[float]()
    for size in sizes:
        if not filled or filled[-1] + GAP + size > high + 1e-6:
            filled.append(size)
        else:
            filled[-1] += GAP + size
    assert len(steps) == len(filled)
    for step in steps:
        assert len(step) == 1 or sum(map(room.lines_of, step)) - GAP <= high + 1e-6


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
