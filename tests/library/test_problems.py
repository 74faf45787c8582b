"""What a problem says: one plain line, with the file as people know it."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.messages.problem import LONGEST, Problem, shown


@pytest.mark.parametrize(("message", "expected"), [
    ("`ŵ` is missing", "a.yml:3: F02 `ŵ` is missing (mend)"),
    ("line\nbreak \x1b[2J", r"a.yml:3: F02 line\u000abreak \u001b[2J (mend)"),
    ("\u202e", r"a.yml:3: F02 \u202e (mend)"),
])
def test_a_message_is_one_line_that_moves_no_cursor(message, expected):
    """Words of a source come into messages as they are, unless they would do something to a terminal."""
    assert str(Problem("a.yml", 3, "F02", message, "mend")) == expected


def test_a_message_has_an_end():
    """A value of a million letters is not told whole."""
    said = str(Problem("a.yml", 3, "F02", "x" * 1_000_000, "mend"))
    assert len(said) == LONGEST
    assert said.startswith("a.yml:3: F02 xxx")


def test_a_file_is_shown_from_the_project_on(tmp_path, monkeypatch):
    """With forward slashes, from wherever one looks; a link by its own name; what lies outside by its name alone."""
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    (tmp_path / "secret.md").touch()
    (root / "docs/link.md").symlink_to(tmp_path / "secret.md")
    (root / "round").symlink_to(root / "round")
    monkeypatch.chdir(root)
    assert shown(root / "docs" / "a.md", root) == "docs/a.md"
    assert shown(Path("docs/a.md"), root) == "docs/a.md"
    assert shown(root / "docs/link.md", root) == "docs/link.md"
    assert shown(root / "round" / "a.md", root) == "round/a.md"
    assert shown(root / "docs/../../secret.md", root) == "secret.md"
