"""The leader's sheet of a story: one sheet of paper for whoever leads the session, an A4 with two sides.

In front stand the plan, the story to its pause and what is asked there; the ending stands overleaf alone, so that
neither the leader's neighbour nor a screen reader comes to it too soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..library.session import Agenda
from . import story_notes
from .blocks import Block, Cell, Heading, Listing, Ruled, Side, Span, Stop, Table, Text, plain
from .cards import StoryCard
from .plans import Row, side_by_side, usual_of
from .session import SessionStep, StorySession
from .wordings import Word, counted, marked

#: What a title may end with.
STOPS = (".", "?", "!")

#: What a plan's row says where a plan has no such step.
NONE = "–"


def leader_sheet(
    card: StoryCard,
    agendas: Sequence[Agenda],
    sessions: Sequence[StorySession],
    follow_ups: Sequence[str],
    word: Word,
) -> tuple[Side, Side]:
    """Both sides of a story's sheet; `sessions` are those of the story by each of the plans `agendas`.

    It is handed to whoever leads by itself, so that it says on both sides whether its words are a draft.
    """
    band = marked(word("leader-sheet"), card, word)
    return (
        Side(
            (
                Heading(2, card.title),
                *_plan(card, agendas, sessions, word),
                *story_notes.to_play(card, under_plan=True),
                Heading(3, word("to-pause") if card.after else word("whole-story")),
                *(plain(paragraph) for paragraph in card.before),
                *((Stop(word("stop")),) if card.after else ()),
                *asked(card.at_pause, "at-pause", word),
            ),
            band,
            word("side", n=1),
            card.emblem,
        ),
        Side(
            (
                *story_notes.happened_next(card, word, level=3),
                *asked(card.afterwards, "afterwards", word),
                Heading(3, word("follow-ups")),
                Listing(tuple(follow_ups)),
                Heading(3, word("agreed")),
                Ruled(2),
                plain(word("come-back")),
                Ruled(1),
                plain(word("who-to-tell")),
                Ruled(1),
                *_told(card, word),
            ),
            f"{band}: {card.title}",
            word("side", n=2),
        ),
    )


def asked(questions: tuple[str, ...], heading: str, word: Word) -> Iterator[Block]:
    """A story's questions under their heading; nothing where there are none."""
    if questions:
        yield Heading(3, word(heading))
        yield Listing(questions, numbered=True)


def _plan(card: StoryCard, agendas: Sequence[Agenda], sessions: Sequence[StorySession], word: Word) -> Iterator[Block]:
    """The steps by the clock of the usual plan, and the minutes that each takes in all of them."""
    usual = usual_of(agendas)
    minutes = agendas[usual].minutes
    reading = f"{counted('read-minutes', card.minutes, word)}."
    lengths = ", ".join(str(agenda.minutes) for agenda in agendas)
    yield plain(f"{word('plan-help', n=minutes, lengths=lengths)} {reading}" if len(agendas) > 1 else reading)
    yield Table(
        (word("clock"), word("what-to-do"), *(str(agenda.minutes) for agenda in agendas)),
        tuple(_row(row, usual, word) for row in side_by_side([session.steps for session in sessions], usual)),
        (0, 1, *(0 for _ in agendas)),
    )


def _row(row: Row[SessionStep], usual: int, word: Word) -> tuple[Cell, ...]:
    step = row.step
    said = " ".join((step.says, *map(word, step.of_cards)))
    title = step.title if step.title.endswith(STOPS) else f"{step.title}."
    return (
        f"{step.begins}–{step.begins + step.minutes}" if row.usual else NONE,
        (Span(f"{title} ", strong=True), Span(said)) if row.usual else (Span(title, strong=True),),
        *(
            (Span(NONE if minutes is None else str(minutes), strong=plan == usual),)
            for plan, minutes in enumerate(row.minutes)
        ),
    )


def _told(card: StoryCard, word: Word) -> Iterable[Block]:
    """Where the story comes from: for the leader alone."""
    yield from story_notes.told(card)
    origin = story_notes.in_a_row(
        story_notes.source(card, word), story_notes.route(card, word), story_notes.tags(card, word)
    )
    yield from (Text(spans, small=True) for spans in (story_notes.law(card, word), origin) if spans)
