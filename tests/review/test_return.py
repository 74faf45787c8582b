"""What came back from a reader: changes, ticks and remarks, and everything that can go wrong on the way."""

from __future__ import annotations

import random
import shutil
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import lay_out
from tests.review.editing import W14, Edited, W, piece, run, w
from whatmatters.reading.library_files import read_library
from whatmatters.review.comparing import compare
from whatmatters.review.document import review_docx
from whatmatters.review.outcome import Outcome
from whatmatters.review.showing import plain
from whatmatters.review.texts import Texts, read_texts

TODAY = date(2026, 11, 29)
NAME = "What Matters"
STORY, PAGE, BANK, LAW = "stories/magic-moments/the-blue-cup", "principles/carers.md", "questions/carers.md", "law/personal-plan"
WORDS = "interface/search"


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """The miniature library, which no test here changes."""
    return lay_out(tmp_path_factory.mktemp("review") / "project")


@pytest.fixture(scope="module")
def library(project):
    """It, read."""
    return read_library(project)


@pytest.fixture(scope="module")
def texts(library) -> Texts:
    """Its texts."""
    return read_texts(library)


@pytest.fixture(scope="module")
def sent(library, texts) -> bytes:
    """Five texts of five kinds, as they were sent to the reader."""
    chosen = [texts.by_id[i] for i in (STORY, PAGE, BANK, LAW, WORDS)]
    return review_docx(chosen, library.interface, library.glossary, NAME)


@pytest.fixture
def file(sent) -> Edited:
    """The file in the reader's hands."""
    return Edited(sent)


@pytest.fixture
def back(library, texts):
    """Brings a file back, and gives what follows from it."""
    return lambda edited, texts=texts: compare(
        edited if isinstance(edited, bytes) else edited.bytes(), "back.docx", texts, library.interface, NAME, TODAY
    )


def _row(texts: Texts, text_id: str, segment_id: str) -> int:
    """The number of a segment's row in the file."""
    ids = [(t, s.id) for t in (STORY, PAGE, BANK, LAW, WORDS) for s in texts.by_id[t].segments]
    return ids.index((text_id, segment_id)) + 1


def _said(outcome: Outcome) -> list[tuple[int, str, bool]]:
    return [(problem.line, problem.code, problem.advice) for problem in outcome.problems]


def _new(outcome: Outcome) -> list[str]:
    return [told.change.new for told in outcome.told]


def test_a_file_that_nobody_touched_changes_nothing(back, file):
    """No change, no problem, nothing sound."""
    outcome = back(file)
    assert (outcome.told, outcome.problems, outcome.sound, outcome.new_files) == ([], [], [], {})


def _lines_that_differ(old: str, new: str) -> list[str]:
    was, now = old.split("\n"), new.split("\n")
    assert len(was) == len(now)
    return [b for a, b in zip(was, now, strict=True) if a != b]


@pytest.mark.parametrize("tracked", [False, True])
def test_corrections_in_five_kinds_of_text(back, file, texts, tracked):
    """Plain or tracked, a correction comes into its own line of the source, and every other line stands."""
    for text_id in (STORY, PAGE, BANK, LAW, WORDS):
        segment = next(s for s in texts.by_id[text_id].segments if len(s.words("cy").split()) > 8 and not s.fixed)
        word = segment.words("cy").split()[3]
        file.replace(_row(texts, text_id, segment.id), f" {word} ", " GAIR ", tracked=tracked)
    outcome = back(file)
    assert not outcome.problems
    assert len(outcome.told) == len(outcome.new_files) == 5
    for told in outcome.told:
        where = told.change.place.where
        assert _lines_that_differ(texts.files[where].raw, outcome.new_files[where]) != []
        assert len(_lines_that_differ(texts.files[where].raw, outcome.new_files[where])) == 1
        assert "GAIR" in _lines_that_differ(texts.files[where].raw, outcome.new_files[where])[0]


