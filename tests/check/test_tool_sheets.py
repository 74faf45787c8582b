"""Sheets of tools in the check: each on its page, ids once, fields and rows that hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

SHEET = "docs/data/tools/strengths-map.yml"
#: What is changed in which file; the code that comes back, the file it is in, and some of its words.
WRONG = [
    (SHEET, "version: 1", "version: 0", "F03", SHEET, "version"),
    (SHEET, "version: 1", "version: 1\nmerges: true", "F01", SHEET, "merges"),
    (SHEET, "title: {en: The map, cy: Y map}", "title: {en: The map}", "F02", SHEET, "cy"),
    (SHEET, "- id: beside", "- id: map", "Z02", SHEET, "`map` stands here twice"),
    (SHEET, "{id: worry,", "{id: hard,", "Z02", SHEET, "`hard` stands here twice"),
    (SHEET, "version: 1", "version: 1\nscript: no-such", "Z03", SHEET, "there is no script `docs/assets/js/no-such.js`"),
    (SHEET, "{id: worry,", "{id: worry, kind: choice,", "Z03", SHEET, "nothing to choose from"),
    (SHEET, "{id: worry,", "{id: worry, calendar: {en: A day, cy: Dydd},", "Z03", SHEET, "is no date"),
    (SHEET, "{id: worry,", "{id: worry, options: [{id: a, label: {en: A, cy: A}}],", "Z03", SHEET, "is no choice"),
    (SHEET, "{id: worry,", "{id: worry, kind: essay,", "F03", SHEET, "kind"),
    (SHEET, "    empty_rows: 3", "    rows: [{id: one, label: {en: One, cy: Un}}]\n    empty_rows: 3", "Z03", SHEET, "either rows with names"),
    (SHEET, "    empty_rows: 3", "    rows: [{id: one, label: {en: One, cy: Un}, given: {strenth: '3'}}]", "Z03", SHEET, "no field `strenth`"),
    (SHEET, "    empty_rows: 3", "    rows: [{id: one, label: {en: One, cy: Un}, given: {strength: words}}]", "Z03", SHEET, "only a number"),
    (SHEET, "{id: worry,", "{id: worry, kind: match,", "Z03", SHEET, "belong together"),
    (SHEET, "    empty_rows: 3", "    rows: [{id: one, label: {en: One, cy: Un}}]\n    matches: [{id: a, label: {en: A, cy: A}}]", "Z03", SHEET, "what belongs together"),
    (SHEET, "    empty_rows: 3", "    rows: [{id: one, answer: {option: two}, label: {en: One, cy: Un}}]", "Z03", SHEET, "has no line `answers`"),
    ("docs/cy/tools/strengths-map.md", "<!-- tool-sheet -->", "", "Z01", "docs/cy/tools/strengths-map.md", "does not hold its sheet"),
    ("docs/en/tools/if-try-cards.md", "{#sheet}", "{#sheet}\n\n<!-- tool-sheet -->", "Z01", "docs/en/tools/if-try-cards.md",
     "there is no docs/data/tools/if-try-cards.yml"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code", "where", "words"), WRONG)
def test_a_sheet_that_does_not_hold_together_is_told_of(project: Path, errors, file, old, new, code, where, words):
    """With its file, its line and what is wrong."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test breaks something that stands in the file"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [p for p in errors() if (p.path, p.code) == (where, code)]
    assert any(words in f"{p.message} {p.mend}" for p in found), errors()
    assert all(p.line >= 1 for p in found)


def test_a_sheet_without_a_page_is_told_of(project: Path, errors):
    """With the nearest name."""
    (project / SHEET).rename(project / "docs/data/tools/strength-map.yml")
    told = {(p.path, p.code) for p in errors()}
    assert ("docs/data/tools/strength-map.yml", "Z01") in told
    assert ("docs/en/tools/strengths-map.md", "Z01") in told
