"""Rules for one story: its words against the vocabulary, its two languages against each other, its dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..library.story import FEWEST, HEADINGS, MOST, Asked, Story
from ..messages.message import Message
from ..messages.problem import Problem, did_you_mean
from .consent import consent_problems

#: Facets that every story must be tagged in: a card without a theme has no icon, one without a setting cannot be found.
REQUIRED = ("theme", "principle", "setting", "role")


def story_problems(library: Library, story: Story, today: date) -> Iterator[Problem]:
    """Everything wrong with a story that reading it alone could not show."""
    yield from _tags(library, story)
    yield from _terms(library, story)
    yield from _formerly(library, story)
    yield from _law(library, story)
    yield from _parity(story)
    yield from _dates(library, story, today)
    yield from consent_problems(library, story, today)


def _file(story: Story) -> str:
    return f"{story.folder}/story.yml"


def _tags(library: Library, story: Story) -> Iterator[Problem]:
    file, vocabulary = _file(story), library.vocabulary
    facets = [f.id for f in vocabulary.facets]
    for facet, tags in story.facts.tags.items():
        if facet not in facets:
            yield Problem(
                file,
                library.line(file, "tags", facet),
                "V02",
                Message("there is no facet `{name}`", name=facet),
                did_you_mean(facet, facets, Message("facets: {names}", names=tuple(facets))),
            )
            continue
        for i, tag in enumerate(tags):
            line = library.line(file, "tags", facet, i)
            if tag not in vocabulary.tags:
                yield Problem(
                    file,
                    line,
                    "V01",
                    Message("there is no tag `{name}`", name=tag),
                    did_you_mean(tag, vocabulary.tags, Message("stories/tags.yml lists them")),
                )
            elif vocabulary.facet_of[tag].id != facet:
                yield Problem(
                    file,
                    line,
                    "V02",
                    Message("`{name}` is not a {facet}", name=tag, facet=facet),
                    Message("move it to `{facet}`", facet=vocabulary.facet_of[tag].id),
                )
    for facet in REQUIRED:
        if not story.facts.tags.get(facet):
            yield Problem(
                file,
                library.line(file, "tags"),
                "V06",
                Message("the story has no {facet}", facet=facet),
                Message("add a line `{facet}: [...]` under `tags`", facet=facet),
            )


def _terms(library: Library, story: Story) -> Iterator[Problem]:
    file, facts, vocabulary = _file(story), story.facts, library.vocabulary
    values: list[tuple[str, str | None, tuple[str, ...]]] = [
        ("kinds", facts.kind, ("kind",)),
        ("provenances", facts.provenance, ("provenance",)),
        ("routes", facts.source.how_it_reached_us, ("source", "how_it_reached_us")),
        ("jurisdictions", facts.source.jurisdiction, ("source", "jurisdiction")),
        ("collections", story.collection, ()),
    ]
    for group, value, loc in values:
        if value is None:
            continue
        known = [term.id for term in getattr(vocabulary, group)]
        if value not in known:
            what = (
                Message("`{field}: {value}` is not in the vocabulary", field=loc[-1], value=value)
                if loc
                else Message("the folder `{value}` is not in the vocabulary", value=value)
            )
            yield Problem(
                file,
                library.line(file, *loc),
                "V07",
                what,
                did_you_mean(value, known, Message("known: {names}", names=tuple(known))),
            )


def _formerly(library: Library, story: Story) -> Iterator[Problem]:
    for n, collection in enumerate(story.facts.formerly):
        if collection == story.collection:
            file = _file(story)
            yield Problem(
                file,
                library.line(file, "formerly", n),
                "V07",
                Message("the story stands in `{name}` now", name=collection),
                Message("`formerly` names the collections in which it stood before: take this one out"),
            )


def _law(library: Library, story: Story) -> Iterator[Problem]:
    file = _file(story)
    for i, topic in enumerate(story.facts.law):
        if topic not in library.read_across.topic:
            yield Problem(
                file,
                library.line(file, "law", i),
                "L01",
                Message("there is no law topic `{name}`", name=topic),
                did_you_mean(topic, library.read_across.topic, Message("docs/data/read-across.yml lists them")),
            )


def _parity(story: Story) -> Iterator[Problem]:
    """The two languages must be the same story: a pause in both or in neither, and question for question."""
    texts = story.texts
    paused = [lang for lang in texts if texts[lang].pause_line]
    for lang in texts:
        if paused and lang not in paused:
            yield Problem(
                f"{story.folder}/{lang}.md",
                1,
                "P02",
                Message("there is a pause in {file} and none here", file=f"{paused[0]}.md"),
                Message("put `<!-- pause -->` at the same place"),
            )
    if not paused:
        yield Problem(
            f"{story.folder}/{LANGUAGES[0]}.md",
            1,
            "T09",
            Message("the story has no pause, so a group reads it in one go"),
            Message("put `<!-- pause -->` on a line of its own where people should stop and talk"),
            advice=True,
        )
    for name, heading in HEADINGS.items():
        yield from _as_many_questions(story, name, heading)
    for part in ("before", "after"):
        counts = {lang: len(getattr(texts[lang], part)) for lang in paused}
        first, *rest = paused if LANGUAGES[0] in paused else [LANGUAGES[0]]
        for lang in (one for one in rest if counts[one] != counts[first]):
            yield Problem(
                f"{story.folder}/{lang}.md",
                1,
                "P04",
                Message(
                    "{here} paragraphs before the pause here, {there} in English",
                    here=counts[lang],
                    there=counts[first],
                )
                if part == "before"
                else Message(
                    "{here} paragraphs after the pause here, {there} in English", here=counts[lang], there=counts[first]
                ),
                Message("check that nothing is missing"),
                advice=True,
            )


def _as_many_questions(story: Story, name: Asked, heading: Mapping[Lang, str]) -> Iterator[Problem]:
    """As many questions in a list of one language as in those of the others; two or three."""
    counts: dict[Lang, int] = {lang: len(story.texts[lang].asked(name)) for lang in story.texts}
    fewer, more = min(counts, key=counts.__getitem__), max(counts.values())
    asked, first = counts[fewer], LANGUAGES[0]
    if asked != more:
        yield Problem(
            f"{story.folder}/{fewer}.md",
            story.texts[fewer].asked_line(name),
            "P03",
            Message(
                "{here} questions under `## {heading}`, {there} in the other language",
                here=asked,
                heading=heading[fewer],
                there=more,
            ),
            Message("ask the same questions in both"),
        )
    elif asked and not FEWEST <= asked <= MOST:
        yield Problem(
            f"{story.folder}/{first}.md",
            story.texts[first].asked_line(name),
            "T19",
            Message("{here} questions under `## {heading}`", here=asked, heading=heading[first]),
            Message("two or three are what a group has time for"),
            advice=True,
        )


def _dates(library: Library, story: Story, today: date) -> Iterator[Problem]:
    file, consent = _file(story), story.facts.consent
    if consent.review_by < consent.reviewed:
        yield Problem(
            file,
            library.line(file, "consent", "review_by"),
            "D01",
            Message("consent is to be reviewed again before the day of its last review"),
            Message("check both dates"),
        )
    elif consent.review_by < today:
        yield Problem(
            file,
            library.line(file, "consent", "review_by"),
            "D02",
            Message("consent was to be reviewed by {day}", day=consent.review_by),
            Message("ask again, then write the new dates"),
            advice=True,
        )
    if consent.basis == "composite" and story.facts.provenance != "composite":
        yield Problem(
            file,
            library.line(file, "provenance"),
            "D03",
            Message("consent is of the basis `composite`, but the story is not marked as one"),
            Message("write `provenance: composite`, so that page and card say that it was made up"),
        )
