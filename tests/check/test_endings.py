"""What is advised of a title, a summary or a question at the pause that tells of the ending."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, TODAY
from whatmatters.check import check_project
from whatmatters.check.endings import ending_problems
from whatmatters.reading.library_files import read_library

CUP = "stories/magic-moments/the-blue-cup"


def told(project: Path) -> list[tuple[str, int, str, str]]:
    """File, line, code and message of each advice; nothing of it stops a build."""
    found = list(ending_problems(read_library(project)))
    assert all(problem.advice for problem in found)
    return [(p.path.rpartition("/")[2], p.line, p.code, p.message) for p in found]


def change(project: Path, file: str, old: str, new: str) -> None:
    path = project / CUP / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_miniature_library_tells_nothing(project: Path) -> None:
    """Its words before the pause are no words of its endings."""
    assert told(project) == []


@pytest.mark.parametrize(("file", "old", "new", "line", "code", "word"), [
    ("en.md", "title: The blue cup", "title: The friend and the cup", 2, "T20", "friend"),
    ("en.md", "it was chipped.", "it was filed smooth.", 3, "T20", "filed"),
    ("en.md", "- Which rule would you keep?", "- Who would have filed it?", 19, "T21", "filed"),
    # The second question, in a line of its own; and a name, which is telling however often it is said elsewhere.
    ("en.md", "- Who in your team may bend a rule?", "- What would Siân do?", 20, "T21", "Siân"),
    # With the mutation that Welsh has here, and the story has not.
    ("cy.md", "- Pa reol", "- Pa gyfeilles", 19, "T21", "gyfeilles"),
])
def test_a_telling_word_is_named_where_it_stands(project, file, old, new, line, code, word) -> None:
    """By its line, with the word as it is written there."""
    change(project, "en.md", "A friend filed the chip", "Her friend Siân filed the chip")
    path = project / CUP / "cy.md"
    before, pause, after = path.read_text(encoding="utf-8").partition("<!-- pause -->\n\n")
    path.write_text(f"{before}{pause}Daeth cyfeilles draw. {after}", encoding="utf-8")
    change(project, file, old, new)
    (one,) = [each for each in told(project) if each[0] == file]
    assert one[:3] == (file, line, code)
    assert f"`{word}`" in one[3]


def test_a_word_that_stands_before_the_pause_too_is_free(project: Path) -> None:
    """Also with another ending: the group has read it."""
    change(project, "en.md", "A new worker took it away", "Her friends had warned them. A new worker took it away")
    change(project, "en.md", "- Which rule would you keep?", "- What would a friend say?")
    assert told(project) == []


def test_what_an_apostrophe_joins_to_a_word_hides_no_word(project: Path) -> None:
    """`cyfeilles` is told of where the ending says `cyfeilles'r`, and is free where the text before says `chyfeilles'r`."""
    path = project / CUP / "cy.md"
    before, pause, after = path.read_text(encoding="utf-8").partition("<!-- pause -->\n\n")
    path.write_text(f"{before}{pause}Daeth cyfeilles'r gweithiwr draw. {after}", encoding="utf-8")
    change(project, "cy.md", "- Pa reol", "- Pa gyfeilles")
    assert [each[:3] for each in told(project)] == [("cy.md", 19, "T21")]
    change(project, "cy.md", "Aeth gweithiwr", "A'i chyfeilles'r un pryd, aeth gweithiwr")
    assert told(project) == []


@pytest.mark.parametrize(("text", "codes"), [("friends", []), ("Friend", []), ("kettle", ["T20", "A12"])])
def test_a_word_may_be_allowed_with_the_reason(project: Path, text, codes) -> None:
    """In any of its forms; an allowance that nothing asks for is told of, as every other is."""
    change(project, "en.md", "title: The blue cup", "title: The friend and the cup")
    facts = project / CUP / "story.yml"
    before, after = facts.read_text(encoding="utf-8").split("allowed:\n")
    facts.write_text(f"{before}allowed:\n  - {{text: {text}, why: we say so}}\n{after}", encoding="utf-8")
    report = check_project(project, TODAY)
    assert not report.errors
    found = [p.code for p in report.problems if p.path.startswith(CUP) and p.code in {"T20", "A12"}]
    assert sorted(found) == sorted(codes)


def test_an_everyday_word_is_free(project: Path) -> None:
    """A word that many stories have tells nothing of this one."""
    change(project, "en.md", "- Which rule would you keep?", "- Who fetched what?")
    assert [each[2] for each in told(project)] == ["T21"]
    # Two of the words are then in more stories than an everyday word needs.
    for n in range(7):
        folder = project / "stories" / "magic-moments" / f"another-{n}"
        shutil.copytree(REPOSITORY / "tests" / "mini" / CUP, folder)
    assert told(project) == []
