"""Word files: what meetings' programs and people write in them, and files that are none or would explode."""

from __future__ import annotations

import io
import zipfile

import pytest

from whatmatters.importing import Refused
from whatmatters.importing import word_file as word_room
from whatmatters.importing.word_file import BODY

from .words import W, draft_of, paragraphs_of, word_file

TEAMS = (
    "Cyfarfod tîm-20260312_100000-Meeting Recording", "March 12, 2026, 10:00AM", "34m 12s",
    "Bethan Rees started transcription",
    "Bethan Rees   0:03\nBore da. Ble mae'r dŵr?", "Siôn ap Dafydd (Guest)   0:10\nIn the kitchen, sorry.",
    "Bethan Rees   0:15\nDiolch.\nDewch i ni ddechrau.", "Bethan Rees stopped transcription",
)
TURNS = ["Bethan Rees: Bore da. Ble mae'r dŵr?", "Siôn ap Dafydd (Guest): In the kitchen, sorry.",
         "Bethan Rees: Diolch. Dewch i ni ddechrau."]


def test_a_teams_export():
    """Names and clocks become turns; the lines of the program are gone."""
    assert paragraphs_of(word_file(*TEAMS), "cy") == TURNS
    assert draft_of(word_file(*TEAMS), "cy").source.format == "teams-word"


def test_an_older_teams_export():
    """Times with an arrow, the name below them, then the words."""
    old = word_file("0:0:0.0 --> 0:0:3.450\nBethan Rees\nBore da.", "0:0:3.450 --> 0:0:9.10\nSiôn Price\nShall we start?",
                    "0:0:9.10 --> 0:0:12.0\nBethan Rees\nIawn.")
    assert paragraphs_of(old) == ["Bethan Rees: Bore da.", "Siôn Price: Shall we start?", "Bethan Rees: Iawn."]


def test_what_a_person_typed():
    """Paragraphs stay paragraphs, and names before a colon are speakers."""
    typed = word_file("Mair: Pwy ddaeth â'r gacen?", "Elwyn: Fi. Un fach oedd hi.", "Roedd hi'n llosgi.", "Mair: A fi fwytodd hi.")
    assert paragraphs_of(typed, "cy") == ["Mair: Pwy ddaeth â'r gacen?", "Elwyn: Fi. Un fach oedd hi.", "Roedd hi'n llosgi.",
                                          "Mair: A fi fwytodd hi."]


def test_captions_pasted_into_word():
    """A file of captions that somebody opened in Word and saved is read as captions."""
    assert paragraphs_of(word_file("1", "00:00:01,000 –> 00:00:02,000", "Y bore cyntaf,", "2", "00:00:02,000 –> 00:00:04,000",
                                   "yn y tŷ newydd."), "cy") == ["Y bore cyntaf, yn y tŷ newydd."]


@pytest.mark.parametrize(("body", "wanted"), [
    ("<w:p><w:ins><w:r><w:t>kept </w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>", ["kept"]),
    ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>table</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", ["in a", "table"]),
    ("<w:sdt><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>", ["in a control"]),
    ("<w:p><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", ["a link"]),
    ("<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r></w:p>", ["one two"]),
])
def test_words_in_every_corner_of_a_word_file(body, wanted):
    """Words that stand in the text are found wherever they stand; deleted words and field codes are not in the text."""
    assert paragraphs_of(word_file(body=body)) == wanted


def test_a_bomb_by_its_claim(monkeypatch):
    """A part that claims to be huge is refused before anything of it is unpacked."""
    monkeypatch.setattr(word_room, "LARGEST", 1000)
    with pytest.raises(Refused, match="B06 this Word file claims to hold"):
        draft_of(word_file("x" * 5000))


def test_a_bomb_that_lies(monkeypatch):
    """A part that claims little and unpacks to much is stopped at the limit, while it is being unpacked."""
    monkeypatch.setattr(word_room, "LARGEST", 1000)
    raw = word_file("x" * 5000)
    size = zipfile.ZipFile(io.BytesIO(raw)).getinfo(BODY).file_size
    with pytest.raises(Refused, match="B06 this Word file unpacks to more than"):
        draft_of(raw.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little")))


@pytest.mark.parametrize(("raw", "words"), [
    (word_file("whole")[:-30], "cannot be unpacked"),
    (word_file("whole").replace(b"word/document.xml", b"word/dacument.xml"), "not one that Word has saved"),
    (b"PK\x03\x04nothing", "cannot be unpacked"),
    (word_file(""), "holds no text"),
    (word_file(body="<w:p>" * 300 + "</w:p>" * 300), "nests them deeper"),
    (word_file(body="<w:p/>" * 10 + "<w:p"), "breaks off"),
])
def test_what_is_no_word_file(raw, words):
    """It is refused with what it seems to be."""
    with pytest.raises(Refused, match=words):
        draft_of(raw)


def test_a_document_type_in_a_word_file():
    """Entities are never read, whatever part of whatever file brings them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(BODY, f'<!DOCTYPE w [<!ENTITY a "b">]><w:document {W}><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>')
    with pytest.raises(Refused, match="B09"):
        draft_of(packed.getvalue())