def test_tracked_changes_count_as_accepted(back, file, texts):
    """Insertions stand, deletions are gone; moved words stand where they went; a new look of letters is no change."""
    number = _row(texts, STORY, "title")
    old = texts.by_id[STORY].by_id["title"].words("cy")
    tracked = 'w:id="5" w:author="S" w:date="2026-11-29T09:00:00Z"'
    file.write(
        number,
        f"<w:moveFrom {tracked}>{run('wedi mynd ')}</w:moveFrom>",
        f"<w:r><w:rPr><w:b/><w:rPrChange {tracked}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>{old}</w:t></w:r>",
        f"<w:moveTo {tracked}>{run(' yma')}</w:moveTo>",
        f"<w:ins {tracked}><w:del {tracked}>{run(' na', 'delText')}</w:del>{run(' eto')}</w:ins>",
    )
    assert _new(back(file)) == [f"{old} yma eto"]


def test_what_word_does_by_itself_is_no_change(back, file, texts):
    """Smart quotation marks, spaces that do not break, soft hyphens, dashes and formatting leave the sources alone."""
    for text_id in (STORY, PAGE, BANK, LAW, WORDS):
        for segment in texts.by_id[text_id].segments:
            words = segment.words("cy").replace("'", "’").replace(" - ", " – ").replace("...", "…")
            words = words.replace(' "', " “").replace('"', "”").replace(" a ", "\u00a0a ").replace("ll", "l\u00adl")
            escaped = words.replace("&", "&amp;").replace("<", "&lt;")
            file.write(_row(texts, text_id, segment.id), f"<w:r><w:rPr><w:i/></w:rPr><w:t>{escaped}</w:t></w:r>")
    outcome = back(file)
    assert (outcome.told, outcome.problems) == ([], [])


def test_ticks_name_and_day(back, file):
    """Ticked texts are sound, with the name and the day that stand at the head."""
    outcome = back(file.head("Siân  Puw", "29/11/2026").tick(STORY).tick(LAW))
    assert (outcome.sound, outcome.reader, outcome.day, outcome.problems) == ([LAW, STORY], "Siân Puw", TODAY, [])


def test_a_tick_goes_with_corrections(back, file, texts):
    """A text can be corrected and sound at once."""
    number = _row(texts, STORY, "title")
    outcome = back(file.head("Siân", "29.11.26").tick(STORY).write(number, run("Teitl arall")))
    assert (outcome.sound, _new(outcome), outcome.problems) == ([STORY], ["Teitl arall"], [])


def test_what_is_seen_is_the_tick(back, file):
    """A sign that somebody typed over the box counts, and so does a control that has lost its sign."""
    box = file.head("Siân", "29/11/2026").box(STORY)
    next(t for t in box.iter(w("t")) if t.text == "☐").text = "✓"
    assert back(file).sound == [STORY]
    next(t for t in box.iter(w("t")) if t.text == "✓").text = "☐"
    assert back(file).sound == []
    box.find(f".//{{{W14}}}checked").set(f"{{{W14}}}val", "1")
    outcome = back(file)
    assert (outcome.sound, [(p.code, p.advice) for p in outcome.problems]) == ([], [("X27", True)])
    next(t for t in box.iter(w("t")) if t.text == "☐").text = ""
    assert back(file).sound == [STORY]


@pytest.mark.parametrize(
    ("reader", "day", "codes"),
    [
        ("", "29/11/2026", ["X12"]), (" - ", "29/11/2026", ["X12"]), ("Siân", "", ["X13"]), ("Siân", "ddoe", ["X13"]),
        ("Siân", "30/11/2026", ["X13"]), ("Siân", "31/02/2026", ["X13"]), ("", "", ["X12", "X13"]), ("Siân", "2026-11-28", []),
    ],
)  # fmt: skip
def test_a_check_needs_a_reader_and_a_day(back, file, reader, day, codes):
    """When something is ticked, somebody must have read it, on a day that has come."""
    assert [problem.code for problem in back(file.head(reader, day).tick(STORY)).errors] == codes


