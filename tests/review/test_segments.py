"""Segments and their way back into the sources, over every text of the real library."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.texts import story_texts
from whatmatters.review.changing import Change, new_files
from whatmatters.review.encoding import Cell, Prose
from whatmatters.review.markup import lost_and_found, restore, show
from whatmatters.review.reflow import reflow
from whatmatters.review.segments import Segment, Text
from whatmatters.review.source_file import BOM, Edit, SourceFile
from whatmatters.review.texts import Texts, data_texts, page_text, read_texts, words_of
from whatmatters.review.typography import settled


@pytest.fixture(scope="module")
def library(real):
    """The real library: the promises here are for every text of it."""
    return real


@pytest.fixture(scope="module")
def texts(library) -> Texts:
    """All texts of the real library."""
    return read_texts(library)


def test_every_text_is_there(texts, library):
    """What goes out to a reader has the very ids by which checks are recorded, so that no check is lost on the way back."""
    assert set(texts.by_id) == set(library.texts)
    assert texts.named("law/personal-plan") == ("law/personal-plan",)
    assert set(texts.named("stories/")) == {text for story in library.stories.values() for text in story_texts(library, story)}
    conductor = library.stories["the-conductor"]
    assert texts.named(conductor.folder) == (conductor.folder, f"{conductor.folder}/film")
    assert texts.named("law") == tuple(sorted(f"law/{topic.id}" for topic in library.read_across.topics))
    assert texts.named("nothing") == ()


def test_every_segment_says_where_it_stands(texts):
    """The letters between start and end are the source, on the line that is named; ids are not given twice."""
    for text in texts.by_id.values():
        assert len(text.by_id) == len(text.segments), text.id
        for segment in text.segments:
            assert set(segment.places) == set(LANGUAGES), (text.id, segment.id)
            for place in segment.places.values():
                source = texts.files[place.where].text
                assert source[place.start : place.end] == place.source
                assert source[: place.start].count("\n") + 1 == place.line
                assert place.words.strip(), (text.id, segment.id)
                # What was read with its whole file is what its letters alone say.
                assert place.shown == show(place.encoding.decode(place.source)), (text.id, segment.id)


def test_segments_of_a_file_do_not_overlap(texts):
    """No letter belongs to two segments."""
    by_file: dict[str, list[tuple[int, int]]] = {}
    for text in texts.by_id.values():
        for segment in text.segments:
            for place in segment.places.values():
                by_file.setdefault(place.where, []).append((place.start, place.end))
    for where, spans in by_file.items():
        spans.sort()
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), where


def test_words_go_back_as_they_came(texts):
    """Written back unchanged, every segment of every source gives the very same bytes."""
    edits: dict[str, list[Edit]] = {}
    for text in texts.by_id.values():
        for segment in text.segments:
            for p in segment.places.values():
                assert p.encoding.decode(p.source) == restore(p.words, p.shown.marks), (text.id, segment.id)
                written = p.encoding.encode(p.source, restore(p.words, p.shown.marks))
                edits.setdefault(p.where, []).append(Edit(p.start, p.end, written))
    for where, its in edits.items():
        path = REPOSITORY / where
        assert texts.files[where].edited(its).encode() == path.read_bytes(), where


def _other_words(words: str, rng: random.Random) -> str:
    """One word doubled, changed or put in, at a place where no mark stands."""
    parts = words.split(" ")
    plain = [i for i, part in enumerate(parts) if part.strip("'\".,?!:;").isalpha()]
    if not plain:
        return f"{words} ŵyr"
    i = rng.choice(plain)
    parts[i] = rng.choice([f"{parts[i]} {parts[i]}", "gair'n", f"ŷd, {parts[i]}", "“beth: #1” 'n"])
    return " ".join(parts)


def test_a_change_changes_that_segment_alone(texts):
    """Over all texts, by sampling: after a change the file reads as before but for those words, and every line that is not theirs is the same."""
    rng = random.Random(7)
    by_file: dict[str, list[tuple[Text, Segment]]] = {}
    for text in texts.by_id.values():
        for segment in text.segments:
            by_file.setdefault(segment.places["cy"].where, []).append((text, segment))
    sample = [one for its in by_file.values() for one in rng.sample(its, min(3, len(its)))]
    for text, segment in sample:
        change = Change(text.id, segment, "cy", settled(segment.words("cy"), _other_words(segment.words("cy"), rng)))
        new, refused = new_files(texts, [change])
        assert not refused, (text.id, segment.id, change.new, refused)
        (where, raw), = new.items()
        place, source = change.place, texts.files[where].raw
        assert raw.startswith(source[: place.start]), (text.id, segment.id)
        assert raw.endswith(source[place.end :]), (text.id, segment.id)
        assert raw != source


def test_all_segments_of_a_text_can_change_at_once(texts):
    """Changes of one file do not get into each other's way."""
    rng = random.Random(3)
    for text_id in ("principles/carers.md", "tools/so-what-game.md", "law/personal-plan", "glossary", "interface/session"):
        changes = [Change(text_id, s, "cy", settled(s.words("cy"), _other_words(s.words("cy"), rng)))
                   for s in texts.by_id[text_id].segments]  # fmt: skip
        new, refused = new_files(texts, changes)
        assert not refused
        assert len(new) == 1


