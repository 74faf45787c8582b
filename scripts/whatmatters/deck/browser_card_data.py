"""The cards that a browser prints, as data: the very faces that packs are printed from, each with its size of type.

Which words stand on which side, and how large, is decided here, for both languages at once; a browser only puts faces
on sheets. Printed from a page or from a pack, a story's cards are the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..language.bilingual import LANGUAGES, Lang
from ..library import theme_icons as icons
from ..library.discussion_card import CardSet
from ..library.library import Library
from ..library.question import Category, QuestionBank
from ..library.selection import ChosenQuestions
from ..library.story import Story
from .bilingual_card_choice import choose_sides, with_codes
from .blocks import Listing, as_json
from .card_face import NO_STAMP, Face, Stamp, TwoSided
from .card_faces import ways
from .card_faces_json import SizedCard, SizedFace, cards_json, codes_json, face_json
from .card_sheets import CARDS, sheets
from .cards import RulesCard, StoryCard
from .choosing_ways import on_two, story_ways
from .discussion_card_faces import talk_faces
from .pack_description import address_of, question_card, rules_card, story_card
from .story_card_faces import ON_TWO
from .type_size import LEAST, SIZES, Ruler
from .versions import ORDER
from .wordings import wording

#: The page that the ground rules come from.
RULES_PAGE = "tools/exploratory-talk/"
#: The folder of pieces that hold both languages.
BOTH = "both"

#: A language or `both`, the name of a piece, and what it holds.
Piece = tuple[str, str, dict[str, Any]]


class CardData:
    """Makes the pieces of a library, one kind of card after another."""

    def __init__(self, library: Library, site_url: str | None = None) -> None:
        self._library, self._site_url = library, site_url
        self._ruler = Ruler(sheets()[CARDS], SIZES)

    def pieces(self) -> Iterator[Piece]:
        """Every piece; a story whose theme has no icon cannot be set, and has no cards."""
        # A story after the other, in all that is made of it: what was measured of its paragraphs is then still known.
        for story in self._library.stories.values():
            yield from self._story(story)
        yield from self._rules()
        for lang in LANGUAGES:
            yield from (self._bank(bank, lang) for bank in self._library.banks.values())
            yield from (self._set(cards, lang) for cards in self._library.card_sets.values())

    def _story(self, story: Story) -> Iterator[Piece]:
        """`cards-<story>` of each language and of both; `apart-<story>` where the ending has room on the only card.

        That is for a pack with another story whose ending has not: all of a pack are turned over alike (`in_one_pack`).
        The first kind says `apart` where there is the second.
        """
        cards = {lang: story_card(self._library, story, lang, self._site_url) for lang in LANGUAGES}
        if not icons.exists(cards["en"].icon):
            return
        way = story_ways(self._library, [story.id], self._ruler)[story.id]
        second = on_two(self._library, story.id, self._ruler) if way < ON_TWO else way
        apart = way < ON_TWO <= second
        for lang, card in cards.items():
            choices = ways(card, wording(self._library, lang), self._stamp(card))
            for name, chosen in (("cards", way), *((("apart", second),) if apart else ())):
                made = cards_json(self._sides(choices[chosen]), (card.icon, card.emblem), {None: _asked(card)})
                more = {"apart": True} if name == "cards" and apart else {}
                yield lang, f"{name}-{card.id}", {**made, **more}
        yield self._in_both(f"cards-{story.id}", cards)

    def _rules(self) -> Iterator[Piece]:
        """`rules` of each language and of both."""
        cards = {lang: self._rules_card(lang) for lang in LANGUAGES}
        for lang, card in cards.items():
            yield lang, "rules", cards_json(self._sides(ways(card, wording(self._library, lang), self._stamp(card))[0]))
        yield self._in_both("rules", cards)

    def _sides(self, cards: tuple[TwoSided, ...]) -> list[SizedCard]:
        return [(self._sized(card.front), self._sized(card.back)) for card in cards]

    def _in_both(self, name: str, cards: Mapping[Lang, StoryCard | RulesCard]) -> Piece:
        """A card with Welsh in front and English behind."""
        each = {lang: (cards[lang],) for lang in ORDER}
        (way,) = with_codes(choose_sides(self._library, each, NO_STAMP, self._ruler), each, self._ruler)
        cy, en = cards["cy"], cards["en"]
        pictures, said = ("", ""), tuple[str, ...]()
        both: dict[Lang | None, tuple[str, ...]] = {}
        if isinstance(cy, StoryCard) and isinstance(en, StoryCard):
            pictures, said = (cy.icon, cy.emblem), (cy.id,)
            both = {"cy": _asked(cy), "en": _asked(en)}
        mark = self._stamp(cy, en).mark(*said)
        sides = {lang: [self._sized(replace(face, lang=lang, mark=mark)) for face in way[lang]] for lang in ORDER}
        return BOTH, name, cards_json(list(zip(sides["cy"], sides["en"], strict=True)), pictures, both)

    def _bank(self, bank: QuestionBank, lang: Lang) -> Piece:
        """`asked-<bank>`: how questions of each category that a reader chooses stand on cards.

        Which ones they are is not known here. So there is a size for so many of the longest, at which any as many
        have room, and one for the first so many, as packs take them; there are as many sizes as have room on one card.
        """
        made = {category.id: self._category(bank, category, lang) for category in bank.categories}
        return lang, f"asked-{bank.id}", made

    def _category(self, bank: QuestionBank, category: Category, lang: Lang) -> dict[str, Any]:
        card = question_card(self._library, ChosenQuestions(bank, category, category.questions), lang, self._site_url)
        ((both,),) = ways(card, wording(self._library, lang), self._stamp(card))
        longest = sorted(card.questions, key=len, reverse=True)
        counts = range(1, len(longest) + 1)

        def asking(questions: Iterable[str]) -> Face:
            return replace(both.front, blocks=(Listing(tuple(questions), numbered=True),))

        of_any, of_first = ([asking(row[:n]) for n in counts] for row in (longest, card.questions))
        back = self._sized(both.back)
        return {
            "front": face_json(SizedFace(replace(both.front, blocks=()), LEAST)),
            "back": face_json(back),
            "codes": codes_json([back]),
            "any": [size for face in of_any if (size := self._ruler(face).size)],
            "first": [size for face in of_first if (size := self._ruler(face).size)],
        }

    def _set(self, cards: CardSet, lang: Lang) -> Piece:
        """`drawn-<set>`: the fronts of its cards by their numbers, and the back of all, or `backs` by numbers."""
        address = address_of(cards.path, lang, self._site_url)
        made = {
            card.number: talk_faces(self._library, cards, card, lang, address, self._stamp(card))
            for card in cards.cards
        }
        back = self._sized(next(iter(made.values())).back)
        fronts = {str(number): face_json(self._sized(two.front)) for number, two in made.items()}
        if cards.turned:
            backs = {number: self._sized(two.back) for number, two in made.items()}
            # A card with a language on each side has no side left to turn to: all of it stands on its front.
            unturned = cards.model_copy(update={"turned": False})
            whole = {
                str(card.number): talk_faces(self._library, unturned, card, lang, address, self._stamp(card)).front
                for card in cards.cards
            }
            return (
                lang,
                f"drawn-{cards.id}",
                {
                    "fronts": fronts,
                    "backs": {str(number): face_json(face) for number, face in backs.items()},
                    "whole": {number: face_json(self._sized(face)) for number, face in whole.items()},
                    "codes": codes_json(list(backs.values())),
                },
            )
        return lang, f"drawn-{cards.id}", {"fronts": fronts, "back": face_json(back), "codes": codes_json([back])}

    def _rules_card(self, lang: Lang) -> RulesCard:
        return rules_card(self._library, lang, address_of(RULES_PAGE, lang, self._site_url))

    def _stamp(self, *said: Any) -> Stamp:
        """A hash of what the card says, by which a printed one can be matched to its source; it is in no pack."""
        version = hashlib.sha256(as_json([_plain(one) for one in said]).encode()).hexdigest()[:8]
        if isinstance(said[0], StoryCard):
            version = f"{self._library.stories[said[0].id].facts.consent.reviewed} {version}"
        return Stamp("", version)

    def _sized(self, face: Face) -> SizedFace:
        """A face at the largest size at which it fits; what is too long, which `check` tells of, at the least."""
        return SizedFace(face, self._ruler(face).size or LEAST)


def _asked(card: StoryCard) -> tuple[str, ...]:
    """All its questions, numbered from 1 as a session's address has them."""
    return (*card.at_pause, *card.afterwards)


def _plain(said: Any) -> Any:
    return said.model_dump() if hasattr(said, "model_dump") else said
