"""The Word document: whole, editable, and read out in the right language with its headings, lists and tables."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from whatmatters.deck.pack_description import describe
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.office.word_handout import handout_docx
from whatmatters.typography.fonts import FOLDER

LANGS = pytest.mark.parametrize("lang", LANGUAGES)
LOCALES = {"en": "en-GB", "cy": "cy-GB"}


@pytest.fixture(scope="module")
def documents(made):
    return {lang: docx.Document(made[f"handout-{lang}.docx"].path) for lang in LANGUAGES}


def paragraphs(document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.style_id == style]


def whole_text(document) -> str:
    return "\n".join(t.text or "" for t in document.element.body.iter(qn("w:t")))


@LANGS
def test_every_word_of_a_story_is_there(long_library, documents, lang):
    """Title, text to the pause, what is asked there, then the ending, what is asked afterwards and the source."""
    said = [p.text for p in documents[lang].paragraphs]
    stop = long_library.interface("packs-stop", lang)
    assert set(paragraphs(documents[lang], "WmPause")) == {stop}
    for story in long_library.stories.values():
        text = story.texts[lang]
        at = said.index(text.title)
        order = (*text.before, stop, *text.at_pause, *text.after, *text.afterwards)
        for words in order:
            at = said.index(words, at + 1)
        assert any(story.facts.source.title in words for words in said[at + 1 : at + 20])


@LANGS
def test_it_holds_the_plan_and_what_is_filled_in(long_library, documents, lang):
    said = whole_text(documents[lang])
    session = long_library.session
    wanted = [
        *session.ground_rules,
        *session.facilitation.follow_ups,
        *(s.text for s in session.agendas[1].steps),
        *(p.prompt for p in (*session.facilitation.record, *session.facilitation.slips)),
        *session.facilitation.log,
    ]
    assert all(words[lang] in said for words in wanted)


@LANGS
def test_headings_are_headings(long_library, documents, lang):
    """One of the first level, and none leaves a level out."""
    document = documents[lang]
    assert paragraphs(document, "Heading1") == [long_library.recipes["all-of-it"].title[lang]]
    titles = [story.texts[lang].title for story in long_library.stories.values()]
    assert set(titles) <= set(paragraphs(document, "Heading2"))
    assert paragraphs(document, "Heading3").count(long_library.interface("packs-next", lang)) == len(titles)
    levels = [int(p.style.style_id[-1]) for p in document.paragraphs if p.style.style_id.startswith("Heading")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    names = {s.style_id: s.name for s in document.styles}
    assert names["Heading1"] == "Heading 1"


@LANGS
def test_every_run_names_its_language(long_library, documents, lang):
    """Everything in the document's language, but for titles of sources, which are English."""
    document = documents[lang]
    sources = {f"{s.facts.source.title}. {s.facts.source.publisher}." for s in long_library.stories.values()}
    runs = [r for part in (document.element.body, document.sections[0].footer._element) for r in part.iter(qn("w:r"))]
    texts = [r for r in runs if r.find(qn("w:t")) is not None]
    assert len(texts) > 200
    for run in texts:
        found = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        text = "".join(t.text or "" for t in run.iter(qn("w:t")))
        assert found is not None, text
        assert found.get(qn("w:val")) == ("en-GB" if text in sources else LOCALES[lang]), text
    assert sources <= {"".join(t.text or "" for t in r.iter(qn("w:t"))) for r in texts}
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == LOCALES[lang]


@LANGS
def test_tables_have_header_rows(documents, lang):
    """A plan for each story; the first row, and it alone, comes again on every page and is read as a header."""
    tables = documents[lang].tables
    assert len(tables) == 3
    for table in tables:
        heads = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert sum(c.width for c in table.columns) == pytest.approx(174 * 36000, rel=0.01)


@LANGS
def test_lists_are_lists_and_every_one_begins_at_one(long_library, documents, lang):
    """Questions are numbered by Word, and each story's from 1."""
    document = documents[lang]
    numbers = {}
    for p in document.paragraphs:
        if p.style.style_id == "ListNumber":
            numbers.setdefault(p._p.pPr.numPr.numId.val, []).append(p.text)
    texts = [story.texts[lang] for story in long_library.stories.values()]
    assert all(list(own) in numbers.values() for text in texts for own in (text.at_pause, text.afterwards))
    overrides = {
        n.numId: n.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
        for n in document.part.numbering_part.element.num_lst
    }
    assert all(overrides[n].get(qn("w:val")) == "1" for n in numbers)


