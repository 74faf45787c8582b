"""Records of what fluent readers have checked: made by a function, held against the texts by the check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.checks import READER
from tests.conftest import TODAY, lay_out
from tests.consent.conftest import make_root
from whatmatters.check import check_project
from whatmatters.check.checked import record_checks
from whatmatters.library.checks import FILE, is_draft
from whatmatters.library.story_root import further_roots
from whatmatters.messages.problem import LibraryError
from whatmatters.reading.all_roots import read_everything
from whatmatters.reading.library_files import read_library
from whatmatters.tracing.withdrawing import places, withdraw

CUP = "stories/magic-moments/the-blue-cup"
JAR = "ty-coch/magic-moments/a-jar-of-buttons"
PAGE = "principles/carers.md"
GOOD = f"  cy: {{reader: A, day: 2026-11-29, digest: {'a' * 12}}}\n"


def found(project: Path, roots=()) -> list[tuple[str, int, str, bool]]:
    """All that the check says of records, errors and advice."""
    said = check_project(project, TODAY, roots).problems
    return [(p.path, p.line, p.code, p.advice) for p in said if p.code.startswith(("X", "F", "Y", "R")) or "checks.yml" in p.path]


def test_a_check_is_recorded(project):
    """Reader, day and digest stand in the file by text and language; the check of the project has nothing to say."""
    record_checks(project, [CUP, PAGE, "law/personal-plan"], reader=" Siân  Example ", day=TODAY)
    library = read_library(project)
    digest = library.texts[CUP].digest("cy")
    assert yaml.safe_load((project / FILE).read_text(encoding="utf-8"))[CUP] == {
        "cy": {"reader": READER, "day": TODAY, "digest": digest}
    }
    assert found(project) == []
    assert not is_draft(library, "cy", CUP, PAGE, "law/personal-plan")
    assert is_draft(library, "cy", CUP, "glossary")
    assert not is_draft(library, "en", "glossary")


def test_a_further_check_leaves_the_others(project):
    """Of another text, in another language, or by another reader: each stands for itself; the same again, same bytes."""
    record_checks(project, [CUP], reader="One", day=TODAY)
    record_checks(project, [CUP], reader="Two", day=TODAY, lang="en")
    record_checks(project, [PAGE], reader="Three", day=TODAY)
    record_checks(project, [PAGE], reader="Four", day=TODAY)
    before = (project / FILE).read_bytes()
    record_checks(project, [PAGE], reader="Four", day=TODAY)
    assert (project / FILE).read_bytes() == before
    data = yaml.safe_load(before)
    assert {(text, lang, one["reader"]) for text, both in data.items() for lang, one in both.items()} == {
        (CUP, "cy", "One"), (CUP, "en", "Two"), (PAGE, "cy", "Four")}  # fmt: skip


@pytest.mark.parametrize("reader", ['A "quoted": {name}', "ŵ ŷ # no comment", "- yes", "null"])
def test_any_name_reads_back(project, reader):
    """Nothing that somebody is called is taken for YAML."""
    record_checks(project, ["glossary"], reader=reader, day=TODAY)
    assert read_library(project).checks[""]["glossary"]["cy"].reader == reader


@pytest.mark.parametrize(("texts", "reader", "day", "codes"), [
    (["principles/carer.md"], "A", TODAY, ["X01"]),
    (["glossary"], "  ", TODAY, ["X03"]),
    (["glossary"], "…", TODAY, ["X03"]),
    (["glossary"], "A", date.max, ["X02"]),
    (["nothing", "glossary", "nowhere"], "", date.max, ["X01", "X01", "X02", "X03"]),
])  # fmt: skip
def test_what_cannot_be_recorded(project, texts, reader, day, codes):
    """All of it is told at once, and nothing is written."""
    with pytest.raises(LibraryError) as error:
        record_checks(project, texts, reader=reader, day=day)
    assert [p.code for p in error.value.problems] == codes
    assert not (project / FILE).exists()
    assert list((project / "docs/data").glob("*.new")) == []


@pytest.mark.parametrize(("text", "expected"), [
    (f"principles/carer.md:\n{GOOD}", [(1, "X01", False)]),
    (f"glossary:\n{GOOD.replace('2026-11-29', '2026-12-30')}", [(2, "X02", False)]),
    (f"glossary:\n{GOOD.replace(': A,', ': ' + repr(' ') + ',')}", [(2, "X03", False)]),
    (f"glossary:\n{GOOD.replace(': A,', ': ' + repr('?') + ',')}", [(2, "X03", False)]),
    (f"nothing:\n{GOOD}glossary:\n{GOOD.replace('A, day: 2026', '1, day: 2126')}", [(4, "F03", False)]),
    (f"nothing:\n{GOOD}glossary:\n{GOOD.replace('A, day: 2026', '3, day: 2126').replace('3', repr('3'))}",
     [(1, "X01", False), (4, "X02", False), (4, "X03", False)]),
    (f"glossary:\n{GOOD.replace('a' * 12, 'abc')}", [(2, "F03", False)]),
    (f"glossary:\n{GOOD.replace('cy:', 'fr:')}", [(2, "F01", False)]),
    (f"glossary:\n{GOOD.replace('reader: A, ', '')}", [(2, "F02", False)]),
    ("glossary: [", [(2, "Y01", False)]),
    ("- glossary", [(1, "F03", False)]),
    (f"glossary:\n{GOOD}glossary:\n{GOOD}", [(3, "Y02", False)]),
    ("{}\n", []),
    ("# Every record was taken out.\n", []),
], ids=range(14))  # fmt: skip
def test_records_that_somebody_broke(project, text, expected):
    """Each in its line, all in one run, and the check writes nothing."""
    (project / FILE).write_text(text, encoding="utf-8")
    said = [(line, code, advice) for path, line, code, advice in found(project) if path == FILE]
    assert said == expected
    assert (project / FILE).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("lang", "name"), [("cy", "Welsh"), ("en", "English")])
def test_a_change_is_advice_in_the_file_that_changed(project, lang, name):
    """With whoever checked it and when; where lines break does not count, and the other language neither."""
    record_checks(project, [CUP], reader=READER, day=TODAY, lang=lang)
    for other in ("en", "cy"):
        file = project / CUP / f"{other}.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("Mrs Pugh", "Mrs\nPugh" if other == lang else "Mrs Puw", 1), encoding="utf-8")
    assert found(project) == []
    file = project / CUP / f"{lang}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Pugh", "Puw", 1), encoding="utf-8")
    (one,) = [p for p in check_project(project, TODAY).problems if p.code == "X04"]
    assert (one.path, one.advice) == (f"{CUP}/{lang}.md", True)
    assert one.message == f"the {name} has changed since {READER} checked it on {TODAY}"


def test_a_change_in_a_file_of_many_texts_names_its_line(project):
    """A topic of the law is one text of a file with dozens."""
    record_checks(project, ["law/personal-plan", "law/voice"], reader=READER, day=TODAY)
    file = project / "docs/data/read-across.yml"
    library = read_library(project)
    duty = library.read_across.topic["voice"].duty.cy
    file.write_text(file.read_text(encoding="utf-8").replace(duty, f"{duty[:-1]}!", 1), encoding="utf-8")
    assert found(project) == [("docs/data/read-across.yml", library.texts["law/voice"].line, "X04", True)]
    assert "- id: voice" in file.read_text(encoding="utf-8").split("\n")[library.texts["law/voice"].line - 1]


@pytest.mark.parametrize(("name", "file", "old", "new"), [
    (CUP, f"{CUP}/story.yml", "kind:", "kinds:"),
    ("packs/worth-it", "stories/packs/worth-it.yml", "title:", "titles:"),
    (PAGE, f"docs/cy/{PAGE}", "title:", "titles:"),
    ("glossary", "docs/data/glossary.yml", "group:", "groups:"),
])  # fmt: skip
def test_a_text_that_cannot_be_read_is_not_called_unknown(project, name, file, old, new):
    """Whoever reads it says what is wrong; its record says nothing."""
    record_checks(project, [name], reader=READER, day=TODAY)
    path = project / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    said = found(project)
    assert [code for _, _, code, _ in said if code.startswith("X")] == []
    assert said


@pytest.mark.parametrize("name", ["x" * 900, "../../x", "docs/" * 90, "packs/", "/etc/hostname", "packs/../tags", "ŵ {x}", "stories"])
def test_a_name_that_no_text_can_have(project, name):
    """Whatever it is, it is told in words and looked for nowhere else."""
    (project / FILE).write_text(f"{name!r}:\n{GOOD}", encoding="utf-8")
    assert found(project) == [(FILE, 1, "X01", False)]


def test_a_broken_record_hides_nothing_else(project):
    """A story that is wrong as well is told of in the same run."""
    (project / FILE).write_text(f"nothing:\n{GOOD}", encoding="utf-8")
    (project / CUP / "cy.md").write_text("---\ntitle: A\n", encoding="utf-8")
    assert {(path, code) for path, _, code, _ in found(project)} >= {(FILE, "X01"), (f"{CUP}/cy.md", "Y05")}


def test_the_old_field_says_where_a_check_stands_now(project):
    """In its own line, whatever it holds; nobody's name is taken for a check of words that they may not have seen."""
    for value in ("null", "Siân"):
        facts = project / CUP / "story.yml"
        text = facts.read_text(encoding="utf-8")
        assert "welsh: {made_by: draft}" in text
        facts.write_text(text.replace("welsh: {made_by: draft}", f"welsh:\n  made_by: draft\n  checked_by: {value}"))
        (one,) = check_project(project, TODAY).errors
        assert (one.path, one.code) == (f"{CUP}/story.yml", "F01")
        assert "checked_by" in facts.read_text(encoding="utf-8").split("\n")[one.line - 1]
        assert "`whatmatters checked …`" in str(one.mend)
        facts.write_text(text, encoding="utf-8")


