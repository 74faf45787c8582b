"""Small question cards: one question each, ten to a sheet."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from tests.packs.conftest import with_recipe, with_text
from tests.packs.reading import inside, letters, sides, squeezed
from tests.packs.test_cards_pdf import elements, fonts
from whatmatters.deck.card_face import Face, TwoSided
from whatmatters.deck.card_sheets import QUESTIONS, Sheet, sheets
from whatmatters.deck.pack_description import describe
from whatmatters.deck.question_card_sizes import SIZES, set_questions
from whatmatters.deck.type_size import Ruler
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.messages.problem import LibraryError
from whatmatters.packs import build_packs, fit_problems
from whatmatters.print.question_cards_pdf import question_cards_of_pack, question_pdf

SMALL = sheets()[QUESTIONS]
LANGS = pytest.mark.parametrize("lang", LANGUAGES)
SITE = "https://care.example.wales/"


def asked(library, lang) -> list[tuple[str, str]]:
    """Every question that is dealt first, with the address it comes from: of banks, then of its stories' pauses."""
    pack = describe(library, library.recipes["all-of-it"], lang, SITE)
    of = (("question", "questions"), ("story", "at_pause"))
    return [(q, c.address) for kind, name in of for c in pack.cards if c.kind == kind for q in getattr(c, name, ())]


def later(library, lang) -> list[str]:
    """The questions that wait for an ending."""
    pack = describe(library, library.recipes["all-of-it"], lang, SITE)
    return [q for c in pack.cards for q in getattr(c, "afterwards", ())]


