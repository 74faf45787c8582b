"""What `withdraw` names of a story that stands elsewhere in our own files, and what it does not take for one."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import TODAY
from whatmatters.check import check_project
from whatmatters.library.library import Library
from whatmatters.library.passages import digest, passages, words
from whatmatters.reading.library_files import read_library
from whatmatters.tracing import history
from whatmatters.tracing.entries import without_entries
from whatmatters.tracing.finding import wanted
from whatmatters.tracing.shared_passages import Elsewhere
from whatmatters.tracing.story_words import Told

from .conftest import CUP, MINI, make_copy
from .test_withdrawing import RECORD, run

SUMMARY = "She would drink from one cup only, and it was chipped."


def answer(project: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    """What `withdraw` says of the blue cup to programs."""
    capsys.readouterr()
    run(project, "withdraw", "the-blue-cup", "--json", *words)
    return json.loads(capsys.readouterr().out)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("collection", "story", "stories"), [
    ("practice-examples", "the-green-cup", ()),
    ("video-transcripts", "the-blue-cup-again", ()),
    ("magic-moments", "the-mug", ("ours",)),
])
def test_a_copied_folder_is_named_as_a_copy(project, tmp_path, capsys, collection, story, stories):
    """Whatever its id and title, with its names changed, in a further root too: with its files, and what to do."""
    root, shown = (tmp_path / "ours", "ours") if stories else (project / "stories", "stories")
    make_copy(root, collection, story)
    if stories:
        write(root / "root.yml", "name: ours\n")
    options = ("--stories", str(root)) if stories else ()
    full = f"ours--{story}" if stories else story
    said = answer(project, capsys, *options)
    folder = f"{shown}/{collection}/{story}"
    assert said["copies"] == [{"id": full, "folder": folder, "places": ["cy.md, line 3", "en.md, line 3"]}]
    assert said["remains"]["sources"] == []
    again = answer(project, capsys, *options)
    assert [copy["id"] for copy in again["copies"]] == [full]
    run(project, "withdraw", "the-blue-cup", *options)
    assert f"Withdraw `{full}` as well: it is a copy of the story (`whatmatters withdraw {full}`)." in capsys.readouterr().out


def test_a_copy_that_no_build_would_take_is_named_too(project, capsys):
    """Half of its facts are gone; its words are there."""
    folder = make_copy(project / "stories", "practice-examples", "the-green-cup")
    (folder / "story.yml").write_text("nothing")
    (folder / "cy.md").write_text("---\ntitle: Y mwg\n")
    assert [copy["id"] for copy in answer(project, capsys)["copies"]] == ["the-green-cup"]


def test_a_copy_is_told_of_in_every_check(project):
    """As advice on the copy, for as long as it stands in the library; other stories are not taken for one."""
    make_copy(project / "stories", "practice-examples", "the-green-cup")
    assert wanted(read_library(project), "the-blue-cup").copies == ("the-green-cup",)
    run(project, "withdraw", "the-blue-cup", "--on", "2026-11-20")
    report = check_project(project, TODAY)
    assert report.errors == ()
    assert [(p.path, p.message) for p in report.advice if p.code == "D20"] == [
        ("stories/practice-examples/the-green-cup/story.yml",
         "this story says what `the-blue-cup` said, which was withdrawn on 2026-11-20"),
    ]
    run(project, "withdraw", "the-green-cup")
    assert [p for p in check_project(project, TODAY).advice if p.code == "D20"] == []


QUOTED = [
    ("docs/en/about/privacy.md", f"As we heard: {SUMMARY}", "words"),
    ("docs/cy/about/privacy.md", "Ffeiliodd ffrind y tolc nes ei fod yn llyfn, meddai.", "words"),
    ("docs/en/questions/risk.md", f"- {SUMMARY} What would you do? {{#risk-cup}}", "words"),
    ("docs/data/glossary.yml", f"# {SUMMARY}", "words"),
    ("stories/packs/worth-it.yml", f"# {SUMMARY}", "words"),
    ("stories/video-transcripts/two-songs/en.md", f"- {SUMMARY} And you?", "words"),
    ("tests/search/queries/en.yml", '- {q: "blue cup", wanted: [stories/magic-moments/the-blue-cup/]}', "id"),
    ("tests/search/test_words.py", f'SAID = "{SUMMARY}"', "words"),
    ("scripts/whatmatters/bench/queries.py", '"""As the-blue-cup is."""', "id"),
    ("README.md", "See `stories/magic-moments/the-blue-cup`.", "id"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "line", "what"), QUOTED, ids=[file for file, _, _ in QUOTED])
def test_every_line_of_ours_that_keeps_it_is_named(project, capsys, file, line, what):
    """Page, bank, data, recipe, another story, query set, test, bench, README: with file and line, and nothing else is."""
    path = project / file
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    write(path, f"{before.rstrip()}\n{line}\n")
    number = len(path.read_text(encoding="utf-8").splitlines())
    said = answer(project, capsys)
    assert said["remains"]["sources"] == [{"file": file, "place": f"line {number}", "what": what}]
    assert said["copies"] == []


def test_names_are_named_while_the_words_are_here(project, change, capsys):
    """Somebody of the story in a query set: a line to look at. Days are no names, nor is who stands in another story too."""
    for file in (f"{CUP}/en.md", "stories/video-transcripts/two-songs/en.md"):
        change(file, "<!-- pause -->", "It was for Tegwedd.\n\n<!-- pause -->")
    change(f"{CUP}/en.md", "all day.", "all day in February.")
    write(project / "tests/search/queries/cy.yml", '- {q: "te Pugh"}\n- {q: "Tegwedd"}\n- {q: "February"}\n- {q: "pugh"}\n')
    found = [find for find in answer(project, capsys)["names"] if find["file"].startswith("tests")]
    assert found == [{"file": "tests/search/queries/cy.yml", "place": "line 1", "what": "name"}]
    assert "pugh" not in (project / RECORD).read_text().lower()
    assert digest(["pugh"]) not in (project / RECORD).read_text()


def test_the_record_of_printed_packs_is_never_named(project, capsys):
    """It is what calls them back, also where the id has the words of the title, in this root and in others."""
    story = make_copy(project / "stories", "practice-examples", "the-bell-on-the-chair").name
    line = {"pack": "p", "lang": "en", "version": "1", "stories": [story], "made": "2026-11-20"}
    write(project / "stories/packs/printed.jsonl", json.dumps(line) + "\n")
    write(project / "ours/root.yml", "name: ours\n")
    write(project / "ours/packs/printed.jsonl", json.dumps(line) + "\n")
    capsys.readouterr()
    assert run(project, "withdraw", story, "--stories", str(project / "ours"), "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert [f for f in said["remains"]["sources"] if "printed" in f["file"]] == []
    assert said["remains"]["packs"] == 1
    assert json.loads((project / "stories/packs/printed.jsonl").read_text()) == line


def test_what_is_made_is_no_source(project, capsys):
    """The built site, caches and environments are left to the steps that name them."""
    for file in ("site/index.html", "build/x.txt", ".venv/x.py", "env/x.py", "old-site/page.html", ".git/x"):
        write(project / file, SUMMARY)
    write(project / "env/pyvenv.cfg", "")
    write(project / "old-site/sitemap.xml", "")
    said = answer(project, capsys)
    assert (said["remains"]["sources"], said["remains"]["site"]) == ([], True)


@pytest.mark.parametrize(("before", "after"), [
    ('"{id}": {{en: "0", cy: "1"}}\n"x": {{en: "0"}}\n', '"x": {{en: "0"}}\n'),
    ("# why\n{id}:\n  cy:\n    by: A\n    on: 2026-11-01\nx: 1\n", "# why\nx: 1\n"),
    ("a:\n  '{id}/cy.md': {{by: A}}\n  '{id}-2': {{by: A}}\n", "a:\n  '{id}-2': {{by: A}}\n"),
    ("{id}:\n- by: A\n- by: B\nx: 1\n", "x: 1\n"),
    ("- {id}: 1\n- x: 1\n", "- x: 1\n"),
    ("{{broken\n{id}: 1\n", "{{broken\n"),
])
def test_its_entries_go_out_of_records_of_texts(project, capsys, before, after):
    """Which texts are level, who checked which: its own entries go, in whichever form, and no other's."""
    write(project / "docs/data/checks.yml", before.format(id=CUP))
    assert dict(without_entries([project / "docs/data/checks.yml"], CUP))[project / "docs/data/checks.yml"] == after.format(id=CUP)
    run(project, "withdraw", "the-blue-cup")
    assert (project / "docs/data/checks.yml").read_text() == after.format(id=CUP)
    assert "mended   docs/data/checks.yml" in capsys.readouterr().out


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_history_is_spoken_of_where_it_holds_the_story(project, capsys):
    """Every folder that it had, under whichever collection and on whichever branch; how to take them out."""
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "stories")
    git(project, "commit", "-qm", "Stories")
    git(project, "mv", CUP, "stories/practice-examples/the-blue-cup")
    git(project, "commit", "-qm", "Move it")
    run(project, "withdraw", "the-blue-cup")
    said = capsys.readouterr().out
    assert f"--path {CUP} --path stories/practice-examples/the-blue-cup\n" in said


