"""Stories that were copied are found by their words, and consent that came along with a folder by its day."""

from __future__ import annotations

import re
import shutil
from array import array

import pytest

from tests.conftest import REPOSITORY, TODAY, lay_out, real_library
from whatmatters.check import check_project, copies
from whatmatters.check.copies import copy_problems
from whatmatters.library.story_root import further_roots
from whatmatters.reading.library_files import read_library

REAL = REPOSITORY / "stories" / "invented"
CUP, SONGS = "stories/magic-moments/the-blue-cup", "stories/video-transcripts/two-songs"
GIVEN = "{basis: written, scope: [team], held_by: Day Service manager, given: 2026-11-01, reviewed: 2026-11-21, review_by: 2027-11-21}"


@pytest.fixture
def real(project):
    """The project with two stories of the real library, of which one is to be copied."""
    for name in ("two-tickets", "the-saucer"):
        shutil.copytree(REAL / name, project / "stories" / "invented" / name)
    return project


def told(project, *codes: str) -> list[tuple[str, str, bool]]:
    """Path, code and kind of what is told."""
    return [(p.path, p.code, p.advice) for p in check_project(project, TODAY).problems if p.code in codes]


@pytest.mark.library
def test_nothing_is_told_of_the_real_library():
    """No two of its stories are alike, and 21 of them may share one composite consent."""
    assert list(copy_problems(real_library())) == []


def renamed(text: str) -> str:
    """Other names and another title, as who copies a story would write."""
    text = re.sub(r"^title: .*", "title: Another day", text, flags=re.M)
    return text.replace("Clive", "Gerallt").replace("Tomos", "Ms Evans-Price")


def every(n: int, text: str) -> str:
    """The text with every so-many-th word of its body another word."""
    front, body = text.split("\n---\n", 1)
    body, questions = body.split("\n## ", 1)
    count = iter(range(10_000))
    changed = re.sub(r"[a-zâêîôûŵŷ]{3,}", lambda m: "otherwise" if next(count) % n == 0 else m[0], body)
    return f"{front}\n---\n{changed.replace('<!-- otherwise -->', '<!-- pause -->')}\n## {questions}"


def test_rows_are_plain_numbers_and_each_has_its_own(monkeypatch):
    """A number for three words in their order, whichever story has them; where all rows are taken for one, the same is
    found."""
    one, two = (copies._rows((text,)) for text in ("a cup of tea on the sill", "the sill of a cup"))
    assert (type(one), one.itemsize) == (array, 8)
    assert (len(one), len(two), len({*one, *two})) == (5, 3, 8)
    assert set(copies._rows(("see on the sill now",))) & set(one) == set(copies._rows(("on the sill",)))
    rows_of = {name: array("Q", range(start, start + 40)) for name, start in (("a", 0), ("b", 20), ("c", 90), ("d", 91))}
    found = list(copies._alike(rows_of))
    monkeypatch.setattr(copies, "SLOTS", 1)
    assert list(copies._alike(rows_of)) == found == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize("change", [lambda t: t, renamed, lambda t: every(8, renamed(t))], ids=["as it is", "names", "words"])
def test_a_copy_is_found_whatever_its_names(real, change):
    """Both stories are told of, each with the other's id, by the words of either language."""
    folder = real / "stories" / "invented" / "another-day"
    shutil.copytree(REAL / "two-tickets", folder)
    for lang in ("en", "cy"):
        path = folder / f"{lang}.md"
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert {(path.split("/")[2], code, advice) for path, code, advice in told(real, "O01")} == {
        ("another-day", "O01", False), ("two-tickets", "O01", False)}


def test_one_language_is_enough(real):
    """Who rewrites the English and leaves the Welsh has copied all the same."""
    folder = real / "stories" / "invented" / "another-day"
    shutil.copytree(REAL / "the-saucer", folder)
    shutil.copy(REAL / "two-tickets" / "cy.md", folder / "cy.md")
    assert ("stories/invented/two-tickets/cy.md", "O01", False) in told(real, "O01")


def test_an_editor_may_allow_it(real):
    """By the other story's id, and with a reason; the allowance is then not called idle."""
    folder = real / "stories" / "invented" / "another-day"
    shutil.copytree(REAL / "two-tickets", folder)
    facts = folder / "story.yml"
    facts.write_text(facts.read_text() + "allowed:\n  - {text: two-tickets, why: a shorter way to tell it}\n")
    assert told(real, "O01", "A12") == []


def test_a_teams_own_way_of_telling_is_advice(project, tmp_path):
    """Told of in the team's folder alone."""
    folder = tmp_path / "ours"
    shutil.copytree(REAL / "two-tickets", folder / "invented" / "two-tickets")
    shutil.copytree(REAL / "two-tickets", project / "stories" / "invented" / "two-tickets")
    (folder / "root.yml").write_text("name: ty-coch\n")
    roots = further_roots(project, str(folder))
    found = [(p.path, p.advice) for p in check_project(project, TODAY, roots).problems if p.code == "O01"]
    assert found == [("ty-coch/invented/two-tickets/en.md", True)]


def consent(project, folder: str, said: str) -> None:
    """Write another consent into a story."""
    path = project / folder / "story.yml"
    text = re.sub(r"^consent: .*$", f"consent: {said}", path.read_text(), flags=re.M)
    path.write_text(text.replace("provenance: composite", "provenance: contributed"))


@pytest.mark.parametrize(("other", "found"), [
    (GIVEN, True), (GIVEN.replace("2027-11-21", "2027-12-01"), True), (GIVEN.replace("Day Service", "day  service"), True),
    (GIVEN.replace("2026-11-01", "2026-11-02"), False), (GIVEN.replace("Day Service", "Night Service"), False),
    (GIVEN.replace("written", "recorded-verbal"), False),
])
def test_consent_that_came_along(project, other, found):
    """The same basis, day and holder in two stories, whatever became of the dates of review."""
    consent(project, CUP, GIVEN)
    consent(project, SONGS, other)
    both = [(f"{folder}/story.yml", "O02", False) for folder in (CUP, SONGS)]
    assert told(project, "O02") == (both if found else [])


def test_one_person_may_tell_two_stories_on_one_day(project):
    """Message in one of the two, with the reason."""
    for folder in (CUP, SONGS):
        consent(project, folder, GIVEN)
    facts = project / SONGS / "story.yml"
    facts.write_text(facts.read_text() + "allowed:\n  - {text: the-blue-cup, why: she told both on one day}\n")
    assert told(project, "O02", "A12") == []


def test_composite_and_published_consent_may_be_alike(project):
    """Nobody's own consent, so nobody's to be copied."""
    for folder in (CUP, SONGS):
        consent(project, folder, GIVEN.replace("written", "published-source"))
    assert told(project, "O02") == []


def test_a_large_library_is_gone_through_in_one_go(tmp_path):
    """A row that many stories have leads to some of them only, and still every copy is found."""
    project = lay_out(tmp_path / "project")
    for n in range(30):
        shutil.copytree(REAL / "two-tickets", project / "stories" / "invented" / f"day-{n}")
    found = {p.path.split("/")[2] for p in copy_problems(read_library(project))}
    assert found == {f"day-{n}" for n in range(30)}
