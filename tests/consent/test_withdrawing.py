"""`whatmatters withdraw`: what it changes, what it says, and that it happens whole or not at all."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, TODAY
from whatmatters.check import check_project
from whatmatters.cli.main import app
from whatmatters.reading.library_files import Reader, read_library
from whatmatters.tracing import changes

from .conftest import CUP

RECORD = "stories/withdrawn/the-blue-cup.yml"


def run(project: Path, *words: str) -> int:
    """The exit code of the command in a project."""
    try:
        app([*words, "--root", str(project)])
    except SystemExit as end:
        return int(end.code or 0)
    raise AssertionError("the command did not end")


def sources(project: Path) -> dict[str, bytes]:
    """Every source by its path."""
    return {
        p.relative_to(project).as_posix(): p.read_bytes()
        for part in ("stories", "docs/data")
        for p in sorted((project / part).rglob("*"))
        if p.is_file()
    }


def codes(project: Path) -> list[tuple[str, str]]:
    return [(p.code, p.path) for p in check_project(project, TODAY).errors]


def test_what_changes(project, capsys):
    """The folder goes, the id goes out of recipes and of the record of level texts, and all else stays as it was."""
    level = project / "docs/data/level.yml"
    level.write_text(level.read_text() + f'"{CUP}": {{en: "{"0" * 12}", cy: "{"0" * 12}"}}\n')
    (project / ".cache/whatmatters/packs").mkdir(parents=True)
    (project / ".cache/whatmatters/packs/worth-it-cards-en-0.pdf").write_text("Mrs Pugh")
    (project / "dist").mkdir()
    (project / "dist/what-matters-public-drive.zip").write_text("Mrs Pugh")
    before = sources(project)
    assert run(project, "withdraw", "the-blue-cup", "--on", "2026-11-20") == 0
    after = sources(project)
    assert set(before) - set(after) == {f"{CUP}/{name}" for name in ("story.yml", "en.md", "cy.md")}
    assert set(after) - set(before) == {RECORD}
    changed = {f for f in after if f in before and after[f] != before[f]}
    assert changed == {"docs/data/level.yml", "stories/packs/worth-it.yml"}
    assert b"pinned: []\n  any: [risk, everyday-joys]" in after["stories/packs/worth-it.yml"]
    assert b"the-blue-cup" not in after["docs/data/level.yml"]
    assert not (project / ".cache/whatmatters").exists()
    assert not (project / "dist").exists()
    assert [p.name for p in (project / "stories").iterdir() if p.name.startswith(".")] == []
    assert codes(project) == []
    record = read_library(project).withdrawn["the-blue-cup"]
    assert (record.withdrawn_on, record.collection) == (date(2026, 11, 20), "magic-moments")
    assert (record.scope, record.packs) == (("team", "intranet", "public"), ("worth-it",))
    said = capsys.readouterr().out
    assert "mended   stories/packs/worth-it.yml" in said
    assert "Build the site again" in said


def test_no_word_of_the_story_is_kept(project):
    """The record holds fingerprints; names, titles and sentences are not in it, in either language."""
    run(project, "withdraw", "the-blue-cup")
    kept = (project / RECORD).read_text(encoding="utf-8").split("collection:")[1].lower()
    for word in ("pugh", "chipped", "tolc", "cwpan", "glas", "tea"):
        assert re.search(rf"\b{word}\b", kept) is None


def test_no_published_script_names_a_story():
    """An id in a comment of a script would be a trace of it that no build takes away."""
    ids = {folder.name for folder in (REPOSITORY / "stories").glob("*/*/")}
    scripts = {path.name: path.read_text(encoding="utf-8") for path in (REPOSITORY / "docs/assets").rglob("*.js")}
    assert [(name, i) for name, text in scripts.items() for i in ids if i in text] == []


def test_words_that_others_say_too_are_no_trace(project, change, capsys):
    """Two stories that end with the same question: the one that stays is not named as a leftover of the other."""
    question = "- What would each of us have done on that afternoon in the kitchen?\n"
    change(f"{CUP}/en.md", "- Which rule", f"{question}- Which rule")
    change("stories/video-transcripts/two-songs/en.md", "## Afterwards\n\n", f"## Afterwards\n\n{question}")
    assert run(project, "withdraw", "the-blue-cup", "--json") == 0
    assert json.loads(capsys.readouterr().out)["remains"]["sources"] == []


def test_the_answer_as_json(project, capsys):
    """For programs: what was done, and what remains."""
    assert run(project, "withdraw", "the-blue-cup", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["id"], answer["record"], answer["packs"], answer["left"]) == ("the-blue-cup", RECORD, ["worth-it"], None)
    assert answer["recipes"] == ["stories/packs/worth-it.yml"]
    assert answer["remains"] == {"sources": [], "drafts": None, "site": False, "packs": 0, "history": None}


@pytest.mark.parametrize(("story", "says"), [
    ("the-blu-cup", "did you mean `the-blue-cup`?"),
    ("quite-another-thing", "an id is the name of a story's folder"),
    ("../../docs", "there is no story"),
    ("magic-moments/the-blue-cup", "there is no story"),
    (".", "there is no story"),
    ("the-blue-cup\n", "there is no story"),
    ("worth-it.yml", "there is no story"),
])
def test_an_unknown_story(project, capsys, story, says):
    """Code 2, the nearest id suggested, and nothing changed: an id is never taken for a path."""
    before = sources(project)
    assert run(project, "withdraw", story) == 2
    assert says in capsys.readouterr().err
    assert sources(project) == before


@pytest.mark.parametrize(("day", "says"), [
    ("2026-13-41", "`2026-13-41` is not a date"),
    ("yesterday", "`yesterday` is not a date"),
    ("11/21/2026", "is not a date"),
    ("20261121", "is not a date"),
    ("2999-01-01", "2999-01-01 is still to come"),
])
def test_a_wrong_day(project, capsys, day, says):
    """Code 2 and a plain word."""
    assert run(project, "withdraw", "the-blue-cup", "--on", day) == 2
    assert says in capsys.readouterr().err
    assert (project / CUP).is_dir()


def test_withdrawing_twice(project, capsys):
    """The second time says that it is done already, with code 1, and changes nothing."""
    run(project, "withdraw", "the-blue-cup", "--on", "2026-11-20")
    before = sources(project)
    assert run(project, "withdraw", "the-blue-cup", "--on", "2026-11-21") == 1
    assert "is withdrawn already" in capsys.readouterr().err
    assert sources(project) == before


@pytest.mark.parametrize("failing", range(1, 5))
def test_it_never_half_happens(project, monkeypatch, capsys, failing):
    """Whichever file the machine refuses to change (record, recipe, level, folder), every file is as it was."""
    level = project / "docs/data/level.yml"
    level.write_text(level.read_text() + f'"{CUP}": {{en: "{"0" * 12}", cy: "{"0" * 12}"}}\n')
    before, real, calls = sources(project), os.replace, []

    def refusing(source, target):
        calls.append(target)
        if len(calls) == failing:
            raise PermissionError(13, "Permission denied", str(target))
        real(source, target)

    monkeypatch.setattr(changes.os, "replace", refusing)
    assert run(project, "withdraw", "the-blue-cup") == 1
    said = capsys.readouterr().err
    assert "Nothing was withdrawn, and every file is as it was: Permission denied" in said
    assert sources(project) == before
    assert not (project / "stories/withdrawn").exists()


def test_an_interrupted_withdrawal_is_finished(project, capsys):
    """Cut off between record and folder, the library is not published, says why, and the same command ends it."""
    kept = {p.name: p.read_bytes() for p in (project / CUP).iterdir()}
    run(project, "withdraw", "the-blue-cup", "--on", "2026-11-20")
    (project / CUP).mkdir()
    for name, data in kept.items():
        (project / CUP / name).write_bytes(data)
    assert codes(project) == [("S04", f"{CUP}/story.yml")]
    assert run(project, "withdraw", "the-blue-cup", "--on", "2026-11-20") == 0
    assert codes(project) == []
    assert read_library(project).withdrawn["the-blue-cup"].packs == ("worth-it",)


def brought_back(project: Path) -> None:
    """The story's folder again beside its record, as after a withdrawal that was cut off."""
    kept = {p.name: p.read_bytes() for p in (project / CUP).iterdir()}
    run(project, "withdraw", "the-blue-cup", "--on", "2026-11-18")
    (project / CUP).mkdir()
    for name, data in kept.items():
        (project / CUP / name).write_bytes(data)