def test_without_ticks_nobody_need_sign(back, file, texts):
    """Corrections alone need neither name nor day."""
    assert back(file.write(_row(texts, STORY, "title"), run("Teitl arall"))).problems == []


def test_comments_and_words_beside_the_tables_are_told(back, file, texts):
    """They are remarks for an editor: with their row, and never in a text."""
    number = _row(texts, PAGE, "summary")
    file.comment(number, "Ydy hwn yn iawn?")
    body = file.root.find(w("body"))
    body.insert(len(body) - 1, piece(f"<w:p>{run('Diolch yn fawr!')}</w:p>"))
    next(t for t in file.box(STORY).iter(w("t")) if "sound" in (t.text or "")).text += " ond gweler rhes 3"
    outcome = back(file)
    assert _said(outcome) == [(1, "X23", True), (1, "X23", True), (number, "X23", True)]
    assert "Siân: Ydy hwn yn iawn?" in outcome.problems[2].message
    assert not outcome.told


def test_english_is_never_taken(back, file, texts):
    """A changed English cell is a remark, with what was written."""
    outcome = back(file.write(_row(texts, PAGE, "summary"), run("Other words."), column=1))
    assert _said(outcome) == [(_row(texts, PAGE, "summary"), "X22", True)]
    assert "Other words." in outcome.problems[0].message
    assert not outcome.told


def test_fixed_words_are_told_and_left(back, file, texts):
    """A heading that every page of its kind has cannot be changed on one page."""
    outcome = back(file.write(_row(texts, PAGE, "what"), run("Dyma beth yw hyn")))
    assert _said(outcome) == [(_row(texts, PAGE, "what"), "X24", True)]
    assert not outcome.told


def test_line_breaks_in_a_cell(back, file, texts):
    """Breaks and new paragraphs are spaces, and the reader's editor is told."""
    number = _row(texts, STORY, "title")
    file.write(number, '<w:r><w:t>Un</w:t><w:br/><w:t>dau</w:t></w:r>')
    file.cell(number).append(piece(f"<w:p>{run('tri')}</w:p>"))
    outcome = back(file)
    assert _new(outcome) == ["Un dau tri"]
    assert _said(outcome) == [(number, "X26", True)]


# What cannot be taken: told with its row, all of it in one run, and nothing is written


def _refused(outcome: Outcome, *expected: tuple[int, str]) -> None:
    assert [(problem.line, problem.code) for problem in outcome.errors] == list(expected)
    assert all(problem.path == "back.docx" and problem.mend for problem in outcome.errors)


def test_an_empty_cell(back, file, texts):
    """Words are never deleted by an empty cell."""
    _refused(back(file.write(_row(texts, STORY, "title"))), (_row(texts, STORY, "title"), "X17"))


def test_rows_taken_out(back, file, texts):
    """Rows of a text that is still there are missed, plainly or tracked; a text that is gone as a whole is not."""
    first, other = _row(texts, STORY, "title"), _row(texts, STORY, "summary")
    file.drop(first)
    file.row(other).find(w("trPr")).append(piece('<w:del w:id="1" w:author="S" w:date="2026-11-29T09:00:00Z"/>'))
    outcome = back(file)
    _refused(outcome, (first, "X14"))
    assert f"{first}, {other}" in outcome.errors[0].message


def test_a_ticked_text_with_rows_taken_out(back, file, texts):
    """Only the rows are missed: it is not said that the text has changed since."""
    file.head("Siân", "21/11/2026").tick(STORY).drop(_row(texts, STORY, "title"))
    assert [code for _, code, _ in _said(back(file))] == ["X14"]


def test_a_text_taken_out_whole(back, file, texts):
    """A reader may send back only what she has read."""
    file.drop(*(_row(texts, STORY, s.id) for s in texts.by_id[STORY].segments))
    box = file.box(STORY)
    box.getparent().remove(box)
    assert back(file).problems == []


