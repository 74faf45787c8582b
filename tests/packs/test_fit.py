"""What cannot be printed is told of by name, and never cut or set too small."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tests.packs.conftest import LONG_AFTER, with_recipe, with_text
from whatmatters.deck.blocks import Listing, plain
from whatmatters.deck.card_face import NO_STAMP, Face
from whatmatters.deck.card_faces import ways
from whatmatters.deck.card_sheets import CARDS, sheets
from whatmatters.deck.cards import StoryCard
from whatmatters.deck.cards_at_their_size import arrange
from whatmatters.deck.choosing_ways import in_one_pack, story_ways
from whatmatters.deck.pack_description import story_card
from whatmatters.deck.story_card_faces import ON_TWO
from whatmatters.deck.type_size import LEAST, SIZES, Ruler
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.vocabulary import Vocabulary
from whatmatters.packs import fit_problems

SENTENCE = "She walked on to the corner, and stopped, and looked back at the house for a while. "


@pytest.fixture
def first(library) -> str:
    return sorted(library.stories)[0]


def ruler() -> Ruler:
    return Ruler(sheets()[CARDS], SIZES)


def test_a_library_that_fits_has_no_problems(library):
    assert fit_problems(library) == []


TOO_LONG = [
    ("before", (SENTENCE * 18,), "the text before the pause is too long"),
    ("after", (SENTENCE * 20,), "what happened next, with what is asked afterwards, is too long"),
    ("at_pause", tuple(f"{n}. {SENTENCE * 3}?" for n in range(12)), "what is asked at the pause is too long"),
    ("title", "A title that goes on " * 40, "is too long"),
]


@pytest.mark.parametrize(("field", "value", "why"), TOO_LONG)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_too_long_is_told_with_its_file(library, first, lang, field, value, why):
    """C01: which file, which part, about how many words to take out."""
    changed = with_text(library, first, lang, **{field: value})
    found = fit_problems(changed)
    assert {p.code for p in found} == {"C01"}
    assert {p.path for p in found} == {f"{library.stories[first].folder}/{lang}.md"}
    assert any(why in p.message for p in found)
    assert all("take out about" in p.mend for p in found)


def test_the_advice_is_about_right(library, first):
    """Taking out as many words as it says makes the text fit; half as many does not."""
    words = (SENTENCE * 18).split()
    (problem,) = fit_problems(with_text(library, first, "en", before=(" ".join(words),)))
    cut = int(problem.mend.split("about ")[1].split()[0])
    assert not fit_problems(with_text(library, first, "en", before=(" ".join(words[:-cut]),)))
    assert fit_problems(with_text(library, first, "en", before=(" ".join(words[: -cut // 2]),)))


def test_languages_with_different_numbers_of_questions_do_no_harm(library, first):
    """That mistake is another rule's to tell."""
    assert fit_problems(with_text(library, first, "en", afterwards=("One?",))) == []


def test_a_story_in_no_pack_is_looked_at_too(library, first):
    without = replace(library, recipes={})
    assert fit_problems(with_text(without, first, "cy", before=(SENTENCE * 18,)))


@pytest.mark.parametrize(("character", "code"), [("☃", "U+2603"), ("漢", "U+6F22"), ("\u200b", "U+200B")])
def test_a_character_that_the_font_lacks_is_named(library, first, character, code):
    """C02, with the character and its number; a box is never printed."""
    found = fit_problems(with_text(library, first, "cy", after=(f"Diwedd {character}.",)))
    assert [(p.code, p.path) for p in found] == [("C02", f"{library.stories[first].folder}/cy.md")]
    assert code in found[0].message


def test_a_character_in_a_recipe_is_named(library):
    found = fit_problems(with_recipe(library, "x", title={"en": "Snow ☃", "cy": "Eira"}))
    assert [p.code for p in found] == ["C02"]


def test_ids_too_long_for_the_foot_of_a_card_are_told_of_before_a_pack_is_made(library):
    """C04, against the recipe, whose name is easier to change than a story's."""
    (problem, *_) = fit_problems(with_recipe(library, "a-pack-whose-id-goes-on-and-on-and-on-and-on-and-on-and-on-for-long"))
    assert (problem.code, problem.mend) == ("C04", "give the recipe's file a shorter name")


