"""`whatmatters verify FOLDER`: answers, codes and languages of the command, and which withdrawn stories a copy still has."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.command import called
from whatmatters.cli.verify import SHOWN
from whatmatters.manifest.model import NAME
from whatmatters.manifest.writing import KnownOf, write_manifest

from .conftest import KNOWN, LIBRARY

CARDS = "packs/worth-it/worth-it-cards-en.pdf"
STORY = "stories/magic-moments/the-blue-cup/index.html"
#: A sentence of the story.
SAID = "She would drink from one cup only, and it was chipped."


def answer(folder: Path, copy: Path, *words: str) -> tuple[int, dict]:
    done = called(folder, "verify", str(copy), "--json", *words)
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


def test_a_whole_copy(copy, tmp_path):
    """Exit code 0, from anywhere; that nobody knew of withdrawn stories there is said."""
    done = called(tmp_path, "verify", "copy")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "What Matters, built for: the public. Files: 6; as they were built: 6; size together: 0.0 MB.",
        f"The manifest's SHA-256: {answer(tmp_path, copy)[1]['manifest']['sha256']}",
        "Withdrawn stories were not looked for: call this in the project's folder, or name it with --root.",
        "All is well: every file of this copy is as it was built.",
    ]


def test_what_is_wrong(copy, tmp_path):
    """Exit code 1, every problem with its file."""
    (copy / CARDS).write_bytes(b"")
    (copy / "cy/index.html").unlink()
    (copy / "more.txt").write_text("x")
    done = called(tmp_path, "verify", str(copy))
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == [
        f"{CARDS}:1: R22 this file is empty (copy it again from a site that was built)",
        "cy/index.html:1: R23 this file is missing (copy it again from a site that was built)",
        "more.txt:1: R24 this file is foreign: the build did not make it (take it away, or find out who put it there)",
    ]
    assert done.stdout.splitlines()[-1] == "Problems in this copy: 3."
    code, said = answer(tmp_path, copy)
    assert (code, said["errors"], said["files"], said["whole"]) == (1, 3, 6, 4)
    assert {(p["path"], p["code"]) for p in said["problems"]} == {
        (CARDS, "R22"), ("cy/index.html", "R23"), ("more.txt", "R24"),
    }  # fmt: skip


def test_in_welsh(copy, tmp_path):
    (copy / CARDS).write_bytes(b"")
    done = called(tmp_path, "verify", str(copy), "--lang", "cy")
    assert f"{CARDS}:1: R22 mae'r ffeil hon yn wag (" in done.stdout
    assert "ar gyfer: y cyhoedd" in done.stdout
    assert not [said for said in ("this file", "copy it", "Files:", "Problems", "Saesneg") if said in done.stdout]


@pytest.mark.parametrize(("words", "code", "says"), [
    (("nowhere",), 2, "there is no folder `nowhere`"),
    (("copy/index.html",), 2, "there is no folder `copy/index.html`"),
    ((), 2, "Missing argument"),
    (("copy/cy",), 1, "manifest.json:1: R20 there is no manifest in this folder"),
    (("copy", "--root", "copy"), 2, "copy is not a What Matters project"),
    (("copy", "--lang", "fr"), 2, "'fr' is not one of"),
])
def test_called_wrongly_or_no_copy_at_all(copy, tmp_path, words, code, says):
    done = called(tmp_path, "verify", *words)
    assert done.returncode == code
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_manifest_cut_short(copy, tmp_path):
    """One answer of the same kind, for programs too."""
    (copy / NAME).write_bytes((copy / NAME).read_bytes()[:-40])
    code, said = answer(tmp_path, copy)
    assert (code, said["errors"], [p["code"] for p in said["problems"]]) == (1, 1, ["R20"])


def test_an_answer_stays_readable(copy, tmp_path):
    """Of each kind a page of lines; a name with a line end or a bell in it is one line and moves nothing."""
    for number in range(SHOWN + 5):
        (copy / f"more-{number:02}.txt").write_text("x")
    (copy / "a\n\x07b").write_text("x")
    lines = called(tmp_path, "verify", str(copy)).stdout.splitlines()
    assert sum(" R24 " in line for line in lines) == SHOWN
    assert "R24: 6 more (--json lists all)" in lines
    assert lines[0].startswith("a\\u000a\\u0007b:1: R24")
    assert len(answer(tmp_path, copy)[1]["problems"]) == SHOWN + 6


@pytest.fixture
def gone(project: Path, copy: Path) -> Path:
    """A project in which a story was withdrawn since; the copy has its page, and a pack that holds it."""
    (copy / STORY).parent.mkdir(parents=True)
    (copy / STORY).write_text(f"<p>{SAID}</p>")
    write_manifest(copy, LIBRARY, "public", {**KNOWN, STORY: KnownOf(stories=("the-blue-cup",))})
    done = called(project, "withdraw", "the-blue-cup", "--on", "2026-11-20")
    assert (project / "stories/withdrawn/the-blue-cup.yml").exists(), done.stderr
    return project


def test_a_withdrawn_story_that_a_copy_still_has(gone, copy):
    """By what the manifest says of each file: exit code 1, though every file is as it was built."""
    code, said = answer(gone, copy)
    assert (code, said["whole"], said["withdrawn_known"]) == (1, 7, True)
    assert said["withdrawn"] == [{"story": "the-blue-cup", "files": [CARDS, STORY]}]
    assert {(p["path"], p["code"]) for p in said["problems"]} == {(CARDS, "R28"), (STORY, "R28")}
    text = called(gone, "verify", str(copy)).stdout
    assert f"{CARDS}:1: R28 this file still has the story `the-blue-cup`, which was withdrawn on 2026-11-20" in text
    assert "Still here, and withdrawn: the-blue-cup (files: 2)" in text
    assert "All is well" not in text


def test_a_copy_built_since(gone, copy):
    """Whose manifest names it no more is well; a file that nobody knows, or that was changed, is looked into."""
    for path in (CARDS, STORY):
        (copy / path).unlink()
    write_manifest(copy, LIBRARY, "public", {})
    assert answer(gone, copy)[:1] == (0,)
    (copy / "old.html").write_text(f"<p>{SAID}</p>")
    (copy / "index.html").write_text(f"<p>{SAID}</p>")
    (copy / "note.txt").write_text("Nothing of it.")
    (copy / "closed.zip").write_bytes(b"PK\x03\x04 damaged")
    code, said = answer(gone, copy)
    assert code == 1
    assert said["withdrawn"] == [{"story": "the-blue-cup", "files": ["index.html", "old.html"]}]
    assert [(p["path"], p["advice"]) for p in said["problems"] if p["code"] == "R29"] == [("closed.zip", True)]


def test_a_record_that_cannot_be_read(gone, copy):
    """Nobody can say that all is well then."""
    (gone / "stories/withdrawn/the-blue-cup.yml").write_text("withdrawn_on: never\n")
    write_manifest(copy, LIBRARY, "public", {})
    code, said = answer(gone, copy)
    assert (code, said["withdrawn_known"]) == (1, False)
    assert all("withdrawn/the-blue-cup.yml" in p["path"] for p in said["problems"])


@pytest.mark.build
def test_a_site_that_was_built(site, tmp_path):
    """It proves itself, and so does its copy: packs with their pages and stories, pages and search."""
    code, said = answer(site.parent, site)
    assert (code, said["problems"], said["whole"]) == (0, [], said["files"])
    listed = {file["path"]: file for file in json.loads((site / NAME).read_bytes())["files"]}
    on_disk = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    assert set(listed) == on_disk - {NAME}
    assert all("pages" in file for path, file in listed.items() if path.endswith(".pdf"))
    packs = [file for file in listed.values() if "pack" in file]
    named = [path for path in on_disk if path.startswith("packs/worth-it/worth-it-")]
    assert len(packs) == sum(Path(path).suffix in (".pdf", ".docx", ".pptx", ".zip") for path in named) > 15
    assert all("the-blue-cup" in file["stories"] for file in packs)
    assert listed[STORY]["stories"] == listed[f"cy/{STORY}"]["stories"] == ["the-blue-cup"]
    stick = shutil.copytree(site, tmp_path / "stick")
    (stick / "packs/worth-it/worth-it-handout-cy.docx").write_bytes(b"")
    code, said = answer(tmp_path, stick)
    assert [(p["path"], p["code"]) for p in said["problems"]] == [("packs/worth-it/worth-it-handout-cy.docx", "R22")]