def test_a_box_taken_out(back, file):
    """Then the text cannot be recorded, which is told; its corrections count."""
    box = file.box(STORY)
    box.getparent().remove(box)
    assert _said(back(file)) == [(1, "X14", True)]


def test_rows_in_another_order(back, file, texts):
    """Rows are known wherever they stand."""
    number = _row(texts, STORY, "title")
    file.replace(number, texts.by_id[STORY].by_id["title"].words("cy"), "Teitl arall")
    row = file.row(number)
    row.getparent().append(row)
    outcome = back(file)
    assert (_new(outcome), outcome.problems) == (["Teitl arall"], [])
    assert [told.change.segment.id for told in outcome.told] == ["title"]


def test_doubled_rows(back, file, texts):
    """The same twice is told; two different wordings are refused."""
    number = _row(texts, STORY, "title")
    assert _said(back(file.double(number))) == [(number, "X15", True)]
    _refused(back(file.write(number, run("Teitl arall"))), (number, "X15"))


def test_joined_cells(back, file, texts):
    """Cells joined within a row, downwards, or two rows in one: each is named."""
    one, two, three, four = (_row(texts, PAGE, s.id) for s in texts.by_id[PAGE].segments[:4])
    row = file.row(one)
    row.remove(row.findall(w("tc"))[2])
    file.cell(two, 1).find(w("tcPr")).append(piece('<w:vMerge w:val="restart"/>'))
    file.cell(three, 0).find(w("p")).extend(list(file.cell(four, 0).find(w("p")))[1:])
    outcome = back(file)
    assert {(one, "X16"), (two, "X16"), (three, "X16")} <= {(p.line, p.code) for p in outcome.errors}


def test_a_row_put_in(back, file, texts):
    """A new row has no place in a text."""
    number = _row(texts, STORY, "summary")
    file.row(number).addnext(piece(f"<w:tr>{''.join(f'<w:tc><w:p>{run(t)}</w:p></w:tc>' for t in ('', 'new', 'newydd'))}</w:tr>"))
    outcome = back(file)
    _refused(outcome, (number, "X16"))
    assert "newydd" in outcome.errors[0].message


def test_markup_that_is_lost(back, file, texts):
    """A link without its mark is refused, with the mark and how to put it back."""
    segment = next(s for s in texts.by_id[PAGE].segments if "](1)" in s.words("cy"))
    number = _row(texts, PAGE, segment.id)
    outcome = back(file.write(number, run("Gofynnwch un cwestiwn agored.")))
    _refused(outcome, (number, "X19"))
    assert "[cwestiynau agored](1)" in outcome.errors[0].message
    ok = back(file.write(number, run("Gofynnwch un o'r [cwestiynau](1) agored.")))
    assert not ok.problems
    assert "[cwestiynau](../tools/open-questions.md)" in ok.new_files["docs/cy/principles/carers.md"]


def test_a_gap_that_is_lost(back, file, texts):
    """Placeholders such as {n} are filled by the program, and must stay."""
    segment = next(s for s in texts.by_id[BANK].segments if "{r-person}" in s.words("cy"))
    number = _row(texts, BANK, segment.id)
    _refused(back(file.replace(number, "{r-person}", "'r person")), (number, "X19"))


def test_markup_in_a_story(back, file, texts):
    """What no story may hold is refused as `check` would."""
    number = _row(texts, STORY, "summary")
    _refused(back(file.write(number, run("- rhestr yw hon"))), (number, "T07"))


def test_all_is_told_in_one_run(back, file, texts):
    """Every problem at once, in the order of the rows, and no file is to be written."""
    a, b = _row(texts, STORY, "title"), _row(texts, PAGE, "summary")
    outcome = back(file.tick(STORY).write(b).write(a, run("**Teitl**")))
    _refused(outcome, (1, "X12"), (1, "X13"), (a, "X19"), (b, "X17"))
    assert outcome.new_files == {}
    outcome = back(file.write(a, run("Teitl arall")))
    _refused(outcome, (1, "X12"), (1, "X13"), (b, "X17"))
    assert outcome.new_files == {}


