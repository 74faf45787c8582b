"""The cards as they will be printed, each face at its size of type, and what is wrong with those that do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..language.bilingual import Lang
from ..messages.message import Message
from ..messages.problem import Problem
from .card_face import Face, Stamp, TwoSided, faces_of
from .card_faces import ways
from .card_foot import letters_over
from .card_sheets import Sheet
from .cards import Card, StoryCard
from .type_size import EXACT, LEAST, LINE_MM, Fit, Ruler
from .wordings import Word

#: Words in a line of the smallest type: only for advice on how much to cut.
WORDS_A_LINE = 11

#: What a face holds, in the words of a message.
PARTS = {
    "before": Message("the text before the pause is"),
    "after": Message("what happened next, with what is asked afterwards, is"),
    "at-pause": Message("what is asked at the pause is"),
    "questions": Message("the questions are"),
    "about": Message("what is said of the source is"),
    "duty": Message("the duty and its practice are"),
    "provisions": Message("the list of provisions is"),
    "rules": Message("the rules are"),
    "question": Message("the question is"),
    "address": Message("the address is"),
    "blank": Message("what is printed on this card, to be filled in, is"),
}


@dataclass(frozen=True)
class CardAtItsSize:
    """A card with the size of type of each of its faces, in pt."""

    card: TwoSided
    front: float
    back: float


def arrange(
    cards: Iterable[Card], way_of: Mapping[str, int], word: Word, lang: Lang, stamp: Stamp, ruler: Ruler
) -> tuple[tuple[CardAtItsSize, ...], list[Problem]]:
    """The cards as they will be printed; `way_of` comes from `story_ways`.

    A card that does not fit is left out and told of among the problems.
    """
    printed: list[CardAtItsSize] = []
    problems: list[Problem] = []
    for card in cards:
        for two in _way(card, way_of, word, stamp, ruler):
            front, back = ruler(two.front), ruler(two.back)
            for face, fit in ((two.front, front), (two.back, back)):
                problems += too_large(face, fit, lang, ruler.sheet)
            if front.size and back.size:
                printed.append(CardAtItsSize(two, front.size, back.size))
    return tuple(printed), problems


def _way(card: Card, way_of: Mapping[str, int], word: Word, stamp: Stamp, ruler: Ruler) -> tuple[TwoSided, ...]:
    """The first way of a card that fits, or else its last; a story's has been chosen for both languages at once."""
    found = ways(card, word, stamp)
    if isinstance(card, StoryCard):
        return found[way_of[card.id]]
    return next((way for way in found[:-1] if all(ruler.holds(face) for face in faces_of(way))), found[-1])


def too_large(face: Face, fit: Fit, lang: Lang, sheet: Sheet, least: float = LEAST) -> Iterator[Problem]:
    """What is wrong with a face that does not fit on its card at the least size (pt), or whose foot does not."""
    if letters_over(face.foot, face.mark, sheet, beside_code=bool(face.code)):
        yield Problem(
            face.file,
            1,
            "C04",
            Message(
                "“{title}”: the line at its card's foot is too long: {foot}",
                title=face.title,
                foot=f"{face.foot} {face.mark}".strip(),
            ),
            Message("shorten the id, or the address of the site"),
        )
    if fit.word:
        yield Problem(
            face.file,
            1,
            "C05",
            Message(
                "“{title}”: “{word}” is {over} mm wider than there is room for on a card at {least} pt ({lang})",
                title=face.title,
                word=fit.word,
                over=f"{fit.wide:.1f}",
                least=f"{least:g}",
                lang=lang,
            ),
            Message("say it another way: a line can only end after a space or a hyphen"),
        )
    if fit.over > EXACT:
        lines = int(fit.over / LINE_MM) + 1
        yield Problem(
            face.file,
            1,
            "C01",
            Message(
                "“{title}”: {part} too long for a card at {least} pt",
                title=face.title,
                part=PARTS[face.part],
                least=f"{least:g}",
            ),
            Message("take out about {words} words ({lines} lines)", words=lines * WORDS_A_LINE, lines=lines)
            if lines > 1
            else Message("take out about {words} words ({lines} line)", words=lines * WORDS_A_LINE, lines=lines),
        )
