"""What drafts and reports say, in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
import yaml

from whatmatters import importing
from whatmatters.importing.formats import known_ids, name_of
from whatmatters.importing.lines import Note
from whatmatters.importing.wording import note_said

from .test_formats import FORMATS
from .words import draft_of

ROOM = Path(importing.__file__).parent
WORDING = yaml.safe_load((ROOM / "wording.yml").read_text(encoding="utf-8"))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("group", "key"), [(g, k) for g, entries in WORDING.items() for k in entries])
def test_both_languages_say_the_same(group, key):
    """Each wording exists in both languages, with the same places to fill."""
    said = WORDING[group][key]
    assert set(said) == {"en", "cy"}
    if key != "language":
        assert places(said["en"]) == places(said["cy"])


def test_every_note_has_its_words_and_every_word_its_note():
    """No reader can give a note that the report cannot say, and none is left over."""
    code = "".join(p.read_text(encoding="utf-8") for p in ROOM.glob("*.py"))
    assert {name for name in WORDING["notes"] if f'"{name}"' not in code} == set()
    given = set(re.findall(r'(?:Note\(|\.add\()\s*"([a-z-]+)"', code))
    assert given <= set(WORDING["notes"])
    assert set(FORMATS.values()) <= known_ids()


@pytest.mark.parametrize("id", sorted(known_ids()))
def test_every_format_has_its_name_in_both_languages(id):
    """A reader cannot be there without what the report calls it, in a Word file too."""
    names = [name_of(id, lang) for lang in ("en", "cy")]
    assert all(names)
    assert id.startswith("other-") or names[0] != names[1]
    assert name_of(f"word-{id}", "cy") == f"ffeil Word: {names[1]}"


def test_words_of_the_source_are_no_markup():
    """What the source says stands in the report as it is, and cannot become a link, a heading or HTML."""
    note = Note("comment", 1, {"words": "<b>[x](y)</b>\n# *z*"})
    assert note_said(note, "en").endswith(r"“\<b\>\[x\](y)\</b\> \# \*z\*”")


def test_a_welsh_draft_has_a_welsh_report():
    """The report, the mark in the text and the remarks in story.yml are in the language of the draft."""
    draft = draft_of("Mair: Helo.\nHuw: Sut wyt ti?\n", "cy")
    assert draft.files["import-report.md"].startswith("# Adroddiad mewnforio")
    assert "geiriau'r ffynhonnell" in draft.files["cy.md"]
    assert "Drafft o drawsgrifiad" in draft.files["story.yml"]
    assert "1. llinell 1: " in draft.files["import-report.md"]
