"""The Word file for a fluent reader: what stands in it, and that every text can be read back from it."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from lxml import etree

from tests.review.editing import W14, w
from whatmatters.review.document import review_docx
from whatmatters.review.package import open_word
from whatmatters.review.returned import read_returned
from whatmatters.review.terms import Terms
from whatmatters.review.texts import read_texts

TEXTS = ("principles/carers.md", "law/personal-plan", "includes/ground-rules.md")


@pytest.fixture(scope="module")
def library(real):
    """The real library."""
    return real


@pytest.fixture(scope="module")
def texts(library):
    """All its texts."""
    return read_texts(library)


@pytest.fixture(scope="module")
def made(library, texts) -> bytes:
    """Three texts as a Word file."""
    return review_docx([texts.by_id[i] for i in TEXTS], library.interface, library.glossary, "What Matters")


def _part(raw: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return etree.fromstring(archive.read(name))


def test_the_same_bytes_each_time(made, library, texts):
    """A file that is written twice is one file."""
    again = review_docx([texts.by_id[i] for i in TEXTS], library.interface, library.glossary, "What Matters")
    assert again == made


def test_every_text_of_the_library_can_be_read_back(library, texts):
    """Each segment of each text stands in the file once, with the very words of both languages."""
    raw = review_docx(list(texts.by_id.values()), library.interface, library.glossary, "What Matters")
    returned = read_returned(open_word(raw))
    rows = {(row.codes[0].text, row.codes[0].segment): row.cells[1:] for row in returned.rows}
    assert rows == {(t.id, s.id): (s.words("en"), s.words("cy")) for t in texts.by_id.values() for s in t.segments}
    assert len(rows) == len(returned.rows)
    assert set(returned.boxes) == set(texts.by_id)
    assert (returned.ticked, returned.beside, returned.comments) == (set(), [], [])


def test_how_it_is_laid_out(made):
    """A4 on its side, 12 points; a title; Welsh instructions before English ones; a place for name and day."""
    document = docx.Document(io.BytesIO(made))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert _part(made, "word/styles.xml").find(f".//{w('rPrDefault')}//{w('sz')}").get(w("val")) == "24"
    assert document.core_properties.title == "Darllen y Gymraeg · Reading the Welsh"
    said = [p.text for p in document.paragraphs]
    assert next(i for i, t in enumerate(said) if t.startswith("Beth i'w wneud")) < next(
        i for i, t in enumerate(said) if t.startswith("What to do")
    )
    assert [row.cells[0].text.split("wm|")[0] for row in document.tables[0].rows] == [
        "Enw neu rôl y darllenydd · Name or role of the reader",
        "Dyddiad, er enghraifft 29/11/2026 · Date, for example 29/11/2026",
    ]


def test_tables_for_those_who_do_not_see_them(made):
    """Every table of a text has a title and one header row, which is repeated; no row is parted between pages."""
    tables = _part(made, "word/document.xml").findall(f".//{w('tbl')}")[1:]
    assert len(tables) == len(TEXTS)
    for table in tables:
        assert table.find(f".//{w('tblCaption')}").get(w("val"))
        rows = table.findall(w("tr"))
        assert [row.find(f".//{w('tblHeader')}") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f".//{w('cantSplit')}") is not None for row in rows)
        assert {len(row.findall(w("tc"))) for row in rows} == {3}


def test_every_run_names_its_language(made):
    """English cells are British English and Welsh cells Welsh, for spelling and for speech."""
    for table in _part(made, "word/document.xml").findall(f".//{w('tbl')}")[1:]:
        for row in table.findall(w("tr"))[1:]:
            for cell, lang in zip(row.findall(w("tc"))[1:], ("en-GB", "cy-GB"), strict=True):
                assert {r.find(f"{w('rPr')}/{w('lang')}").get(w("val")) for r in cell.iter(w("r"))} == {lang}


def test_a_box_under_every_text(made):
    """A control that a click ticks, and its words in both languages."""
    boxes = [p for p in _part(made, "word/document.xml").iter(w("p")) if p.find(f".//{{{W14}}}checkbox") is not None]
    assert len(boxes) == len(TEXTS)
    for box in boxes:
        assert "☐  Mae'r testun hwn yn iawn · This text is sound" in "".join(box.itertext())
        assert box.find(f".//{{{W14}}}checked").get(f"{{{W14}}}val") == "0"
    ids = [one.get(w("val")) for one in _part(made, "word/document.xml").iter(w("id"))]
    assert len(set(ids)) == len(ids)


def test_terms_are_marked_and_listed(made, library):
    """Terms of the glossary are underlined in both cells, mutated or in the plural, and listed above the table."""
    root = _part(made, "word/document.xml")
    marked = {"".join(r.itertext()).lower() for r in root.iter(w("r")) if r.find(f"{w('rPr')}/{w('rStyle')}") is not None}
    assert {"carers", "carer", "gofalwr", "outcome", "ganlyniad"} & marked >= {"carers", "gofalwr"}
    listed = next("".join(p.itertext()) for p in root.iter(w("p")) if "Termau yn y testun hwn" in "".join(p.itertext()))
    assert "carer – gofalwr" in listed


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Mae gan ofalwr gynllun personol.", "cy", ["ofalwr", "gynllun personol"]),
        ("Carers and a personal plan", "en", ["Carers", "personal plan"]),
        ("y gofalwriaeth hon", "cy", []),
        ("ei chynllun personol", "cy", ["chynllun personol"]),
    ],
)
def test_where_terms_stand(library, text, lang, expected):
    """Whole words alone, the longer of two that overlap, in every form of the first letter."""
    assert [text[a:b] for (a, b), _ in Terms(library.glossary).marked(text, lang)] == expected


def test_nothing_of_a_machine_in_it(made):
    """No path, no user, no moment of the day."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            if info.filename.endswith((".xml", ".rels")):
                assert not re.search(rb"/home/|/work/|/tmp/|[A-Z]:\\", archive.read(info))
