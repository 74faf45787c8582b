"""The slides of one card: a story in steps with its pause, questions, a topic of the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..library.languages import Lang
from ..library.library import Library
from . import about, law_words
from .blocks import Block, Heading, Listing, Span, Text, labelled, plain
from .cards import LawCard, QuestionCard, StoryCard
from .kinds import KINDS
from .slide import Slide, fits_small, spread
from .words import Word, counted, marked, of_kind


def story_slides(library: Library, lang: Lang, card: StoryCard, word: Word) -> Iterator[Slide]:
    """A story up to its pause, its pause alone, what happened next, its questions: nobody can read ahead."""
    follow_ups = Listing(tuple(item[lang] for item in library.session.facilitation.follow_ups))
    origin = about.in_a_row(about.source(card, word), *(text.spans for text in about.told(card)))
    first = Slide(
        layout="story",
        band=f"{of_kind(card, word)} · {card.theme}",
        icon=card.icon,
        title=card.title,
        section=card.title,
        small=origin,
        id=card.id,
        notes=(
            plain(word("slides-read")),
            plain(card.summary),
            plain(f"{counted('read-minutes', card.minutes, word)} · {card.address}"),
            *(Text(said) for say in (about.source, about.route, about.tags, about.law) if (said := say(card, word))),
        ),
    )
    yield from spread(first, tuple(plain(p) for p in card.before), word, later=(plain(word("slides-read-on")),))
    plain_story = replace(first, small=())
    if card.after:
        yield from _pause(card, plain_story, follow_ups, word)
    if card.afterwards:
        notes = (plain(word("slides-questions-help")), Heading(2, word("follow-ups")), follow_ups)
        yield from _asked(card, plain_story, "afterwards", card.afterwards, notes, word)


def _pause(card: StoryCard, plain_story: Slide, follow_ups: Listing, word: Word) -> Iterator[Slide]:
    """The pause with what is asked at it, then what happened next."""
    notes = (plain(word("slides-pause-help")), Heading(2, word("follow-ups")), follow_ups)
    yield replace(
        plain_story,
        layout="pause",
        title=word("stop"),
        over=card.title,
        body=(Listing(card.at_pause, numbered=True),),
        notes=notes,
    )
    after = replace(
        plain_story, title=f"{card.title}: {_small(word('next'))}", notes=(plain(word("slides-after-help")),)
    )
    yield from spread(after, tuple(plain(p) for p in card.after), word)


def _asked(
    card: StoryCard, story: Slide, heading: str, questions: tuple[str, ...], notes: tuple[Block, ...], word: Word
) -> Iterator[Slide]:
    slide = replace(
        story,
        layout="question",
        band=f"{marked(word('kind-question'), card, word)} · {card.title}",
        icon=KINDS["question"].icon,
        title=f"{card.title}: {_small(word(heading))}",
        notes=notes,
    )
    yield from spread(slide, (Listing(questions, numbered=True),), word)


def question_slides(library: Library, lang: Lang, card: QuestionCard, word: Word) -> Iterator[Slide]:
    """Questions of a category; the notes have words for when talk needs a hand."""
    follow_ups = Listing(tuple(item[lang] for item in library.session.facilitation.follow_ups))
    first = Slide(
        layout="question",
        band=f"{of_kind(card, word)} · {card.bank}",
        icon=KINDS["question"].icon,
        title=card.category,
        section=word("more-questions"),
        id=card.id,
        notes=(plain(word("slides-questions-help")), Heading(2, word("follow-ups")), follow_ups),
    )
    yield from spread(first, (Listing(card.questions, numbered=True),), word)


def law_slides(card: LawCard, word: Word) -> Iterator[Slide]:
    """The duty, its limits and what it means in practice; who must do what, and where it is written, in the notes."""
    asks: list[Block] = []
    for who, asked in card.asks:
        asks += [Heading(3, who), Listing(asked)]
    first = Slide(
        layout="law",
        band=of_kind(card, word),
        icon=KINDS["law"].icon,
        title=card.name,
        section=word("law"),
        small=_how_sure(card, word),
        id=card.id,
        notes=(
            *asks,
            labelled(word("provisions"), ". ".join(card.provisions) + "."),
            *law_words.how_sure(card.sure),
            *law_words.what_was_read(card.sure),
            plain(f"{word('not-advice')} {word('read-provision')}"),
            plain(card.address),
        ),
    )
    blocks: tuple[Block, ...] = (
        Text((Span(card.duty, strong=True),)),
        *card.limits,
        labelled(word("practice"), card.practice),
    )
    yield from spread(first, blocks, word)


def _how_sure(card: LawCard, word: Word) -> tuple[Span, ...]:
    """The small print under a duty: what is not confirmed, or that something is not where the text has no room."""
    sure = card.sure
    begin, end = Span(f"{sure.summary} "), Span(word("not-advice"))
    if sure.see_page is None:
        return (begin, end)
    if sure.unconfirmed is not None:
        label, text = Span(f"{sure.unconfirmed.label}: ", strong=True), Span(f"{sure.unconfirmed.text} ")
        if fits_small((begin, label, text, end)):
            return (begin, label, text, end)
    return (begin, Span(f"{sure.see_page} ", strong=True), end)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
