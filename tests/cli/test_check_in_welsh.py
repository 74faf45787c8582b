"""`whatmatters check --lang cy`: the same answers in Welsh."""

from __future__ import annotations

import json
import re

import pytest
from tests.cli.test_command import break_a_tag
from tests.command import called

#: What the command says in English around its problems.
ENGLISH = ("All is well", "Advice, which", "to mend before", "did you mean", "there is no")


def test_all_is_well(project):
    """The closing line and the heading over advice are Welsh too."""
    done = called(project, "check", "--lang", "cy")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Mae popeth yn iawn. Straeon: 3; pecynnau: 1; " in done.stdout
    assert "Cyngor, nad yw'n rhwystro dim:" in done.stdout
    assert not [said for said in ENGLISH if said in done.stdout]


def test_problems(project):
    """Paths, lines, codes and names stay; message, mend and the line at the end are Welsh."""
    break_a_tag(project)
    done = called(project, "check", "--lang", "cy")
    assert done.returncode == 1
    assert ("stories/magic-moments/the-blue-cup/story.yml:3: V01 does dim tag o'r enw `dementa` "
            "(ai `dementia` oeddech chi'n ei feddwl?)") in done.stdout.splitlines()
    assert "Problemau i'w cywiro cyn y gellir cyhoeddi hyn: 1." in done.stdout.splitlines()
    assert not [said for said in ENGLISH if said in done.stdout]


def test_as_json(project):
    """For programs the words are Welsh, and the names of the fields stay; the problems come in the same order."""
    break_a_tag(project)
    cy, en = (json.loads(called(project, "check", "--json", "--lang", lang).stdout) for lang in ("cy", "en"))
    error = next(p for p in cy["problems"] if not p["advice"])
    assert error["message"] == "does dim tag o'r enw `dementa`"
    assert error["mend"] == "ai `dementia` oeddech chi'n ei feddwl?"
    assert cy["errors"] == en["errors"] == 1
    rest = [[{**p, "message": "", "mend": ""} for p in answer["problems"]] for answer in (cy, en)]
    assert rest[0] == rest[1]
    assert not {p["message"] for p in cy["problems"]} & {p["message"] for p in en["problems"]}


@pytest.mark.parametrize(("words", "code", "says"), [
    (["--stories", "no-such-folder"], 2, "does dim ffolder o'r enw `no-such-folder`"),
    (["--root", "docs"], 2, "nid prosiect Beth sy'n Bwysig sydd yn docs"),
    (["--stories", "docs"], 1, "does dim root.yml yn y ffolder straeon hon"),
])
def test_what_is_wrong_with_the_call(project, words, code, says):
    """A folder that is not there is told in Welsh as well."""
    done = called(project, "check", "--lang", "cy", *words)
    assert done.returncode == code
    assert says in done.stdout + done.stderr


def test_a_wording_that_is_missing(project):
    """It is told in Welsh, with its file and the line under which it stood."""
    path = project / "docs/data/interface/packs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("packs-next:", "packs-nekst:"), encoding="utf-8")
    done = called(project, "check", "--lang", "cy")
    assert done.returncode == 1
    said = r"^docs/data/interface/packs\.yml:\d+: F04 mae'r geiriad `packs-next` ar goll \(ai `packs-nekst` oeddech chi'n ei feddwl\?\)$"
    assert re.search(said, done.stdout, re.M)


def test_an_unknown_language(project):
    """Refused before anything is read; the help names the two that there are."""
    done = called(project, "check", "--lang", "fr")
    assert done.returncode == 2
    assert "'fr'" in done.stderr
    assert "--lang <en|cy>" in called(project, "check", "--help").stdout


def test_other_commands_answer_in_english(project):
    """A problem that another command prints is told as ever."""
    break_a_tag(project)
    assert "there is no tag `dementa`" in called(project, "packs").stdout
