"""The read-across as a picture: the 2014 Act at one side, the law on services at the other, the topics between them.

First the groups of topics, then each group by its topics; and the same in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..language.bilingual import Lang
from ..library.certainty import certainty
from ..library.law import Provision, Topic
from ..library.law_group import LawGroup
from ..library.library import Library
from .fan import End, Fan, Join, fan
from .views import Href, place_text

#: The purpose at the left; at the right the Act on services, and the Regulations under it.
LEFT, RIGHT = ("sswba",), ("risca", "regs-2017")
LAWS = (*LEFT, *RIGHT)
#: What the laws are called in few words, and where each can be read by its numbers.
NAMES = {"sswba": "page-law-2014", "risca": "page-law-2016", "regs-2017": "page-law-2017"}
PAGES = {"sswba": "legislation/sections/", "risca": "legislation/sections/", "regs-2017": "legislation/regulations/"}
#: Room for the words on a line (px): how many topics, or where the law says it.
FOR_COUNT, FOR_PLACES = 40, 132
_NUMBER = re.compile(r"\d+[A-Z]*")


@dataclass(frozen=True)
class _Joined:
    """What a law and something between have in common, on the line and in words."""

    labels: tuple[str, ...]
    said: str


def law_picture(library: Library, lang: Lang, href: Href) -> dict[str, Any]:
    """What the template `law_picture.html` is given for a page; `href` makes a link from that page."""
    laws = _names(library, lang)
    return {
        "whole": _whole(library, laws, lang, href),
        "groups": [
            {
                "id": group.id,
                "name": group.name[lang],
                "count": len(group.topics),
                "fan": _of_group(library, group, laws, lang, href),
            }
            for group in library.law_groups
        ],
    }


def law_table(library: Library, lang: Lang, href: Href) -> dict[str, Any]:
    """What the template `law_table.html` is given: every topic in its group, and where each law speaks of it."""
    topics = library.read_across.topic
    return {
        "laws": list(_names(library, lang).items()),
        "groups": [
            {
                "id": group.id,
                "name": group.name[lang],
                "rows": [_row(library, topics[topic], lang, href) for topic in group.topics],
            }
            for group in library.law_groups
        ],
    }


def _names(library: Library, lang: Lang) -> dict[str, str]:
    return {law: library.interface(NAMES[law], lang) for law in LAWS}


def _whole(library: Library, laws: dict[str, str], lang: Lang, href: Href) -> Fan:
    """The groups between the laws: a line where a topic of the group has a place in the law, and how many have."""
    joined: dict[tuple[str, str], _Joined] = {}
    for group in library.law_groups:
        for law in laws:
            n = sum(any(places_in(library.read_across.topic[topic], law)) for topic in group.topics)
            if n:
                said = library.interface("table-shown", lang, shown=n, all=len(group.topics))
                joined[law, group.id] = _Joined((str(n),), said)
    names = [(group.id, group.name[lang], f"#group-{group.id}", "") for group in library.law_groups]
    return _fan(library, laws, names, joined, lang, href, FOR_COUNT)


def _of_group(library: Library, group: LawGroup, laws: dict[str, str], lang: Lang, href: Href) -> Fan:
    """The topics of a group between the laws, each line with the numbers at which the law speaks of the topic."""
    topics = [library.read_across.topic[topic] for topic in group.topics]
    joined: dict[tuple[str, str], _Joined] = {}
    for topic in topics:
        for law in laws:
            if places := list(places_in(topic, law)):
                said = ", ".join(place_text(library, place, lang) for place in places)
                joined[law, topic.id] = _Joined(tuple(numbers(library, places, lang)), said)
    names = [(topic.id, topic.name[lang], href(topic.path), _unsure(library, topic, lang)) for topic in topics]
    return _fan(library, laws, names, joined, lang, href, FOR_PLACES)


def _fan(
    library: Library,
    laws: dict[str, str],
    items: Sequence[tuple[str, str, str, str]],
    joined: dict[tuple[str, str], _Joined],
    lang: Lang,
    href: Href,
    room: int,
) -> Fan:
    """The drawing of some things between the laws: (id, name, where it leads, what is said of it besides)."""

    nothing = library.interface("page-nothing-found", lang).lower()

    def law_end(law: str) -> End:
        # In the numbers of its own lines: in full they stand at the other end.
        others = [
            f"{name}: {', '.join(joined[law, item].labels) if (law, item) in joined else nothing}"
            for item, name, _, _ in items
        ]
        return End(law, laws[law], href(PAGES[law]), f"{laws[law]}: {'; '.join(others)}")

    def item_end(item: str, name: str, to: str, besides: str) -> End:
        others = [f"{laws[law]}: {joined[law, item].said if (law, item) in joined else nothing}" for law in laws]
        return End(item, name, to, f"{name}: {'; '.join([*others, *([besides] if besides else [])])}")

    between = [item_end(*item) for item in items]
    joins = [Join(law, item, found.labels) for (law, item), found in joined.items()]
    return fan([law_end(law) for law in LEFT], between, [law_end(law) for law in RIGHT], joins, room)


def _row(library: Library, topic: Topic, lang: Lang, href: Href) -> dict[str, Any]:
    """A row of the table."""
    return {
        "id": topic.id,
        "name": topic.name[lang],
        "href": href(topic.path),
        "unsure": _unsure(library, topic, lang),
        "cells": {law: [place_text(library, place, lang) for place in places_in(topic, law)] for law in LAWS},
    }


def _unsure(library: Library, topic: Topic, lang: Lang) -> str:
    return certainty(library.interface, library.read_across, topic, lang).unsure or ""


def places_in(topic: Topic, law: str) -> Iterator[Provision]:
    """Where a topic stands in one law."""
    return (place for place in topic.provisions if place.law == law)


def numbers(library: Library, places: Iterable[Provision], lang: Lang) -> Iterator[str]:
    """Whole sections or regulations by their bare numbers, each once, three or more in a row as `66–72`; then what has
    a name, such as Part 16."""
    found: dict[str, None] = {}
    named: dict[str, None] = {}
    for place in places:
        number = _NUMBER.match(place.provision or "")
        if number:
            found[number[0]] = None
        else:
            named[place_text(library, place, lang)] = None
    yield from _runs(list(found))
    yield from named


def _runs(found: Sequence[str]) -> Iterator[str]:
    run: list[str] = []
    for number in found:
        if run and number.isdigit() and run[-1].isdigit() and int(number) == int(run[-1]) + 1:
            run.append(number)
            continue
        yield from _run(run)
        run = [number]
    yield from _run(run)


def _run(run: list[str]) -> list[str]:
    return [f"{run[0]}–{run[-1]}"] if len(run) > 2 else run
