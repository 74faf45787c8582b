"""Pieces on as many sides as they take: no heading is left behind, no sentence is cut."""

from __future__ import annotations

from whatmatters.deck.blocks import Block, Heading, Listing, Ruled, Text, plain
from whatmatters.deck.filling_sides import fill


def letters(blocks: tuple[Block, ...]) -> int:
    count = 0
    for block in blocks:
        match block:
            case Text():
                count += sum(len(span.text) for span in block.spans)
            case Heading():
                count += len(block.text)
            case Listing():
                count += sum(map(len, block.items))
    return count


def at_most(*rooms: int):
    """Sides with room for so many letters, the last of which is that of all that follow."""
    return lambda blocks, side: letters(blocks) <= rooms[min(side, len(rooms) - 1)]


def test_each_side_takes_what_it_holds():
    """Fronts and backs may hold differently much; the items of a list keep their numbers."""
    blocks = (plain("a" * 6), Listing(("b" * 3, "c" * 3, "d" * 3), numbered=True))
    assert fill(blocks, at_most(9, 6), at_most(99)) == [
        (plain("a" * 6), Listing(("bbb",), numbered=True)),
        (Listing(("ccc", "ddd"), numbered=True, start=2),),
    ]


def test_a_heading_goes_with_what_it_is_for():
    blocks = (plain("a" * 5), Heading(2, "head"), plain("b" * 5))
    assert fill(blocks, at_most(10), at_most(10)) == [blocks[:1], blocks[1:]]


def test_the_last_side_has_room_for_the_pause():
    """What does not leave it goes on to a side of its own, with its heading."""
    blocks = (plain("a" * 4), Heading(2, "hh"), plain("b" * 3))
    assert fill(blocks, at_most(10), at_most(5)) == [blocks[:1], blocks[1:]]
    assert fill(blocks[:1], at_most(10), at_most(5)) == [blocks[:1]]


def test_no_side_is_left_with_a_line():
    """The side before gives what stands last on it, with its heading, while it keeps as much as the other gets."""
    blocks = (plain("a" * 9), plain("b" * 4), Heading(2, "h"), plain("c" * 3), plain("d" * 2))
    assert fill(blocks, at_most(17), at_most(17)) == [blocks[:2], blocks[2:]]
    assert fill(blocks, at_most(17), at_most(5)) == [blocks[:4], blocks[4:]]


def test_no_item_of_a_list_is_sent_to_a_side_alone_to_even_them_out():
    """The three that fit stay together: what comes after them fills its side with lines to write on."""
    blocks = (Listing(("a" * 9, "b" * 9, "c" * 9)), Heading(2, "hhh"), Ruled(0))
    assert fill(blocks, at_most(29), at_most(29)) == [blocks[:1], blocks[1:]]
    asked = (plain("t" * 9), Heading(2, "h"), Listing(("a" * 6, "b" * 6)), Heading(2, "g"), plain("s" * 5))
    assert fill(asked, at_most(23), at_most(23)) == [asked[:3], asked[3:]]


def test_an_item_that_would_begin_a_side_alone_takes_another_along():
    """The side before keeps at least two; a list of three goes on whole, with its heading."""
    four = (plain("t" * 4), Listing(("a" * 5, "b" * 5, "c" * 5, "d" * 5), numbered=True))
    assert fill(four, at_most(19), at_most(19)) == [
        (plain("t" * 4), Listing(("a" * 5, "b" * 5), numbered=True)),
        (Listing(("c" * 5, "d" * 5), numbered=True, start=3),),
    ]
    three = (plain("t" * 4), Heading(2, "h"), Listing(("a" * 5, "b" * 5, "c" * 5)))
    assert fill(three, at_most(19), at_most(19)) == [three[:1], three[1:]]
    assert fill(three, at_most(19), at_most(10)) == [
        (*three[:2], Listing(("a" * 5, "b" * 5))),
        (Listing(("c" * 5,), start=3),),
    ]


def test_an_item_that_would_end_a_side_alone_goes_on_with_the_others():
    """But not where the side before it would be left with less than that after it."""
    much = (plain("t" * 18), Heading(2, "h"), Listing(("a" * 5, "b" * 5, "c" * 5)))
    assert fill(much, at_most(25), at_most(25)) == [much[:1], much[1:]]
    little = (plain("t" * 12), *much[1:])
    assert fill(little, at_most(19), at_most(19)) == [
        (*little[:2], Listing(("a" * 5,))),
        (Listing(("b" * 5, "c" * 5), start=2),),
    ]


def test_a_long_paragraph_goes_on_between_sentences():
    assert fill((plain("One two. Three. Four five six."),), at_most(16), at_most(16)) == [
        (plain("One two. Three."),),
        (plain("Four five six."),),
    ]


def test_what_no_side_holds_is_on_one_all_the_same():
    """Nothing is lost, and whoever asked finds it too large."""
    assert fill((plain("a" * 20), Ruled(0)), at_most(9), at_most(9)) == [(plain("a" * 20),), (Ruled(0),)]
