"""Large cards: A5, all text at 18 pt, on as many cards as it takes."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest

from tests.packs.conftest import with_recipe, with_text
from tests.packs.reading import inside, letters, squeezed, text_in
from tests.packs.test_cards_pdf import fonts
from whatmatters.library.languages import LANGUAGES
from whatmatters.packs import build_packs
from whatmatters.packs.sheets import LARGE, Box, sheets

A5 = sheets()[LARGE]
LANGS = pytest.mark.parametrize("lang", LANGUAGES)


def large_sides(path) -> list[str]:
    """The sides of the cards in their order: front, back, front, back."""
    pages = letters(path)
    return [
        text_in(pages[at + back], A5.card_box(slot, back=bool(back)))
        for at in range(0, len(pages), 2)
        for slot in range(A5.slots)
        for back in (0, 1)
    ]


def of_story(found: list[str], title: str) -> list[str]:
    return [side for side in found if squeezed(title) in side]


def test_two_cards_stand_on_a_sheet_that_is_turned_as_all_others():
    """Under one another: turned on the long edge, a back keeps its place behind its front."""
    for slot, top in ((0, 0.5), (1, 148.5)):
        assert A5.card_box(slot, back=False) == A5.card_box(slot, back=True) == Box(0, top, 210, 148)
    assert set(A5.cut_marks()) == {(5, 148.5, 10, 148.5), (200, 148.5, 205, 148.5)}


@LANGS
def test_every_word_of_a_story_is_there(long_library, made, lang):
    """Before the pause, after it and the questions, in order; what happened next begins behind the pause."""
    found = large_sides(made[f"cards-large-{lang}"].path)
    stop = squeezed(long_library.interface("packs-stop", lang))
    for story in long_library.stories.values():
        text = story.texts[lang]
        own = of_story(found, text.title)
        (pause,) = [n for n, side in enumerate(own) if stop in side]
        before, after = "".join(own[: pause + 1]), "".join(own[pause + 1 :])
        assert all(squeezed(p) in before and squeezed(p) not in after for p in (*text.before, *text.at_pause))
        # A paragraph may go on overleaf, between two sentences.
        for paragraph in (*text.after, *text.afterwards):
            assert all(squeezed(sentence) in after for sentence in paragraph.split(". "))
        assert squeezed(story.id) in before
        assert squeezed("https://care.example.wales/" + ("cy/" if lang == "cy" else "") + story.path) in after


@LANGS
def test_all_text_is_18_points_or_more(made, lang):
    """But for the foot line, at 12 pt."""
    for page in letters(made[f"cards-large-{lang}"].path):
        assert {round(letter.size, 1) for letter in page} <= {12, 18, 20, 20.7, 22, 24}
        low = [letter for letter in page if letter.size < 18]
        bottoms = [A5.safe_box(slot, back=False).y + A5.inner.height for slot in range(A5.slots)]
        assert all(any(bottom - 11 < x.box.y < bottom for bottom in bottoms) for x in low)


@LANGS
def test_nothing_is_printed_outside_the_cards(made, lang):
    for page in letters(made[f"cards-large-{lang}"].path):
        for letter in page:
            assert any(inside(letter.box, A5.safe_box(slot, back=False)) for slot in range(A5.slots)), letter


@LANGS
def test_the_pause_says_where_the_story_goes_on(long_library, made, lang):
    """Overleaf when the pause is on a front, on the next card when it is on a back."""
    found = large_sides(made[f"cards-large-{lang}"].path)
    stop, turn = (squeezed(long_library.interface(f"packs-{name}", lang)) for name in ("stop", "then-turn"))
    pauses = [n for n, side in enumerate(found) if stop in side]
    assert pauses
    assert all((turn in found[n]) == (n % 2 == 0) for n in pauses)


@LANGS
def test_the_file_is_pdf_ua_in_its_language(made, lang):
    file = made[f"cards-large-{lang}"]
    assert {tuple(round(n) for n in page.get_size()) for page in pypdfium2.PdfDocument(file.path)} == {(595, 842)}
    assert file.pages % 2 == 0
    with pikepdf.open(file.path) as pdf:
        assert pdf.Root.Lang == lang
        assert fonts(pdf) == {("AtkinsonHyperlegibleNext-Regular", True), ("AtkinsonHyperlegibleNext-Bold", True)}
        with pdf.open_metadata() as said:
            assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_a_paragraph_longer_than_a_side_goes_on_between_sentences(library, cache):
    """Nothing is cut: every sentence is whole on some side."""
    first, *_ = sorted(library.stories)
    numbered = " ".join(f"Sentence number {n} tells a little more of it." for n in range(40))
    long = with_text(library, first, "en", after=(numbered,))
    one = with_recipe(long, "one", stories={"pinned": [first]}, law=[], questions=[])
    (file,) = build_packs(one, cache, forms=["cards-large"], langs=["en"])
    own = of_story(large_sides(file.path), one.stories[first].texts["en"].title)
    for n in range(40):
        assert sum(squeezed(f"Sentence number {n} tells a little more of it.") in side for side in own) == 1
