"""Which of its ways each story is printed in: the first that has room in both languages."""

from __future__ import annotations

from collections.abc import Collection

from ..library import theme_icons as icons
from ..library.languages import LANGUAGES
from ..library.library import Library
from .describe import story_card
from .face import NO_STAMP, faces_of
from .faces import ways
from .measure import Ruler
from .words import wording


def story_ways(library: Library, story_ids: Collection[str], ruler: Ruler) -> dict[str, int]:
    """For each story, which of its `ways` to print it.

    People with cards in different languages at one table then have the same on the same side of the same card.
    A story that fits in no way, or has no icon to be set with, gets its last one.
    """
    cards = {i: [story_card(library, library.stories[i], lang) for lang in LANGUAGES] for i in sorted(story_ids)}
    choices = {
        i: [ways(c, wording(library, lang), NO_STAMP) for c, lang in zip(both, LANGUAGES, strict=True)]
        for i, both in cards.items()
    }
    # A story that has a pause in one language alone is a mistake that is told of elsewhere.
    last = {i: min(len(in_lang) for in_lang in both) - 1 for i, both in choices.items()}
    chosen = {i: 0 if icons.exists(cards[i][0].icon) else last[i] for i in cards}
    undecided = {i for i in cards if chosen[i] < last[i]}
    while undecided:
        too_long: set[str] = set()
        # Welsh text is mostly the longer one: looked at first, it spares much of the other.
        for lang in sorted(LANGUAGES, key=lambda lang: lang != "cy"):
            at = LANGUAGES.index(lang)
            faces = {face: i for i in sorted(undecided - too_long) for face in faces_of(choices[i][at][chosen[i]])}
            fits = ruler(faces, lang, least_only=True)
            too_long |= {i for face, i in faces.items() if fits[face].size is None}
        for i in too_long:
            chosen[i] += 1
        undecided = {i for i in too_long if chosen[i] < last[i]}
    return chosen
