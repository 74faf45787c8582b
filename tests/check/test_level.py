"""Which language has gone ahead since the two were last level: by what the texts say, never by dates."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import TODAY, lay_out
from tests.trees import Tree
from whatmatters.check import check_project
from whatmatters.check.level import FILE, Digests, compare, level_problems, record, write_record
from whatmatters.library.texts import digest
from whatmatters.messages.problem import LibraryError
from whatmatters.reading.library_files import read_library

PAGE = "principles/what-matters.md"
STORY = "stories/magic-moments/the-blue-cup"
A, B, C = (letter * 12 for letter in "abc")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Some words.", "Some words.", True),
        ("Some words.", "Some\nwords.\n", True),
        ("t\u0175", "tw\u0302", True),
        ("Some words.", "Some word.", False),
        ("Some words.", "some words.", False),
        ("", "a", False),
    ],
)
def test_digest(one, other, same):
    """Twelve letters for the words of a text; line breaks and ways of writing ŵ do not count, all else does."""
    assert (digest(one) == digest(other)) is same
    assert len(digest(one)) == 12


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ((A, B), (A, B), []),
        ((A, B), (C, B), [("cy.md", "P20", "changed in English since the Welsh was last brought level")]),
        ((A, B), (A, C), [("en.md", "P20", "changed in Welsh since the English was last brought level")]),
        ((A, B), (B, A), [("cy.md", "P21", "Welsh and English: changed in both since they were last level")]),
        (None, (A, B), [("cy.md", "P21", "Welsh and English: not yet recorded as level")]),
    ],
)
def test_which_language_went_ahead(then, now, expected):
    """The advice stands in the file that has fallen behind."""
    was = {"x": Digests(en=then[0], cy=then[1])} if then else {}
    found = list(compare({"x": {"en": now[0], "cy": now[1]}}, was, {"x": {"en": "en.md", "cy": "cy.md"}}))
    assert [(p.path, p.code, p.message) for p in found] == expected
    assert all(p.advice for p in found)


def _said(project: Path) -> list[tuple[str, str]]:
    return [(p.path, p.code) for p in level_problems(read_library(project))]


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test changes something that stands in the file"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A project whose texts have just been found level; tests take a copy of it."""
    root = lay_out(tmp_path_factory.mktemp("level") / "project")
    assert write_record(root) == root / FILE
    return Tree(root)


@pytest.fixture
def recorded(once: Tree, tmp_path: Path) -> Path:
    """A copy of that project, to be changed at will."""
    return once.lay(tmp_path / "project")


def test_without_a_record_there_is_no_advice(recorded: Path):
    """Nothing has been found level yet, so nothing has gone ahead."""
    _edit(recorded / f"docs/en/{PAGE}", "talk between equals", "talk of equals")
    (recorded / FILE).unlink()
    assert _said(recorded) == []


def test_the_check_of_a_project_looks_at_the_record(recorded: Path):
    """The rule is part of `whatmatters check`, and never an error."""
    _edit(recorded / f"docs/en/{PAGE}", "talk between equals", "talk of equals")
    found = [p for p in check_project(recorded, TODAY).problems if p.code == "P20"]
    assert [(p.path, p.line, p.advice) for p in found] == [(f"docs/cy/{PAGE}", 1, True)]


def test_a_record_just_written_gives_no_advice(recorded: Path):
    """It holds every page, shared text and story, and is read back as it was written."""
    assert _said(recorded) == []
    assert {PAGE, STORY, "includes/ground-rules.md", "index.md"} <= set(record(read_library(recorded)))


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (f"docs/en/{PAGE}", "talk between equals", "talk of equals", [(f"docs/cy/{PAGE}", "P20")]),
        (f"docs/cy/{PAGE}", "Sgwrs rhwng pobl", "Trafod rhwng pobl", [(f"docs/en/{PAGE}", "P20")]),
        (f"docs/en/{PAGE}", "title: What", "title: On what", [(f"docs/cy/{PAGE}", "P20")]),
        (f"docs/en/{PAGE}", "principle: what-matters", "principle: quality", []),
        (f"docs/en/{PAGE}", "between equals, to find", "between equals,\nto find", []),
        (f"{STORY}/en.md", "a blue cup", "a green cup", [(f"{STORY}/cy.md", "P20")]),
        (f"{STORY}/cy.md", "- Pwy yn", "- Pwy, yn", [(f"{STORY}/en.md", "P20")]),
        (f"{STORY}/story.yml", "owner: tests", "owner: others", []),
        ("docs/includes/en/ground-rules.md", "Everyone", "Everybody", [("docs/includes/cy/ground-rules.md", "P20")]),
    ],
)
def test_a_text_that_changed(recorded: Path, file, old, new, expected):
    """A change of words in one language is advice on the other; ids and line breaks are no change."""
    _edit(recorded / file, old, new)
    assert _said(recorded) == expected


def test_touching_a_file_changes_nothing(recorded: Path):
    """Dates play no part."""
    os.utime(recorded / "docs/en" / PAGE, (1, 1))
    assert _said(recorded) == []


def test_recording_one_page_leaves_the_others(recorded: Path):
    """Only what was found level is recorded as level."""
    _edit(recorded / f"docs/en/{PAGE}", "talk between equals", "talk of equals")
    _edit(recorded / f"{STORY}/en.md", "a blue cup", "a green cup")
    write_record(recorded, only=[PAGE])
    assert _said(recorded) == [(f"{STORY}/cy.md", "P20")]
    write_record(recorded)
    assert _said(recorded) == []


def test_recording_what_is_not_there(recorded: Path):
    """A name that no page or story has is refused, and the record stays as it was."""
    before = (recorded / FILE).read_text()
    with pytest.raises(LibraryError, match=r"no page or story `principles/nothing\.md`"):
        write_record(recorded, only=["principles/nothing.md"])
    assert (recorded / FILE).read_text() == before


def test_a_page_that_the_record_lacks(recorded: Path):
    """A new page is advice until it is recorded; a page that is gone is nothing."""
    for lang in ("en", "cy"):
        (recorded / f"docs/{lang}/about/new.md").write_text("---\ntitle: A\nsummary: B\n---\n\nText.\n")
        (recorded / f"docs/{lang}/about/privacy.md").unlink()
    assert _said(recorded) == [("docs/cy/about/new.md", "P21")]


@pytest.mark.parametrize(
    ("text", "code"),
    [(f"{PAGE}: {{en: '{A}'}}", "F02"), (f"{PAGE}: {{en: '{A}', cy: 'no'}}", "F03"), (f"{PAGE}: [", "Y01")],
)
def test_a_record_that_cannot_be_used(project: Path, errors, text, code):
    """A record that somebody broke by hand is an error in that file."""
    (project / FILE).write_text(text)
    assert [p.code for p in errors() if p.path == FILE] == [code]