def test_what_a_record_knows_is_kept(project):
    """Run again, with half the story gone: day, packs, scope and every fingerprint stay as they were."""
    brought_back(project)
    before = read_library(project).withdrawn["the-blue-cup"]
    (project / CUP / "story.yml").unlink()
    (project / CUP / "cy.md").write_text("")
    assert run(project, "withdraw", "the-blue-cup") == 0
    after = read_library(project).withdrawn["the-blue-cup"]
    assert after.withdrawn_on == date(2026, 11, 18)
    assert (after.packs, after.scope, after.traces) == (before.packs, before.scope, before.traces)


def test_a_day_that_is_typed_holds(project):
    """Whoever runs it again may put them right; a record that is spoilt holds nothing up."""
    brought_back(project)
    assert run(project, "withdraw", "the-blue-cup", "--on", "19/11/2026") == 0
    record = read_library(project).withdrawn["the-blue-cup"]
    assert record.withdrawn_on == date(2026, 11, 19)
    brought = project / CUP
    brought.mkdir()
    (brought / "en.md").write_text("She would drink from one cup only.")
    (project / RECORD).write_text("withdrawn_on: never\n")
    began = date.today()
    assert run(project, "withdraw", "the-blue-cup") == 0
    assert began <= read_library(project).withdrawn["the-blue-cup"].withdrawn_on <= date.today()


