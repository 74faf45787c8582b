"""What a Markdown page is made of, as the rules of parity see it."""

from __future__ import annotations

import pytest

from whatmatters.check.blocks import cells
from whatmatters.check.structure import read_structure
from whatmatters.check.targets import neutral


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Steps {#steps}", [(1, 2, "Steps", "steps")]),
        ("\n### Steps {: .wide #steps }", [(2, 3, "Steps", "steps")]),
        ("## Steps", [(1, 2, "Steps", None)]),
        ("## Steps ##", [(1, 2, "Steps", None)]),
        ("##Steps", []),
        ("```\n## Steps\n```\n\n# After", [(5, 1, "After", None)]),
        ("<!--\n## Steps\n-->\n## After", [(4, 2, "After", None)]),
    ],
)
def test_headings(text, expected):
    """A heading has its line, level, words and own anchor; one in code or in a comment is none."""
    assert [(h.line, h.level, h.text, h.anchor) for h in read_structure(text).headings] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", [(1, False, 2)]),
        ("1. a\n2. b\n3. c", [(1, True, 3)]),
        ("- a\n\n- b", [(1, False, 2)]),
        ("- a\n  and more\n- b", [(1, False, 2)]),
        ("- a\n- b\n\nText.\n\n- c", [(1, False, 2), (6, False, 1)]),
        ("- a\n\n## Next\n- b", [(1, False, 1), (4, False, 1)]),
        ("- a\n    1. b\n    2. c\n- d", [(1, False, 2), (2, True, 2)]),
        ("- a\n\n1. b", [(1, False, 1), (3, True, 1)]),
        ("Text.\n- a\n- b", []),
        ("    - code", []),
        ("-not an item", []),
    ],
)
def test_lists(text, expected):
    """Lists are counted as Python-Markdown makes them: one right under a paragraph is a part of the paragraph."""
    assert [(x.line, x.ordered, x.items) for x in read_structure(text).lists] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |", [(1, 2, 2)]),
        ("a | b | c\n:- | -: | :-:\n1 | 2 | 3", [(1, 1, 3)]),
        ("| a \\| b |\n| --- |\n| 1 |", [(1, 1, 1)]),
        ("| a |\n| --- |\n\n| b |\n| --- |\n| 1 |", [(1, 0, 1), (4, 1, 1)]),
        ("## T\n| a |\n| --- |\n| 1 |", [(2, 1, 1)]),
        ("Text\n| a |\n| --- |\n| 1 |", []),
        ("| a | b |\n| 1 | 2 |", []),
    ],
)
def test_tables(text, expected):
    """A table has a line, rows under its heading row, and columns."""
    assert [(t.line, t.rows, t.columns) for t in read_structure(text).tables] == expected


def test_cells_of_a_row():
    """The cells of a row are its texts; an escaped bar is a letter, an empty cell is a cell."""
    assert cells("| a | b \\| c | |") == ("a", "b \\| c", "")


@pytest.mark.parametrize(
    ("text", "links", "pictures"),
    [
        ("See [a](x.md) and\n[b\nc](y.md#z).", [(1, "x.md"), (2, "y.md#z")], []),
        ("![alt](x.svg) [a](y.md)", [(1, "y.md")], [(1, "x.svg")]),
        ("[![alt](x.svg)](y.md)", [(1, "y.md")], [(1, "x.svg")]),
        ('[a](x.md "title")', [(1, "x.md")], []),
        ("<https://example.org/a>", [(1, "example.org/a")], []),
        ("`[a](x.md)` and a (b) [c]", [], []),
        ("\n\n[a](x_(y).md)", [(3, "x_(y).md")], []),
    ],
)
def test_links_and_pictures(text, links, pictures):
    """Links and pictures have a line and a target; what stands in code has neither."""
    structure = read_structure(text)
    assert [(p.line, p.value) for p in structure.links] == links
    assert [(p.line, p.value) for p in structure.pictures] == pictures


@pytest.mark.parametrize(
    ("en", "cy", "alike"),
    [
        ("../x.md", "../x.md", True),
        ("../../en/x.md#a", "../../cy/x.md#a", True),
        ("journey-en.svg", "journey-cy.svg", True),
        ("includes/en/x.md", "includes/cy/x.md", True),
        ("https://example.org/en/a", "https://www.example.org/cy/a/", True),
        ("https://www.legislation.gov.uk/anaw/2014/4", "https://www.legislation.gov.uk/anaw/2014/4/welsh", True),
        ("https://www.gov.wales/complain", "https://www.llyw.cymru/cwyno", True),
        ("../x.md", "../y.md", False),
        ("../x.md#a", "../x.md#b", False),
        ("https://example.org/a", "https://example.org/b", False),
        ("https://www.gov.wales/complain", "https://gofalcymdeithasol.cymru/cwyno", False),
        ("open.md", "opcy.md", False),
    ],
)
def test_targets_without_their_language(en, cy, alike):
    """Two targets are one when only the language parts them."""
    assert (neutral(en) == neutral(cy)) is alike


def test_the_other_parts():
    """Includes, boxes, ids and marks, each with its line; a heading's id is not counted among the ids."""
    structure = read_structure(
        "## A {#a}\n\n{!includes/en/x.md!}\n\n!!! note\n    Text\n\n- Why? {#why-1}\n\n<!-- stories -->\n\n<!-- a remark -->"
    )
    assert [(p.line, p.value) for p in structure.includes] == [(3, "includes/*/x.md")]
    assert [(p.line, p.value) for p in structure.admonitions] == [(5, "note")]
    assert [(p.line, p.value) for p in structure.ids] == [(8, "why-1")]
    assert [(p.line, p.value) for p in structure.marks] == [(10, "stories")]
    assert structure.anchors == {"a", "why-1"}


def test_lines_are_those_of_the_file():
    """Front matter pushes a text down; the lines count from the top of the file."""
    text = "## A {#a}\n\n- b\n\n| c |\n| --- |\n\n[d](e.md)"
    structure = read_structure(text, first_line=5)
    parts = (structure.headings, structure.lists, structure.tables, structure.links)
    assert [part[0].line for part in parts] == [5, 7, 9, 12]


@pytest.mark.parametrize(
    "text", ["", "\n", "|", "[", "# " + " " * 20_000 + "x", "{#" * 5_000, "[" * 20_000, "- " * 9_000]
)
def test_odd_texts_are_read_quickly(text):
    """A text that is empty or odd has no structure, and takes no time."""
    structure = read_structure(text)
    assert not structure.tables
    assert not structure.links
