"""The faces of story cards, and the ways to divide a story that is long.

A story's front ends at its pause. Its back has what happened next, questions and where the story comes from.
Where that is too much for one back at the smallest type allowed, the small print moves to the front's foot;
where it is still too much, the last questions go to a second card, so that no word is lost and none is set smaller.
It is the last questions that move, and never what happened next, because the first card can then be used without the
second. The second card says more of where the story comes from, and has room for notes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import overload

from . import about
from .blocks import Heading, Listing, Ruled, Span, Text, plain
from .cards import StoryCard
from .face import Face, Stamp, TwoSided
from .words import Word, of_kind


class _Ways(Sequence[tuple[TwoSided, ...]]):
    """Ways that are worked out when somebody looks at them: of the eight of a story nearly all look at two."""

    def __init__(self, *makers: Callable[[], tuple[TwoSided, ...]]) -> None:
        self._makers = makers
        self._made: dict[int, tuple[TwoSided, ...]] = {}

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, at: int) -> tuple[TwoSided, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[TwoSided, ...]]: ...
    def __getitem__(self, at: int | slice) -> tuple[TwoSided, ...] | Sequence[tuple[TwoSided, ...]]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        n = range(len(self))[at]
        if n not in self._made:
            self._made[n] = self._makers[n]()
        return self._made[n]


def ways_of_story(card: StoryCard, word: Word, stamp: Stamp) -> Sequence[tuple[TwoSided, ...]]:
    """The ways to print a story, the one to be preferred first; each is one card or two."""
    return _Ways(
        partial(_on_one, card, word, stamp),
        partial(_on_one, card, word, stamp, source_in_front=True),
        *(partial(_on_two, card, kept, word, stamp) for kept in range(len(card.questions) - 1, -1, -1)),
        partial(_on_two, card, 0, word, stamp, notes=False),
    )


def _front(card: StoryCard, detail: str, word: Word, stamp: Stamp) -> Face:
    return Face(
        kind="story",
        front=True,
        word=of_kind(card, word),
        detail=detail,
        icon=card.icon,
        title=card.title,
        blocks=tuple(plain(p) for p in card.before),
        foot=stamp.foot(card.id),
        file=card.file,
        part="before",
        stop=word("stop") if card.after else "",
        then=word("then-turn") if card.after else "",
    )


def _back(front: Face, card: StoryCard, kept: int, small: tuple[Text, ...], word: Word) -> Face:
    """What happened next and so many of the questions."""
    asked = (Heading(2, word("questions")), Listing(card.questions[:kept], numbered=True)) if kept else ()
    return replace(
        front,
        front=False,
        stop="",
        then="",
        under=(),
        foot=card.address,
        code=card.address,
        part="back" if kept else "after",
        dense=True,
        blocks=(*about.happened_next(card, word), *asked, *about.told(card), *small),
    )


def _on_one(card: StoryCard, word: Word, stamp: Stamp, *, source_in_front: bool = False) -> tuple[TwoSided, ...]:
    small = Text(about.in_a_row(about.source(card, word), about.route(card, word), about.tags(card, word)), small=True)
    front = replace(_front(card, card.theme, word, stamp), under=(small,) if source_in_front else ())
    back = _back(front, card, len(card.questions), () if source_in_front else (small,), word)
    return (TwoSided(front, back),)


def _on_two(card: StoryCard, kept: int, word: Word, stamp: Stamp, *, notes: bool = True) -> tuple[TwoSided, ...]:
    """A story that keeps so many of its questions on the back of its first card.

    Without `notes` it takes the least room: none to write in, and no small print where the second card says the same.
    """
    front = _front(card, f"{card.theme} · {word('part', n=1, of=2)}", word, stamp)
    small = Text(about.in_a_row(about.source(card, word), (Span(word("on-card-two"), strong=True),)), small=True)
    back = _back(front, card, kept, (small,) if notes else (), word)
    room = (Heading(2, word("notes")), Ruled(0)) if notes else ()
    more = replace(
        front,
        detail=f"{card.theme} · {word('part', n=2, of=2)}",
        stop="",
        then="",
        part="questions",
        blocks=(
            Heading(2, word("more-of-them" if kept else "questions")),
            Listing(card.questions[kept:], numbered=True, start=kept + 1),
            *room,
        ),
    )
    says = (about.source, about.route, about.tags, about.law)
    origin = replace(
        more,
        front=False,
        foot=card.address,
        code=card.address,
        part="about",
        blocks=(
            Heading(2, word("about")),
            *(Text(spans) for say in says if (spans := say(card, word))),
            Heading(2, word("try")),
            Ruled(0),
        ),
    )
    return (TwoSided(front, back), TwoSided(more, origin))
