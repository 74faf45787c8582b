"""The cards as they are printed: every word there, in its place, and readable by a screen reader."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.packs.reading import Letter, inside, letters, lines, sides, squeezed
from whatmatters.deck.card_sheets import CARDS, Box, sheets
from whatmatters.deck.pack_description import describe
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.provenance import origin, route_label, told_terms

A6 = sheets()[CARDS]
LANGS = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def pages(path: Path) -> list[list[Letter]]:
    return letters(path)


def cards_of(path: Path, title: str) -> list[tuple[str, str]]:
    """The cards that carry a title on both sides: the first of a story, and far behind it a second one."""
    return [(front, back) for front, back in sides(pages(path), A6) if squeezed(title) in front and squeezed(title) in back]


@LANGS
def test_every_word_of_a_story_is_on_its_cards(long_library, made, lang):
    """Before the pause in front, with what is asked there; what happened next and its questions behind; none is cut."""
    for story in long_library.stories.values():
        text = story.texts[lang]
        cards = cards_of(made[f"cards-{lang}"].path, text.title)
        assert len(cards) in {1, 2}
        (front, _), (_, back) = cards[0], cards[-1]
        for paragraph in text.before:
            assert squeezed(paragraph) in front
            assert squeezed(paragraph) not in back
        for paragraph in text.after:
            assert squeezed(paragraph) in back
        # Of two cards, the first has nothing of the ending on either side.
        early = front if len(cards) == 1 else front + cards[0][1]
        for words in (*text.after, *text.afterwards):
            assert squeezed(words) not in early
        assert all(squeezed(question) in "".join(cards[0]) for question in text.at_pause)
        assert squeezed(text.afterwards[0]) in back


@LANGS
def test_cards_with_endings_stand_on_sheets_of_their_own(long_library, made, lang):
    """Whoever cuts and deals what comes first deals nothing of them."""
    found = sides(pages(made[f"cards-{lang}"].path), A6)
    second = squeezed(long_library.interface("packs-part", lang, n=2, of=2))
    at = [n for n, (front, _) in enumerate(found) if second in front]
    assert at
    assert at[0] % A6.slots == 0
    blank = [squeezed(long_library.interface(f"packs-own-{of}", lang)) for of in ("story", "question")]
    assert all(n in at or any(words in found[n][0] for words in blank) for n in range(at[0], len(found)))


@LANGS
def test_a_front_ends_with_the_pause(long_library, made, lang):
    """The words of the pause stand under the text, in every language its own."""
    stop = squeezed({"en": "Stop here and talk", "cy": "Arhoswch yma i drafod"}[lang])
    for story in long_library.stories.values():
        front = cards_of(made[f"cards-{lang}"].path, story.texts[lang].title)[0][0]
        assert front.index(stop) > front.index(squeezed(story.texts[lang].before[-1]))


@LANGS
def test_a_card_says_where_its_story_comes_from(long_library, made, lang):
    """What must be known before trusting it, library, id, pack, version, address; the source there or with the leader."""
    pack = describe(long_library, long_library.recipes["all-of-it"], lang, "https://care.example.wales/")
    prefix = "https://care.example.wales/" + ("cy/" if lang == "cy" else "")
    leader = squeezed("".join(x.text for page in pages(made[f"facilitator-{lang}"].path) for x in page))
    for story in long_library.stories.values():
        said = "".join(a + b for a, b in cards_of(made[f"cards-{lang}"].path, story.texts[lang].title))
        words = long_library.vocabulary
        source = origin(words, story.facts.source, lang)
        for what in ("" if source.told else source.title, source.publisher, route_label(words, story.facts, lang) or ""):
            assert squeezed(what) in said + leader
        for what in (
            story.id,
            pack.id,
            pack.version,
            prefix + story.path,
            long_library.interface("packs-author", lang),
        ):
            assert squeezed(what) in said
        for term in told_terms(words, story.facts):
            assert said.count(squeezed(term.meaning[lang])) == 1


@LANGS
def test_the_other_cards_are_there(long_library, made, lang):
    """Ground rules with confidentiality behind them, questions, law, and blank cards for the group's own."""
    found = sides(pages(made[f"cards-{lang}"].path), A6)
    rules, confidentiality = found[0]
    assert all(squeezed(rule[lang]) in rules for rule in long_library.session.ground_rules)
    assert squeezed(long_library.session.confidentiality[lang].splitlines()[-1].removeprefix("- ")) in confidentiality
    questions = long_library.questions["all-of-it"][0].questions
    assert any(all(squeezed(q.text[lang]) in front for q in questions) for front, _ in found)
    for topic in ("personal-plan", "voice", "supervision"):
        duty = squeezed(long_library.read_across.topic[topic].duty[lang])
        assert sum(duty in front for front, _ in found) == 1
    for name in ("packs-own-story", "packs-own-question"):
        assert any(squeezed(long_library.interface(name, lang)) in front for front, _ in found)


@LANGS
def test_no_place_of_the_last_sheet_is_left_empty(made, lang):
    """What is left over becomes blank cards, since the paper is cut in any case."""
    assert all(front and back for front, back in sides(pages(made[f"cards-{lang}"].path), A6))


