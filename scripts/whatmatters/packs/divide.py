"""Which stories need two cards, and how many of their questions the first one keeps."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..library import theme_icons as icons
from ..library.languages import LANGUAGES
from ..library.library import Library
from .blocks import Heading, Listing, Text
from .describe import story_card
from .face import NO_STAMP, Face, TwoSided, faces_of
from .faces import ways
from .measure import LINE_MM, Ruler
from .words import wording

#: Letters that a line of the smallest type holds at the very least, and more than it holds over a whole paragraph.
SHORTEST_LINE, LONGEST_LINE = 34, 56

#: Height of a heading with its distances, and the distance from one paragraph to the next, at the least (mm).
HEADING_MM, APART_MM = 8.0, 2.0


def story_ways(library: Library, story_ids: Collection[str], ruler: Ruler) -> dict[str, int]:
    """For each story, which of its `ways` to print it: the first that fits in both languages.

    People with cards in different languages at one table then have the same questions on the same card.
    A story that fits in no way, or has no icon to be set with, gets its last one.
    """
    cards = {i: [story_card(library, library.stories[i], lang) for lang in LANGUAGES] for i in sorted(story_ids)}
    choices = {
        i: [ways(c, wording(library, lang), NO_STAMP) for c, lang in zip(both, LANGUAGES, strict=True)]
        for i, both in cards.items()
    }
    # A story whose languages differ in their number of questions is a mistake that is told of elsewhere.
    last = {i: min(len(in_lang) for in_lang in both) - 1 for i, both in choices.items()}
    room = ruler.sheet.inner.height
    chosen = {
        i: min(last[i], max(_worth_measuring(in_lang, room) for in_lang in choices[i]))
        if icons.exists(cards[i][0].icon)
        else last[i]
        for i in cards
    }
    undecided = {i for i in cards if chosen[i] < last[i]}
    while undecided:
        too_long: dict[str, int] = {}
        # Welsh text is mostly the longer one: looked at first, it spares much of the other.
        for lang in sorted(LANGUAGES, key=lambda lang: lang != "cy"):
            at = LANGUAGES.index(lang)
            left = sorted(undecided - too_long.keys())
            faces = {f: i for i in left for f in _deciding(choices[i][at], chosen[i])}
            fits = ruler(faces, lang, least_only=True)
            for face, i in faces.items():
                if fits[face].size is None:
                    skipped = _skip(choices[i][at], chosen[i], face, fits[face].over)
                    too_long[i] = max(too_long.get(i, 0), skipped)
        for i, step in too_long.items():
            chosen[i] = min(chosen[i] + step, last[i])
        undecided = {i for i in too_long if chosen[i] < last[i]}
    return chosen


def _worth_measuring(all_ways: Sequence[tuple[TwoSided, ...]], room: float) -> int:
    """The first way whose back may have room (mm) for its letters: most stories are far too long for the first ones."""
    return next((n for n, way in enumerate(all_ways) if _least_height(way[0].back) <= room), len(all_ways) - 1)


def _least_height(back: Face) -> float:
    """Less than the height of a back (mm), by counting letters, which takes no time."""
    said = [sum(len(span.text) for span in block.spans) for block in back.blocks if isinstance(block, Text)]
    said += [len(question) for question in _questions(back)]
    headings = sum(isinstance(block, Heading) for block in back.blocks)
    lines = sum(-(-letters // LONGEST_LINE) for letters in said)
    return lines * LINE_MM + len(said) * APART_MM + headings * HEADING_MM


def _skip(all_ways: Sequence[tuple[TwoSided, ...]], at: int, face: Face, over: float) -> int:
    """How many ways on to look next, when a face runs over by so much (mm) in the way `at`.

    A way that takes from a back fewer lines than it runs over cannot fit, and need not be measured.
    Lines are counted on the generous side, so that no way that fits is passed over.
    """
    if face.front or at == 0:
        return 1
    here = all_ways[at][0].back
    for step in range(1, len(all_ways) - at):
        if _most_taken(here, all_ways[at + step][0].back) >= over:
            return step
    return len(all_ways) - at - 1


def _most_taken(here: Face, there: Face) -> float:
    """The most that a back can lose in height (mm) when questions and small print are taken from it."""
    before, after = _questions(here), _questions(there)
    taken = sum((len(question) / SHORTEST_LINE + 1.5) * LINE_MM for question in before[len(after) :])
    heading = 12.0 if before and not after else 0.0
    small = {(True, False): 16.0, (False, True): -6.0}.get((_has_small(here), _has_small(there)), 0.0)
    return taken + heading + small


def _questions(face: Face) -> list[str]:
    return [item for block in face.blocks if isinstance(block, Listing) for item in block.items]


def _has_small(face: Face) -> bool:
    return any(isinstance(block, Text) and block.small for block in face.blocks)


def _deciding(all_ways: Sequence[tuple[TwoSided, ...]], at: int) -> tuple[Face, ...]:
    """The faces on which it hangs whether a way will do.

    The more questions the first card keeps, the fewer are left to the second: it decides only when it has them all,
    in the last two ways.
    """
    way = all_ways[at]
    return faces_of(way) if at >= len(all_ways) - 2 else faces_of(way[:1])