@LANGS
def test_nothing_stands_on_a_page_without_its_like(long_library, documents, lang):
    """Under a heading stand at least two of its lines, and of a list at least two items, wherever a page ends."""
    paragraphs = documents[lang].paragraphs

    def is_kept(paragraph) -> bool:
        return bool(paragraph.paragraph_format.keep_with_next)

    facilitation = long_library.session.facilitation
    roles = [p for p in paragraphs if any(p.text.endswith(role.does[lang]) for role in facilitation.roles)]
    assert len(roles) == len(facilitation.roles) > 2
    assert [is_kept(role) for role in roles] == [True, *[False] * (len(roles) - 1)]
    items = [p for p in paragraphs if any(p.text == item[lang] for item in facilitation.before)]
    assert len(items) == len(facilitation.before) > 3
    assert [is_kept(item) for item in items] == [True, *[False] * (len(items) - 3), True, False]


@LANGS
def test_what_is_said_of_the_file(long_library, documents, lang):
    said, recipe = documents[lang].core_properties, long_library.recipes["all-of-it"]
    assert said.title.startswith(recipe.title[lang])
    assert (said.author, said.language) == (long_library.interface("packs-author", lang), LOCALES[lang])
    assert said.subject == recipe.purpose[lang]
    assert said.created == said.modified


@LANGS
def test_text_is_12_points_on_a4(documents, lang):
    """Nothing in the document's text is smaller; the footer alone is."""
    document = documents[lang]
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    sizes = {
        s.style_id: int(s.element.find(f".//{qn('w:sz')}").get(qn("w:val"))) / 2
        for s in document.styles
        if s.element.find(f".//{qn('w:sz')}") is not None
    }
    assert int(document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:sz')}").get(qn("w:val"))) == 24
    assert {name for name, size in sizes.items() if size < 12} == {"Footer"}


@LANGS
def test_the_font_goes_with_the_document(made, lang):
    """Both weights, veiled as Word wants them, with Verdana named for programs that cannot read them."""
    with zipfile.ZipFile(made[f"handout-{lang}.docx"].path) as read:
        table = docx.oxml.parse_xml(read.read("word/fontTable.xml"))
        (font,) = table
        assert font.get(qn("w:name")) == "Atkinson Hyperlegible Next"
        assert font.find(qn("w:altName")).get(qn("w:val")) == "Verdana"
        for number, (tag, file) in enumerate((("embedRegular", "400Regular"), ("embedBold", "700Bold")), start=1):
            key = bytes.fromhex(font.find(qn(f"w:{tag}")).get(qn("w:fontKey")).strip("{}").replace("-", ""))[::-1]
            veiled = read.read(f"word/fonts/font{number}.odttf")
            plain = bytes(a ^ b for a, b in zip(veiled[:32], key * 2, strict=True)) + veiled[32:]
            assert plain == (FOLDER / f"AtkinsonHyperlegibleNext_{file}.ttf").read_bytes()


@LANGS
def test_contents_lead_to_headings(documents, lang):
    """Each entry is a link to a heading of the second level with the same words."""
    body = documents[lang].element.body
    named = {}
    for p in documents[lang].paragraphs:
        for mark in p._p.iter(qn("w:bookmarkStart")):
            named[mark.get(qn("w:name"))] = p.text
    links = [
        (link.get(qn("w:anchor")), "".join(t.text for t in link.iter(qn("w:t"))))
        for link in body.iter(qn("w:hyperlink"))
    ]
    assert dict(links) == named
    assert list(named.values()) == paragraphs(documents[lang], "Heading2")
    kinds = [f.get(qn("w:fldCharType")) for f in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


@LANGS
def test_the_same_bytes_and_nothing_of_the_template(long_library, lang):
    """No date, no machine, no picture of an empty page."""
    pack = describe(long_library, long_library.recipes["all-of-it"], lang)
    data = handout_docx(long_library, pack)
    assert data == handout_docx(long_library, pack)
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        assert {entry.date_time for entry in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert read.namelist()[0] == "[Content_Types].xml"
        assert not any("thumbnail" in name or "customXml" in name for name in read.namelist())
        assert b"Microsoft" not in read.read("docProps/app.xml")
