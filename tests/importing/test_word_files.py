"""Word files: what meetings' programs and people write in them, and files that are none or would explode."""

from __future__ import annotations

import io
import zipfile

import pytest

from whatmatters.importing import Refused
from whatmatters.importing import word_file as word_room
from whatmatters.importing.word_file import BODY

from .words import W, draft_of, paragraphs_of, text_of, word_file

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


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


SPRING, WHO, NEPHEW = "I came here in the spring.", "And who mended it?", "My nephew did."


@pytest.mark.parametrize(("rows", "wanted", "captions"), [
    ([("Nia", SPRING), ("Gwyn", WHO), ("Nia", NEPHEW)], [f"Nia: {SPRING}", f"Gwyn: {WHO}", f"Nia: {NEPHEW}"], False),
    ([("Siaradwr", "Geiriau"), ("Nia:", SPRING), ("Gwyn:", WHO)], [f"Nia: {SPRING}", f"Gwyn: {WHO}"], False),
    ([("Time", "Speaker", "Words"), ("00:01", "Nia", SPRING), ("00:09", "Gwyn", WHO), ("00:12", "", NEPHEW)],
     [f"Nia: {SPRING}", f"Gwyn: {WHO} {NEPHEW}"], True),
    ([("00:00:01", "Nia", SPRING), ("00:00:09", "Gwyn", WHO)], [f"Nia: {SPRING}", f"Gwyn: {WHO}"], True),
    ([("Amser", "Testun"), ("00:01", SPRING), ("00:09", WHO)], [f"{SPRING} {WHO}"], True),
    ([("1", "00:01 - 00:05", "Nia", SPRING), ("2", "00:09 - 00:12", "Gwyn", WHO)], [f"Nia: {SPRING}", f"Gwyn: {WHO}"], True),
    ([("Nia Harries 0:01", SPRING), ("Gwyn Pugh 0:09", WHO)], [f"Nia Harries: {SPRING}", f"Gwyn Pugh: {WHO}"], True),
    # Two columns of words: nobody is named, and nothing is lost.
    ([("she came in the spring and stayed", "daeth hi yn y gwanwyn"), ("nobody knew why", "wyddai neb pam")],
     ["she came in the spring and stayed daeth hi yn y gwanwyn nobody knew why wyddai neb pam"], False),
])
def test_tables(rows, wanted, captions):
    """Two or three columns and more, with a row of titles or without."""
    draft = draft_of(word_file(body=table(*rows)), anyway=True)
    assert " ".join(text_of(draft).split()) == " ".join(" ".join(wanted).split())
    if wanted[0][0].isupper():
        assert text_of(draft).split("\n\n") == wanted
    assert ("captions.en.vtt" in draft.files) == captions


def test_words_beside_the_text_are_told():
    """Hidden and deleted words, footnotes, comments, and what stands at the edges of pages: left out, and named."""
    body = (f"<w:p>{run('Nia: I came ')}{run('HIDDEN ', '<w:vanish/>')}{run('shown ', '<w:vanish w:val=&quot;0&quot;/>'.replace('&quot;', chr(34)))}"
            "<w:del><w:r><w:delText>GONE</w:delText></w:r></w:del><w:r><w:footnoteReference w:id='2'/></w:r>"
            f"{run('here.')}</w:p><w:p>{run('Gwyn: Did you?')}</w:p>")
    packed = io.BytesIO(word_file(body=body))
    with zipfile.ZipFile(packed, "a") as archive:
        note = f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'><w:p>{run('LINE')}</w:p></w:footnote>"
        archive.writestr("word/footnotes.xml", f"{note}<w:footnote w:id='2'><w:p>{run('FOOT')}</w:p></w:footnote></w:footnotes>")
        archive.writestr("word/comments.xml", f"<w:comments {W}><w:comment w:id='0'><w:p>{run('MARGIN')}</w:p></w:comment></w:comments>")
        archive.writestr("word/header1.xml", f"<w:hdr {W}><w:p>{run('EDGE')}</w:p></w:hdr>")
    draft = draft_of(packed.getvalue())
    assert text_of(draft).split("\n\n") == ["Nia: I came shown here.", "Gwyn: Did you?"]
    told = {note.code: note.values["words"] for note in draft.notes if note.code.startswith("word-")}
    assert told == {"word-hidden": "HIDDEN", "word-deleted": "GONE", "word-footnote": "FOOT", "word-comment": "MARGIN", "word-edge": "EDGE"}


def test_a_text_box_is_kept_and_told():
    """Its words come once, behind their paragraph."""
    box = f"<w:txbxContent><w:p>{run('In the margin.')}</w:p></w:txbxContent>"
    twice = f"<w:r><mc:AlternateContent xmlns:mc='x'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    draft = draft_of(word_file(body=f"<w:p>{run('We ate.')}{twice}</w:p><w:p>{run('We left.')}</w:p>"))
    assert text_of(draft).split("\n\n") == ["We ate.", "In the margin.", "We left."]
    assert [n.values["words"] for n in draft.notes if n.code == "word-box"] == ["In the margin."]


@pytest.mark.parametrize(("part", "words"), [
    ("word/media/image1.png", "holds no text, only 1 picture"), ("word/other.xml", "holds no text"),
])
def test_a_word_file_without_words(part, words):
    """A file with only pictures is called so."""
    packed = io.BytesIO(word_file(body="<w:p><w:r><w:drawing/></w:r></w:p>"))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(part, "x")
    with pytest.raises(Refused, match=words):
        draft_of(packed.getvalue())


@pytest.mark.parametrize(("part", "words"), [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("content.xml", "LibreOffice")])
def test_files_of_other_office_programs(part, words):
    """Each is called by its name, with what to do."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(Refused, match=words):
        draft_of(packed.getvalue())
