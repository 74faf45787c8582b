"""The page of all topics of the law: in groups, to be narrowed by a word or by whom a topic binds, and side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..language.alphabet import sort_key
from ..language.bilingual import Lang
from ..library.certainty import certainty
from ..library.law import Topic
from ..library.law_wording import amount
from ..library.library import Library
from .views import Href, place_text

#: The laws that have a column of their own.
COLUMNS = ("sswba", "risca", "regs-2017")
#: Whom a topic binds, in the few words that a reader chooses from; every public body is an authority.
BINDS = {
    "service-provider": "provider",
    "responsible-individual": "individual",
    "local-authority": "authority",
    "local-health-board": "authority",
    "relevant-partner": "authority",
    "welsh-ministers": "authority",
    "anyone-under-the-act": "authority",
    "workforce-regulator": "authority",
    "worker": "worker",
}


def law_index(library: Library, lang: Lang, href: Href) -> dict[str, Any]:
    """What the template of the read-across is given."""
    rows = read_across_rows(library, lang, href)
    by_id = {row["id"]: row for row in rows}
    return {
        "groups": [
            {"id": group.id, "name": group.name[lang], "rows": [by_id[topic] for topic in group.topics]}
            for group in library.law_groups
        ],
        "rows": rows,
        "short": {law: library.read_across.law[law].short[lang] for law in COLUMNS},
        "binds": [
            (bound, library.interface(f"law-binds-{bound}", lang))
            for bound in (*dict.fromkeys(BINDS.values()), "others")
            if any(bound in row["binds"] for row in rows)
        ],
    }


def read_across_rows(library: Library, lang: Lang, href: Href) -> list[dict[str, Any]]:
    """A row for each topic in the order of the data, with a cell for each of the three main laws."""
    data, ui = library.read_across, library.interface
    by_name = sorted(data.topics, key=lambda t: sort_key(t.name[lang], lang))
    return [
        {
            "id": topic.id,
            "name": topic.name[lang],
            # Its place in the alphabet of the language, so that the browser need not know Welsh to sort.
            "by_name": by_name.index(topic),
            "href": href(topic.path),
            "duty": topic.duty[lang],
            "cells": {law: list(_cell(library, topic, law, lang)) for law in COLUMNS},
            "limits": [amount(ui, x, lang) for x in topic.limits],
            "sure": certainty(ui, data, topic, lang),
            "binds": list(dict.fromkeys(BINDS.get(ask.who, "others") for ask in topic.asks)),
            "words": " ".join(dict.fromkeys(_words(library, topic, lang))),
        }
        for topic in data.topics
    ]


def _cell(library: Library, topic: Topic, law: str, lang: Lang) -> Iterator[tuple[str, str | None]]:
    for place in topic.provisions:
        if place.law == law:
            yield place_text(library, place, lang), place.note[lang] if place.note else None


def _words(library: Library, topic: Topic, lang: Lang) -> Iterator[str]:
    """What a topic is found by and does not show: provisions of laws without a column, what its limits are of."""
    for place in topic.provisions:
        law = library.read_across.law[place.law]
        if law.kind == "regulations" and place.provision:
            yield f"reg {place.provision}"  # as people write it, in either language
        if place.law in COLUMNS:
            continue
        yield place_text(library, place, lang)
        yield law.short[lang]
        if place.note:
            yield place.note[lang]
    for limit in topic.limits:
        yield limit.of[lang]
