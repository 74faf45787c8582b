"""Small cards with a question each, to be drawn from a pile or dealt round a table.

The question is the card's title and all that its front says. Which pack it belongs to and where it comes from stand
on its back, where there is room for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .addresses import is_whole
from .blocks import Ruled, plain
from .card_face import Face, Stamp, TwoSided
from .cards import BlankCard, Card, QuestionCard, StoryCard
from .kinds import KINDS
from .wordings import Word, marked


def question_cards(cards: Iterable[Card], word: Word, stamp: Stamp) -> Iterator[TwoSided]:
    """A card for each question of a pack's question banks, then for each that a story asks at its pause."""
    asked = list(cards)
    kind = word("one-question")
    for card in asked:
        if isinstance(card, QuestionCard):
            yield from _of(card, card.questions, kind, card.bank, card.category, word, stamp)
    for card in asked:
        if isinstance(card, StoryCard):
            yield from _of(card, card.at_pause, kind, card.title, card.title, word, stamp)


def later_questions(cards: Iterable[Card], word: Word, stamp: Stamp) -> Iterator[TwoSided]:
    """A card for each question that a story asks when its ending is known: they wait until then, as the ending does."""
    for card in cards:
        if isinstance(card, StoryCard):
            for two in _of(card, card.afterwards, word("afterwards"), card.title, card.title, word, stamp):
                # Whoever finds a card face down must know too that it waits for the ending.
                yield replace(two, back=replace(two.back, word=word("afterwards")), later=True)


def question_blanks(cards: Iterable[Card], word: Word, stamp: Stamp) -> list[TwoSided]:
    """A card for a question of the group's own, for each such card of the pack."""
    return [_blank(card, word, stamp) for card in cards if isinstance(card, BlankCard) and card.of == "question"]


def without_code(card: TwoSided) -> TwoSided:
    """The same card for an address so long that its letters and its code have no room together: letters do for all."""
    said = plain(" · ".join((card.back.foot, card.back.mark)), small=True)
    back = replace(card.back, blocks=(*card.back.blocks, said), foot="", mark="", code="")
    return replace(card, back=back)


def _blank(card: BlankCard, word: Word, stamp: Stamp) -> TwoSided:
    title = word("own-question")
    front = _front(title, "", "docs/data/interface/packs.yml", marked(word("one-question"), card, word))
    front = replace(front, blocks=(Ruled(0),), part="blank")
    return TwoSided(front, _back(front, title, card.address, word, stamp))


def _of(
    card: QuestionCard | StoryCard,
    questions: tuple[str, ...],
    kind: str,
    source: str,
    detail: str,
    word: Word,
    stamp: Stamp,
) -> Iterator[TwoSided]:
    for question in questions:
        front = _front(question, detail, card.file, marked(kind, card, word))
        yield TwoSided(front, _back(front, source, card.address, word, stamp, card.id))


def _front(title: str, detail: str, file: str, kind: str) -> Face:
    return Face(
        kind="question",
        front=True,
        word=kind,
        detail=detail,
        icon=KINDS["question"].icon,
        title=title,
        blocks=(),
        foot="",
        file=file,
        part="question",
    )


def _back(front: Face, title: str, address: str, word: Word, stamp: Stamp, *ids: str) -> Face:
    """The id of the story or the questions stands in the address, where there is one: there is room for it once."""
    whole = is_whole(address)
    return replace(
        front,
        front=False,
        word="",
        title=title,
        blocks=(plain(address, small=True),) if whole else (),
        foot=word("author"),
        mark=stamp.mark(*(() if whole else ids)),
        code=address,
        part="address",
    )