def test_history_of_a_branch_that_took_it_away_again(project, capsys):
    """It was added and removed before the branch was merged: the history of what stands now shows neither, and holds both."""
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "mkdocs.yml")
    git(project, "commit", "-qm", "Begin")
    git(project, "checkout", "-qb", "side")
    git(project, "add", CUP)
    git(project, "commit", "-qm", "Add it")
    git(project, "rm", "-qr", "--cached", CUP)
    git(project, "commit", "-qm", "Take it away")
    git(project, "checkout", "-q", "main")
    git(project, "merge", "-q", "--no-ff", "-m", "Merge", "side")
    git(project, "branch", "-qD", "side")
    assert answer(project, capsys)["remains"]["history"] == [CUP]


@pytest.mark.parametrize("committed", [None, "docs"])
def test_history_that_never_held_it_is_not_spoken_of(project, capsys, committed):
    """No repository, or one in which the story never was: nothing is said that is false."""
    if committed:
        git(project, "init", "-q")
        git(project, "add", committed)
        git(project, "commit", "-qm", "Pages")
    assert not answer(project, capsys)["remains"]["history"]
    run(project, "withdraw", "two-songs")
    said = capsys.readouterr()
    assert "Git" not in said.out
    assert "Git" not in said.err


def test_git_that_cannot_be_asked(project, capsys, monkeypatch):
    """There is a repository and no Git, or one that is broken: that is said, with how to ask."""
    (project / ".git").mkdir()
    monkeypatch.setattr(history.subprocess, "run", lambda *_, **__: (_ for _ in ()).throw(FileNotFoundError("git")))
    assert run(project, "withdraw", "the-blue-cup") == 0
    said = capsys.readouterr()
    assert "git log --all -- magic-moments/the-blue-cup" in said.err
    assert "Git's history still holds" not in said.out


