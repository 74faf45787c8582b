"""Cards with Welsh on one side and English on the other: the same on both, each marked as what it is."""

from __future__ import annotations

import pikepdf
import pytest

from tests.packs.conftest import LONG_AFTER, with_recipe, with_text
from tests.packs.reading import sides, squeezed
from tests.packs.test_cards_pdf import A6, elements, fonts, pages
from whatmatters.deck.pack_description import describe
from whatmatters.deck.versions import version_of
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.packs import build_packs


@pytest.fixture(scope="module")
def found(made):
    """Welsh and English of every card, squeezed."""
    return sides(pages(made["cards-bilingual"].path), A6)


def of_story(found, story):
    """The cards that carry a story's title, in each language."""
    titles = {lang: squeezed(story.texts[lang].title) for lang in LANGUAGES}
    return [(cy, en) for cy, en in found if titles["cy"] in cy and titles["en"] in en]


def test_welsh_stands_in_front_and_english_behind_it(long_library, found):
    """A story up to its pause on the first card, both sides of it; neither language on the other's side."""
    for story in long_library.stories.values():
        cards = of_story(found, story)
        assert 2 <= len(cards) <= 4
        cy, en = cards[0]
        for said, other, lang in ((cy, en, "cy"), (en, cy, "en")):
            stop = squeezed(long_library.interface("packs-stop", lang))
            for paragraph in story.texts[lang].before:
                assert squeezed(paragraph) in said
                assert squeezed(paragraph) not in other
            assert stop in said
            assert stop not in other


def test_every_word_of_a_story_is_there_in_both_languages(long_library, found):
    """What is asked at the pause stands before the ending; both are on the same cards in both languages."""
    for story in long_library.stories.values():
        cards = [{"cy": cy, "en": en} for cy, en in of_story(found, story)]

        def of(cy: str, en: str, cards=cards) -> list[int]:
            at = [n for n, card in enumerate(cards) if squeezed(cy) in card["cy"]]
            assert len(at) == 1
            assert at == [n for n, card in enumerate(cards) if squeezed(en) in card["en"]]
            return at

        cy, en = story.texts["cy"], story.texts["en"]
        pause = [n for pair in zip(cy.at_pause, en.at_pause, strict=True) for n in of(*pair)]
        later = [n for pair in zip(cy.afterwards, en.afterwards, strict=True) for n in of(*pair)]
        ends = {n for lang in LANGUAGES for p in story.texts[lang].after
                for n, card in enumerate(cards) if squeezed(p) in card[lang]}
        assert max(pause) < min(ends) <= min(later)


def test_cards_with_endings_stand_on_sheets_of_their_own(long_library, found):
    """Whoever cuts and deals what comes first deals nothing of them."""
    endings = [squeezed(story.texts["cy"].after[0]) for story in long_library.stories.values()]
    begins = [squeezed(story.texts["cy"].before[0]) for story in long_library.stories.values()]
    ends = [n for n, (cy, _) in enumerate(found) if any(words in cy for words in endings)]
    last = max(n for n, (cy, _) in enumerate(found) if any(words in cy for words in begins))
    assert ends[0] // A6.slots > last // A6.slots
    assert ends[0] % A6.slots == 0


def test_every_card_says_pack_version_and_story(long_library, found):
    """The version is of both languages together."""
    recipe = long_library.recipes["all-of-it"]
    packs = [describe(long_library, recipe, lang, "https://care.example.wales/") for lang in ("cy", "en")]
    version = squeezed(version_of(*packs))
    for story in long_library.stories.values():
        cards = of_story(found, story)
        assert all(squeezed(story.id) in side and version in side for card in cards for side in card)
        assert squeezed("https://care.example.wales/cy/" + story.path) in "".join(cy for cy, _ in cards)
        assert squeezed("https://care.example.wales/" + story.path) in "".join(en for _, en in cards)


def test_the_other_cards_are_there_in_both_languages(long_library, found):
    """Ground rules, confidentiality, questions, law."""
    session = long_library.session
    wanted = [*session.ground_rules, *(q.text for q in long_library.questions["all-of-it"][0].questions)]
    wanted += [long_library.read_across.topic[t].duty for t in ("personal-plan", "voice", "supervision")]
    for words in wanted:
        assert any(squeezed(words["cy"]) in cy and squeezed(words["en"]) in en for cy, en in found)
    assert all(cy and en for cy, en in found)


def test_the_language_of_every_heading_is_marked(made):
    """The file is Welsh; all that stands on an English side says that it is English."""
    file = made["cards-bilingual"]
    assert file.lang is None
    with pikepdf.open(file.path) as pdf:
        assert pdf.Root.Lang == "cy"
        headings = [e for e in elements(pdf.Root.StructTreeRoot.K) if str(e.S) == "/H1"]
        english = [e for e in headings if _lang(e) == "en"]
        assert len(english) * 2 == len(headings) == 4 * file.pages
        assert fonts(pdf) == {("AtkinsonHyperlegibleNext-Regular", True), ("AtkinsonHyperlegibleNext-Bold", True)}
        with pdf.open_metadata() as said:
            assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
            assert " · " in said["{http://purl.org/dc/elements/1.1/}title"]


def _lang(element) -> str:
    """The language that holds for an element: its own, one inside it, or one around it; the file's when none is said."""
    for near in (element, *elements(element.get("/K", pikepdf.Array()))):
        if "/Lang" in near:
            return str(near.Lang)
    while "/P" in element:
        element = element.P
        if "/Lang" in element:
            return str(element.Lang)
    return "cy"


def test_a_story_that_fits_cards_in_one_language_fits_these(library, cache):
    """However long: the last way gives every part of it a card."""
    first, *_ = sorted(library.stories)
    long = with_text(library, first, "cy", after=(*LONG_AFTER, LONG_AFTER[0][:120]))
    one = with_recipe(long, "one", stories={"pinned": [first]}, law=[], questions=[])
    assert build_packs(one, cache, forms=["cards"], langs=["cy"])
    (file,) = build_packs(one, cache, forms=["cards-bilingual"])
    cards = of_story(sides(pages(file.path), A6), one.stories[first])
    assert squeezed(LONG_AFTER[0][:120]) in cards[1][0]


def test_a_story_of_the_groups_own_has_a_card_for_its_ending(long_library, found):
    """As every story with a pause has; both of its cards say which of the two they are."""
    ui = long_library.interface
    for side, lang in enumerate(("cy", "en")):
        own = [card[side] for card in found if squeezed(ui("packs-own-story", lang)) in card[side]]
        first, ending = own
        assert squeezed(ui("packs-then-card", lang, n=2)) in first
        assert squeezed(ui("packs-next", lang)) in ending
        for n, card in enumerate(own, start=1):
            assert squeezed(ui("packs-part", lang, n=n, of=2)) in card
