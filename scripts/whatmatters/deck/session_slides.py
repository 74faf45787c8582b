"""The slides of one story's session: the story to its pause, the pause with its questions, the ending, the close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..language.bilingual import Lang
from ..library.library import Library
from ..library.session import Agenda, Shows
from . import story_notes
from .blocks import Block, Heading, Listing, Span, Text, labelled, plain
from .cards import StoryCard
from .kinds import KINDS
from .plans import side_by_side, usual_of
from .session import StorySession, story_session
from .slide import Slide, in_columns, spread
from .wordings import Word, counted, marked, of_kind


def story_slides(
    library: Library, lang: Lang, card: StoryCard, agendas: Sequence[Agenda], word: Word
) -> Iterator[Slide]:
    """A story up to its pause, its pause, what happened next, its questions and the close: nobody can read ahead."""
    story = library.stories[card.id]
    plan = Plan(agendas, [story_session(library, story, agenda, lang) for agenda in agendas], word)
    follow_ups = (
        Heading(2, word("follow-ups")),
        Listing(tuple(item[lang] for item in library.session.facilitation.follow_ups)),
    )
    told = tuple(span for text in story_notes.told(card) for span in text.spans)
    # The title of a source may tell of the ending: where there is a pause, it stands after it, as on cards.
    source = story_notes.source(card, word)
    first = Slide(
        layout="story",
        band=f"{of_kind(card, word)} · {card.theme}",
        icon=card.icon,
        emblem=card.emblem,
        title=card.title,
        section=card.title,
        small=told if card.after else story_notes.in_a_row(source, told),
        id=card.id,
        notes=(
            *plan.notes("story"),
            plain(word("slides-read")),
            plain(card.summary),
            *story_notes.to_play(card),
            plain(f"{counted('read-minutes', card.minutes, word)}."),
            *(Text(said) for say in _SAID if (said := say(card, word))),
        ),
    )
    later = (plain(word("slides-read-on")),) if card.after else (plain(word("slides-read")),)
    yield from spread(first, tuple(plain(p) for p in card.before), word, later=later)
    bare = replace(first, small=())
    if card.after:
        yield from _pause(card, bare, source, plan, follow_ups, word)
    if card.afterwards:
        yield from _asked(card, bare, plan, follow_ups, word)
    yield from _close(library, lang, card, bare, plan, word)


_SAID = (story_notes.source, story_notes.route, story_notes.tags, story_notes.law, story_notes.address)


class Plan:
    """What the plans say of each step of a story's session."""

    def __init__(self, agendas: Sequence[Agenda], sessions: Sequence[StorySession], word: Word) -> None:
        self._agendas, self._word = agendas, word
        self._rows = side_by_side([session.steps for session in sessions], usual_of(agendas))

    def notes(self, *shows: Shows) -> Iterator[Block]:
        """What the leader does in some steps, and how long each takes in each plan that has it."""
        for row in self._rows:
            if row.step.shows in shows:
                yield labelled(row.step.title, row.step.says)
                times = zip(row.minutes, self._agendas, strict=True)
                yield plain(" · ".join(self._word("minutes-of", n=n, of=a.minutes) for n, a in times if n is not None))


def _pause(
    card: StoryCard, story: Slide, source: tuple[Span, ...], plan: Plan, follow_ups: tuple[Block, ...], word: Word
) -> Iterator[Slide]:
    """The pause with what is asked at it, then what happened next."""
    pause = replace(
        story,
        layout="pause",
        title=word("stop"),
        over=card.title,
        notes=(*plan.notes("at-pause", "hear"), plain(word("slides-pause-help")), *follow_ups),
    )
    yield from spread(pause, (Listing(card.at_pause, numbered=True),), word)
    after = replace(
        story,
        title=_headed(card, word("next")),
        small=source,
        notes=(*plan.notes("ending"), plain(word("slides-after-help"))),
    )
    *shown, last = spread(after, tuple(plain(p) for p in card.after), word)
    # Until all has been told, the title of a source may still tell it.
    yield from (replace(slide, small=()) for slide in shown)
    yield last


def _asked(card: StoryCard, story: Slide, plan: Plan, follow_ups: tuple[Block, ...], word: Word) -> Iterator[Slide]:
    """What is asked when the ending is known; of a story without a pause, all that is asked."""
    slide = replace(
        story,
        layout="question",
        band=f"{marked(word('kind-question'), card, word)} · {card.title}",
        icon=KINDS["question"].icon,
        emblem="",
        title=_headed(card, word("afterwards")),
        notes=(
            *(plan.notes("afterwards") if card.after else plan.notes("at-pause", "hear", "afterwards")),
            plain(word("slides-questions-help")),
            *follow_ups,
        ),
    )
    yield from spread(slide, (Listing(card.afterwards, numbered=True),), word)


def _close(library: Library, lang: Lang, card: StoryCard, story: Slide, plan: Plan, word: Word) -> Iterator[Slide]:
    """What the group keeps of it, and what each one will try."""
    help_ = library.session.facilitation
    slide = replace(
        story,
        layout="columns",
        band=f"{marked(word('kind-tool'), card, word)} · {card.title}",
        icon=KINDS["tool"].icon,
        emblem="",
    )
    record = replace(slide, title=_headed(card, word("record")), notes=tuple(plan.notes("record")))
    yield in_columns(record, [(p.heading[lang], p.prompt[lang]) for p in help_.record])
    end = replace(
        slide,
        title=_headed(card, word("try")),
        small=(Span(word("come-back")),),
        notes=(*plan.notes("close"), plain(word("slides-end-help"))),
    )
    yield in_columns(end, [(p.heading[lang], p.prompt[lang]) for p in help_.slips])


def _headed(card: StoryCard, what: str) -> str:
    """`The cup: what happened next`; after a title that asks stands no second mark: `Who knows? What happened next`."""
    if card.title.endswith(("?", "!")):
        return f"{card.title} {what}"
    return f"{card.title}: {what[:1].lower()}{what[1:]}"
