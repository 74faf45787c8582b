"""What a story's text becomes, and what stays out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.reading.story_text import read_story_text

TEXT = """---
title: "Tea: a story"
summary: One cup.
---

First line,
second line.

Second paragraph.

<!-- pause -->

After the pause.

## {at_pause}

- A question
  that runs on?
- Another?

## {afterwards}

- A last one?
"""
HEADED = {"en": ("At the pause", "Afterwards"), "cy": ("Wrth y saib", "Wedyn")}


def headed(lang: str = "en") -> str:
    """The text under the headings of a language."""
    at_pause, afterwards = HEADED[lang]
    return TEXT.replace("{at_pause}", at_pause).replace("{afterwards}", afterwards)


def read(tmp_path: Path, text: str, lang: str = "en"):
    path = tmp_path / f"{lang}.md"
    path.write_text(text, encoding="utf-8")
    return read_story_text(path, tmp_path, lang)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_golden(tmp_path, lang):
    """Lines of a paragraph are joined, the pause cuts, questions are gathered."""
    text, problems = read(tmp_path, headed(lang), lang)
    assert problems == []
    assert text.title == "Tea: a story"
    assert text.before == ("First line, second line.", "Second paragraph.")
    assert text.after == ("After the pause.",)
    assert text.at_pause == ("A question that runs on?", "Another?")
    assert text.afterwards == ("A last one?",)
    assert text.questions == ("A question that runs on?", "Another?", "A last one?")
    assert (text.asked_line("at_pause"), text.asked_line("afterwards")) == (15, 21)
    assert (text.words, text.minutes, text.pause_line) == (9, 1, 11)


def test_windows_line_ends_and_bom(tmp_path):
    """A file saved by Notepad reads like any other."""
    path = tmp_path / "en.md"
    path.write_bytes(b"\xef\xbb\xbf" + headed().replace("\n", "\r\n").encode())
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
    text, problems = read(tmp_path, headed().replace("Second paragraph.", innocent))
    assert problems == []
    assert text.before[1] == innocent


def test_the_other_languages_heading_is_not_questions(tmp_path):
    """`## Questions` in a Welsh file is an English heading left behind."""
    text, problems = read(tmp_path, headed(), "cy")
    assert text is None
    assert {p.code for p in problems} == {"T04"}
