"""`whatmatters review` as people call it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from tests.conftest import TODAY, lay_out
from tests.in_welsh import left_in_english
from tests.review.editing import Edited, run
from whatmatters.check import check_project
from whatmatters.check.checked import NAME_IT, NO_NAME
from whatmatters.cli import review as command
from whatmatters.cli.main import app
from whatmatters.messages.problem import LibraryError, Problem

STORY = "stories/magic-moments/the-blue-cup"
REFUSED = Problem("docs/data/checks.yml", 1, "X03", NO_NAME, NAME_IT)


@pytest.fixture
def review(project):
    """Calls the command in a project of its own."""
    return lambda *words, **more: CliRunner().invoke(app, ["review", "--root", str(project), *map(str, words)], **more)


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> bytes:
    """One story of the miniature library as a Word file, made once for all who have a project of their own."""
    folder = tmp_path_factory.mktemp("review")
    path = folder / "review.docx"
    words = ["review", "--root", str(lay_out(folder / "project")), "--out", str(path), STORY]
    assert CliRunner().invoke(app, words).exit_code == 0
    return path.read_bytes()


@pytest.fixture
def file(written, tmp_path) -> Path:
    """That file."""
    path = tmp_path / "review.docx"
    path.write_bytes(written)
    return path


@pytest.fixture
def recorded(project) -> Callable[[], list[tuple[str, str, date]]]:
    """Which Welsh texts stand in the record of checks, by whom and from when."""

    def read() -> list[tuple[str, str, date]]:
        path = project / "docs/data/checks.yml"
        found = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
        return [(text, by["cy"]["reader"], by["cy"]["day"]) for text, by in (found or {}).items()]

    return read


def _corrected(file: Path) -> Path:
    edited = Edited(file.read_bytes()).head("Siân", "29/11/2026").tick(STORY).write(1, run("Teitl’r stori"))
    file.write_bytes(edited.bytes())
    return file


def _sources(project: Path) -> dict[Path, bytes]:
    files = (p for folder in ("docs", "stories") for p in (project / folder).rglob("*") if p.is_file())
    return {p: p.read_bytes() for p in files if p.name != "checks.yml"}


def test_there_and_back(review, project, file, recorded):
    """A correction stands in the source, nothing else has changed, the check is recorded, and the library is sound."""
    before = _sources(project)
    result = review("--in", _corrected(file), "--yes")
    assert result.exit_code == 0, result.output
    assert f"{STORY}/cy.md:2" in result.output
    changed = {p: (before[p], new) for p, new in _sources(project).items() if before[p] != new}
    (path, (old, new)), = changed.items()
    assert path == project / STORY / "cy.md"
    was, now = old.decode().split("\n"), new.decode().split("\n")
    assert [(a, b) for a, b in zip(was, now, strict=True) if a != b] == [(was[1], "title: Teitl'r stori")]
    assert recorded() == [(STORY, "Siân", date(2026, 11, 29))]
    assert f"whatmatters level {STORY}" in result.output
    assert not check_project(project, TODAY).errors


@pytest.mark.parametrize(("words", "answer"), [(["--dry-run"], None), (["--dry-run", "--yes"], None), ([], "n\n"), ([], ""), (["--json"], None)])
def test_nothing_is_written_unasked(review, project, file, recorded, words, answer):
    """Only shown, answered with no, not answered, or read by a program: every source stands, and no check is recorded."""
    before = _sources(project)
    result = review("--in", _corrected(file), *words, input=answer)
    assert result.exit_code == 0
    assert "Teitl'r stori" in result.output or "{+Teitl'r stori+}" in result.output
    assert _sources(project) == before
    assert recorded() == []


def test_yes_at_the_question(review, project, file, recorded):
    """The question is asked once, for changes and checks together."""
    result = review("--in", _corrected(file), input="y\n")
    assert "(1)" in result.output
    assert "Teitl'r stori" in (project / STORY / "cy.md").read_text(encoding="utf-8")
    assert recorded() == [(STORY, "Siân", date(2026, 11, 29))]


def test_problems_stop_everything(review, project, file, recorded):
    """One empty cell, and nothing of the file is written, with --yes too; the code is 1."""
    _corrected(file)
    file.write_bytes(Edited(file.read_bytes()).write(2).bytes())
    before = _sources(project)
    result = review("--in", file, "--yes")
    assert result.exit_code == 1
    assert "review.docx:2: X17" in result.output
    assert "Nothing was written" in result.output
    assert _sources(project) == before
    assert recorded() == []


@pytest.mark.parametrize("as_json", [[], ["--json"]])
@pytest.mark.parametrize("error", [LibraryError([REFUSED]), PermissionError(13, "Permission denied")])
def test_a_check_that_cannot_be_recorded_takes_the_changes_back(review, project, file, monkeypatch, error, as_json):
    """Sources and records go together: where the second cannot be written the first are as they were, and why is told."""
    (project / STORY / "cy.md").write_bytes((project / STORY / "cy.md").read_bytes().replace(b"\n", b"\r\n"))
    before, written = _sources(project), []

    def refused(*_: object, **__: object) -> None:
        written.append(_sources(project) != before)
        raise error

    monkeypatch.setattr(command, "record_checks", refused)
    result = review("--in", _corrected(file), "--yes", *as_json)
    assert written == [True]
    assert _sources(project) == before
    assert result.exit_code == 1
    if isinstance(error, LibraryError):
        assert "X03" in result.stdout
        assert (json.loads(result.stdout)["errors"] == 1) if as_json else ("Nothing was written." in result.stdout)
    else:
        assert result.exception is error  # The command itself tells of it in words, as of any file that is refused.


def test_for_programs(review, file, recorded):
    """One JSON object: changes with their places, sound texts, problems."""
    data = json.loads(review("--in", _corrected(file), "--json", "--yes").stdout)
    assert (data["reader"], data["day"], data["sound"], data["written"], data["errors"]) == ("Siân", "2026-11-29", [STORY], True, 0)
    (change,) = data["changes"]
    assert (change["file"], change["line"], change["text"], change["segment"], change["row"]) == (f"{STORY}/cy.md", 2, STORY, "title", 1)
    assert change["new"] == "Teitl'r stori"


def test_what_is_named(review, tmp_path):
    """Ids and folders; a name that is none is told with the nearest one, and so is a name of nothing."""
    data = json.loads(review("--out", tmp_path / "a.docx", "law/personal-plan", "packs", "stories/", "--json").stdout)
    assert "law/personal-plan" in data["texts"]
    assert STORY in data["texts"]
    assert not [i for i in data["texts"] if i.split("/")[0] not in ("law", "packs", "stories")]
    wrong = review("--out", tmp_path / "b.docx", "principls")
    assert (wrong.exit_code, wrong.stderr) == (2, "whatmatters: there is no text `principls` (did you mean `principles`?)\n")
    assert not (tmp_path / "b.docx").exists()


def test_without_a_name_all_that_await_a_reader(review, tmp_path, monkeypatch):
    """Texts that nobody has checked; where there is none, no file is written."""
    monkeypatch.setattr(command, "awaits_reader", lambda library, text_id: text_id in ("glossary", STORY))
    data = json.loads(review("--out", tmp_path / "a.docx", "--json").stdout)
    assert data["texts"] == ["glossary", STORY]
    monkeypatch.setattr(command, "awaits_reader", lambda library, text_id: False)
    assert "No text awaits a reader" in review("--out", tmp_path / "b.docx").output
    assert not (tmp_path / "b.docx").exists()


def test_a_readers_work_is_never_overwritten(review, file):
    """A file that exists stays as it is."""
    before = file.read_bytes()
    result = review("--out", file, STORY)
    assert result.exit_code == 1
    assert "may hold a reader's work" in result.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [[], ["--out", "a.docx", "--in", "b.docx"], ["--out", "a.doc"], ["--in", "nothing.docx"], ["--out", "a.docx", "--lang", "de"],
     ["--out", "nowhere/a.docx", "glossary"]],
)  # fmt: skip
def test_called_wrongly(review, words, tmp_path, monkeypatch):
    """Message in a line, with code 2."""
    monkeypatch.chdir(tmp_path)
    result = review(*words)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.output


def test_in_welsh(review, file):
    """Problems and questions are told in Welsh to who asks for it."""
    _corrected(file)
    file.write_bytes(Edited(file.read_bytes()).write(2).bytes())
    result = review("--in", file, "--answer", "cy")
    assert "mae'r gell Gymraeg yn wag" in result.output
    assert "[Saesneg]" not in result.output


def test_a_further_root(review, tmp_path, project, recorded):
    """A team's own stories go there and back as well, into their own folder."""
    own = tmp_path / "ours"
    (own / "magic-moments").mkdir(parents=True)
    (own / "root.yml").write_text("name: ty-coch\n", encoding="utf-8")
    (project / STORY).rename(own / "magic-moments" / "our-cup")
    path = tmp_path / "a.docx"
    assert review("--out", path, "ty-coch/magic-moments/our-cup", "--stories", own).exit_code == 0
    path.write_bytes(Edited(path.read_bytes()).write(1, run("Teitl arall")).bytes())
    result = review("--in", path, "--yes", "--stories", own)
    assert result.exit_code == 0, result.output
    assert "title: Teitl arall" in (own / "magic-moments" / "our-cup" / "cy.md").read_text(encoding="utf-8")
    assert review("--in", path, "--yes").exit_code == 1


def test_all_files_or_none(project, monkeypatch):
    """When one file cannot be written, those before it are as they were, and nothing is left beside them."""
    from whatmatters.files.writing import write_whole
    from whatmatters.reading.library_files import read_library
    from whatmatters.review.texts import read_texts

    files = read_texts(read_library(project)).files
    a, b = "docs/cy/index.md", "docs/data/glossary.yml"
    before = _sources(project)
    replace = Path.replace

    def fails(path: Path, target: Path) -> Path:
        if target.name == "glossary.yml":
            raise PermissionError(13, "Permission denied", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(PermissionError):
        write_whole({files[a].path: "x", files[b].path: "y"})
    assert _sources(project) == before


def test_every_sentence_has_its_welsh():
    """No problem that a returned file can have is told in English to those who ask for Welsh."""
    from whatmatters.review import complaints

    made = [complaints.empty("a", 1, "b"), complaints.conflict("a", 1, "p", "h", "n"), complaints.english("a", 1, "w")]
    assert not [said for problem in made for said in left_in_english(Problem(**vars(problem)))]
