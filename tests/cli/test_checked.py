"""`whatmatters checked` and `whatmatters level` as a person calls them: what they answer, and their exit codes."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.command import called
from tests.consent.conftest import make_root

from whatmatters.check.level import FILE as LEVEL
from whatmatters.library.checks import FILE
from whatmatters.reading.library_files import read_library

CUP = "stories/magic-moments/the-blue-cup"


def test_a_check_is_recorded_and_listed(project):
    """A folder may be typed with a stroke at its end, and a day in either way; the list says who read what and when."""
    done = called(project, "checked", f"{CUP}/", "glossary", "--reader", "Siân Example", "--on", "28/11/2026")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Recorded 2 texts in {FILE}.\n"
    assert read_library(project).checks[""]["glossary"]["cy"].day == date(2026, 11, 28)
    glossary = project / "docs/data/glossary.yml"
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("cy: ", "cy: Y ", 1), encoding="utf-8")
    done = called(project, "checked", "--list")
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        f"checked  {CUP}  Siân Example, 2026-11-28", "changed  glossary  Siân Example, 2026-11-28"]  # fmt: skip
    assert "never    law/personal-plan" in lines
    never = len(read_library(project).texts) - 2
    assert lines[-1] == f"1 checked, 1 changed since it was checked, {never} never checked (cy)."
    assert done.returncode == 0


def test_the_list_for_programs(project):
    """The same as JSON, of some texts alone, or in the other language."""
    called(project, "checked", "glossary", "--reader", "A", "--on", "2026-11-21")
    answer = json.loads(called(project, "checked", "--list", "--json", "glossary", "law/voice").stdout)
    assert (answer["lang"], answer["checked"], answer["changed"], answer["never"]) == ("cy", 1, 0, 1)
    assert answer["texts"] == [
        {"text": "glossary", "kind": "data", "file": "docs/data/glossary.yml", "state": "checked", "reader": "A",
         "day": "2026-11-21"},
        {"text": "law/voice", "kind": "law", "file": "docs/data/read-across.yml", "state": "never", "reader": None,
         "day": None},
    ]  # fmt: skip
    english = json.loads(called(project, "checked", "--list", "--json", "--lang", "en").stdout)
    assert (english["lang"], english["checked"]) == ("en", 0)


@pytest.mark.parametrize(("words", "code", "said"), [
    ([], 2, "name the texts that were checked, or ask for --list"),
    (["--reader", "A"], 2, "name the texts that were checked, or ask for --list"),
    (["glossary"], 2, "say who checked them"),
    (["glossary", "--reader", "A", "--on", "tomorrow"], 2, "`tomorrow` is not a date (write it as "),
    (["--list", "glosary"], 2, "there is no text `glosary` (did you mean `glossary`?)"),
    (["--list", "--reader", "A"], 2, "--list only shows"),
    (["glosary", "--reader", "A"], 1, f"{FILE}:1: X01 there is no text `glosary`"),
    (["glossary", "--reader", " "], 1, f"{FILE}:1: X03 "),
    (["glossary", "--reader", "A", "--on", "2999-01-01"], 1, f"{FILE}:1: X02 "),
])  # fmt: skip
def test_called_wrongly(project, words, code, said):
    """Nothing is written, and what to do is said."""
    done = called(project, "checked", *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / FILE).exists()


def test_a_further_root(project, tmp_path):
    """Its texts go into its own record, which is named."""
    root = make_root(tmp_path / "ours")
    jar = "ty-coch/magic-moments/a-jar-of-buttons"
    done = called(project, "checked", jar, "--reader", "A", "--stories", str(root))
    assert done.stdout == "Recorded 1 text in ty-coch/checks.yml.\n"
    pack = called(project, "checked", "packs/ty-coch--ours", "--reader", "A", "--stories", str(root))
    assert pack.stdout == "Recorded 1 text in ty-coch/checks.yml.\n"
    assert (root / "checks.yml").exists()
    assert not (project / FILE).exists()
    listed = called(project, "checked", "--list", "--stories", str(root)).stdout
    assert f"checked  {jar}  A, " in listed


@pytest.mark.parametrize(("words", "code", "said"), [
    ([], 2, "name the texts that are level, or say --all"),
    (["--all", CUP], 2, "name texts, or say --all, not both"),
    ([CUP], 0, ""),
    (["--all"], 0, ""),
])  # fmt: skip
def test_level_marks_only_what_is_said(project, words, code, said):
    """Nobody marks everything by leaving out a name."""
    before = (project / LEVEL).read_text(encoding="utf-8")
    done = called(project, "level", *words)
    assert done.returncode == code
    assert said in done.stderr
    after = (project / LEVEL).read_text(encoding="utf-8")
    assert (after == before) is (code == 2)
    assert (f'"{CUP}"' in after) is (code == 0)
