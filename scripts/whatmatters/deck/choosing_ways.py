"""Which of its ways each story is printed in: the first that has room in both languages."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..language.bilingual import LANGUAGES
from ..library import theme_icons as icons
from ..library.library import Library
from ..library.story import Story
from .card_face import NO_STAMP, faces_of
from .card_faces import ways
from .pack_description import story_card
from .story_card_faces import ON_TWO
from .type_size import Ruler
from .wordings import wording


def story_ways(library: Library, story_ids: Collection[str], ruler: Ruler) -> dict[str, int]:
    """For each story, which of its `ways` to print it.

    People with cards in different languages at one table then have the same on the same side of the same card.
    A story that fits in no way, or has no icon to be set with, gets its last one.
    """
    return {i: _way(library, library.stories[i], ruler) for i in sorted(story_ids)}


def in_one_pack(
    library: Library, way_of: Mapping[str, int], story_ids: Collection[str], ruler: Ruler
) -> dict[str, int]:
    """The ways of the stories of one pack, chosen from `story_ways` so that all are turned over alike.

    Where one has its ending on a second card, all that have a pause do: else a leader would say now that the cards are
    turned over, and now that others are handed out.
    """
    chosen = {i: way_of[i] for i in story_ids}
    if all(way < ON_TWO for way in chosen.values()):
        return chosen
    return {i: way if way >= ON_TWO else on_two(library, i, ruler) for i, way in chosen.items()}


def on_two(library: Library, story_id: str, ruler: Ruler) -> int:
    """The way of a story with its ending on a second card; where it has no pause, and so no second card, its last."""
    return _way(library, library.stories[story_id], ruler, ON_TWO)


def _way(library: Library, story: Story, ruler: Ruler, first: int = 0) -> int:
    """The first that has room, but for those before `first`, where the story has others."""
    cards = [(story_card(library, story, lang), lang) for lang in LANGUAGES]
    choices = [ways(card, wording(library, lang), NO_STAMP) for card, lang in cards]
    # A story that has a pause in one language alone is a mistake that is told of elsewhere.
    count = min(len(in_lang) for in_lang in choices)
    if not icons.exists(cards[0][0].icon):
        return count - 1
    for way in range(first if count > first else 0, count - 1):
        if all(ruler.holds(face) for in_lang in choices for face in faces_of(in_lang[way])):
            return way
    return count - 1