# One promise at a time, on small sources


def _page(text: str) -> tuple[Texts, Text]:
    sources = {lang: SourceFile(f"docs/{lang}/a.md", Path("a.md"), text, text) for lang in LANGUAGES}
    library = type("L", (), {"anatomy": type("A", (), {"root": {}})})
    page = page_text("a.md", sources, library)
    return Texts({"a.md": page}, {s.where: s for s in sources.values()}), page


def _data(text: str) -> tuple[Texts, Text]:
    source = SourceFile("docs/data/a.yml", Path("a.yml"), text.removeprefix(BOM).replace("\r\n", "\n"), text)
    page = next(data_texts(source))
    return Texts({page.id: page}, {source.where: source}), page


def _changed(made: tuple[Texts, Text], segment_id: str, words: str) -> str:
    texts, text = made
    new, refused = new_files(texts, [Change(text.id, text.by_id[segment_id], "cy", words)])
    return "; ".join(f"{r.code} {r.message}" for r in refused) if refused else next(iter(new.values()))


HEAD = "---\ntitle: Un\nsummary: Dau\n---\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Un {#one}\n\nGair.\n\nGair dau.\n", ["one", "one/p0.1", "one/p0.2"]),
        ("- Un\n- Dau\n  a mwy {#x}\n\nTri\n", ["i0.1", "#x", "p1.1"]),
        ("| A | B |\n| --- | --- |\n| &nbsp; | c \\| d |\n", ["t0.0.1", "t0.0.2", "t0.1.2"]),
        ("```sh\nmake check\n```\n\nGair\n", ["p1.1"]),
        ("{!includes/cy/x.md!}\n\n<!-- stories -->\n\nGair\n{: .lead}\n", ["p2.1"]),
        ('!!! note "Teitl"\n    Gair yn y blwch.\n', ["box1", "p1.1"]),
        ("> Gair\n> a gair.\n\n<div>\n\nun  \ndau\n\n</div>\n", ["p0.1", "p1.1", "p1.2"]),
        ("<!-- nodyn\n\ni olygydd -->\nGair\n", ["p1.1"]),
    ],
)
def test_the_pieces_of_a_page(body, expected):
    """Words are segments; code, comments, marks, includes, attributes and empty cells are none."""
    _, page = _page(HEAD + body)
    assert [segment.id for segment in page.segments] == ["title", "summary", *expected]


