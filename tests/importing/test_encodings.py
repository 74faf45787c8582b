"""From bytes to text: ŵ, ŷ and the apostrophes of Welsh in every encoding that people have."""

from __future__ import annotations

import pytest

from .words import codes_of, draft_of, paragraphs_of

CUE = "1\n00:00:01,000 --> 00:00:02,000\n"
WELSH = "Mae'r tŷ ar y bryn, a'r dŵr yn y ffos."
OLD = "Mae’r tân yn isel – “ôl traed”."


@pytest.mark.parametrize(("encoding", "shown"), [
    ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"),
    ("utf-32", "UTF-32"), ("iso8859_14", "ISO-8859-14"),
])
def test_welsh_letters_come_through(encoding, shown):
    """Each encoding that has ŵ and ŷ, with its mark or without."""
    draft = draft_of((CUE + WELSH).encode(encoding), "cy")
    assert draft.source.encoding == shown
    assert paragraphs_of((CUE + WELSH).encode(encoding), "cy") == [WELSH]


def test_windows_1252_is_a_guess_that_is_told():
    """The old encoding of Windows has no ŵ: it is read, and the report says so."""
    draft = draft_of((CUE + OLD).encode("cp1252"), "cy")
    assert paragraphs_of((CUE + OLD).encode("cp1252"), "cy") == [OLD]
    assert "encoding" in codes_of(draft)
    assert "Windows-1252" in draft.files["import-report.md"]


@pytest.mark.parametrize(("given", "wanted", "code"), [
    ("Tŷ’r dŵr – Siân".encode().decode("cp1252"), "Tŷ’r dŵr – Siân", "decoded-twice"),
    ("ty\u0302 a dw\u0302r", "tŷ a dŵr", "composed"),
    ("gof\u200bal\u00a0da", "gofal da", "unseen"),
    ("gofal\x0bda", "gofal da", "control"),
])
def test_spoiled_letters_are_mended_and_told(given, wanted, code):
    """What programs have done to letters is undone, and the report has a line for it with its place."""
    draft = draft_of(CUE + given, "cy")
    assert paragraphs_of(CUE + given, "cy") == [wanted]
    assert [(note.code, note.place) for note in draft.notes if note.code == code] == [(code, 3)]


@pytest.mark.parametrize("text", ["Café, naïve, 5 × 6 = 30 €", "Ôl-nodyn: “Â”", "Siân, Llŷr a Gŵyn"])
def test_sound_letters_stay(text):
    """Letters that only look like spoiled ones are left alone."""
    assert paragraphs_of(CUE + text, "cy") == [text]


def test_a_file_cut_inside_a_letter():
    """What stands before the cut is kept, and the cut is told."""
    raw = (CUE + "Mae'r tŷ").encode()[:-1]
    assert paragraphs_of(raw, "cy") == ["Mae'r t"]
    assert "half-letter" in codes_of(draft_of(raw, "cy"))


TTML = '<?xml version="1.0" encoding="{}"?><tt><body><div><p begin="1s" end="2s">{}</p></div></body></tt>'
SRV1 = '<?xml version="1.0" encoding="{}"?><transcript><text start="0" dur="2">{}</text></transcript>'


@pytest.mark.parametrize("form", [TTML, SRV1])
@pytest.mark.parametrize(("declared", "encoding", "words"), [
    ("ISO-8859-14", "iso8859_14", WELSH), ("UTF-16", "utf-16", WELSH), ("UTF-8", "utf-16", WELSH), ("UTF-16", "utf-8", WELSH),
    ("windows-1252", "cp1252", OLD), ("ISO-8859-1", "utf-8", OLD), ("ISO-8859-1", "iso8859_1", "Mae'r tân ar yr ôl."),
])
def test_xml_that_declares_an_encoding(form, declared, encoding, words):
    """What an XML file says of its encoding changes nothing: the text has been decoded already, rightly or not."""
    assert paragraphs_of(form.format(declared, words).encode(encoding), "cy") == [words]


@pytest.mark.parametrize(("escaped", "wanted", "codes"), [
    (r"helo \ud83d bawb", "helo \ufffd bawb", {"broken-letter"}),
    (r'w"}, {"utf8": "y\u0302', "wŷ", {"composed"}),
    (r'\ud83d"}, {"utf8": "\ude00 ie', "😀 ie", set()),
    (r"go\u200bfal\u00a0da", "gofal da", {"unseen"}),
])
def test_letters_that_json_hides(escaped, wanted, codes):
    """JSON's references are letters like any others: mended and told; half of an emoji is no reason to fall over."""
    source = '{"events": [{"tStartMs": 0, "dDurationMs": 900, "segs": [{"utf8": "' + escaped + '"}]}]}'
    draft = draft_of(source, "cy", anyway=True)
    assert paragraphs_of(source, "cy", anyway=True) == [wanted]
    assert set(codes_of(draft)) & {"broken-letter", "composed", "unseen"} == codes
    assert draft.files["cy.md"].encode()
