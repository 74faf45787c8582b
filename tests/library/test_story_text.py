"""What a story's text becomes, and what stays out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.library.story_text import read_story_text

TEXT = """---
title: "Tea: a story"
summary: One cup.
---

First line,
second line.

Second paragraph.

<!-- pause -->

After the pause.

## {heading}

- A question
  that runs on?
- Another?
"""


def read(tmp_path: Path, text: str, lang: str = "en"):
    path = tmp_path / f"{lang}.md"
    path.write_text(text, encoding="utf-8")
    return read_story_text(path, tmp_path, lang)


@pytest.mark.parametrize(("lang", "heading"), [("en", "Questions"), ("cy", "Cwestiynau")])
def test_golden(tmp_path, lang, heading):
    """Lines of a paragraph are joined, the pause cuts, questions are gathered."""
    text, problems = read(tmp_path, TEXT.replace("{heading}", heading), lang)
    assert problems == []
    assert text.title == "Tea: a story"
    assert text.before == ("First line, second line.", "Second paragraph.")
    assert text.after == ("After the pause.",)
    assert text.questions == ("A question that runs on?", "Another?")
    assert (text.words, text.minutes, text.pause_line) == (9, 1, 11)


def test_windows_line_ends_and_bom(tmp_path):
    """A file saved by Notepad reads like any other."""
    path = tmp_path / "en.md"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("{heading}", "Questions").replace("\n", "\r\n").encode())
    text, problems = read_story_text(path, tmp_path, "en")
    assert problems == []
    assert text.before[0] == "First line, second line."


@pytest.mark.parametrize(
    "innocent",
    [
        "It was 5 * 3 and 2 < 3 pounds.",
        "He said: no - never.",
        "The snake_case_word stays.",
        "Age 90. Later.",
        "Mae'r dŵr a'r tŷ’n iawn.",
        "(That was all.)",
        "A #1 fan, she said.",
        "50% off & more; £3.",
    ],
)
def test_honest_punctuation_is_no_markup(tmp_path, innocent):
    """What people write in plain English or Welsh is not taken for markup."""
    text, problems = read(tmp_path, TEXT.replace("{heading}", "Questions").replace("Second paragraph.", innocent))
    assert problems == []
    assert text.before[1] == innocent


def test_the_other_languages_heading_is_not_questions(tmp_path):
    """`## Questions` in a Welsh file is an English heading left behind."""
    text, problems = read(tmp_path, TEXT.replace("{heading}", "Questions"), "cy")
    assert text is None
    assert {p.code for p in problems} == {"T04"}
