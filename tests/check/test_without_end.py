"""Lines of one thing again and again: what reads them takes time as they are long, not as the square of it."""

from __future__ import annotations

import pytest

from whatmatters.check.plain import without_code
from whatmatters.check.sentences import CLOSED, Piece, sentences
from whatmatters.reading.story_text import FORBIDDEN

LENGTH = 100_000


@pytest.mark.parametrize("words", ["(", ".", "*", "a. "])
def test_sentences(words):
    """As many as there are, and no more; if the work grew with the square of the line, this would take minutes."""
    text = words * (LENGTH // len(words))
    assert sum(one.words for one in sentences([Piece(1, text)])) == text.count("a")
    assert not CLOSED.search(f"{text}x")


@pytest.mark.parametrize("words", ["`", "<!-- ", "<!-- -->"])
def test_code_and_comments(words):
    """Where code or a comment has no end, the text stays as it is; where it has one, its place stays empty."""
    text = "a " + words * (LENGTH // len(words))
    assert without_code(text) == (f"a {' ' * (len(text) - 2)}" if "-->" in words else text)
    assert without_code("a `b` c <!-- D. --> e <!-- f") == f"a xxx c {' ' * len('<!-- D. -->')} e <!-- f"


@pytest.mark.parametrize(("words", "found"), [("[", False), ("<", False), ("(", False), ("[a] ", False), ("[a](", True), ("pause (", False)])
def test_marks_in_a_story(words, found):
    """What a story may not hold is looked for in a line of any length."""
    line = words * (LENGTH // len(words))
    assert any(pattern.search(line) for pattern, *_ in FORBIDDEN) == found