def test_a_missing_icon_is_named(library, first):
    """C03, with the theme that asks for it; one that leads out of the icons' folder is missing too."""
    theme = library.stories[first].theme
    for icon in ("material/no-such-icon", "../../../../etc/hostname", None):
        words = library.vocabulary.model_dump()
        for tag in words["facets"][0]["tags"]:
            tag["icon"] = icon if tag["id"] == theme else tag["icon"]
        found = fit_problems(replace(library, vocabulary=Vocabulary.model_validate(words)))
        assert {(p.code, p.path) for p in found} == {("C03", "stories/tags.yml")}
        assert theme in found[0].message


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_way_to_print_a_story_loses_a_word(library, first, lang):
    """Whichever way is taken, the text, what is asked at its pause, what must be told and where it is are on its cards.

    Where there is no room, the source and the last questions are on the leader's sheet alone.
    """
    word = wording(library, lang)
    card = story_card(library, library.stories[first], lang)
    for way in ways(card, word, NO_STAMP):
        said = json.dumps([[str(side.front), str(side.back)] for side in way], ensure_ascii=False)
        for words in (
            card.title,
            *card.before,
            *card.after,
            *card.at_pause,
            card.afterwards[0],
            card.told or "",
            card.id,
            card.address,
        ):
            assert words.replace("'", "\\'") in said or words in said


def test_a_story_is_divided_alike_in_both_languages(library, first):
    """Welsh alone needs two cards, so English has two, with the same questions on each."""
    long = with_text(library, first, "cy", after=LONG_AFTER)
    measure = ruler()
    chosen = story_ways(long, [first], measure)
    counts = {}
    for lang in LANGUAGES:
        card = story_card(long, long.stories[first], lang)
        printed, problems = arrange([card], chosen, wording(long, lang), lang, NO_STAMP, measure)
        assert not problems
        asked = [
            b for p in printed for face in (p.card.front, p.card.back) for b in face.blocks if isinstance(b, Listing)
        ]
        counts[lang] = [len(block.items) for block in asked]
    assert counts["en"] == counts["cy"]
    assert len(counts["cy"]) == 2
    assert story_ways(library, [first], measure)[first] < chosen[first]


def test_cards_of_one_pack_are_turned_over_alike(library, first):
    """Where one story needs two cards, the others take two; a story without a pause has one side to turn to."""
    long, measure = with_text(library, first, "cy", after=LONG_AFTER), ruler()
    others = [i for i, story in library.stories.items() if i != first and story.texts["en"].after]
    chosen = story_ways(long, long.stories, measure)
    assert chosen[first] >= ON_TWO > max(chosen[i] for i in others)
    together = in_one_pack(long, chosen, [first, *others], measure)
    assert together == {first: chosen[first], **dict.fromkeys(others, ON_TWO)}
    assert in_one_pack(long, chosen, others, measure) == {i: chosen[i] for i in others}


def test_short_stories_need_one_card(library):
    chosen = story_ways(library, library.stories, ruler())
    for story_id, way in chosen.items():
        card = story_card(library, library.stories[story_id], "cy")
        assert isinstance(card, StoryCard)
        assert len(ways(card, wording(library, "cy"), NO_STAMP)[way]) == 1


def test_no_size_is_under_eleven_points():
    assert min(size for sizes in SIZES.values() for size in sizes) == LEAST == 11


#: The longest name of a place in Wales, and on this card.
PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("field", ["title", "before", "after", "afterwards"])
def test_a_word_wider_than_the_card_is_told_of(library, first, lang, field):
    """C05: which word, by how much, in which file and language; nothing of a word is cut off on paper."""
    said = f"Aeth hi i {PLACE} ddoe."
    found = fit_problems(with_text(library, first, lang, **{field: said if field == "title" else (said,)}))
    wide = [problem for problem in found if problem.code == "C05"]
    assert {problem.path for problem in wide} == {f"{library.stories[first].folder}/{lang}.md"}
    assert all(f"“{PLACE}”" in p.message and f"({lang})" in p.message for p in wide)
    assert all(float(re.search(r"is ([\d.]+) mm wider", problem.message)[1]) > 0 for problem in wide)


def test_the_same_name_with_hyphens_fits(library, first):
    parted = "Llanfairpwllgwyngyll-gogerychwyrndrobwll-llantysilio-gogogoch"
    assert fit_problems(with_text(library, first, "cy", after=(f"Aeth hi i {parted} ddoe.",))) == []


def test_a_type_that_is_small_enough_for_a_word_is_taken(library):
    """A word that is too wide at the best size and not at a smaller one is no problem: the type is smaller."""
    face = Face("question", True, "Q", "", "material/home-heart", "Title", (plain("m" * 20),), "", "x", "questions")
    ruler = Ruler(sheets()[CARDS], {**SIZES, "question": (30, 12)})
    assert ruler(face).size == 12
    assert Ruler(sheets()[CARDS], {**SIZES, "question": (30,)})(face).word == "m" * 20
