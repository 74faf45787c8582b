"""What every form says of a story in the same words: what happened next, and where it comes from."""

from __future__ import annotations

from .addresses import is_whole
from .blocks import Block, Heading, Span, Text, plain
from .cards import StoryCard
from .wordings import Word


def happened_next(card: StoryCard, word: Word, level: int = 2) -> tuple[Block, ...]:
    """What happened after the pause, under its heading; nothing for a story that has no pause."""
    return (Heading(level, word("next")), *(plain(paragraph) for paragraph in card.after)) if card.after else ()


def told(card: StoryCard) -> tuple[Text, ...]:
    """What a reader must be told before trusting the story: once on each form, and nothing where nothing must."""
    return (Text((Span(card.told, strong=True),)),) if card.told else ()


def source(card: StoryCard, word: Word) -> tuple[Span, ...]:
    """Titles of real sources stand in their own language, and say so to a screen reader."""
    return (Span(f"{word('source')}: ", strong=True), Span(f"{card.source}.", lang=card.source_lang))


def route(card: StoryCard, word: Word) -> tuple[Span, ...]:
    """How it reached us, where that is not told already, and whether names have been changed."""
    how = (Span(f"{word('how')}: ", strong=True), Span(f"{card.route}. ")) if card.route else ()
    return (*how, *((Span(word("names-changed")),) if card.names_changed else ()))


def tags(card: StoryCard, word: Word) -> tuple[Span, ...]:
    """All its tags."""
    return (Span(f"{word('tags')}: ", strong=True), Span(f"{', '.join(card.tags)}."))


def law(card: StoryCard, word: Word) -> tuple[Span, ...]:
    """The law behind it; nothing for a story that names none."""
    return (Span(f"{word('law-behind')}: ", strong=True), Span(f"{', '.join(card.law)}.")) if card.law else ()


def film(card: StoryCard, *, under_plan: bool = False) -> tuple[Span, ...]:
    """The film in which the story is told: how to watch it, its name, where it is; nothing for a story without one.

    `under_plan` where the steps stand above it: what they say is not said again.
    """
    if card.film is None:
        return ()
    line = card.film
    return (
        Span(f"{line.label}: ", strong=True),
        *((Span(f"{line.watch} "),) if line.watch and not (under_plan and line.in_steps) else ()),
        *((Span(f"{line.voice} "),) if line.voice else ()),
        *(span for said, lang in line.named for span in (Span(said, lang=lang), Span(". "))),
        Span(f"{line.length}. {line.address}" if line.length else line.address),
    )


def recording(card: StoryCard) -> tuple[Span, ...]:
    """The team's own recording: where it is played, and when it stops; nothing for a story without one."""
    if card.recording is None:
        return ()
    where = f" {card.address}" if is_whole(card.address) else ""
    return (Span(f"{card.recording.label}: ", strong=True), Span(f"{card.recording.play}{where}"))


def to_play(card: StoryCard, *, under_plan: bool = False) -> tuple[Text, ...]:
    """A line for each thing that is played: the film elsewhere, and the team's own recording."""
    return tuple(Text(spans) for spans in (film(card, under_plan=under_plan), recording(card)) if spans)


def in_a_row(*said: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those that say something, one after the other."""
    parts = [spans for spans in said if spans]
    return tuple(span for n, spans in enumerate(parts) for span in (*((Span(" "),) if n else ()), *spans))


def address(card: StoryCard, word: Word) -> tuple[Span, ...]:
    """Where its page is to be found; nothing while the site has no address."""
    if not is_whole(card.address):
        return ()
    return (Span(f"{word('on-the-site')}: ", strong=True), Span(card.address))
