"""Large cards: A5, all text at 18 pt, on as many cards as it takes."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest

from tests.packs.conftest import with_recipe, with_text
from tests.packs.reading import inside, letters, squeezed, text_in
from tests.packs.test_cards_pdf import elements, fonts
from whatmatters.deck.card_sheets import LARGE, Box, sheets
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.packs import build_packs

A5 = sheets()[LARGE]
LANGS = pytest.mark.parametrize("lang", LANGUAGES)


def large_sides(path) -> list[str]:
    """The cards in their order."""
    return [
        found
        for page in letters(path)
        for slot in range(A5.slots)
        if (found := text_in(page, A5.card_box(slot, back=False)))
    ]


def of_story(found: list[str], title: str) -> list[str]:
    return [side for side in found if squeezed(title) in side]


def test_two_cards_stand_under_one_another():
    """One cut parts them."""
    for slot, top in ((0, 0.5), (1, 148.5)):
        assert A5.card_box(slot, back=False) == Box(0, top, 210, 148)
    assert set(A5.cut_marks()) == {(5, 148.5, 10, 148.5), (200, 148.5, 205, 148.5)}


@LANGS
def test_every_word_of_a_story_is_there(long_library, made, lang):
    """Before the pause with its questions, after it with those for afterwards; every card says where it comes from."""
    found = large_sides(made[f"cards-large-{lang}"].path)
    stop = squeezed(long_library.interface("packs-stop", lang))
    for story in long_library.stories.values():
        text = story.texts[lang]
        own = of_story(found, text.title)
        (pause,) = [n for n, side in enumerate(own) if stop in side]
        before, after = "".join(own[: pause + 1]), "".join(own[pause + 1 :])
        assert all(squeezed(p) in before and squeezed(p) not in after for p in text.before)
        assert all(squeezed(question) in before and squeezed(question) not in after for question in text.at_pause)
        # A paragraph may go on on the next card, between two sentences.
        for paragraph in (*text.after, *text.afterwards):
            assert all(squeezed(sentence) in after for sentence in paragraph.split(". "))
        address = squeezed("https://care.example.wales/" + ("cy/" if lang == "cy" else "") + story.path)
        assert all(squeezed(story.id) in side for side in own)
        assert address in own[-1]


@LANGS
def test_all_text_is_18_points_or_more(made, lang):
    """But for the foot, at 12 pt, and what is on it for the library's sake, at 10 pt."""
    for page in letters(made[f"cards-large-{lang}"].path):
        assert {round(letter.size, 1) for letter in page} <= {10, 12, 18, 20, 20.7, 22, 24}
        low = [letter for letter in page if letter.size < 18]
        bottoms = [A5.safe_box(slot, back=False).y + A5.inner.height for slot in range(A5.slots)]
        assert all(any(bottom - 11 < x.box.y < bottom for bottom in bottoms) for x in low)


@LANGS
def test_nothing_is_printed_outside_the_cards(made, lang):
    for page in letters(made[f"cards-large-{lang}"].path):
        for letter in page:
            assert any(inside(letter.box, A5.safe_box(slot, back=False)) for slot in range(A5.slots)), letter


@LANGS
def test_the_pause_says_on_which_card_the_story_goes_on(long_library, made, lang):
    """That is the next one; nothing stands on a back, so nothing is said of turning over."""
    found = large_sides(made[f"cards-large-{lang}"].path)
    ui = long_library.interface
    stop, turn = squeezed(ui("packs-stop", lang)), squeezed(ui("packs-then-turn", lang))
    for story in long_library.stories.values():
        own = of_story(found, story.texts[lang].title)
        (pause,) = [n for n, side in enumerate(own, start=1) if stop in side]
        assert squeezed(ui("packs-then-card", lang, n=pause + 1)) in own[pause - 1]
        assert squeezed(ui("packs-part", lang, n=pause, of=len(own))) in own[pause - 1]
    assert not any(turn in side for side in found)


@LANGS
def test_cards_follow_one_another_as_they_are_read(long_library, made, lang):
    """On the paper and to a screen reader: no page holds an ending beside what comes before its pause."""
    path, ui = made[f"cards-large-{lang}"].path, long_library.interface
    stop, then = squeezed(ui("packs-stop", lang)), squeezed(ui("packs-next", lang))
    pages = [[text_in(page, A5.card_box(slot, back=False)) for slot in range(A5.slots)] for page in letters(path)]
    for story in long_library.stories.values():
        title = squeezed(story.texts[lang].title)
        own = [[side for side in page if title in side] for page in pages]
        ends = next(n for n, sides in enumerate(own) if any(squeezed(story.texts[lang].after[0][:40]) in side for side in sides))
        pause = next(n for n, sides in enumerate(own) if any(stop in side for side in sides))
        assert pause < ends
        assert not any(stop in side for side in own[ends])
    with pikepdf.open(path) as pdf:
        headings = [e for e in elements(pdf.Root.StructTreeRoot.K) if str(e.S) == "/H1"]
        assert len(headings) == sum(bool(side) for page in pages for side in page)
    assert sum(then in side for page in pages for side in page) >= len(long_library.stories)


@LANGS
def test_an_address_stands_at_the_foot_alone(made, lang):
    """Else a last card could hold a path and nothing more."""
    for page in letters(made[f"cards-large-{lang}"].path):
        assert "https" not in squeezed("".join(x.text for x in page if x.size >= 18))


@LANGS
def test_the_file_is_pdf_ua_in_its_language(made, lang):
    file = made[f"cards-large-{lang}"]
    assert {tuple(round(n) for n in page.get_size()) for page in pypdfium2.PdfDocument(file.path)} == {(595, 842)}
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
