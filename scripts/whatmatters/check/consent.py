"""Rules for consent and withdrawal: what must be on record, dates that cannot follow, what no build will publish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..library.library import Library
from ..library.problems import Problem
from ..library.story import Story

#: Bases on which a person has said yes to us: somebody holds the record of that, and it has a day.
SAID_YES = ("written", "recorded-verbal")


def consent_problems(library: Library, story: Story, today: date) -> Iterator[Problem]:
    """Everything that a story's consent lacks, contradicts, or no longer covers."""
    yield from _on_record(library, story)
    yield from _order_of_dates(library, story, today)
    yield from _not_published(library, story, today)


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
                f"the id `{i}` belongs to a story that was withdrawn on {record.withdrawn_on}",
                f"to finish the withdrawal run `whatmatters withdraw {i}`; a new story needs another id",
            )
    for recipe in library.recipes.values():
        for n, pinned in enumerate(recipe.stories.pinned):
            if pinned in library.withdrawn:
                yield Problem(
                    recipe.file,
                    library.line(recipe.file, "stories", "pinned", n),
                    "K05",
                    f"the story `{pinned}` was withdrawn on {library.withdrawn[pinned].withdrawn_on}",
                    "take its id out of the list",
                    advice=True,
                )


def _line(library: Library, story: Story, field: str) -> int:
    return library.line(f"{story.folder}/story.yml", "consent", field)


def _on_record(library: Library, story: Story) -> Iterator[Problem]:
    consent, file = story.facts.consent, f"{story.folder}/story.yml"
    if consent.basis not in SAID_YES:
        return
    for field, value, what, mend in (
        ("held_by", consent.held_by, "who holds its record", "`held_by: …` with a role or a body"),
        ("given", consent.given, "the day on which it was given", "`given: …` with a date such as 2026-11-21"),
    ):
        if value is None:
            yield Problem(
                file,
                _line(library, story, field),
                "D04",
                f"consent of the basis `{consent.basis}` does not say {what}",
                f"add under `consent` a line {mend}",
            )


def _order_of_dates(library: Library, story: Story, today: date) -> Iterator[Problem]:
    consent, file = story.facts.consent, f"{story.folder}/story.yml"
    given, expires = consent.given, consent.expires
    wrong: list[tuple[str, str]] = []
    if given is not None and given > today:
        wrong.append(("given", f"consent is to be given on {given}, which is still to come"))
    elif given is not None and given > consent.reviewed:
        wrong.append(("reviewed", f"consent was reviewed on {consent.reviewed}, before it was given"))
    if given is not None and expires is not None and expires < given:
        wrong.append(("expires", f"consent ends on {expires}, before it was given"))
    for field, message in wrong:
        yield Problem(file, _line(library, story, field), "D05", message, "check both dates")


def _not_published(library: Library, story: Story, today: date) -> Iterator[Problem]:
    """Advice: it says beforehand what the summary of every build will say."""
    consent, file = story.facts.consent, f"{story.folder}/story.yml"
    if consent.ended(today):
        yield Problem(
            file,
            _line(library, story, "expires"),
            "D06",
            f"consent ended on {consent.expires}: no build publishes the story",
            f"ask again and write the new date, or run `whatmatters withdraw {story.id}`",
            advice=True,
        )
    if not consent.in_both_languages:
        yield Problem(
            file,
            _line(library, story, "languages"),
            "D07",
            f"consent is for `{consent.languages[0]}` alone: no build publishes the story in either language",
            "ask for the other language too, then write `languages: [en, cy]`",
            advice=True,
        )
