"""Pictures of cards: the cards that are printed, small, the same each time, and made only when something has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from whatmatters.language.bilingual import LANGUAGES
from whatmatters.packs.card_pictures import card_pictures
from whatmatters.tracing.pictures import picture_text


@pytest.fixture(scope="module")
def cards(made):
    """The two PDFs of cards, one in each language."""
    return [made[f"cards-{lang}"] for lang in LANGUAGES]


@pytest.fixture(scope="module")
def pictures(cards, tmp_path_factory):
    return card_pictures(cards, tmp_path_factory.mktemp("pictures"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_stories_are_shown_by_name_and_never_from_behind(long_library, pictures, lang):
    """In the order of the file, each story once, however many cards it takes; titles as they stand in the story."""
    shown = [p.title for p in pictures if p.lang == lang]
    # The first story takes two cards, of which the second waits on another sheet.
    assert shown == [story.texts[lang].title for story in long_library.stories.values()]


def test_names_say_pack_number_and_language(pictures):
    assert [p.name for p in pictures] == [f"all-of-it-picture-{n}-{lang}.webp" for lang in LANGUAGES for n in (1, 2, 3)]


def test_they_are_small_and_what_is_said_of_them_is_true(pictures):
    """Under 15 kB, of the size that is told, and of paper that has been printed on; a picture that lies alone tells its title."""
    for picture in pictures:
        assert picture.path.stat().st_size < 15_000
        assert any(picture.title in text for text in picture_text(picture.path.read_bytes()))
        with Image.open(picture.path) as image:
            assert image.size == (picture.width, picture.height)
            colours = image.convert("L").getcolors()
        paper = sum(count for count, shade in colours if shade > 240)
        ink = sum(count for count, shade in colours if shade < 100)
        assert paper > ink > 0


def test_no_two_are_the_same(pictures):
    assert len({p.path.read_bytes() for p in pictures}) == len(pictures)


def test_the_same_cards_give_the_same_bytes_and_are_drawn_once(cards, pictures, tmp_path):
    """What lies in the cache is not touched again; what is broken there is made anew, and what is not wanted goes."""
    first = card_pictures(cards, tmp_path)
    assert [p.path.read_bytes() for p in first] == [p.path.read_bytes() for p in pictures]
    times = [p.path.stat().st_mtime_ns for p in first]
    assert [p.path.stat().st_mtime_ns for p in card_pictures(cards, tmp_path)] == times
    whole = first[0].path.read_bytes()
    turned = first[1].path.read_bytes()
    first[0].path.write_bytes(whole[:40])
    first[1].path.write_bytes(turned[:-30] + bytes([turned[-30] ^ 1]) + turned[-29:])
    (tmp_path / "of-a-pack-that-is-gone.webp").write_bytes(whole)
    card_pictures(cards, tmp_path)
    assert [p.path.read_bytes() for p in first[:2]] == [whole, turned]
    assert not (tmp_path / "of-a-pack-that-is-gone.webp").exists()


def test_files_other_than_cards_have_no_pictures(made, cards, tmp_path):
    others = [file for file in made.values() if file.form != "cards"]
    assert card_pictures(others, tmp_path) == ()
    assert card_pictures([replace(cards[0], form="handout")], tmp_path) == ()
