"""`whatmatters import` as a person or a program calls it, and what keeps a draft from being published."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from whatmatters.cli.draft_page import NAMES
from whatmatters.cli.main import app
from whatmatters.files.sources import parse_yaml, validate
from whatmatters.importing import story_id
from whatmatters.library.story import Transcript

FILES = Path(__file__).parent / "files"
TEAMS = FILES / "teams.cy.vtt"


def run(*words: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["import", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_a_draft_in_one_command(tmp_path):
    """The folder holds the text, the facts, the captions and the report; the original is not touched."""
    before = TEAMS.read_bytes(), TEAMS.stat().st_mtime_ns
    code, out, _ = run(TEAMS, "--lang", "cy", "--out", tmp_path / "new")
    assert (code, "a draft of 43 words from teams.cy.vtt (WebVTT captions)" in out) == (0, True)
    # Where a site is built, the draft's page in each language stands with them.
    made = {p.name for p in (tmp_path / "new" / "teams-cy").iterdir()} - set(NAMES.values())
    assert made == {"captions.cy.vtt", "cy.md", "import-report.md", "story.yml"}
    assert (TEAMS.read_bytes(), TEAMS.stat().st_mtime_ns) == before


def test_the_source_is_recorded(tmp_path):
    """story.yml says which file it was, so that it can be told for sure by its hash; nothing names a folder."""
    run(TEAMS, "--lang", "cy", "--out", tmp_path, "--id", "y-dwr")
    text = (tmp_path / "y-dwr" / "story.yml").read_text(encoding="utf-8")
    document = parse_yaml(text, "story.yml")
    assert document.data["source"]["transcript"] == {
        "name": "teams.cy.vtt", "format": "webvtt", "sha256": hashlib.sha256(TEAMS.read_bytes()).hexdigest()}
    assert validate(Transcript, parse_yaml(json.dumps(document.data["source"]["transcript"]), "x"))[1] == []
    assert str(tmp_path) not in "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "y-dwr").iterdir())


def test_a_folder_that_exists_is_never_touched(tmp_path):
    """Exit code 1, and every byte as it was."""
    (tmp_path / "teams-cy").mkdir()
    (tmp_path / "teams-cy" / "cy.md").write_text("mine")
    code, out, _ = run(TEAMS, "--lang", "cy", "--out", tmp_path)
    assert (code, "B08 there is a folder teams-cy" in out) == (1, True)
    assert [p.read_text() for p in (tmp_path / "teams-cy").iterdir()] == ["mine"]


def test_as_json(tmp_path):
    """The same for programs: the folder, the facts, every note with its number and place."""
    code, out, _ = run(TEAMS, "--lang", "cy", "--out", tmp_path, "--json")
    answer = json.loads(out)
    assert (code, answer["format"], answer["words"], answer["errors"]) == (0, "webvtt", 43, 0)
    assert answer["speakers"] == ["Siân Gŵyr", "Tom Price"]
    assert [(note["number"], note["code"], note["place"]) for note in answer["notes"]] == [(1, "identifiers", 3), (2, "mixed", 5)]


@pytest.mark.parametrize("as_json", [False, True])
def test_a_refusal(tmp_path, as_json):
    """path:line: CODE message (how to mend it), exit code 1, nothing written."""
    file = tmp_path / "penodau.vtt"
    file.write_text("WEBVTT\nKind: chapters\n\n00:00.000 --> 00:09.000\nUn\n")
    code, out, _ = run(file, "--lang", "cy", "--out", tmp_path / "new", *["--json"] * as_json)
    assert code == 1
    if as_json:
        problem = json.loads(out)["problems"][0]
        assert (problem["path"], problem["line"], problem["code"]) == ("penodau.vtt", 2, "B03")
    else:
        assert out.startswith("penodau.vtt:2: B03 this is a track of chapters")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("words", [
    ["no-such-file.vtt"], [str(FILES)], [str(TEAMS), "--lang", "fr"], [str(TEAMS), "--id", "../climbs"], [str(TEAMS), "--id", "Ŵyn"],
])
def test_called_wrongly(tmp_path, words):
    """Exit code 2 and a plain word about it; nothing is written."""
    code, _, err = run(*words, "--out", tmp_path / "new")
    assert code == 2
    assert err.startswith("whatmatters: ")
    assert not (tmp_path / "new").exists()


def test_half_is_told_at_once(tmp_path):
    """A transcript that may not be whole is brought in, and the command says so, as advice."""
    file = tmp_path / "half.srt"
    file.write_text("1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:02,000 --> 00:00:03,000\n")
    code, out, _ = run(file, "--lang", "en", "--out", tmp_path)
    assert (code, "half.srt:6: B05" in out) == (0, True)
    assert (tmp_path / "half" / "en.md").exists()


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_half_is_told_in_welsh(tmp_path, more):
    """The answer holds nothing in English, and names the kind of file in words and not by its code."""
    file = tmp_path / "half.txt"
    file.write_text("She said no.\n\nShe went home.\n\nIt was cold.\n\nAnd then\n")
    code, out, _ = run(file, "--lang", "en", "--out", tmp_path, "--answer", "cy", *more)
    assert (code, "Does dim diwedd i'r frawddeg olaf" in out, "Saesneg" in out) == (0, True, False)
    assert "(plain)" not in out


def test_drafts_go_where_nothing_is_published(project, errors):
    """Without --out a draft goes to the project's `drafts`, which no check and no build reads, and Git does not keep."""
    assert run(TEAMS, "--lang", "cy", "--root", project)[0] == 0
    assert (project / "drafts" / "teams-cy" / "cy.md").exists()
    assert errors() == []
    assert "/drafts/" in (Path(__file__).parents[2] / ".gitignore").read_text().splitlines()


def test_a_draft_does_not_pass_the_check(project, errors):
    """Put among the stories, it fails until it is retold, has its facts and consent, and stands in both languages."""
    run(TEAMS, "--lang", "cy", "--out", project / "stories" / "video-transcripts")
    found = {(p.path.rpartition("/")[2], p.code, p.message) for p in errors()}
    assert {("cy.md", "T10", "this is still the transcript, in the words of its source"),
            ("story.yml", "F02", "`consent` is missing"), ("story.yml", "F02", "`source.title` is missing"),
            ("en.md", "P01", "the story has no English text")} <= found


@pytest.mark.parametrize(("name", "wanted"), [
    ("Cyfweliad â Siân (Tŷ Gwyn).vtt", "cyfweliad-a-sian-ty-gwyn"), ("../../x.srt", "x"), ("....", "draft"), ("日本.vtt", "draft"),
    ("a" * 200 + ".vtt", "a" * 60), ("GMT20260312-100000_Recording.transcript.vtt", "gmt20260312-100000-recording-transcript"),
])
def test_ids_from_names(name, wanted):
    """An id holds small letters, digits and single hyphens, and never leads out of the folder."""
    assert story_id(name) == wanted


def test_hostile_names_stay_data(tmp_path):
    """The name of a file is quoted where it is written: it can neither add fields nor markup."""
    file = tmp_path / "a: [b] `c` # {d} \"e\".vtt"
    file.write_bytes(TEAMS.read_bytes())
    assert run(file, "--lang", "cy", "--out", tmp_path, "--id", "x")[0] == 0
    facts = parse_yaml((tmp_path / "x" / "story.yml").read_text(encoding="utf-8"), "story.yml").data
    assert facts["source"]["transcript"]["name"] == file.name