def in_sheets(count: int, slots: int = SMALL.slots) -> int:
    """The places of as many whole sheets as so many cards take."""
    return -(-count // slots) * slots


@LANGS
def test_each_question_has_a_card_of_its_own(long_library, made, lang):
    """On the front the question; behind it the address it comes from, the pack and its version."""
    pack = describe(long_library, long_library.recipes["all-of-it"], lang, SITE)
    found = sides(letters(made[f"cards-questions-{lang}"].path), SMALL)
    questions = asked(long_library, lang)
    assert len(questions) > 10
    for (front, back), (question, address) in zip(found, questions, strict=False):
        assert squeezed(question) in front
        assert squeezed(address) in back
        assert squeezed(f"{long_library.interface('packs-author', lang)} · {pack.id} · {pack.version}") in back


@LANGS
def test_places_that_are_left_become_cards_for_questions_of_the_group(long_library, made, lang):
    found = sides(letters(made[f"cards-questions-{lang}"].path), SMALL)
    blank = squeezed(long_library.interface("packs-own-question", lang))
    first, then = len(asked(long_library, lang)), len(later(long_library, lang))
    begin = in_sheets(first)
    assert len(found) == begin + in_sheets(then)
    left = [*found[first:begin], *found[begin + then :]]
    assert left
    assert all(blank in front and squeezed(SITE) in back for front, back in left)


@LANGS
def test_questions_for_afterwards_stand_on_sheets_of_their_own(long_library, made, lang):
    """They may tell of the ending, and say themselves that they come after it."""
    found = sides(letters(made[f"cards-questions-{lang}"].path), SMALL)
    begin = in_sheets(len(asked(long_library, lang)))
    word = squeezed(long_library.interface("packs-afterwards", lang))
    for (front, back), question in zip(found[begin:], later(long_library, lang), strict=False):
        assert word in back
        assert squeezed(question) in front
        assert word in front
    assert not any(word in front for front, _ in found[:begin])


@LANGS
def test_nothing_is_under_eleven_points_or_outside_its_card(made, lang):
    for number, page in enumerate(letters(made[f"cards-questions-{lang}"].path)):
        boxes = [SMALL.safe_box(slot, back=bool(number % 2)) for slot in range(SMALL.slots)]
        assert {letter.size for letter in page if letter.size < 10.99} <= {8}
        assert all(any(inside(letter.box, box) for box in boxes) for letter in page)


@LANGS
def test_the_file_is_pdf_ua_in_its_language_and_each_question_a_heading(long_library, made, lang):
    file = made[f"cards-questions-{lang}"]
    assert {tuple(round(n) for n in page.get_size()) for page in pypdfium2.PdfDocument(file.path)} == {(595, 842)}
    with pikepdf.open(file.path) as pdf:
        assert pdf.Root.Lang == lang
        assert fonts(pdf) == {("AtkinsonHyperlegibleNext-Regular", True), ("AtkinsonHyperlegibleNext-Bold", True)}
        headings = [e for e in elements(pdf.Root.StructTreeRoot.K) if str(e.S) == "/H1"]
        assert len(headings) == file.pages * SMALL.slots
        with pdf.open_metadata() as said:
            assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_a_question_that_is_too_long_is_told_of_by_name(library, cache):
    """It fits the story's A6 card, which has room for it, and not a card of its own."""
    first, *_ = sorted(library.stories)
    text = library.stories[first].texts["en"]
    long = "Who decides, and how would each of you go about it on a day when the plan says something else? " * 4
    asked = (long.strip(), *text.afterwards[1:])
    changed = with_text(library, first, "en", afterwards=asked, after=("Nothing.",))
    (problem,) = fit_problems(changed)
    assert (problem.code, problem.path) == ("C01", f"{changed.stories[first].folder}/en.md")
    assert "the question is too long for a card at 11 pt" in problem.message
    with pytest.raises(LibraryError, match="C01"):
        build_packs(with_recipe(changed, "one", stories={"pinned": [first]}), cache, forms=["cards-questions"], langs=["en"])


def test_a_pack_without_a_question_bank_has_its_stories_questions(library, cache):
    first, *_ = sorted(library.stories)
    one = with_recipe(library, "one", stories={"pinned": [first]}, law=[], questions=[])
    (file,) = build_packs(one, cache, forms=["cards-questions"], langs=["cy"])
    found = sides(letters(file.path), SMALL)
    text = one.stories[first].texts["cy"]
    for begin, questions in ((0, text.at_pause), (SMALL.slots, text.afterwards)):
        for (front, _), question in zip(found[begin:], questions, strict=False):
            assert squeezed(question) in front
    assert file.pages == 4


def test_cards_can_be_printed_on_letter_paper(long_library):
    """Sheets are data: ten question cards on US Letter are another entry, and no other code."""
    letter = Sheet.model_validate({**SMALL.model_dump(), "sheet": {"width": 215.9, "height": 279.4}})
    pack = describe(long_library, long_library.recipes["all-of-it"], "en")
    made = pypdfium2.PdfDocument(question_pdf(long_library, pack, question_cards_of_pack(long_library, pack, Ruler(letter, SIZES)), letter))
    assert {tuple(round(n) for n in page.get_size()) for page in made} == {(612, 792)}
    of = (asked(long_library, "en"), later(long_library, "en"))
    assert len(made) == 2 * sum(in_sheets(len(some), letter.slots) for some in of) // letter.slots


@pytest.mark.parametrize(("site", "codes"), [("https://care.example.wales/", 30), (f"https://{'long-name.' * 12}wales/", 0)])
def test_an_address_has_its_code_where_there_is_room_and_its_letters_always(long_library, cache, site, codes):
    (file,) = build_packs(long_library, cache, forms=["cards-questions"], langs=["cy"], site_url=site)
    found = sides(letters(file.path), SMALL)
    assert len(found) == 30
    assert all(squeezed(site) in back and squeezed("all-of-it · 20") in back for _, back in found)
    with pikepdf.open(file.path) as pdf:
        assert sum(str(e.S) == "/Figure" for e in elements(pdf.Root.StructTreeRoot.K)) == codes


def test_a_title_of_three_lines_is_left_to_the_back(library):
    """A band as high as three lines would be most of a small card."""
    front = Face("question", True, "Cwestiwn (drafft)", "", "material/help-circle-outline", "Beth nesaf?", (), "", "", "")
    back, ruler = replace(front, front=False, title="Teitl"), Ruler(SMALL, SIZES)
    details = ("Byr", "Teitl sydd yn rhy hir i fand mor fychan, a mwy")
    printed, problems = set_questions([TwoSided(replace(front, detail=d), back) for d in details], "cy", ruler)
    assert not problems
    assert [one.card.front.detail for one in printed] == ["Byr", ""]