def test_the_old_field_hides_nothing_else(project):
    """English in the Welsh text, and a field too many anywhere in story.yml, are told of in one run."""
    facts, welsh = project / CUP / "story.yml", project / CUP / "cy.md"
    text = facts.read_text(encoding="utf-8").replace("welsh: {made_by: draft}", "welsh: {made_by: draft, checked_by: null}")
    facts.write_text(text + "colour: red\n", encoding="utf-8")
    english = "She put the cup on the table and told them that it was hers, and that they would not have it.\n"
    welsh.write_text(welsh.read_text(encoding="utf-8").replace("<!-- pause -->", f"{english}\n<!-- pause -->"))
    codes = [(p.path, p.code) for p in check_project(project, TODAY).errors]
    assert sorted(codes) == [(f"{CUP}/cy.md", "P30"), *[(f"{CUP}/story.yml", "F01")] * 2]


@pytest.fixture
def both(project, tmp_path):
    """The project and a further root beside it."""
    make_root(tmp_path / "ours")
    return project, further_roots(project, str(tmp_path / "ours"))


def test_a_further_root_keeps_its_own_record(both, tmp_path):
    """No id of it stands in this project; both files are read, and each knows its own texts alone."""
    project, roots = both
    record_checks(project, [JAR, "packs/ty-coch--ours", CUP], reader=READER, day=TODAY, roots=roots)
    own = (tmp_path / "ours/checks.yml").read_text(encoding="utf-8")
    assert set(yaml.safe_load(own)) == {JAR, "packs/ty-coch--ours"}
    assert "ty-coch" not in (project / FILE).read_text(encoding="utf-8")
    library, problems = read_everything(project, roots)
    assert problems == []
    assert not is_draft(library, "cy", JAR, "packs/ty-coch--ours", CUP)
    assert found(project, roots) == []
    (tmp_path / "ours/checks.yml").write_text(f"{own}{CUP}:\n{GOOD}", encoding="utf-8")
    line = own.count("\n") + 1
    assert found(project, roots) == [("ty-coch/checks.yml", line, "X01", False)]
    library, _ = read_everything(project, roots)
    assert not is_draft(library, "cy", CUP)


