"""Sentences are found where a reader finds them; long ones are advice, and a report measures every text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TODAY
from whatmatters.check import check_project
from whatmatters.check.reading import measure, text_advice
from whatmatters.check.sentences import page_sentences

PAGE = "docs/en/about/privacy.md"
STORY = "stories/magic-moments/the-blue-cup/cy.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two. Three four five.", [(1, 2), (1, 3)]),
        ("One two\nthree. Four\nfive six.", [(1, 3), (2, 3)]),
        ("One two\n\nthree four", [(1, 2), (3, 2)]),
        ('"Why?" she asked. "I see." He left.', [(1, 3), (1, 2), (1, 2)]),
        ("One two. *Three* four. **Five.** _Six_ seven.", [(1, 2), (1, 2), (1, 1), (1, 2)]),
        ("Mae'n dda. Ŵyn sydd yma. Ac oen.", [(1, 2), (1, 3), (1, 2)]),
        ("It costs 1.50 now. 3 people came!", [(1, 4), (1, 3)]),
        ("## A heading of many words\nOne two.", [(2, 2)]),
        ("- One two\n- Three four? {#a-1}\n  five six.", [(1, 2), (2, 4)]),
        ("1. One.\n2. Two three.", [(1, 1), (2, 2)]),
        ("| Do | Instead |\n| --- | --- |\n| Ask first. Wait. | A label |", [(3, 2), (3, 1)]),
        ('See [the page](x.md "A") or [two words](../y.md).', [(1, 6)]),
        ("{!includes/en/x.md!}\n\n<!-- stories -->\n\n<!-- a remark of many words -->\nOne.", [(6, 1)]),
        ("Text – with a dash, & a sign.", [(1, 6)]),
        ("", []),
    ],
)
def test_sentences_of_a_page(text, expected):
    """Each sentence has the line it begins on and its words; headings, marks and labels in tables are none."""
    assert [(s.line, s.words) for s in page_sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "words", "sentences", "mean", "longest"),
    [("One two. Three.", 3, 2, 1.5, 2), ("", 0, 0, 0.0, 0), ("A b c.", 3, 1, 3.0, 3)],
)
def test_measures(text, words, sentences, mean, longest):
    """Words, sentences, their mean to one place, and the longest."""
    found = measure("x.md", "en", page_sentences(text))
    assert (found.words, found.sentences, found.mean, found.longest) == (words, sentences, mean, longest)


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([20, 20], []),
        ([20, 21], [("W01", 1)]),
        ([35], [("W01", 1)]),
        ([36, 2], [("W02", 1)]),
        ([2, 36, 2], [("W02", 2)]),
        ([36, 37], [("W01", 1), ("W02", 1), ("W02", 2)]),
        ([], []),
    ],
)
def test_long_sentences_are_advice(lengths, expected):
    """A mean of over 20 words, and each sentence of over 35 with its line; neither fails the check."""
    text = "\n".join("Word" + " word" * (n - 1) + "." for n in lengths)
    found = list(text_advice("x.md", "en", page_sentences(text)))
    assert [(p.code, p.line) for p in found] == expected
    assert all(p.advice for p in found)


def _advice(project: Path, path: str) -> list[tuple[str, int, str]]:
    return [(p.code, p.line, p.message) for p in check_project(project, TODAY).advice if p.path == path]


def test_the_check_of_a_project_measures_pages(project: Path):
    """The advice on a page is part of `whatmatters check`, at the line of the file."""
    words = "Word" + " word" * 35 + "."
    (project / PAGE).write_text(f"---\ntitle: A\nsummary: B\n---\n\n{words}\n", encoding="utf-8")
    assert [(code, line) for code, line, _ in _advice(project, PAGE)] == [("W01", 1), ("W02", 6)]


def test_a_long_sentence_in_a_story_is_named_with_its_line(project: Path):
    """A story's text is plain paragraphs, and the advice still knows the line in its file."""
    path = project / STORY
    lines = path.read_text(encoding="utf-8").split("\n")
    at = lines.index("<!-- pause -->")
    lines[at - 1 : at - 1] = ["", "Yn y bore daeth rhywun arall i'r tŷ" + " a mynd" * 15 + ",", "a dod yn ôl wedyn."]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = _advice(project, STORY)
    assert ("W02", at + 1) in [(code, line) for code, line, _ in found]
    assert "a sentence of 43 words begins here: “Yn y bore daeth rhywun arall …”" in " ".join(
        message for _, _, message in found
    )
