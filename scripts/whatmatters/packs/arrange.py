"""The cards as they will be printed, each face at its size of type, and what is wrong with those that do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..library.languages import Lang
from ..library.problems import Problem
from ..library.said import Said
from .cards import Card, StoryCard
from .face import Face, Stamp, TwoSided, faces_of
from .faces import ways
from .measure import LEAST, LINE_MM, Fit, Ruler
from .sheets import Sheet
from .words import Word

#: Words in a line of the smallest type: only for advice on how much to cut.
WORDS_A_LINE = 11

#: What a face holds, in the words of a message.
PARTS = {
    "before": Said("the text before the pause is"),
    "after": Said("what happened next, with what is asked afterwards, is"),
    "at-pause": Said("what is asked at the pause is"),
    "questions": Said("the questions are"),
    "about": Said("what is said of the source is"),
    "duty": Said("the duty and its practice are"),
    "provisions": Said("the list of provisions is"),
    "rules": Said("the rules are"),
    "question": Said("the question is"),
    "address": Said("the address is"),
    "blank": Said("what is printed on this card, to be filled in, is"),
}


@dataclass(frozen=True)
class Printed:
    """A card with the size of type of each of its faces, in pt."""

    card: TwoSided
    front: float
    back: float


def arrange(
    cards: Iterable[Card], way_of: Mapping[str, int], word: Word, lang: Lang, stamp: Stamp, ruler: Ruler
) -> tuple[tuple[Printed, ...], list[Problem]]:
    """The cards as they will be printed; `way_of` comes from `story_ways`.

    A card that does not fit is left out and told of among the problems.
    """
    chosen, fits = _chosen([_ways(c, way_of, word, stamp) for c in cards], lang, ruler)
    problems = [p for way in chosen for face in faces_of(way) for p in too_long(face, fits[face], ruler.sheet)]
    return tuple(
        Printed(c, fits[c.front].size or 0, fits[c.back].size or 0)
        for way in chosen
        for c in way
        if fits[c.front].size and fits[c.back].size
    ), problems


def _ways(card: Card, way_of: Mapping[str, int], word: Word, stamp: Stamp) -> Sequence[tuple[TwoSided, ...]]:
    """The ways that are left to a card: a story's has been chosen for both languages at once."""
    found = ways(card, word, stamp)
    return (found[way_of[card.id]],) if isinstance(card, StoryCard) else found


def _chosen(
    options: list[Sequence[tuple[TwoSided, ...]]], lang: Lang, ruler: Ruler
) -> tuple[list[tuple[TwoSided, ...]], dict[Face, Fit]]:
    """For each card the first of its ways that fits, or else the last; and how every face of these fits."""
    at, fits, waiting = [0] * len(options), dict[Face, Fit](), set(range(len(options)))
    while waiting:
        fits |= ruler((face for i in sorted(waiting) for face in faces_of(options[i][at[i]])), lang)
        waiting = {
            i
            for i in waiting
            if at[i] + 1 < len(options[i]) and any(fits[face].size is None for face in faces_of(options[i][at[i]]))
        }
        for i in waiting:
            at[i] += 1
    return [ways[n] for ways, n in zip(options, at, strict=True)], fits


def too_long(face: Face, fit: Fit, sheet: Sheet, least: float = LEAST) -> Iterator[Problem]:
    """What is wrong with a face that does not fit on its card at the least size (pt), or whose foot does not."""
    if sheet.foot_over(face.foot, face.mark, beside_code=bool(face.code)) > 0:
        yield Problem(
            face.file,
            1,
            "C04",
            Said("“{title}”: the line at its card's foot is too long: {foot}", title=face.title, foot=f"{face.foot} {face.mark}".strip()),
            Said("shorten the id, or the address of the site"),
        )
    if fit.size is None:
        lines = int(fit.over / LINE_MM) + 1
        yield Problem(
            face.file,
            1,
            "C01",
            Said(
                "“{title}”: {part} too long for a card at {least} pt",
                title=face.title,
                part=PARTS[face.part],
                least=f"{least:g}",
            ),
            Said("take out about {words} words ({lines} lines)", words=lines * WORDS_A_LINE, lines=lines)
            if lines > 1
            else Said("take out about {words} words ({lines} line)", words=lines * WORDS_A_LINE, lines=lines),
        )
