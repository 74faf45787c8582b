"""The faces of cards: what stands on the front and on the back of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import law_words
from .addresses import where
from .blocks import Aside, Heading, Listing, Ruled, Span, Text, plain
from .card_face import Face, Stamp, TwoSided
from .cards import BlankCard, Card, Kind, LawCard, QuestionCard, RulesCard, StoryCard
from .kinds import KINDS
from .story_card_faces import ways_of_story
from .wordings import Word, marked, of_kind


def ways(card: Card, word: Word, stamp: Stamp) -> Sequence[tuple[TwoSided, ...]]:
    """The ways to print a card, the one to be preferred first; each is one card or more."""
    match card:
        case StoryCard():
            return ways_of_story(card, word, stamp)
        case QuestionCard():
            return ((_questions(card, word, stamp),),)
        case LawCard():
            return ((_law(card, word, stamp),), (_law(card, word, stamp, offence=False),))
        case RulesCard():
            return ((_rules(card, word, stamp),),)
        case BlankCard():
            return ((_blank(card, word, stamp),),)


def _questions(card: QuestionCard, word: Word, stamp: Stamp) -> TwoSided:
    front = Face(
        kind="question",
        front=True,
        word=of_kind(card, word),
        detail=card.bank,
        icon=KINDS["question"].icon,
        title=card.category,
        blocks=(Listing(card.questions, numbered=True),),
        foot=word("author"),
        mark=stamp.mark(card.id),
        file=card.file,
        part="questions",
    )
    return TwoSided(front, _notes(front, card.address, word, stamp))


def _notes(front: Face, address: str, word: Word, stamp: Stamp) -> Face:
    blocks = (Heading(2, word("notes")), Ruled(0))
    return replace(front, front=False, blocks=blocks, foot=where(address, word), mark="", code=address, part="about")


def _law(card: LawCard, word: Word, stamp: Stamp, *, offence: bool = True) -> TwoSided:
    """The duty, and on the back how sure we are; where there is no room, the offence is left to the page."""
    front = Face(
        kind="law",
        front=True,
        word=of_kind(card, word),
        detail="",
        icon=KINDS["law"].icon,
        title=card.name,
        blocks=(
            Text((Span(card.duty, strong=True),)),
            *((plain(card.sure.unsure),) if card.sure.unsure else ()),
            *card.limits,
            Heading(2, word("practice")),
            plain(card.practice),
        ),
        foot=word("author"),
        mark=stamp.mark(card.id),
        file=card.file,
        part="duty",
    )
    back = replace(
        front,
        front=False,
        foot=where(card.address, word),
        mark="",
        code=card.address,
        part="provisions",
        blocks=(
            Heading(2, word("provisions")),
            Listing(card.provisions),
            Heading(2, card.sure.heading),
            plain(card.sure.sentence),
            *law_words.open_points(card.sure, offence=offence),
            Aside((plain(f"{word('not-advice')} {word('read-provision')}"),)),
        ),
    )
    return TwoSided(front, back)


def _rules(card: RulesCard, word: Word, stamp: Stamp) -> TwoSided:
    front = Face(
        kind="tool",
        front=True,
        word=of_kind(card, word),
        detail=word("exploratory-talk"),
        icon=KINDS["tool"].icon,
        title=word("ground-rules"),
        blocks=(Listing(card.rules, numbered=True),),
        foot=word("author"),
        mark=stamp.mark(),
        file="docs/data/ground-rules.yml",
        part="rules",
    )
    back = replace(
        front,
        front=False,
        title=word("confidentiality"),
        foot=where(card.address, word),
        mark="",
        code=card.address,
        part="rules",
        blocks=(Listing(card.confidentiality), Heading(2, word("who-to-tell")), Ruled(0)),
    )
    return TwoSided(front, back)


def _blank(card: BlankCard, word: Word, stamp: Stamp) -> TwoSided:
    kind: Kind = "story" if card.of == "story" else "question"
    front = Face(
        kind=kind,
        front=True,
        word=marked(word(f"kind-{kind}"), card, word),
        detail="",
        icon="material/pencil-outline",
        title=word(f"own-{card.of}"),
        blocks=(plain(word(f"own-{card.of}-help")), Ruled(0)),
        foot=word("author"),
        mark=stamp.mark(),
        file="docs/data/interface/packs.yml",
        part="blank",
    )
    if card.of == "story":
        front = replace(front, stop=word("stop"))
    blocks = (
        (Heading(2, word("next")), Ruled(6), Heading(2, word("questions")), Ruled(0))
        if card.of == "story"
        else (Heading(2, word("notes")), Ruled(0))
    )
    back = replace(
        front, front=False, blocks=blocks, foot=where(card.address, word), mark="", code=card.address, stop=""
    )
    return TwoSided(front, back)
