"""Taking an id out of a recipe leaves everything else as its editor wrote it."""

from __future__ import annotations

import pytest

from whatmatters.files.yaml_list_items import without

CASES = [
    ("in a line", "stories: {pinned: [x, y], limit: 3}\n", "stories: {pinned: [y], limit: 3}\n"),
    ("quoted", "stories:\n  pinned: ['x', \"y\"]\n", "stories:\n  pinned: [\"y\"]\n"),
    ("the only one", "stories:\n  pinned: [x]\n  any: [x]\n", "stories:\n  pinned: []\n  any: [x]\n"),
    ("a line each", "stories:\n  pinned:  # why\n    - x  # first\n    - y\nlaw: []\n", "stories:\n  pinned:  # why\n    - y\nlaw: []\n"),
    ("the only line", "stories:\n  pinned: # why\n    - x\n  any: [a]\n", "stories:\n  pinned: [] # why\n  any: [a]\n"),
    ("twice", "stories:\n  pinned:\n  - x\n  - y\n  - x\n", "stories:\n  pinned:\n  - y\n"),
    ("over lines", "stories:\n  pinned: [\n    y,\n    x\n  ]\n  limit: 3\n", "stories:\n  pinned: [y]\n  limit: 3\n"),
    ("after other letters", "title: ŵŷ — “ô”\nstories: {pinned: [y, x]}\n", "title: ŵŷ — “ô”\nstories: {pinned: [y]}\n"),
    ("not there", "stories: {pinned: [y]}\n", "stories: {pinned: [y]}\n"),
    ("as a tag", "stories: {any: [x]}\n", "stories: {any: [x]}\n"),
    ("no list", "stories: {pinned: x}\n", "stories: {pinned: x}\n"),
    ("no mapping", "- x\n", "- x\n"),
    ("empty", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after"), CASES, ids=[c[0] for c in CASES])
def test_only_the_id_goes(name, before, after):
    """Comments, quotation marks, order and indents of all the rest stay."""
    assert without(before, ("stories", "pinned"), "x") == after


def test_what_a_program_cannot_mend_is_refused():
    """An item that does not stand beside its dash: nothing is changed, and the words say what to do."""
    with pytest.raises(ValueError, match="take it out by hand"):
        without("stories:\n  pinned:\n    -\n      x\n    - y\n", ("stories", "pinned"), "x")
