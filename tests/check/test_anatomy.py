"""All pages of one kind have the same headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatmatters.check.anatomy import anatomy_problems
from whatmatters.library.anatomy import Anatomy, ExpectedHeading

from .pages_of import page, pages

ANATOMY = Anatomy(
    {
        "tools": (
            ExpectedHeading(anchor="for", en="What it is for", cy="Diben"),
            ExpectedHeading(anchor="steps", en="Steps", cy="Camau"),
            ExpectedHeading(anchor="source", en="Source", cy="Ffynhonnell"),
        )
    }
)
FOR, STEPS, SOURCE = "## What it is for {#for}\n", "## Steps {#steps}\n", "## Source {#source}\n"

#: Name; text; the codes and lines that come back; words of the first.
# fmt: off
CASES = [
    ("as expected", FOR + STEPS + SOURCE, [], ""),
    ("with deeper headings", FOR + STEPS + "### One\n" + SOURCE, [], ""),
    ("first one missing", STEPS + SOURCE, [("N01", 1)], "`What it is for` is missing"),
    ("one missing", FOR + "Text.\n" + SOURCE, [("N01", 1)], "write `## Steps {#steps}` after `What it is for`"),
    ("last one missing", FOR + STEPS, [("N01", 2)], "write `## Source {#source}` after `Steps`"),
    ("all missing", "Text.", [("N01", 1), ("N01", 1), ("N01", 1)], "as the first heading"),
    ("one too many", FOR + "## Aims {#aims}\n" + STEPS + SOURCE, [("N02", 2)], "make it `###` under one of"),
    ("one twice", FOR + STEPS + STEPS + SOURCE, [("N02", 3)], "`## Steps` stands here twice"),
    ("another order", FOR + SOURCE + STEPS, [("N03", 3)], "`Steps` comes after `Source`, and should come before it"),
    ("other words", FOR + "## The steps {#steps}\n" + SOURCE, [("N04", 2)], "write `## Steps {#steps}`"),
    ("another anchor", FOR + "## Steps {#step}\n" + SOURCE, [("N04", 2)], "`Steps {#step}` is not worded"),
    ("no anchor", FOR + "## Steps\n" + SOURCE, [("N04", 2)], "write `## Steps {#steps}`"),
    ("two things at once", STEPS + "## Aims {#aims}\n" + SOURCE, [("N01", 1), ("N02", 2)], "is missing"),
]
# fmt: on


@pytest.mark.parametrize(("name", "text", "expected", "words"), CASES, ids=[c[0] for c in CASES])
def test_headings_of_a_kind(name, text, expected, words):
    """Each heading that is missing, too many, misplaced or misworded is named at its line."""
    found = sorted(anatomy_problems(ANATOMY, pages(page(text))))
    assert sorted((p.code, p.line) for p in found) == expected
    assert all(p.path == "docs/en/tools/x.md" and not p.advice for p in found)
    assert words in " ".join(f"{p.message} ({p.mend})" for p in found)


def test_welsh_pages_have_welsh_words():
    """The words that are expected are those of the page's language."""
    welsh = "## Diben {#for}\n## Camau {#steps}\n## Ffynhonnell {#source}\n"
    assert list(anatomy_problems(ANATOMY, pages(page(welsh, "cy")))) == []
    assert [p.code for p in anatomy_problems(ANATOMY, pages(page(FOR + STEPS + SOURCE, "cy")))] == ["N04"] * 3


@pytest.mark.parametrize("path", ["tools/index.md", "about/welsh.md", "index.md", "tools/deeper/x.md"])
def test_other_pages_are_free(path):
    """The front page of a kind, and pages of no kind, have the headings they like."""
    assert list(anatomy_problems(ANATOMY, pages(page("## Anything", path=path)))) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        ("docs/en/principles/what-matters.md", "## Source {#source}", "### Source {#source}", "N01", 112),
        ("docs/cy/principles/what-matters.md", "## Ffynhonnell {#source}", "## Ffynonellau {#source}", "N04", 120),
        ("docs/en/tools/exploratory-talk.md", "### Three kinds of talk", "## Three kinds of talk", "N02", 26),
        (
            "docs/data/anatomy.yml",
            "{anchor: what, en: What it is, cy: Beth yw hyn}",
            "{anchor: what, en: What it is}",
            "F02",
            6,
        ),
        ("docs/data/anatomy.yml", "{anchor: what,", "{anchr: what,", "F01", 6),
    ],
)
def test_the_check_of_a_project_looks_at_anatomy(project: Path, errors, file, old, new, code, line):
    """A page that breaks the anatomy fails the check, and so does an anatomy that is in one language only."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test breaks something that stands in the file"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert line in [p.line for p in errors() if (p.path, p.code) == (file, code)]
