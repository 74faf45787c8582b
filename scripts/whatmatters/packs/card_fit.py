"""Does every card fit, can the font show every character, is every icon there? If not, which file is to blame.

Codes: C01 text too long for its card, C02 a character that the font lacks, C03 an icon that is missing,
C04 an id or an address too long for the foot of a card, C05 a word wider than its card.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any

from ..deck.card_face import NO_STAMP, Stamp
from ..deck.card_foot import letters_over
from ..deck.card_sheets import CARDS, QUESTIONS, sheets
from ..deck.cards import Card, StoryCard
from ..deck.cards_at_their_size import arrange
from ..deck.choosing_ways import story_ways
from ..deck.pack_description import blank_cards, law_card, question_card, rules_card, story_card
from ..deck.question_card_faces import later_questions, question_blanks, question_cards
from ..deck.question_card_sizes import SIZES as QUESTION_SIZES
from ..deck.question_card_sizes import set_questions
from ..deck.type_size import SIZES, Ruler
from ..deck.wordings import wording
from ..language.bilingual import LANGUAGES, Lang
from ..library import theme_icons as icons
from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem
from ..typography.fonts import FAMILY, missing


def fit_problems(library: Library) -> list[Problem]:
    """What would keep a story of the library, or any other card of its packs, from being printed."""
    found = set(_feet(library))
    ruler = Ruler(sheets()[CARDS], SIZES)
    small = Ruler(sheets()[QUESTIONS], QUESTION_SIZES)
    for story in library.stories.values():
        way_of = story_ways(library, [story.id], ruler)
        for lang in LANGUAGES:
            found.update(_problems_of(library, story_card(library, story, lang), way_of, lang, ruler, small))
    for lang in LANGUAGES:
        for card in _others(library, lang):
            found.update(_problems_of(library, card, {}, lang, ruler, small))
        for file, said in _other_words(library, lang):
            found.update(_unknown_characters(file, said))
    return sorted(found)


def _problems_of(
    library: Library, card: Card, way_of: Mapping[str, int], lang: Lang, ruler: Ruler, small: Ruler
) -> Iterator[Problem]:
    """What is wrong with a card, and with the small cards of its questions."""
    yield from material_problems(library, card, lang)
    # A card without its icon cannot be set, and has been told of.
    if not isinstance(card, StoryCard) or icons.exists(card.icon):
        word = wording(library, lang)
        yield from arrange([card], way_of, word, lang, NO_STAMP, ruler)[1]
        small_cards = (question_cards, later_questions, question_blanks)
        asked = [two for make in small_cards for two in make([card], word, NO_STAMP)]
        yield from set_questions(asked, lang, small)[1]


def _feet(library: Library) -> Iterator[Problem]:
    """Cards whose foot has no room for their id beside that of the pack: known before a pack is made."""
    sheet = sheets()[CARDS]
    foot = max((library.interface("packs-author", lang) for lang in LANGUAGES), key=len)
    for recipe in library.recipes.values():
        stamp = Stamp(recipe.id, "2026-11-21 00000000")
        ids = [
            *(chosen.story.id for chosen in library.chosen[recipe.id]),
            *(f"{q.bank.id}/{q.category.id}" for q in library.questions[recipe.id]),
            *recipe.law,
        ]
        for card in ids:
            mark = stamp.mark(card)
            if over := letters_over(foot, mark, sheet, beside_code=False):
                yield Problem(
                    recipe.file,
                    1,
                    "C04",
                    Message(
                        "the line at the foot of the card `{name}` is too long by {over} letters: {foot}",
                        name=card,
                        over=over,
                        foot=mark,
                    ),
                    Message("give the recipe's file a shorter name"),
                )


def material_problems(library: Library, card: Card, lang: Lang) -> Iterator[Problem]:
    """Characters that the font lacks, and a missing icon."""
    file = getattr(card, "file", "docs/data/ground-rules.yml")
    yield from _unknown_characters(file, card)
    if isinstance(card, StoryCard) and not icons.exists(card.icon):
        theme = library.stories[card.id].theme
        yield Problem(
            "stories/tags.yml",
            1,
            "C03",
            Message("the theme `{name}` has no icon `{icon}`", name=theme, icon=card.icon)
            if card.icon
            else Message("the theme `{name}` has no icon `at all`", name=theme),
            Message("give it the name of a file in the theme's package, such as `material/home-heart`"),
        )


def _unknown_characters(file: str, said: Any) -> Iterator[Problem]:
    for character in missing("".join(_strings(said))):
        yield Problem(
            file,
            1,
            "C02",
            Message(
                "the font of cards and sheets, {font}, has no `{character}` (U+{number})",
                font=FAMILY,
                character=character,
                number=f"{ord(character):04X}",
            ),
            Message("write it another way: the letters of Welsh and English and common marks are all there"),
        )


def _other_words(library: Library, lang: Lang) -> Iterator[tuple[str, Any]]:
    """What stands on cards and sheets beside the cards' own words, with the file it comes from."""
    session = library.session
    for recipe in library.recipes.values():
        yield recipe.file, (recipe.title[lang], recipe.purpose[lang])
    yield "docs/data/agendas.yml", [agenda.model_dump() for agenda in session.agendas]
    yield "docs/data/facilitator.yml", session.facilitation.model_dump()
    words = library.interface.root
    yield "docs/data/interface/packs.yml", [words[name][lang] for name in words if name.startswith("packs-")]


def _others(library: Library, lang: Lang) -> Iterator[Card]:
    """The cards of packs that are not stories, as far as the recipes name what exists."""
    # A stand-in for the pack's address, since room for a code is kept beside an address alone.
    yield rules_card(library, lang, "packs/")
    yield from blank_cards(library, lang, "packs/")
    for recipe_id, recipe in library.recipes.items():
        for chosen in library.questions[recipe_id]:
            yield question_card(library, chosen, lang)
        for topic in recipe.law:
            if topic in library.read_across.topic:
                yield law_card(library, library.read_across.topic[topic], lang)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
    elif is_dataclass(value):
        yield from _strings(vars(value))