def test_files_that_are_none(back, sent):
    """No Word file, half of one, a zip of something else, one that explodes, one that brings entities."""
    other = BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "a")
    edited = Edited(sent)
    edited.parts["word/document.xml"] = b""
    entities = Edited(sent)
    inner = etree.tostring(entities.root)
    broken: list[bytes] = [b"", b"PK", b"not a zip", sent[: len(sent) // 2], other.getvalue()]
    for name, data in (("word/document.xml", b"<w:docum"), ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]>' + inner),
                       ("_rels/.rels", b"<Relationships/>"), ("docProps/custom.xml", b"<")):  # fmt: skip
        with zipfile.ZipFile(BytesIO(sent)) as archive:
            parts = {n: archive.read(n) for n in archive.namelist()} | {name: data}
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for n, d in parts.items():
                archive.writestr(n, d)
        broken.append(made.getvalue())
    for raw in broken:
        _refused(back(raw), (1, "X10"))


def test_any_bytes(back, sent):
    """Whatever became of the file on its way, it is told in words."""
    rng = random.Random(5)
    for _ in range(60):
        raw = bytearray(sent)
        for _ in range(rng.choice([1, 20])):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        outcome = back(bytes(raw[: rng.choice([len(raw), rng.randrange(len(raw))])]))
        assert {problem.code for problem in outcome.problems} <= {"X10", "X11"}
        assert not outcome.told


def test_a_file_that_explodes(back, sent, monkeypatch):
    """A part that unpacks to more than any library is not unpacked."""
    monkeypatch.setattr("whatmatters.review.package.LARGEST", 1000)
    _refused(back(sent), (1, "X10"))
    monkeypatch.setattr("whatmatters.review.package.LARGEST_FILE", 1000)
    _refused(back(sent), (1, "X10"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"<vt:lpwstr>1</vt:lpwstr>", b"<vt:lpwstr>0</vt:lpwstr>", "another version"),
        (b"<vt:lpwstr>What Matters</vt:lpwstr>", b"<vt:lpwstr>Arall</vt:lpwstr>", "another project: Arall"),
        (b"whatmatters-review", b"something", "was not written by"),
    ],
)
def test_files_of_others(back, file, old, new, said):
    """Another project's file, an older form, and a Word file that is none of ours."""
    file.parts["docProps/custom.xml"] = file.parts["docProps/custom.xml"].replace(old, new)
    outcome = back(file)
    _refused(outcome, (1, "X11"))
    assert said in outcome.errors[0].message


def test_a_form_of_word_files_that_is_stricter(back, file, texts):
    """Saved as a strict Open XML document all names have another namespace."""
    file.write(_row(texts, STORY, "title"), run("Teitl arall"))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    raw = file.bytes()
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(W.encode(), strict.encode())
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for n, d in parts.items():
            archive.writestr(n, d)
    assert _new(back(made.getvalue())) == ["Teitl arall"]


# The source went on meanwhile


@pytest.fixture
def later(project, tmp_path):
    """Changes files of a copy of the project, and gives its texts as they are then."""
    root = tmp_path / "later"

    def change(*edits: tuple[str, str, str]) -> Texts:
        shutil.copytree(project, root)
        for where, old, new in edits:
            text = (root / where).read_text(encoding="utf-8")
            assert old in text
            (root / where).write_text(text.replace(old, new, 1), encoding="utf-8")
        return read_texts(read_library(root))

    return change


