"""Rules for consent and withdrawal: what must be on record, dates that cannot follow, what no build will publish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..library.library import Library
from ..library.passages import COPY, passages, share
from ..library.recording import Part
from ..library.story import GIVEN_TO_US, Story
from ..messages.message import Message
from ..messages.problem import Problem


def consent_problems(library: Library, story: Story, today: date) -> Iterator[Problem]:
    """Everything that a story's consent lacks, contradicts, or no longer covers."""
    yield from _on_record(library, story)
    yield from _order_of_dates(library, story, today)
    yield from _not_published(library, story, today)
    yield from _voice_and_picture(library, story)


def withdrawal_problems(library: Library) -> Iterator[Problem]:
    """Ids of withdrawn stories that something still uses."""
    for i, record in library.withdrawn.items():
        story = library.stories.get(i)
        if story is not None or i in library.broken:
            root = library.root_of(record.root)
            folder = story.folder if story is not None else f"{root.shown}/{record.collection}/{root.own_id(i)}"
            yield Problem(
                f"{folder}/story.yml",
                1,
                "S04",
                Message(
                    "the id `{name}` belongs to a story that was withdrawn on {day}", name=i, day=record.withdrawn_on
                ),
                Message(
                    "to finish the withdrawal run `whatmatters withdraw {name}`; a new story needs another id", name=i
                ),
            )
    yield from _come_back(library)
    for recipe in library.recipes.values():
        for n, pinned in enumerate(recipe.stories.pinned):
            if pinned in library.withdrawn:
                yield Problem(
                    recipe.file,
                    library.line(recipe.file, "stories", "pinned", n),
                    "K05",
                    Message(
                        "the story `{name}` was withdrawn on {day}",
                        name=pinned,
                        day=library.withdrawn[pinned].withdrawn_on,
                    ),
                    Message("take its id out of the list"),
                    advice=True,
                )


def _come_back(library: Library) -> Iterator[Problem]:
    """Stories that say what a withdrawn one said: copies of it, under whichever id and title."""
    records = [r for r in library.withdrawn.values() if any(t.passages for t in r.traces.values())]
    for story in library.stories.values() if records else ():
        said = {mark for text in story.texts.values() for block in text.blocks for mark in passages(block)}
        for record in records:
            if story.id != record.id and share(record.traces.values(), said) >= COPY:
                yield Problem(
                    f"{story.folder}/story.yml",
                    1,
                    "D20",
                    Message(
                        "this story says what `{name}` said, which was withdrawn on {day}",
                        name=record.id,
                        day=record.withdrawn_on,
                    ),
                    Message("if it is a copy, take it down as well: `whatmatters withdraw {name}`", name=story.id),
                    advice=True,
                )


def _voice_and_picture(library: Library, story: Story) -> Iterator[Problem]:
    """Recording and picture are published to those whom consent to each part names, and to nobody else."""
    consent, file = story.facts.consent, f"{story.folder}/story.yml"
    in_film = story.recording.gives if story.recording is not None else ()
    seen = story.picture is not None and story.picture.shows_people
    parts: tuple[Part, ...] = (*in_film, *(("picture",) if seen and "picture" not in in_film else ()))
    for part in parts:
        said: tuple[str, ...] = consent.voice if part == "voice" else consent.picture
        if not said:
            yield Problem(
                file,
                _line(library, story, part),
                "D10",
                Message("nobody has said that the voice in the recording may be heard")
                if part == "voice"
                else Message("nobody has said that the person in the film may be seen")
                if part in in_film
                else Message("nobody has said that the people on the picture may be seen"),
                Message("ask, and add under `consent` a line `{part}: [team]`; or take the recording away", part=part)
                if part in in_film
                else Message("ask, and add under `consent` a line `picture: [team]`; or take the picture away"),
            )
        elif beyond := [audience for audience in said if audience not in consent.scope]:
            yield Problem(
                file,
                _line(library, story, part),
                "D11",
                Message(
                    "under `{part}` stands {names}, and under `scope` it does not",
                    part=part,
                    names=tuple(beyond),
                ),
                Message(
                    "a recording holds words too: write it under `scope` as well if that was agreed, or take it out"
                ),
            )


def _line(library: Library, story: Story, field: str) -> int:
    return library.line(f"{story.folder}/story.yml", "consent", field)


def _on_record(library: Library, story: Story) -> Iterator[Problem]:
    consent, file = story.facts.consent, f"{story.folder}/story.yml"
    if consent.basis not in GIVEN_TO_US:
        return
    for field, value, what, mend in (
        (
            "held_by",
            consent.held_by,
            Message("consent of the basis `{basis}` does not say who holds its record", basis=consent.basis),
            Message("add under `consent` a line `held_by: …` with a role or a body"),
        ),
        (
            "given",
            consent.given,
            Message("consent of the basis `{basis}` does not say the day on which it was given", basis=consent.basis),
            Message("add under `consent` a line `given: …` with a date such as 2026-11-21"),
        ),
    ):
        if value is None:
            yield Problem(
                file,
                _line(library, story, field),
                "D04",
                what,
                mend,
            )


def _order_of_dates(library: Library, story: Story, today: date) -> Iterator[Problem]:
    consent, file = story.facts.consent, f"{story.folder}/story.yml"
    given, expires = consent.given, consent.expires
    wrong: list[tuple[str, Message]] = []
    if given is not None and given > today:
        wrong.append(("given", Message("consent is to be given on {day}, which is still to come", day=given)))
    elif given is not None and given > consent.reviewed:
        wrong.append(("reviewed", Message("consent was reviewed on {day}, before it was given", day=consent.reviewed)))
    if consent.reviewed > today:
        day = consent.reviewed
        wrong.append(("reviewed", Message("consent was reviewed on {day}, which is still to come", day=day)))
    if given is not None and expires is not None and expires < given:
        wrong.append(("expires", Message("consent ends on {day}, before it was given", day=expires)))
    for field, message in wrong:
        yield Problem(file, _line(library, story, field), "D05", message, Message("check both dates"))


def _not_published(library: Library, story: Story, today: date) -> Iterator[Problem]:
    """Advice: it says beforehand what the summary of every build will say."""
    consent, file = story.facts.consent, f"{story.folder}/story.yml"
    if consent.ended(today):
        yield Problem(
            file,
            _line(library, story, "expires"),
            "D06",
            Message("consent ended on {day}: no build publishes the story", day=str(consent.expires)),
            Message("ask again and write the new date, or run `whatmatters withdraw {name}`", name=story.id),
            advice=True,
        )
    if not consent.in_both_languages:
        yield Problem(
            file,
            _line(library, story, "languages"),
            "D07",
            Message(
                "consent is for `{lang}` alone: no build publishes the story in either language",
                lang=consent.languages[0],
            ),
            Message("ask for the other language too, then write `languages: [en, cy]`"),
            advice=True,
        )
