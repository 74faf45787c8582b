"""Every format that people have: a file written for this project, and beside it the text that a reader should see."""

from __future__ import annotations

from pathlib import Path

import pytest

from .words import draft_of, text_of

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").iterdir())

#: What each file is told to be, from its content.
FORMATS = {
    "agents.cy.ttml": "ttml", "bold-names.cy.md": "plain", "chevrons.en.vtt": "webvtt", "clock-heads.cy.txt": "clock-heads",
    "clock-lines.en.txt": "clock-lines", "clock-ranges.cy.txt": "clock-ranges", "honest.cy.srt": "subrip",
    "json3.en.json": "json3", "meet-document.en.txt": "meet", "meet.en.sbv": "sbv", "names.en.txt": "plain",
    "otter.en.txt": "otter", "plain.cy.txt": "plain", "rolling.cy.srt": "subrip", "rolling.en.vtt": "webvtt",
    "spoken-caps.en.srt": "subrip", "srv1.en.xml": "timed-text", "srv3.cy.xml": "timed-text", "teams.cy.vtt": "webvtt",
    "voices.en.vtt": "webvtt", "youtube-panel-lines.en.txt": "youtube-panel", "youtube-panel.cy.txt": "youtube-panel",
    "youtube-panel.en.txt": "youtube-panel", "zoom.en.vtt": "webvtt",
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_text_is_what_was_said(file):
    """Words in their order, in paragraphs, with the speakers that the file names; no clock, number or furniture."""
    draft = draft_of(file.read_bytes(), "cy" if ".cy." in file.name else "en", name=file.name)
    assert text_of(draft) + "\n" == (HERE / "expected" / f"{file.name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_name_of_a_file_says_nothing(file):
    """The format is told from the content: a name that lies changes nothing."""
    draft = draft_of(file.read_bytes(), "cy" if ".cy." in file.name else "en", name="holiday.jpg")
    assert draft.source.format == FORMATS[file.name]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_windows_line_ends_change_nothing(file):
    """The same file saved on Windows gives the same text."""
    lang = "cy" if ".cy." in file.name else "en"
    raw = file.read_bytes()
    assert text_of(draft_of(raw.replace(b"\n", b"\r\n"), lang)) == text_of(draft_of(raw, lang))


def test_a_panel_copied_as_one_line():
    """Some browsers copy the whole panel without a line break: it is cut where a clock is said in words."""
    source = ("0:000 seconds[Music]0:044 secondsgood morning there are 100:099 seconds3 people here"
              "Chapter 2: The plan1:001 minuteand that is itPennod 3: Y diwedd")
    draft = draft_of(source)
    assert text_of(draft) == "[Music]\n\ngood morning there are 10 3 people here and that is it"
    assert [note.values["words"] for note in draft.notes if note.code == "chapter"] == [
        "Chapter 2: The plan", "Pennod 3: Y diwedd"]


def test_line_breaks_inside_timed_text():
    """A `br` parts words."""
    assert text_of(draft_of('<timedtext><body><p t="0" d="900">un<br/>dau</p></body></timedtext>', "cy")) == "un dau"
