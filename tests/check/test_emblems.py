"""Each story has an emblem of its own, and none tells how it ends; what is unknown is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from whatmatters.check.emblems import emblem_problems
from whatmatters.library.emblem import emblem_of, exists, names, outline
from whatmatters.reading.library_files import read_library

CUP, WALK = "stories/magic-moments/the-blue-cup", "stories/practice-examples/a-walk-to-the-shop"
SONGS = "stories/video-transcripts/two-songs"


def told(project: Path) -> list:
    return list(emblem_problems(read_library(project)))


def write(project: Path, line: str, story: str = CUP) -> int:
    """Put a line in place of a story's emblem; its number."""
    path = project / story / "story.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(n for n, one in enumerate(lines) if one.startswith("emblem:"))
    lines[at] = line
    path.write_text("\n".join(lines), encoding="utf-8")
    return at + 1


def test_every_story_has_one_of_its_own(real) -> None:
    """None is missing, none stands twice, none is named only after the pause; every one can be drawn."""
    found = Counter(emblem_of(story) for story in real.stories.values())
    assert "" not in found
    assert {name: n for name, n in found.items() if n > 1} == {}
    assert list(emblem_problems(real)) == []


def test_an_unknown_one_is_refused_with_what_is_near(project: Path) -> None:
    """With file and line, and the nearest name; it does not stop a card from being drawn without it."""
    line = write(project, "emblem: bathtubb")
    (problem,) = told(project)
    assert (problem.path, problem.line, problem.code, problem.advice) == (f"{CUP}/story.yml", line, "V08", False)
    assert "`bathtubb`" in problem.message
    assert "`bathtub`" in problem.mend
    assert emblem_of(read_library(project).stories["the-blue-cup"]) == ""


@pytest.mark.parametrize("name", ["../simple/github", "simple/github", "/etc/passwd", "gibberish-beyond-all-names"])
def test_nothing_outside_the_set_is_an_emblem(project: Path, name: str) -> None:
    """Neither another set's icon nor another file."""
    write(project, f"emblem: {name}")
    assert [p.code for p in told(project)] == ["V08"]


def test_missing_and_shared_ones_are_advised(project: Path) -> None:
    """A story without one, and the later of two that have the same."""
    write(project, "")
    lines = {f"{story}/story.yml": write(project, "emblem: music", story) for story in (WALK, SONGS)}
    missing, shared = sorted(told(project), key=lambda p: ["V09", "V10"].index(p.code))
    assert (missing.code, missing.path) == ("V09", f"{CUP}/story.yml")
    assert (shared.code, shared.line) == ("V10", lines[shared.path])
    assert missing.advice
    assert shared.advice


@pytest.mark.parametrize(("text", "codes"), [("A friend hung a bell on it.", ["T22"]), ("Nobody heard of it.", [])])
def test_one_that_tells_the_ending_is_advised(project: Path, text: str, codes: list[str]) -> None:
    """Its object stands after the pause, and not before it."""
    write(project, "emblem: bell-outline")
    path = project / CUP / "en.md"
    before, pause, after = path.read_text(encoding="utf-8").partition("<!-- pause -->\n\n")
    path.write_text(f"{before}{pause}{text} {after}", encoding="utf-8")
    assert [p.code for p in told(project)] == codes
    # What the group has read already tells nothing.
    path.write_text(f"{before.rstrip()} There was a bell.\n\n{pause}{text} {after}", encoding="utf-8")
    assert told(project) == []


def test_every_name_of_the_set_can_be_asked_for() -> None:
    """Those that are found have one outline, as every form draws it."""
    assert len(names()) > 5000
    assert exists("cup")
    assert outline("cup").lower().startswith("m")
