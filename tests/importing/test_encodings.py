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
