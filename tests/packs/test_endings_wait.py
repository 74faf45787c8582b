"""No side of a card that is seen before the group turns to it tells how a story ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import real_library
from whatmatters.deck.bilingual_card_faces import sides
from whatmatters.deck.blocks import as_json
from whatmatters.deck.card_face import NO_STAMP
from whatmatters.deck.card_faces import ways
from whatmatters.deck.cards import StoryCard
from whatmatters.deck.large_cards import parts_of
from whatmatters.deck.pack_description import story_card
from whatmatters.deck.wordings import wording
from whatmatters.language.bilingual import LANGUAGES, Lang


def stories(lang: Lang) -> Iterator[StoryCard]:
    """The cards of all stories that have a pause."""
    library = real_library()
    made = (story_card(library, story, lang) for story in library.stories.values())
    yield from (card for card in made if card.after)


def tells(what: object, card: StoryCard) -> bool:
    """Whether it holds a paragraph of the ending, or a question that follows it."""
    said = as_json(what)
    return any(as_json(words)[1:-1] in said for words in (*card.after, *card.afterwards))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_to_print_a_story(lang: Lang) -> None:
    """Whether it takes a card or two: what is told stands on one back, behind the pause."""
    for card in stories(lang):
        for way in ways(card, wording(real_library(), lang), NO_STAMP):
            told = [(n, face.front) for n, two in enumerate(way) for face in (two.front, two.back) if tells(face, card)]
            assert told == [(len(way) - 1, False)], card.id
            assert way[-1].front.stop, card.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cards_in_two_languages(lang: Lang) -> None:
    """Every side has the same in both, so that the ending begins on a card of its own, behind all that asks at the pause."""
    for card in stories(lang):
        for row in sides(card, wording(real_library(), lang), NO_STAMP):
            told = [tells(face, card) for face in row]
            assert told == sorted(told), card.id
            assert told[0] is False, card.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_large_cards(lang: Lang) -> None:
    """The part with the pause tells nothing, and the ending is a part of its own."""
    for card in stories(lang):
        first, last = parts_of(card, wording(real_library(), lang), NO_STAMP)
        assert (first.pauses, tells(first.blocks, card), tells(last.blocks, card)) == (True, False, True), card.id
