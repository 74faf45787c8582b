"""`check` misses a wording that was taken out, before a page is made or, worse, published without it."""

from __future__ import annotations

import re

import pytest

from tests.conftest import TODAY
from whatmatters.check import check_project
from whatmatters.check.wordings_needed import missing_wording_problems, named, needed
from whatmatters.reading.library_files import read_library


@pytest.mark.library
def test_the_list_is_the_interfaces(real):
    """No wording more, none less, each with its file: else `python -m whatmatters.check.wordings_needed` was not called."""
    listed = {name: file for file, names in needed().items() for name in names}
    assert listed == named(real.documents)


def test_22_wordings_that_are_taken_out(project):
    """Each is told with its file, and with the line of the wording before it, under which it stood."""
    gone = [(file, name) for file, names in needed().items() for name in names][7::57][:22]
    assert len(gone) == 22
    for file in {file for file, _ in gone}:
        path = project / "docs/data/interface" / file
        text = path.read_text(encoding="utf-8")
        for name in (name for where, name in gone if where == file):
            text, found = re.subn(rf"^{name}:.*\n(?:[ #].*\n)*", "", text, count=1, flags=re.M)
            assert found == 1, name
        path.write_text(text, encoding="utf-8")
    errors = check_project(project, TODAY).errors
    assert {(p.path.rpartition("/")[2], p.message.partition("`")[2].partition("`")[0], p.code) for p in errors} == {
        (file, name, "F04") for file, name in gone
    }
    for problem in errors:
        lines = (project / problem.path).read_text(encoding="utf-8").splitlines()
        names = needed()[problem.path.rpartition("/")[2]]
        before = names[: names.index(problem.message.split("`")[1])]
        kept = [name for name in before if (problem.path.rpartition("/")[2], name) not in gone]
        assert not kept or lines[problem.line - 1].startswith(f"{kept[-1]}:")


def test_a_whole_file_and_a_name_that_was_mistyped(project):
    """A file that is gone is told once; a name that nothing asks for is taken for the one that is missed."""
    (project / "docs/data/interface/year.yml").unlink()
    path = project / "docs/data/interface/pages.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("page-next:", "page-nxt:"), encoding="utf-8")
    found = [(p.path, p.code, p.mend) for p in missing_wording_problems(read_library(project))]
    assert found == [
        ("docs/data/interface/pages.yml", "F04", "did you mean `page-nxt`?"),
        ("docs/data/interface/year.yml", "R01", "put it back: pages cannot be made without its words"),
    ]