def test_a_withdrawn_story_takes_its_record_along(both, tmp_path):
    """Nothing of it is left in the records, of this project and of a further root; the others stay."""
    project, roots = both
    record_checks(project, [JAR, CUP, PAGE], reader=READER, day=TODAY, roots=roots)
    library, _ = read_everything(project, roots)
    everyone = library.roots
    for story in ("the-blue-cup", "ty-coch--a-jar-of-buttons"):
        place = next(p for p in places(everyone) if p.full_id == story)
        withdraw(project, everyone, place, TODAY, library)
    assert set(yaml.safe_load((project / FILE).read_text(encoding="utf-8"))) == {PAGE}
    assert not yaml.safe_load((tmp_path / "ours/checks.yml").read_text(encoding="utf-8"))
    assert [p for p in check_project(project, TODAY, roots).errors if "checks.yml" in p.path] == []


def test_an_interrupted_writing_leaves_the_record(tmp_path, monkeypatch):
    """A disk that is full leaves the file as it was, and nothing beside it."""
    project = lay_out(tmp_path / "project")
    record_checks(project, [CUP], reader=READER, day=TODAY)
    before = (project / FILE).read_bytes()

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        record_checks(project, [PAGE], reader=READER, day=TODAY)
    assert (project / FILE).read_bytes() == before
    assert list((project / "docs/data").glob("*.new")) == []
