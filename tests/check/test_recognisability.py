"""A story that could point to a person is named with file and line; an editor can say why something may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TODAY
from whatmatters.check import check_project
from whatmatters.check.recognisability import recognisability_problems

CUP = "stories/magic-moments/the-blue-cup"


def about_people(project: Path) -> list[tuple[str, int, str, bool]]:
    """File, line, code and kind of all that the rules about people say."""
    return [(p.path, p.line, p.code, p.advice) for p in check_project(project, TODAY).problems if p.code[0] == "A"]


def write(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("file", "old", "new", "line", "code", "advice"), [
    ("en.md", "The cup was chipped", "Her number is 943 476 5919. The cup was chipped", 7, "A01", False),
    ("cy.md", "a'r rheol", "AB 12 34 56 C a'r rheol", 7, "A02", False),
    ("en.md", "the person you know best?", "the person at CF10 3NQ?", 24, "A03", False),
    ("en.md", "title: The blue cup", "title: Ring 01792 123456", 2, "A04", False),
    ("cy.md", "summary: O un", "summary: ann@example.org, o un", 3, "A05", False),
    ("en.md", "A friend filed", "Born on 12 March 1941,\na friend filed", 15, "A06", False),
    ("en.md", "A friend filed", "At 3 Penrhyn Street a friend filed", 15, "A07", False),
    ("cy.md", "Ffeiliodd ffrind", "Ffeiliodd Nyrs\nJones", 15, "A08", True),
    ("en.md", "A friend filed", "Bethan\nRees filed", 15, "A09", True),
    ("cy.md", "Ffeiliodd ffrind", "Ym Mhontardawe ffeiliodd ffrind", 15, "A10", True),
])
def test_each_is_named_where_it_stands(project, file, old, new, line, code, advice):
    """Title, summary, text and questions in both languages: the line, an error where the rule is sure, else advice."""
    assert about_people(project) == []
    write(project, f"{CUP}/{file}", old, new)
    assert about_people(project) == [(f"{CUP}/{file}", line, code, advice)]


def test_an_allowance_ends_the_question(project):
    """`allowed` in story.yml, with a reason: the words may stand, in either language, mutated or not."""
    write(project, f"{CUP}/en.md", "A friend", "In Pontardawe a friend")
    write(project, f"{CUP}/cy.md", "Ffeiliodd ffrind", "Ym Mhontardawe ffeiliodd ffrind")
    assert [code for _, _, code, _ in about_people(project)] == ["A10", "A10"]
    facts = (project / CUP / "story.yml").read_text(encoding="utf-8")
    (project / CUP / "story.yml").write_text(
        facts + "  - {text: pontardawe, why: the film names the town}\n", encoding="utf-8"
    )
    assert about_people(project) == []


def test_an_allowance_for_nothing_is_advice(project):
    """What no rule finds needs no allowance: it would hide a later finding."""
    with (project / CUP / "story.yml").open("a", encoding="utf-8") as facts:
        facts.write("  - {text: Mr Prosser, why: made up}\n")
    lines = (project / CUP / "story.yml").read_text(encoding="utf-8").rstrip().count("\n") + 1
    assert about_people(project) == [(f"{CUP}/story.yml", lines, "A12", True)]


def test_an_allowance_needs_a_reason(project, errors):
    """Without `why` nobody later knows who looked and what they thought."""
    write(project, f"{CUP}/story.yml", "why: ", "wy: ")
    assert {p.code for p in errors()} == {"F01", "F02"}


def test_the_deny_list(project):
    """Its words are errors in text, facts and id, whatever anybody allows; no report says the word itself."""
    (project / "stories/deny.txt").write_text("# ours\nMrs Pugh\nblue cup\nal\ntests of this\n", encoding="utf-8")
    found = [p for p in check_project(project, TODAY).problems if p.path.startswith(CUP) or "deny" in p.path]
    assert [(p.path, p.line, p.code) for p in found if p.code[0] == "A"] == [
        ("stories/deny.txt", 4, "A13"), (f"{CUP}/cy.md", 6, "A11"), (f"{CUP}/en.md", 2, "A11"), (f"{CUP}/en.md", 6, "A11"), (f"{CUP}/story.yml", 1, "A11"),
        (f"{CUP}/story.yml", 10, "A11"), (f"{CUP}/story.yml", 20, "A11"),
    ]
    assert not [p for p in found if p.code == "A11" and ("Pugh" in str(p) or "blue cup" in str(p))]


def test_a_deny_list_that_cannot_be_read(project, errors):
    """It is named: a list that silently does not work would be worse than none."""
    (project / "stories/deny.txt").write_bytes(b"caf\xe9 cwtch")
    assert [(p.path, p.code) for p in errors()] == [("stories/deny.txt", "R03")]


def test_captions_beside_a_story(project):
    """A film's captions are published with the story, so they are read too, without times and tags."""
    (project / CUP / "captions.cy.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nia Wyn Parry>Aeth i Fetws-y-coed.\n\n"
        "NOTE Bethan Rees\n\n00:03.000 --> 00:04.000\nRing 01792 123456\n", encoding="utf-8")
    file = f"{CUP}/captions.cy.vtt"
    assert about_people(project) == [(file, 4, "A09", True), (file, 4, "A10", True), (file, 9, "A04", False)]


def test_captions_that_cannot_be_read(project, errors):
    """They are named, like any other text of a story."""
    (project / CUP / "captions.en.vtt").write_bytes(b"WEBVTT\n\ncaf\xe9")
    assert [(p.path, p.line, p.code) for p in errors()] == [(f"{CUP}/captions.en.vtt", 3, "R03")]


def test_the_stories_of_the_library(real):
    """No story of this project has anything that is not looked at."""
    assert [str(p) for p in recognisability_problems(real)] == []
