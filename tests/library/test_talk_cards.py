"""Cards to draw, read from the tables of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.reading.discussion_cards import CARD_PAGES, TURNED, read_card_set

PAGE = """---
title: {title}
summary: s
---

### {group} {{#one}}

| Card | Moment | Think about |
| ---: | --- | --- |
{rows}

### Slip {{#slip}}

| Prompt | Words |
| --- | --- |
| The card | &nbsp; |
"""


def cards(root: Path, en: str, cy: str):
    """A set from the rows of its two pages."""
    for lang, rows in (("en", en), ("cy", cy)):
        folder = root / "docs" / lang / "tools"
        folder.mkdir(parents=True)
        text = PAGE.format(title=f"Title {lang}", group=f"Group {lang}", rows=rows)
        (folder / "reflection-cards.md").write_text(text, encoding="utf-8")
    return read_card_set("reflection-cards", root)


def test_each_numbered_row_is_a_card_in_both_languages(tmp_path):
    """Number, group, text and what to think about; a row without a number is no card."""
    found, problems = cards(tmp_path, "| 1 | You are late. | Why? |\n| 2 | Tea. | Who? |", "| 1 | Hwyr. | Pam? |\n| 2 | Te. | Pwy? |")
    assert problems == []
    assert [(c.number, c.text.en, c.text.cy, c.ask.cy, c.group.cy) for c in found.cards] == [
        (1, "You are late.", "Hwyr.", "Pam?", "Group cy"), (2, "Tea.", "Te.", "Pwy?", "Group cy")]
    assert found.path == "tools/reflection-cards/"


def test_a_card_of_two_cells_asks_nothing(tmp_path):
    """A statement is the whole card."""
    found, _ = cards(tmp_path, "| 1 | Rules are good. |", "| 1 | Mae rheolau'n dda. |")
    assert found.cards[0].ask is None


@pytest.mark.parametrize(("en", "cy", "code", "file", "line"), [
    ("| 1 | a | b |\n| 2 | a | b |", "| 1 | a | b |", "G01", "docs/en/tools/reflection-cards.md", 11),
    ("| 1 | a | b |", "| 1 | a | b |\n| 2 | a | b |", "G01", "docs/cy/tools/reflection-cards.md", 11),
    ("| 1 | a | b |", "| 1 | a |", "G01", "docs/en/tools/reflection-cards.md", 10),
    ("| 1 | a | b |\n| 1 | c | d |", "| 1 | a | b |", "G02", "docs/en/tools/reflection-cards.md", 11),
    ("| 1 | a | b |", "| 1 | a |  |", "G03", "docs/cy/tools/reflection-cards.md", 10),
])
def test_what_does_not_match_is_named(tmp_path, en, cy, code, file, line):
    """Both languages have the same cards, each once and whole; the file and the line say where not."""
    found, problems = cards(tmp_path, en, cy)
    assert found is None
    assert (code, file, line) in [(p.code, p.path, p.line) for p in problems]


def test_the_projects_own_sets_are_whole():
    """As many cards as their pages say, and over each second text what heads its column."""
    root = Path(__file__).parents[2]
    sets = {name: read_card_set(name, root)[0] for name in CARD_PAGES}
    assert {name: len(found.cards) for name, found in sets.items()} == {
        "reflection-cards": 28, "provocative-statements": 24, "if-try-cards": 12, "so-what-game": 15, "needs-as-reasons": 12,
        "mirror-and-superhero": 12}
    labels = {name: found.cards[0].label for name, found in sets.items()}
    assert labels["provocative-statements"] is None
    assert (labels["if-try-cards"].en, labels["reflection-cards"].cy) == ("Try", "Meddyliwch")
    assert {name for name, found in sets.items() if found.turned} == TURNED