def told_twice(project: Path, *, into: str, lines: str) -> Library:
    """The library with some more lines in a story's English text, before its questions."""
    path = project / "stories" / into / "en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("## At the pause", f"{lines}\n\n## At the pause"), encoding="utf-8")
    return read_library(project)


PHRASE = "and the rules said that chipped cups go in"
SENTENCES = (
    "The cup was chipped, and the rules said that chipped cups go in the bin.\n"
    "The worker fetched the cup from the bin and washed it."
)


@pytest.mark.parametrize(("lines", "kept", "looked_at"), [
    (f"It was late, {PHRASE}.", False, False), (SUMMARY, False, True), (SENTENCES, True, True),
], ids=["a phrase", "a sentence", "sentences"])  # fmt: skip
def test_a_phrase_is_custom_and_a_run_of_sentences_is_not(project, lines, kept, looked_at):
    """What another story says is no excuse for long; one sentence is worth a look, and no alarm for ever."""
    library = told_twice(project, into="video-transcripts/two-songs", lines=lines)
    told = [Told.of(text) for text in library.stories["the-blue-cup"].texts.values()]
    said = {mark for block in lines.split("\n") for mark in passages(block)} & {
        mark for one in told for block in one.blocks for mark in passages(block)
    }
    assert said
    assert said.isdisjoint(Elsewhere(library).common("the-blue-cup", told)) == kept
    assert said.isdisjoint(Elsewhere(library).common("the-blue-cup", told, to_look=True)) == looked_at


def test_a_form_of_words_is_nobodys(project):
    """A sentence that stands in many stories is not even worth a look."""
    for n in range(4):
        folder = project / f"stories/practice-examples/walk-{n}"
        shutil.copytree(MINI / "practice-examples/a-walk-to-the-shop", folder)
        library = told_twice(project, into=f"practice-examples/walk-{n}", lines=SUMMARY)
    told = [Told.of(text) for text in library.stories["the-blue-cup"].texts.values()]
    assert set(passages(SUMMARY)) <= Elsewhere(library).common("the-blue-cup", told, to_look=True)


def test_a_title_that_others_have_is_no_trace(project, change):
    """A story called as a tag, a pack or another story is: its title is found for ever, and says nothing."""
    change(f"{CUP}/en.md", "title: The blue cup", "title: Worth it")
    run(project, "withdraw", "the-blue-cup")
    traces = read_library(project).withdrawn["the-blue-cup"].traces
    assert (traces["en"].titles, len(traces["cy"].titles)) == ((), 1)


def test_an_older_record_is_read_and_searched(project, capsys):
    """Records that were written before, without what stood elsewhere: they are read, and find what they know."""
    run(project, "withdraw", "the-blue-cup", "--on", "2026-11-20")
    mark = digest(words(SUMMARY)[:8])
    write(project / RECORD, "collection: magic-moments\nwithdrawn_on: 2026-11-20\nscope: [team]\npacks: []\n"
          f"traces:\n  en: {{titles: [], passages: [{mark}]}}\n")
    write(project / "docs/en/about/privacy.md", f"\n{SUMMARY}\n")
    said = answer(project, capsys)
    assert "is withdrawn already" in said["failed"]
    assert said["sources"] == [{"file": "docs/en/about/privacy.md", "place": "line 2", "what": "words"}]
