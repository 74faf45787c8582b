"""A recording is published as far as consent to voice and picture goes, and withdrawn with its story, provably."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.conftest import TODAY
from whatmatters.library.publication import for_audience
from whatmatters.reading.library_files import read_library
from whatmatters.site.pages import made_pages
from whatmatters.site.recordings import recording_files
from whatmatters.site.render import renderer
from whatmatters.tracing.finding import wanted
from whatmatters.tracing.search import search_folder

from .test_withdrawing import run

WALK = "stories/practice-examples/a-walk-to-the-shop"
SAID = {"en": "And I am asked to fetch your paper for you.", "cy": "Ac mae rhywun wedi gofyn i fi nôl y papur i chi."}


def narrow(project: Path, part: str, audiences: str) -> None:
    path = project / WALK / "story.yml"
    text = path.read_text(encoding="utf-8")
    assert f"{part}: [team, intranet, public]" in text
    path.write_text(text.replace(f"{part}: [team, intranet, public]", f"{part}: [{audiences}]"), encoding="utf-8")


@pytest.mark.parametrize("part", ["voice", "picture"])
def test_a_story_may_stand_as_text_where_its_film_may_not(project, part):
    """The public has the words, the team has the film; the build says why."""
    narrow(project, part, "team")
    whole = read_library(project)
    public, out = for_audience(whole, "public", TODAY)
    assert [(o.id, o.why) for o in out] == [
        ("a-walk-to-the-shop", f"its film is left out, and its text stands: consent to the {part} is for team, not for public")
    ]
    assert list(recording_files(public)) == []
    pages = made_pages(public, renderer(public.interface), {}, {}, TODAY).values()
    html = "".join(page.html for page in pages if page.path == f"{WALK}/")
    assert "He says that the paper is not the point." in html
    assert "<video" not in html
    assert SAID["en"] not in html
    team, out = for_audience(whole, "team", TODAY)
    assert out == ()
    assert [address for address, _ in recording_files(team)] == [f"{WALK}/{name}" for name in ("film.webm", "captions.en.vtt", "captions.cy.vtt")]


def test_both_pages_play_the_same_bytes(site):
    """One film for both languages, as it stands in the story's folder."""
    mini = Path(__file__).parents[1] / "mini" / WALK
    for name in ("film.webm", "captions.en.vtt", "captions.cy.vtt"):
        assert (site / WALK / name).read_bytes() == (mini / name).read_bytes()
    assert list((site / "cy").rglob("*.webm")) == []


def test_it_is_found_wherever_it_stands(project, tmp_path):
    """The film as a file and in an archive, under any name; the captions; the transcript of a page."""
    known = wanted(read_library(project), "a-walk-to-the-shop")
    folder = tmp_path / "site"
    folder.mkdir()
    shutil.copy(project / WALK / "film.webm", folder / "holiday.webm")
    shutil.copy(project / WALK / "captions.cy.vtt", folder / "x.vtt")
    (folder / "page.html").write_text(f"<p>{SAID['en']}</p>", encoding="utf-8")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.write(project / WALK / "film.webm", "a.bin")
    (folder / "all.zip").write_bytes(made.getvalue())
    finds = {(f.file, f.what) for f in search_folder(folder, known.name, known.known).finds}
    assert finds >= {("holiday.webm", "recording"), ("all.zip", "recording"), ("x.vtt", "words"), ("page.html", "words")}


def test_withdrawn_is_gone_from_what_the_next_build_makes(project, tmp_path, capsys):
    """Film, captions and transcript; the record knows them again and holds nothing of them; a copy left behind is named."""
    stray = project / "docs" / "en" / "old.webm"
    shutil.copy(project / WALK / "film.webm", stray)
    assert run(project, "withdraw", "a-walk-to-the-shop", "--on", "2026-11-22") == 0
    assert "docs/en/old.webm (recording)" in capsys.readouterr().out
    stray.unlink()
    record = project / "stories/withdrawn/a-walk-to-the-shop.yml"
    assert not (project / WALK).exists()
    assert "files:" in record.read_text(encoding="utf-8")
    assert "paper" not in record.read_text(encoding="utf-8")
    library = read_library(project)
    assert list(recording_files(library)) == []
    known = wanted(library, "a-walk-to-the-shop")
    folder = tmp_path / "site"
    folder.mkdir()
    for page in made_pages(library, renderer(library.interface), {}, {}, TODAY).values():
        (folder / f"{page.lang}-{page.path.replace('/', '-')}.html").write_text(page.html, encoding="utf-8")
    assert {f.what for f in search_folder(folder, known.name, known.known).finds} <= {"id"}
    mini = Path(__file__).parents[1] / "mini" / WALK
    shutil.copy(mini / "film.webm", folder)
    shutil.copy(mini / "captions.en.vtt", folder)
    finds = {(f.file, f.what) for f in search_folder(folder, known.name, known.known).finds}
    assert finds >= {("film.webm", "recording"), ("captions.en.vtt", "words")}
