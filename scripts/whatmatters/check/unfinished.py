"""What a story that is handed in has not yet been given, by the names that the fields have in the page *Add a story*.

Only what is empty is told here. What is filled in wrongly is told by the rules, once all else is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..files.sources import Document, SourceError, parse_yaml, split_front_matter
from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..library.story import GIVEN_TO_US, HEADINGS, PAUSE
from ..messages.message import Message
from ..messages.problem import Problem
from ..reading.arriving import FACTS
from ..reading.story_text import parse_story_text
from .stories import REQUIRED

#: Fields of `story.yml` that no story is without, each with the wording of its label.
_ALWAYS = {
    "kind": "kind",
    "provenance": "provenance",
    "source.how_it_reached_us": "route",
    "consent.basis": "basis",
    "consent.scope": "scope",
    "consent.reviewed": "reviewed",
    "consent.review_by": "review-by",
    "welsh.made_by": "made-by",
    "owner": "owner",
}
#: Those that a story needs unless it was invented for the library.
_OF_A_SOURCE = {
    "source.title": "source-title",
    "source.publisher": "publisher",
    "source.jurisdiction": "jurisdiction",
}
#: Those that a consent needs which was given to us.
_OF_A_YES = {"consent.held_by": "held-by", "consent.given": "given"}


def unfinished(files: Mapping[str, bytes], library: Library, lang: Lang) -> list[Problem]:
    """The fields that are empty; paths are names of files in the story's folder. None for files that cannot be read."""
    found: list[Problem] = []
    try:
        found += _facts(parse_yaml(files[FACTS].decode("utf-8-sig"), FACTS), library, lang)
        for written in LANGUAGES:
            name = f"{written}.md"
            if name in files:
                found += _text(files[name].decode("utf-8-sig"), name, written, library, lang)
    except (SourceError, UnicodeDecodeError):
        return []
    return found


def _facts(document: Document, library: Library, lang: Lang) -> Iterator[Problem]:
    if not isinstance(document.data, dict):
        return
    vocabulary = library.vocabulary
    wanted = dict(_ALWAYS)
    own = {route.id for route in vocabulary.routes if route.source}
    if _at(document.data, "source.how_it_reached_us") not in own:
        wanted |= _OF_A_SOURCE
    if _at(document.data, "consent.basis") in GIVEN_TO_US:
        wanted |= _OF_A_YES
    labels = {field: library.interface(f"add-f-{label}", lang) for field, label in wanted.items()}
    labels |= {f"tags.{facet.id}": facet.label[lang] for facet in vocabulary.facets if facet.id in REQUIRED}
    for field, label in labels.items():
        if _at(document.data, field) in (None, "", [], {}):
            yield _problem(FACTS, document.line(tuple(field.split("."))), label, field)


def _at(data: Any, field: str) -> Any:
    for step in field.split("."):
        data = data.get(step) if isinstance(data, dict) else None
    return data.strip() if isinstance(data, str) else data


def _text(raw: str, name: str, written: Lang, library: Library, lang: Lang) -> Iterator[Problem]:
    ui = library.interface
    lines = raw.split("\n")

    def lacks(part: str, line: int, by_hand: str) -> Problem:
        label = f"{ui(f'add-f-{part}', lang)}, {ui(f'add-in-{written}', lang)}"
        return _problem(name, line, label, by_hand)

    front, _, _ = split_front_matter(raw, name)
    for part in ("title", "summary"):
        if _at(front.data, part) in (None, ""):
            yield lacks(part, front.line((part,)), part)
    for problem in parse_story_text(raw, name, written)[1]:
        if problem.code == "T01":
            yield lacks("before", problem.line, PAUSE)
        elif problem.code == "T02":
            yield lacks("after", problem.line, PAUSE)
        elif problem.code == "T04":
            # A heading that is not there, or is another's, is no empty field.
            for part, heading in HEADINGS.items():
                if lines[problem.line - 1].strip().casefold() == f"## {heading[written]}".casefold():
                    yield lacks(part, problem.line, f"## {heading[written]}")


def _problem(file: str, line: int, label: str, by_hand: str) -> Problem:
    return Problem(
        file,
        line,
        "F02",
        Message("“{label}” is still empty", label=label),
        Message("fill it in in the page Add a story; by hand, at `{name}` in {file}", name=by_hand, file=file),
    )
