"""Which of its ways each story is printed in: the first that has room in both languages."""

from __future__ import annotations

from collections.abc import Collection

from ..language.bilingual import LANGUAGES
from ..library import theme_icons as icons
from ..library.library import Library
from ..library.story import Story
from .card_face import NO_STAMP, faces_of
from .card_faces import ways
from .pack_description import story_card
from .type_size import Ruler
from .wordings import wording


def story_ways(library: Library, story_ids: Collection[str], ruler: Ruler) -> dict[str, int]:
    """For each story, which of its `ways` to print it.

    People with cards in different languages at one table then have the same on the same side of the same card.
    A story that fits in no way, or has no icon to be set with, gets its last one.
    """
    return {i: _way(library, library.stories[i], ruler) for i in sorted(story_ids)}


def _way(library: Library, story: Story, ruler: Ruler) -> int:
    cards = [(story_card(library, story, lang), lang) for lang in LANGUAGES]
    choices = [ways(card, wording(library, lang), NO_STAMP) for card, lang in cards]
    # A story that has a pause in one language alone is a mistake that is told of elsewhere.
    count = min(len(in_lang) for in_lang in choices)
    if not icons.exists(cards[0][0].icon):
        return count - 1
    for way in range(count - 1):
        if all(ruler.holds(face) for in_lang in choices for face in faces_of(in_lang[way])):
            return way
    return count - 1