@pytest.mark.parametrize(("words", "says"), [
    (("withdraw", "the-blue-cup"), "is withdrawn already"), (("withdraw", "the-blu-cup"), "there is no story"),
    (("trace", "the-blu-cup"), "there is no story"), (("trace", "the-blue-cup", "--site", "nowhere"), "there is no site"),
])
def test_a_failure_for_programs(project, capsys, words, says):
    """With --json, standard output is one JSON object, also where there is nothing to do."""
    run(project, "withdraw", "the-blue-cup")
    capsys.readouterr()
    assert run(project, *words, "--json") in (1, 2)
    assert says in json.loads(capsys.readouterr().out)["failed"]


def test_a_search_is_told_though_the_record_of_printed_packs_is_spoilt(project, tmp_path, capsys):
    """One bad line takes nothing away: what was found, and the packs of the other lines, with the problem; code 1."""
    site = tmp_path / "built"
    site.mkdir()
    (site / "page.html").write_text("<a href='stories/magic-moments/the-blue-cup/'>")
    sound = {"pack": "p", "lang": "en", "version": "2026-11-20 0", "stories": ["the-blue-cup"], "made": "2026-11-20"}
    (project / "stories/packs/printed.jsonl").write_text("{\n" + json.dumps(sound) + "\n")
    assert run(project, "trace", "the-blue-cup", "--site", str(site), "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert [find["file"] for find in answer["finds"]] == ["page.html"]
    assert [pack["version"] for pack in answer["printed"]] == ["2026-11-20 0"]
    assert [(p["path"], p["line"]) for p in answer["problems"]] == [("stories/packs/printed.jsonl", 1)]
    assert run(project, "trace", "the-blue-cup", "--site", str(site)) == 1
    said = capsys.readouterr()
    assert "page.html" in said.out
    assert "printed.jsonl:1: E05" in said.err


def _handed(text: str) -> str:
    """A draft's own page, as `import` writes it, with a text in it."""
    held = json.dumps({"files": [{"name": "draft/en.md", "text": text}]})
    return f'<p>Add a story</p><script type="application/json" data-wm-handed>{held}</script>'


def test_drafts_are_named(project, capsys):
    """A draft that has the story's name, its words or its transcript; and people are told to look there."""
    run(project, "withdraw", "two-songs")
    assert "drafts/" not in capsys.readouterr().out
    facts = (project / CUP / "story.yml").read_text()
    mark = f"  transcript: {{name: a.vtt, format: webvtt, sha256: {'0a' * 32}}}\n"
    (project / CUP / "story.yml").write_text(facts.replace("source:\n", f"source:\n{mark}", 1))
    for name, text in (("first/en.md", "She would drink from one cup only, and it was chipped."), ("third/en.md", "Other words."),
                       ("second/story.yml", f"source:\n{mark}"), ("the-blue-cup/en.md", ""),
                       ("page/add-a-story.html", _handed("She would drink from one cup only,\nand it was chipped.")),
                       ("source/ychwanegu-stori.html", _handed(mark))):
        path = project / "drafts" / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    assert run(project, "withdraw", "the-blue-cup", "--json") == 0
    assert json.loads(capsys.readouterr().out)["remains"]["drafts"] == [
        "drafts/first/en.md", "drafts/page/add-a-story.html", "drafts/second", "drafts/source", "drafts/the-blue-cup/en.md"]
    # Whoever looks for it later is told too, of what its fingerprints know.
    known = ["drafts/first/en.md", "drafts/page/add-a-story.html", "drafts/the-blue-cup/en.md"]
    assert run(project, "withdraw", "the-blue-cup", "--json") == 1
    assert json.loads(capsys.readouterr().out)["drafts"] == known
    (project / "built").mkdir()
    assert run(project, "trace", "the-blue-cup", "--site", str(project / "built"), "--json") == 1
    assert json.loads(capsys.readouterr().out)["drafts"] == known
    assert run(project, "trace", "the-blue-cup", "--site", str(project / "built")) == 1
    assert "  drafts/page/add-a-story.html\n" in capsys.readouterr().out


def test_people_are_told_to_look_into_the_drafts(project, capsys):
    """A transcript says it in other words than the story: no program can know them."""
    (project / "drafts/other").mkdir(parents=True)
    run(project, "withdraw", "the-blue-cup")
    assert "Look into drafts/, here and on every computer" in capsys.readouterr().out


def test_an_id_stays_taken(project):
    """A new story may not have the id of a withdrawn one, in whichever collection it stands."""
    run(project, "withdraw", "the-blue-cup")
    (project / "stories/video-transcripts/two-songs").rename(project / "stories/video-transcripts/the-blue-cup")
    assert ("S04", "stories/video-transcripts/the-blue-cup/story.yml") in codes(project)


def test_a_pack_without_any_story_left_stops_no_build(project, change):
    """A recipe that named this story alone is advice then, where an empty recipe is an error else."""
    change("stories/packs/worth-it.yml", "  any: [risk, everyday-joys]\n", "")
    assert run(project, "withdraw", "the-blue-cup") == 0
    report = check_project(project, TODAY)
    assert [p.code for p in report.errors] == []
    assert [p.message for p in report.advice if p.code == "K01"] == [
        "this recipe chooses nothing, now that a story was withdrawn"
    ]


@pytest.mark.parametrize(("first", "second", "code"), [
    ("pinned: [two-songs]\n  kind: [magic-moment]", None, "K09"),
    ("any: [everyday-joys]", "pinned: [two-songs]", "K11"),
    ("pinned: [two-songs]", "any: [everyday-joys]", "K11"),
])
def test_what_a_withdrawal_makes_of_packs_stops_no_build(project, change, first, second, code):
    """Packs that only now have a filter without a story, or choose the same as another, are advice."""
    change("stories/packs/worth-it.yml", "pinned: [the-blue-cup]\n  any: [risk, everyday-joys]", first)
    recipe = project / "stories/packs/worth-it.yml"
    if second:
        other = recipe.read_text().replace(first, second).replace("Worth it", "Other")
        (project / "stories/packs/worth-more.yml").write_text(other)
    assert codes(project) == []
    assert run(project, "withdraw", "the-blue-cup") == 0
    report = check_project(project, TODAY)
    assert report.errors == ()
    (advice,) = (p for p in report.advice if p.code == code)
    assert advice.message.endswith(", now that a story was withdrawn")


def test_it_goes_out_of_what_recipes_never_take(project, change):
    """A recipe that named the story under `not` needs it there no more."""
    change("stories/packs/worth-it.yml", "pinned: [the-blue-cup]", "not: [the-blue-cup]")
    assert run(project, "withdraw", "the-blue-cup") == 0
    assert "not: []" in (project / "stories/packs/worth-it.yml").read_text()
    assert codes(project) == []


def test_a_recipe_that_still_names_it_is_told(project, change):
    """A colleague's older copy of a recipe names the story again: advice, and the pack is built without it."""
    run(project, "withdraw", "the-blue-cup")
    change("stories/packs/worth-it.yml", "pinned: []", "pinned: [the-blue-cup]")
    report = check_project(project, TODAY)
    assert report.errors == ()
    assert [(p.line, p.message[:36]) for p in report.advice if p.code == "K05"] == [(6, "the story `the-blue-cup` was withdra")]


@pytest.mark.parametrize(("name", "data"), [
    ("story.yml", b"\xff\xfe\x00nothing"), ("story.yml", b"a: &a [*a]\n"), ("story.yml", b"x" * 50_000_000),
    ("en.md", b"\x00" * 1000), ("cy.md", b"---\ntitle: A\n"),
], ids=["odd bytes", "anchors", "50 MB", "NUL", "half a text"])
def test_a_broken_story_can_be_withdrawn(project, name, data):
    """Whatever is wrong with its files, a story that somebody asks back goes, and is not told to more people than before."""
    (project / CUP / name).write_bytes(data)
    assert run(project, "withdraw", "the-blue-cup") == 0
    assert not (project / CUP).exists()
    record = read_library(project).withdrawn["the-blue-cup"]
    assert record.scope == (("team",) if name == "story.yml" else ("team", "intranet", "public"))


def test_it_works_while_the_vocabulary_is_broken(project):
    """A library that cannot be built today can still take a story down today."""
    (project / "stories/tags.yml").write_text("facets: [")
    assert run(project, "withdraw", "the-blue-cup") == 0
    assert not (project / CUP).exists()


def test_it_works_while_the_record_of_printed_packs_is_spoilt(project, capsys):
    """That is told, and the story goes."""
    (project / "stories/packs/printed.jsonl").write_text("{\n")
    assert run(project, "withdraw", "the-blue-cup") == 0
    said = capsys.readouterr()
    assert "stories/packs/printed.jsonl:1: E05" in said.err
    assert "Withdrawn from" in said.out


def test_a_folder_that_is_a_link(project, tmp_path):
    """The link goes; what it led to is not ours and stays."""
    outside = tmp_path / "outside"
    (project / CUP).rename(outside)
    (project / CUP).symlink_to(outside, target_is_directory=True)
    assert ("R05", f"{CUP}/story.yml") in codes(project)
    assert run(project, "withdraw", "the-blue-cup") == 0
    assert not (project / CUP).is_symlink()
    assert (outside / "en.md").is_file()


def test_words_left_in_pages_are_named(project, change, capsys):
    """A hand-written page that quotes the story is named, with what it holds."""
    change("docs/en/about/privacy.md", "\n## ", "\nAs in the-blue-cup: She would drink from one cup only, and it was chipped.\n\n## ")
    run(project, "withdraw", "the-blue-cup")
    said = capsys.readouterr().out
    assert re.search(r"docs/en/about/privacy.md, line \d+ \(words\)", said)
    assert re.search(r"docs/en/about/privacy.md, line \d+ \(id\)", said)


def test_a_spoilt_record_is_named(project, change):
    """A record that says nonsense stops the build: what was withdrawn must not come back by accident."""
    run(project, "withdraw", "the-blue-cup", "--on", "2026-11-20")
    for old, new, message in (
        ("withdrawn_on: 2026-11-20", "withdrawn_on: never", "`withdrawn_on` does not fit"),
        ("collection: magic-moments", "collection: ../../..", "`collection` does not fit"),
        ("scope:", "scop:", "`scope` is missing"),
    ):
        change(RECORD, old, new)
        reader = Reader(project)
        reader.withdrawn()
        assert any(p.path == RECORD and message in p.message for p in reader.problems)


def test_a_record_has_no_place_for_a_reason(project):
    """It is committed, and a reason may name a person: one that was written in by hand is refused."""
    run(project, "withdraw", "the-blue-cup")
    record = project / RECORD
    record.write_text(record.read_text(encoding="utf-8") + "reason: Mrs Pugh asked.\n", encoding="utf-8")
    assert codes(project) == [("F01", RECORD)]
