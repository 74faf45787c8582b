"""Data for the pages' scripts: whole, in both languages, the same bytes each time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.conftest import REPOSITORY

from whatmatters.deck.card_faces_json import face_css, shared_json
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.card_spacing import SPACING
from whatmatters.deck.kinds import KINDS
from whatmatters.reading.library_files import read_library
from whatmatters.site.assets import write_assets
from whatmatters.site.browser_data import PREVIEW_WORDS, write_browser_data

CALL = re.compile(r'^wmData\.take\("(en|cy)","([a-z0-9-]+)",(.*)\);\n$', re.S)


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    """The data of the miniature library, written."""
    write_browser_data(read_library(project), tmp_path / "site", shared_json())
    return tmp_path / "site" / "assets" / "data"


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_every_story_is_a_piece_of_its_own(folder, project, lang):
    """Each file makes one call, names itself, and holds its story to the pause: a list or a drawn card tells no ending."""
    for story in read_library(project).stories.values():
        text = (folder / lang / f"story-{story.id}.js").read_text(encoding="utf-8")
        called, name, data = CALL.match(text).groups()
        told, held = story.texts[lang], json.loads(data)
        assert (called, name) == (lang, f"story-{story.id}")
        assert (held["title"], held["summary"], held["before"]) == (told.title, told.summary, list(told.before))
        assert [words for words in told.after if words in text] == []


def test_the_same_library_gives_the_same_bytes(folder, project, tmp_path):
    """Nothing of the day or of chance is in it."""
    write_browser_data(read_library(project), tmp_path / "again", shared_json())
    files = sorted(p.relative_to(folder) for p in folder.rglob("*.js"))
    again = tmp_path / "again" / "assets" / "data"
    assert len(files) > 6
    assert [f for f in files if (folder / f).read_bytes() != (again / f).read_bytes()] == []


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_questions_keep_their_placeholders(folder, lang):
    """So that a reader may choose the word for the person."""
    data = CALL.match((folder / lang / "questions.js").read_text(encoding="utf-8"))[3]
    banks = json.loads(data)["banks"]
    asked = [text for bank in banks for category in bank["categories"] for _, text in category["questions"]]
    assert any("{person}" in text for text in asked)
    assert {form for word in json.loads(data)["words"] for form in word} == {"person", "Person", "r-person"}


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_bank_comes_by_itself_as_it_stands_among_all(folder, lang):
    """What a sheet of questions asks for; with the words for the person."""
    every = json.loads(CALL.match((folder / lang / "questions.js").read_text(encoding="utf-8"))[3])
    for bank in every["banks"]:
        alone = json.loads(CALL.match((folder / lang / f"bank-{bank['id']}.js").read_text(encoding="utf-8"))[3])
        assert alone == {"bank": bank, "words": every["words"]}


def test_every_word_for_a_preview_is_on_its_card(project):
    """What a printed card says and its preview does not would be missed by nobody but the group."""
    script = (project / "docs/assets/js/card-preview.js").read_text(encoding="utf-8")
    asked = {f"packs-{name}" for name in re.findall(r'say\("([a-z-]+)"', script)}
    assert asked == set(PREVIEW_WORDS)


def test_the_sheet_is_that_of_the_packs():
    """Boxes and cut marks in millimetres, backs mirrored."""
    found, sheet = shared_json()["sheet"], sheets()[CARDS]
    assert found["front"][0] == [0, 0.5, 105, 148]
    assert found["back"][0] == [105, 0.5, 105, 148]
    assert found["marks"] == [list(mark) for mark in sheet.cut_marks()]


def test_a_browsers_style_has_the_distances_of_the_packs(tmp_path):
    """Each is said once, in card_spacing.py or card_sheets.py; the sheet uses what the build writes before it, and nothing else of that kind."""
    written = dict(re.findall(r"--([\w-]+):([^;}]+)", face_css()))
    assert (written["band-across"], written["dense-leading"], written["type-title"]) == (
        f"{SPACING.band.across:g}mm", f"{SPACING.dense.leading:g}em", f"{sheets()[CARDS].type.title:g}pt")
    folder = REPOSITORY / "docs/assets/css"
    css = (folder / "sheets.css").read_text(encoding="utf-8")
    own = {*re.findall(r"--([\w-]+):", css), "size", "ink", "tint"}
    used = {name for name in re.findall(r"var\(--([\w-]+)\)", css) if not name.startswith("wm-")}
    assert used - own <= set(written)
    # Lines and what belongs to no card: A4 itself, and a page without cards.
    sheet = sheets()[CARDS].sheet
    paper = {f"{sheet.width:g}mm", f"{sheet.height:g}mm"}
    assert set(re.findall(r"[\d.]+(?:mm|pt)\b", css)) == {"0.5pt", "0.6pt", "1.2pt", "1.25pt", "2.5pt", "0mm", "0.2mm", "16mm"} | paper
    assert f"@page {{ size: {sheet.width:g}mm {sheet.height:g}mm" in css
    write_assets(REPOSITORY, tmp_path, face_css())
    made = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "assets/css").iterdir()}
    assert [name for name, text in made.items() if ".wm-face__body" in text] == ["sheets.css"]
    assert made["sheets.css"].startswith(face_css())


def test_each_kind_looks_as_in_packs():
    """Colour, tint and icon come from the one table."""
    found = shared_json()["kinds"]
    assert {kind: (one["colour"], one["tint"]) for kind, one in found.items()} == {
        kind: (style.colour, style.tint) for kind, style in KINDS.items()}
    assert all(one["icon"].startswith("<svg") for one in found.values())