@pytest.mark.parametrize(
    ("body", "segment", "new", "expected"),
    [
        ("## Un {#one}\n", "one", "Dau dri", "## Dau dri {#one}\n"),
        ("- Un? {#x}\n", "#x", "Dau?", "- Dau? {#x}\n"),
        ("| A | B |\n|---|:--|\n| un|  dau  |\n", "t0.1.2", "a | b", "| A | B |\n|---|:--|\n| un|  a \\| b  |\n"),
        ("> Un dau.\n> Tri.\n", "p0.1", "Un pedwar. Tri.", "> Un pedwar.\n> Tri.\n"),
        ("Gweler [yma](../a.md#b).\n", "p0.1", "Ewch [i'r fan hon](1).", "Ewch [i'r fan hon](../a.md#b).\n"),
        ('Y <span lang="en">Act</span>.\n', "p0.1", "Hen {1}Act{2}.", 'Hen <span lang="en">Act</span>.\n'),
        ("Gair {: .x }\n", "p0.1", "Hen air {1}", "Hen air {: .x }\n"),
    ],
)
def test_markup_stays(body, segment, new, expected):
    """Ids, links, HTML, quotation signs and the borders of a table stand as they stood."""
    assert _changed(_page(HEAD + body), segment, new) == HEAD + expected


@pytest.mark.parametrize(
    ("source", "new", "expected"),
    [
        ("a: {en: x, cy: un}\n", "dau", "a: {en: x, cy: dau}\n"),
        ("a: {en: x, cy: un}  # nodyn\n", "un, dau", 'a: {en: x, cy: "un, dau"}  # nodyn\n'),
        ("a:\n  en: x\n  cy: un\n", "un, dau: tri", 'a:\n  en: x\n  cy: "un, dau: tri"\n'),
        ("a:\n  en: x\n  cy: un\n", "no", 'a:\n  en: x\n  cy: "no"\n'),
        ("a:\n  en: x\n  cy: un # nodyn\n", "un, dau", "a:\n  en: x\n  cy: un, dau # nodyn\n"),
        ('a: {en: x, cy: "un"}\n', 'y "gair"', 'a: {en: x, cy: "y \\"gair\\""}\n'),
        ("a: {en: x, cy: 'un'}\n", "i'r", "a: {en: x, cy: 'i''r'}\n"),
        ("a:\n  en: x\n  cy: >\n    Un dau.\n    Tri.\n\nb: 1\n", "Un deg. Tri.", "a:\n  en: x\n  cy: >\n    Un deg.\n    Tri.\n\nb: 1\n"),
        ("a:\n  en: x\n  cy: |-\n    Un\n    dau\nb: 1\n", "Un\ntri", "a:\n  en: x\n  cy: |-\n    Un\n    tri\nb: 1\n"),
        ("a:\n  en: x\n  cy: Un dau.\n    Tri.\nb: 1\n", "Un deg. Tri.", "a:\n  en: x\n  cy: Un deg.\n    Tri.\nb: 1\n"),
        ('a:\n  en: x\n  cy: "Un dau.\n    Tri."\n', "Un deg. Tri.", 'a:\n  en: x\n  cy: "Un deg.\n    Tri."\n'),
        ("b: 1\r\n\r\na: {en: x, cy: un}\r\nc: 1\r\n", "dau", "b: 1\r\n\r\na: {en: x, cy: dau}\r\nc: 1\r\n"),
        ("\ufeffa: {en: x, cy: un}\n", "dau", "\ufeffa: {en: x, cy: dau}\n"),
    ],
)
def test_one_string_of_yaml(source, new, expected):
    """Style, comments, blocks and line ends stay; a plain string gets quotation marks where it needs them."""
    assert _changed(_data(source), "a", new) == expected