@LANGS
def test_nothing_is_printed_where_a_printer_or_a_cut_could_take_it(made, lang):
    """Every letter stands within the safe zone of its card, but for the tip of an ascender (under half a millimetre)."""
    for number, page in enumerate(pages(made[f"cards-{lang}"].path)):
        safe = [A6.safe_box(slot, back=bool(number % 2)) for slot in range(A6.slots)]
        for letter in page:
            box = letter.box
            assert any(
                s.x - 0.5 <= box.x
                and box.x + box.width <= s.x + s.width + 0.5
                and s.y - 0.5 <= box.y
                and box.y + box.height <= s.y + s.height + 0.5
                for s in safe
            ), letter


@LANGS
def test_a_back_is_printed_behind_its_front(long_library, made, lang):
    """On both sides the print begins at the same distance from the left edge of the same card."""
    found = pages(made[f"cards-{lang}"].path)
    for at in range(0, len(found), 2):
        for slot in range(A6.slots):
            front = [x for x in found[at] if inside(x.box, A6.card_box(slot, back=False))]
            back = [x for x in found[at + 1] if inside(x.box, A6.card_box(slot, back=True))]
            left = min(x.box.x for x in front) - A6.card_box(slot, back=False).x
            left_behind = min(x.box.x for x in back) - A6.card_box(slot, back=True).x
            assert left == pytest.approx(left_behind, abs=1.5)
            assert left == pytest.approx(7, abs=1.01)


@LANGS
def test_cut_marks_stand_where_the_sheet_says(made, lang):
    """On both sides of every sheet, to a tenth of a millimetre."""
    path = made[f"cards-{lang}"].path
    for page in range(made[f"cards-{lang}"].pages):
        drawn = lines(path, page)
        for mark in A6.cut_marks():
            assert any(line == pytest.approx(mark, abs=0.3) for line in drawn), (page, mark)


@LANGS
def test_type_is_never_smaller_than_eleven_points(made, lang):
    """Not in the small print either; at the foot, id and version alone are smaller."""
    found = pages(made[f"cards-{lang}"].path)
    sizes = {round(letter.size, 1) for page in found for letter in page}
    assert sizes <= {8, 11, 11.5, 12, 13, 14, 16, *(round(1.15 * s, 1) for s in (11, 11.5, 12, 13, 14))}


@LANGS
def test_the_file_is_pdf_ua_in_its_language(long_library, made, lang):
    """It claims PDF/UA-1, is tagged, names its title and language, and holds its fonts."""
    with pikepdf.open(made[f"cards-{lang}"].path) as pdf:
        assert pdf.Root.Lang == lang
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as said:
            assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
            assert said["{http://purl.org/dc/elements/1.1/}title"]
        tags = tag_counts(pdf)
        assert tags["/H1"] == 4 * made[f"cards-{lang}"].pages
        # Ground rules, confidentiality, a list for each story, questions, and where each of three topics is written.
        assert tags["/L"] >= 2 + len(long_library.stories) + 1 + 3
        assert tags["/LI"] == tags["/LBody"] > 30
        assert fonts(pdf) == {("AtkinsonHyperlegibleNext-Regular", True), ("AtkinsonHyperlegibleNext-Bold", True)}


def test_an_english_title_on_a_welsh_card_is_marked_as_english(made):
    """A screen reader with a Welsh voice then changes voice for the source's title."""
    assert languages(made["cards-cy"].path) == {"cy", "en"}
    assert languages(made["facilitator-cy"].path) == {"cy", "en"}
    assert languages(made["cards-questions-cy"].path) == {"cy"}


def languages(path: Path) -> set[str]:
    """The languages that a file, its elements and its runs of text name."""
    with pikepdf.open(path) as pdf:
        named = {str(e.Lang) for e in elements(pdf.Root.StructTreeRoot.K) if "/Lang" in e} | {str(pdf.Root.Lang)}
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/Lang" in operands[1]:
                    named.add(str(operands[1].Lang))
    return named


def test_pages_are_a4(made):
    for file in (f for f in made.values() if f.name.endswith(".pdf")):
        document = pypdfium2.PdfDocument(file.path)
        assert len(document) == file.pages
        # A booklet is for paper folded once, and a print shop cuts its own.
        if file.form not in ("booklet", "cards-print-shop"):
            assert {tuple(round(n) for n in page.get_size()) for page in document} == {(595, 842)}
    assert made["cards-cy"].pages % 2 == 0


def elements(node):
    """Every element of a structure tree."""
    if isinstance(node, pikepdf.Array):
        for inner in node:
            yield from elements(inner)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def tag_counts(pdf: pikepdf.Pdf) -> dict[str, int]:
    found: dict[str, int] = {}
    for element in elements(pdf.Root.StructTreeRoot.K):
        found[str(element.S)] = found.get(str(element.S), 0) + 1
    return found


def fonts(pdf: pikepdf.Pdf) -> set[tuple[str, bool]]:
    """Names of the fonts in use, each with whether the file holds it."""
    found = set()
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            inner = font.DescendantFonts[0]
            found.add((str(inner.BaseFont).split("+")[-1], any("FontFile" in k for k in inner.FontDescriptor)))
    return found


def test_a_box_is_where_it_should_be():
    """The reading helper itself: a letter's middle decides."""
    assert inside(Box(9, 9, 2, 2), Box(10, 10, 5, 5))
    assert not inside(Box(7, 9, 2, 2), Box(10, 10, 5, 5))
