"""`whatmatters add`: a saved story goes where it belongs, or nothing is written."""

from __future__ import annotations

import io
import json
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from tests.command import called
from tests.conftest import REPOSITORY

from whatmatters.files import story_folder

CUP = "stories/magic-moments/the-blue-cup"
IN_ZIP = "magic-moments/the-blue-cup"
FILES = {path.name: path.read_bytes() for path in (REPOSITORY / "tests/mini" / CUP).iterdir()}


def everything(project: Path) -> dict[str, bytes]:
    """All files under `stories`, and whatever else stands beside it that a command could have left."""
    return {p.relative_to(project).as_posix(): p.read_bytes() for p in (project / "stories").rglob("*") if p.is_file()} | {
        p.name: b"" for p in project.iterdir() if p.name.startswith(".")}


def zipped(path: Path, files: dict[str, bytes], within: str = f"{IN_ZIP}/") -> Path:
    """A zip file of a story's files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(within + name, data)
    return path


@pytest.fixture
def without(project: Path) -> Path:
    """A project in which the story is not yet."""
    shutil.rmtree(project / CUP)
    return project


@pytest.mark.parametrize("within", [f"{IN_ZIP}/", f"stories/{IN_ZIP}/", "the-blue-cup/", "", f"downloads/{IN_ZIP}/", "magic-moments\\the-blue-cup\\"])
def test_a_zip_goes_where_it_belongs(without, tmp_path, within):
    """Whatever folders it brings: byte for byte, with whom the build is for and what to run; what a Mac adds stays out."""
    path = zipped(tmp_path / "the-blue-cup.zip", FILES, within)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("__MACOSX/._en.md", b"\0\1")
    done = called(without, "add", str(path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert {p.name: p.read_bytes() for p in (without / CUP).iterdir()} == FILES
    assert f"Added: {CUP}/ (cy.md, en.md, story.yml)" in done.stdout
    assert "  make site   for: Everyone (without `make`: whatmatters site --audience public)" in done.stdout
    assert f"site/cy/{CUP}/index.html" in done.stdout
    assert not [p for p in without.iterdir() if p.name.startswith(".new")]
    assert called(without, "check").returncode == 0


@pytest.mark.parametrize("inside", ["", "magic-moments/the-blue-cup", "the-blue-cup"])
def test_a_folder_goes_where_it_belongs(without, tmp_path, inside):
    """The story's own folder, or one that holds its collection; a folder that says no collection goes by the kind."""
    shutil.copytree(REPOSITORY / "tests/mini" / CUP, tmp_path / "the-blue-cup" / inside)
    done = called(without, "add", str(tmp_path / "the-blue-cup"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (without / CUP / "story.yml").read_bytes() == FILES["story.yml"]


def for_team(files: dict[str, bytes]) -> dict[str, bytes]:
    return {**files, "story.yml": files["story.yml"].replace(b"[team, intranet, public]", b"[team]")}


def test_a_story_for_the_team_names_its_own_build(without, tmp_path):
    """A public build leaves it out: that is said, and so is the command that has it in; the same for programs."""
    path = zipped(tmp_path / "a.zip", for_team(FILES))
    done = called(without, "add", str(path))
    assert "A build for everyone leaves it out: its consent does not go so far." in done.stdout
    assert "  make site AUDIENCE=team   for: Our own team (without `make`: whatmatters site --audience team)" in done.stdout
    assert "  make site   " not in done.stdout
    answer = json.loads(called(without, "add", str(path), "--json").stdout)
    assert answer["audiences"] == [{"audience": "team", "command": "make site AUDIENCE=team"}]
    assert (answer["id"], answer["folder"], answer["written"], answer["errors"]) == ("the-blue-cup", CUP, False, 0)


def test_in_welsh(without, tmp_path):
    """The whole answer, also that of a story with problems."""
    path = zipped(tmp_path / "a.zip", for_team(FILES))
    done = called(without, "add", str(path), "--lang", "cy")
    assert f"Wedi'i hychwanegu: {CUP}/" in done.stdout
    assert "Ein tîm ni" in done.stdout
    assert "[Saesneg]" not in done.stdout
    done = called(without, "add", str(zipped(tmp_path / "b.zip", {"a.txt": b""})), "--lang", "cy")
    assert "does dim stori ynddi" in done.stdout
    assert "Chafodd dim byd ei ysgrifennu." in done.stdout


@pytest.mark.parametrize(("lang", "said"), [
    ("en", ["/cy.md:2: F02 “Title, in Welsh” is still empty", "/story.yml:3: F02 “Why we may publish it” is still empty", "“Setting”",
            "“Title of the film, page or book”", "“Questions afterwards, in Welsh”", "“The story up to the pause, in Welsh”", "is not finished"]),
    ("cy", ["/cy.md:2: F02 mae “Teitl, yn Gymraeg” yn wag o hyd", "/story.yml:3: F02 mae “Pam y cawn ni ei chyhoeddi” yn wag o hyd",
            "“Cwestiynau wedyn, yn Gymraeg”", "“Y stori hyd at y saib, yn Gymraeg”", "yn y dudalen Ychwanegu stori", "ddim wedi'i gorffen"]),
])
def test_a_draft_that_is_not_finished_is_told_in_the_words_of_the_form(without, tmp_path, lang, said):
    """All empty fields at once, by the labels that the page gives them, with file and line; what is filled in is not named."""
    files = {
        "story.yml": b'kind: "magic-moment"\ntags: {theme: ["dementia"]}\nconsent: {basis: "", scope: ["team"]}\nowner: "me"\n',
        "en.md": FILES["en.md"],
        "cy.md": b'---\ntitle: ""\nsummary: "Llinell."\n---\n\n<!-- pause -->\n\n## Wrth y saib\n\n## Wedyn\n',
    }
    before = everything(without)
    done = called(without, "add", str(zipped(tmp_path / "cup-draft.zip", files)), "--lang", lang)
    assert done.returncode == 1
    assert [one for one in said if one not in done.stdout] == []
    assert [one for one in ("summary", "owner", "in English", "[Saesneg]") if one in done.stdout] == []
    assert everything(without) == before
    found = json.loads(called(without, "add", str(tmp_path / "cup-draft.zip"), "--json").stdout)["problems"]
    assert {p["code"] for p in found} == {"F02"}


def test_a_story_with_problems_is_not_written(without, tmp_path):
    """The file in the zip, the line, what is wrong and how to mend it, and nothing written; also for programs."""
    path = zipped(tmp_path / "cup.zip", {**FILES, "story.yml": FILES["story.yml"].replace(b"dementia", b"dementa")})
    before = everything(without)
    done = called(without, "add", str(path))
    assert done.returncode == 1
    assert f"cup.zip/{IN_ZIP}/story.yml:3: V01 there is no tag `dementa` (did you mean `dementia`?)" in done.stdout.splitlines()
    assert "Nothing was written." in done.stdout
    assert "P21" not in [p["code"] for p in json.loads(called(without, "add", str(path), "--json").stdout)["problems"] if not p["advice"]]
    assert everything(without) == before


@pytest.mark.parametrize(("name", "data", "code"), [
    ("cy.md", None, "P01"), ("en.md", b"no front matter", "Y0"), ("story.yml", b"kind: [", "Y0"),
    ("en.md", FILES["en.md"].replace(b"<!-- pause -->", b"<!-- pasue -->"), "T0"), ("picture.png", b"none", "M"),
    ("film.mov", b"\0" * 50, ""),
    ("en.md", FILES["en.md"].replace(b"Mrs Pugh drank nothing", b"word " * 400 + b"Mrs Pugh drank nothing"), "C01"),
])
def test_every_rule_is_asked(without, tmp_path, name, data, code):
    """Files that cannot be read, pictures, recordings, and whether it fits on its card: told with the file, nothing written."""
    files = {**FILES, name: data} if data is not None else {n: d for n, d in FILES.items() if n != name}
    before = everything(without)
    done = called(without, "add", str(zipped(tmp_path / "cup.zip", files)))
    assert done.returncode == 1, done.stdout
    assert f"cup.zip/{IN_ZIP}/" in done.stdout
    assert f": {code}" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert everything(without) == before


def test_captions_with_what_points_to_a_person_are_read_before_they_are_in_their_place(without, tmp_path):
    """Rules that read files beside the story's texts find them where they wait."""
    captions = b"WEBVTT\n\n00:00.000 --> 00:02.000\nRing me on 029 2034 5678\n"
    done = called(without, "add", str(zipped(tmp_path / "a.zip", {**FILES, "captions.en.vtt": captions})))
    assert f"a.zip/{IN_ZIP}/captions.en.vtt:" in done.stdout


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(f"{IN_ZIP}/en.md")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def made(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries:
            packed.writestr(name, data)
    return file.getvalue()


FACTS = (f"{IN_ZIP}/story.yml", FILES["story.yml"])
DAMAGED = bytearray(made(FACTS))
DAMAGED[70] ^= 0xFF
LOCKED = made(FACTS).replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


@pytest.mark.parametrize(("make", "code", "said"), [
    (lambda: b"", "B10", "neither a zip file nor a folder"), (lambda: b"GIF89a" + b"\0" * 100, "B10", "neither a zip file nor a folder"),
    (lambda: bytes(DAMAGED), "B10", "damaged"), (lambda: LOCKED, "B10", "password"),
    (lambda: made(FACTS, ("../../evil.md", b"x")), "B11", "../../evil.md"), (lambda: made(FACTS, ("/etc/evil", b"x")), "B11", "/etc/evil"),
    (lambda: made(FACTS, ("a/..\\..\\evil", b"x")), "B11", "lead out"), (lambda: made(FACTS, ("C:/evil", b"x")), "B11", "C:/evil"),
    (lambda: made((".../the-blue-cup/story.yml", b"x")), "B11", "..."),
    (lambda: made(FACTS, (link(), b"/etc/passwd")), "B11", "is a link"), (lambda: made(FACTS, (f"{IN_ZIP}/STORY.yml", b"x")), "B11", "twice"),
    (lambda: made(FACTS, ("bomb", b"\0" * 131_000_000)), "B12", "130 MB"), (lambda: made(*((f"a{n}", b"") for n in range(200))), "B12", "100 files"),
    (lambda: made(("en.md", b"x")), "B13", "no story"), (lambda: made(("word/document.xml", b"x")), "B13", "no story"),
    (lambda: made(FACTS, ("magic-moments/other/story.yml", b"x")), "B14", "other, the-blue-cup"),
    (lambda: made(FACTS, (f"{IN_ZIP}/run.exe", b"x")), "B15", "run.exe"), (lambda: made(FACTS, (f"{IN_ZIP}/more/x.en.vtt", b"x")), "B15", "x.en.vtt"),
    (lambda: made(FACTS, ("docs/index.md", b"x")), "B15", "docs/index.md"),
    (lambda: made(("magic-moments/My Story/story.yml", FILES["story.yml"])), "S01", "`My Story` cannot be an id"),
    (lambda: made(("magic-moments/the-blue-cup/story.yml", b"\xff\xfe")), "R03", "UTF-8"),
])
def test_what_is_no_story_to_be_taken_in(without, tmp_path, make, code, said):
    """What climbs, explodes, is locked or damaged, holds none, several or foreign files: told with how to mend it.

    Each is made for its own test: packing one that explodes takes a second, which every worker would pay at its start.
    """
    path = tmp_path / "given.zip"
    path.write_bytes(make())
    before = everything(without)
    done = called(without, "add", str(path))
    assert done.returncode == 1, done.stdout + done.stderr
    line = next(line for line in done.stdout.splitlines() if f": {code} " in line)
    assert line.startswith("given.zip")
    assert said in line
    assert line.endswith(")")
    assert "Traceback" not in done.stdout + done.stderr
    assert everything(without) == before


def test_a_folder_with_a_link_or_with_too_much(without, tmp_path):
    """A link is not followed, and a folder of all sorts is not read to its end."""
    folder = shutil.copytree(REPOSITORY / "tests/mini" / CUP, tmp_path / IN_ZIP)
    (folder / "picture.png").symlink_to("/etc/passwd")
    assert "B11 `picture.png` is a link" in called(without, "add", str(folder)).stdout
    (folder / "picture.png").unlink()
    for n in range(120):
        (folder / f"{n}.txt").touch()
    assert "B12" in called(without, "add", str(folder)).stdout
    assert not (without / CUP).exists()


def test_called_wrongly(without, tmp_path):
    """A file that is not there, a collection that is none, a folder that is no project: exit code 2."""
    path = str(zipped(tmp_path / "a.zip", FILES))
    for words in (["no-such.zip"], [path, "--collection", "magic"], [path, "--lang", "fr"], [path, "--root", "docs"]):
        done = called(without, "add", *words)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), words
    assert "did you mean `magic-moments`" in called(without, "add", path, "--collection", "magic-moment").stderr


NEWER = {**FILES, "en.md": FILES["en.md"].replace(b"chipped.\n", b"badly chipped.\n", 1)}


def test_another_story_is_never_written_over(project, tmp_path):
    """What would change is shown, line by line, and asked; with nobody to ask nothing is written, exit code 1."""
    path = str(zipped(tmp_path / "a.zip", NEWER))
    before = everything(project)
    done = called(project, "add", path)
    assert done.returncode == 1
    assert "    - summary: She would drink from one cup only, and it was chipped." in done.stdout
    assert "    + summary: She would drink from one cup only, and it was badly chipped." in done.stdout
    assert "--replace" in done.stdout
    assert called(project, "add", path, answers="n\n").returncode == 1
    answer = json.loads(called(project, "add", path, "--json").stdout)
    assert (answer["written"], [c["how"] for c in answer["changes"]]) == (False, ["same", "changed", "same"])
    assert everything(project) == before


@pytest.mark.parametrize(("words", "answers"), [(["--replace"], ""), ([], "y\n"), ([], "Ie\n")])
def test_replaced_when_somebody_says_so(project, tmp_path, words, answers):
    """Its texts are the new ones; what the page does not hold, such as a picture's file, stays, and is named."""
    (project / CUP / "import-report.md").write_bytes(b"a report\n")
    done = called(project, "add", str(zipped(tmp_path / "a.zip", NEWER)), *words, answers=answers)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {p.name: p.read_bytes() for p in (project / CUP).iterdir()} == {**NEWER, "import-report.md": b"a report\n"}
    assert "Kept of the one that was there: import-report.md" in done.stdout
    assert not [p for p in project.iterdir() if p.name.startswith(".new")]


def test_the_same_again_is_no_change(project, tmp_path):
    """A second time: exit code 0, nothing asked, nothing written; a story's own folder in its place is the same."""
    before = everything(project)
    for given in (zipped(tmp_path / "a.zip", FILES), project / CUP):
        done = called(project, "add", str(given))
        assert (done.returncode, done.stderr) == (0, "")
        assert f"It is in its place already, as it is: {CUP}/" in done.stdout
    assert everything(project) == before


def test_the_old_one_comes_back_when_the_new_one_cannot_be_put_there(project, tmp_path, monkeypatch):
    """Between two renames the disk fails: the old one stands again, and nothing is left beside it."""
    rename, calls = story_folder.os.rename, []

    def fail_once(old: Path, new: Path) -> None:
        calls.append(old)
        if len(calls) == 2:
            raise OSError(5, "Input/output error", str(new))
        rename(old, new)

    before = everything(project)
    monkeypatch.setattr(story_folder.os, "rename", fail_once)
    done = called(project, "add", str(zipped(tmp_path / "a.zip", NEWER)), "--replace")
    assert done.returncode == 1
    assert "Nothing was written" in done.stderr
    assert len(calls) == 3
    assert everything(project) == before


def test_an_id_that_another_story_has_or_had(project, tmp_path):
    """In another collection, or withdrawn: refused with a free id to choose, under which it is taken in."""
    path = str(zipped(tmp_path / "a.zip", FILES, "practice-examples/the-blue-cup/"))
    done = called(project, "add", path)
    assert done.returncode == 1
    assert f"S02 the id `the-blue-cup` is taken by {CUP}" in done.stdout
    assert "--collection magic-moments" in done.stdout
    assert "--id the-blue-cup-2" in done.stdout
    assert called(project, "add", path, "--collection", "magic-moments").returncode == 0
    shutil.rmtree(project / CUP)
    (project / "stories/withdrawn").mkdir()
    (project / "stories/withdrawn/the-blue-cup.yml").write_text("withdrawn_on: 2026-11-01\n")
    done = called(project, "add", path, "--replace")
    assert (done.returncode, "S04" in done.stdout) == (1, True)


def test_help_names_the_verb(project):
    """In plain words, in the list of verbs and by itself."""
    assert "Put a story saved by Add a story in its place." in " ".join(called(project, "--help").stdout.split())
    assert "--replace" in called(project, "add", "--help").stdout