@pytest.mark.parametrize(
    ("body", "new", "code"),
    [
        ("Gweler [yma](../a.md).\n", "Gweler yma.", "X19 [yma](1) is gone"),
        ("Gair.\n", "Gair [yma](../a.md).", "X19 ]( is new"),
        ("Mae{person} yma.\n", "Mae'r person yma.", "X19 {person} is gone"),
        ("Gair.\n", "Gair {name}.", "X19 {name} is new"),
        ("Gair **trwm**.\n", "Gair trwm.", "X19 **, ** is gone"),
        ("Gweler [**yma**](../a.md).\n", "Gweler [yma](1).", "X19 **, ** is gone"),
        ("Gweler [yma](../a.md).\n", "Gweler yma](1).", "X19 [yma](1) is gone"),
        ("Y `make check`.\n", "Y `make chek`.", "X19 `make check` is gone"),
        ("Gair.\n", "# Gair", "X20 these words would be read as a block of another kind"),
        ("Gair.\n", "- Gair", "X20 these words would be read as a block of another kind"),
        ("Gair.\n", "<b>Gair", "X19 <b is new"),
    ],
)
def test_what_is_refused(body, new, code):
    """A lost link, gap or mark, a new one, and words that would make another block of the page."""
    assert code in _changed(_page(HEAD + body), "p0.1", new)


@pytest.mark.parametrize(
    ("lines", "new", "expected"),
    [
        (["Un dau."], "Un dau tri. Pedwar.", ["Un dau tri. Pedwar."]),
        (["Un dau.", "Tri pedwar."], "Un deg. Tri pedwar.", ["Un deg.", "Tri pedwar."]),
        (["Un dau,", "tri pedwar."], "Un deg, tri pedwar.", ["Un deg,", "tri pedwar."]),
        (["Un dau.", "Tri."], "Un dau. Newydd yma. Tri.", ["Un dau.", "Newydd yma.", "Tri."]),
        (["Un dau.", "Tri.", "Pump."], "Un dau. Pump.", ["Un dau.", "Pump."]),
        (["Un dau.", "Tri pedwar."], "Un dau, a thri pedwar.", ["Un dau, a thri pedwar."]),
    ],
)
def test_lines_end_with_sentences(lines, new, expected):
    """Lines end where they ended; new sentences get lines of their own."""
    assert reflow(lines, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Dwi'n dweud \"na\".", "Dwi’n dweud “na”.", "Dwi'n dweud \"na\"."),
        ("un - dau ...", "un – dau …", "un - dau ..."),
        ("Dwi'n mynd.", "Dwi’n\u00a0dod.", "Dwi'n dod."),
        ("Y “gair” hwn.", "Y “gair” hynny’n.", "Y “gair” hynny’n."),
        ("un dau", "un\ndau tri", "un dau tri"),
        ("un\ndau", "un\ntri", "un\ntri"),
        ("t\u0175", "tw\u0302", "t\u0175"),
        ("un dau", " un\u00ad \u200b dau  ", "un dau"),
        ("un  dau", "un dau", "un  dau"),
        ("Mae e.", "Mae’r ci “yma”.", "Mae'r ci \"yma\"."),
    ],
)
def test_what_word_changes_by_itself(old, new, expected):
    """Quotation marks, dashes, dots and spaces that differ alone are no change; new words take the source's signs."""
    assert settled(old, new) == expected


@pytest.mark.parametrize("source", ["[a](b)", "![a](b.webp){: .c}", "a {#b} c&nbsp;<br>d", "`{a}` {b} **c**", "{0} [a](b)", "[a][b]"])
def test_marks_stand_for_what_they_hide(source):
    """Shown and restored, a source is what it was, and nothing of it counts as lost."""
    shown = show(source)
    assert restore(shown.words, shown.marks) == source
    assert lost_and_found(shown.words, shown.words) == ((), ())


def test_forms_of_words():
    """A paragraph's lines are joined for a reader; a stroke in a cell is plain to her."""
    assert Prose("  ").decode("un\n  dau") == "un dau"
    assert Cell().decode("a \\| b") == "a | b"


def test_all_words_of_a_file(texts):
    """What a file is checked against after a change holds every segment that stands in it."""
    source = texts.files["docs/cy/principles/carers.md"]
    assert set(words_of(source).values()) == {s.words("cy") for s in texts.by_id["principles/carers.md"].segments}