def test_where_the_reader_changed_nothing_the_source_stands(back, file, texts, later):
    """Its text is not recorded as checked, since she has not seen the new words; others are."""
    title = texts.by_id[STORY].by_id["title"].words("cy")
    now = later((f"{STORY}/cy.md", title, "Teitl newydd"))
    outcome = back(file.head("Siân", "29/11/2026").tick(STORY).tick(LAW), now)
    assert (outcome.told, outcome.sound) == ([], [LAW])
    assert [(p.code, p.advice) for p in outcome.problems] == [("X25", True)]
    assert back(Edited(file.bytes()), texts).sound == [LAW, STORY]


def test_where_both_changed_is_a_conflict(back, file, texts, later):
    """Both wordings are told, with the line of the source."""
    title = texts.by_id[STORY].by_id["title"].words("cy")
    now = later((f"{STORY}/cy.md", title, "Teitl newydd"))
    number = _row(texts, STORY, "title")
    outcome = back(file.write(number, run("Teitl arall")), now)
    _refused(outcome, (number, "X18"))
    assert all(words in outcome.errors[0].message for words in ("Teitl arall", "Teitl newydd", f"{STORY}/cy.md:2"))


def test_where_the_english_moved_on(back, file, texts, later):
    """Her correction counts, and the text is not recorded as checked."""
    title = texts.by_id[STORY].by_id["title"].words("en")
    now = later((f"{STORY}/en.md", title, "Another title"))
    outcome = back(file.head("S", "29/11/2026").tick(STORY).write(_row(texts, STORY, "title"), run("Teitl arall")), now)
    assert (_new(outcome), outcome.sound, [p.code for p in outcome.problems]) == (["Teitl arall"], [], ["X25"])


def test_a_piece_that_came_meanwhile(back, file, texts, later):
    """A new paragraph was not read: the text is not recorded as checked."""
    now = later(*((f"docs/{lang}/principles/carers.md", "## ", "Gair.\n\n## ") for lang in ("en", "cy")))
    outcome = back(file.head("S", "29/11/2026").tick(PAGE), now)
    assert (outcome.sound, [p.code for p in outcome.problems]) == ([], ["X25"])


def test_a_piece_that_went_meanwhile(back, file, texts, later):
    """Her words for it are told; where she has none, the text is just not recorded."""
    question = [s for s in texts.by_id[BANK].segments if s.kind == "question"][-1]
    own_id = question.id.rpartition("/")[2]
    now = later(*((f"docs/{lang}/questions/carers.md", f"- {question.words(lang)} {{{own_id}}}\n", "") for lang in ("en", "cy")))
    number = _row(texts, BANK, question.id)
    outcome = back(file.head("S", "29/11/2026").tick(BANK), now)
    assert (outcome.sound, [(p.code, p.advice) for p in outcome.problems]) == ([], [("X25", True)])
    _refused(back(file.write(number, run("Cwestiwn arall?")), now), (number, "X21"))


def test_a_text_that_went_meanwhile(back, file, texts):
    """It is named once, with what to do."""
    fewer = Texts({i: t for i, t in texts.by_id.items() if i != STORY}, texts.files)
    _refused(back(file, fewer), (1, "X21"))


def test_read_in_twice(back, file, texts, later):
    """What the sources have already is no change and no conflict; a tick then counts too."""
    title = texts.by_id[STORY].by_id["title"].words("cy")
    now = later((f"{STORY}/cy.md", title, "Teitl arall"))
    file.head("S", "29/11/2026").tick(STORY).write(_row(texts, STORY, "title"), run("Teitl arall"))
    outcome = back(file, now)
    assert (outcome.told, outcome.sound, outcome.problems) == ([], [STORY], [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("un dau tri", "un pedwar tri", "un [-dau-] {+pedwar+} tri"),
        ("un", "un dau", "un {+dau+}"),
        (" ".join(map(str, range(60))), " ".join(map(str, range(59))) + " x", "… 47 48 49 50 51 52 53 54 55 56 57 58 [-59-] {+x+}"),
    ],
)
def test_changes_word_by_word(old, new, expected):
    """What went and what came stand in marks, and long stretches that stay are cut short."""
    assert plain(old, new) == expected
