"""Limits and provisions in words, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from whatmatters.deck import law_words
from whatmatters.library import law_wording
from whatmatters.library.dates import in_words
from whatmatters.library.law import Limit

LIMITS = [
    ("before-start", None, None, "Before the care and support begins", "Cyn i'r gofal a'r cymorth ddechrau"),
    ("within", 24, "hours", "Within 24 hours", "O fewn 24 awr"),
    ("within", 7, "days", "Within 7 days", "O fewn 7 diwrnod"),
    ("at-least-every", 3, "months", "At least every 3 months", "O leiaf bob 3 mis"),
    ("at-least-every", 1, "years", "At least every year", "O leiaf bob blwyddyn"),
    ("at-least-every", 3, "years", "At least every 3 years", "O leiaf bob 3 blynedd"),
    ("not-under", 30, "minutes", "Not less than 30 minutes", "Dim llai na 30 munud"),
    ("at-least-before", 28, "days", "At least 28 days before", "O leiaf 28 diwrnod ymlaen llaw"),
    ("for", 15, "years", "For 15 years", "Am 15 mlynedd"),
    ("within", 1, "months", "Within 1 month", "O fewn 1 mis"),
    ("longer-than", 28, "days", "Longer than 28 days", "Mwy na 28 diwrnod"),
    ("immediately", None, None, "Immediately", "Ar unwaith"),
    ("without-delay", None, None, "Without delay", "Yn ddi-oed"),
    ("as-appropriate", None, None, "The law gives no number", "Nid yw'r gyfraith yn rhoi rhif"),
]


@pytest.fixture(scope="module")
def library(real):
    """The real library: every topic of its law."""
    return real


@pytest.mark.parametrize(("when", "value", "unit", "en", "cy"), LIMITS)
def test_limits(library, when, value, unit, en, cy):
    limit = Limit.model_validate(
        {"when": when, "value": value, "unit": unit, "of": {"en": "x", "cy": "x"}, "at": {"law": "regs-2017"}}
    )
    assert law_wording.amount(library.interface, limit, "en") == en
    assert law_wording.amount(library.interface, limit, "cy") == cy


def test_every_limit_of_the_read_across_can_be_said(library):
    for topic in library.read_across.topics:
        for lang in ("en", "cy"):
            assert all(a.amount and a.of for a in law_words.limits(library.interface, topic, lang))


PROVISIONS = [
    ("voice", "en", "The 2014 Act: sections 6(2)(a), 6(2)(d)"),
    ("voice", "cy", "Deddf 2014: adrannau 6(2)(a), 6(2)(d)"),
    ("personal-plan", "cy", "Deddf 2014: adran 54"),
    ("well-being-outcomes-statement", "en", "The 2017 Regulations: Part 7"),
    ("well-being-outcomes-statement", "cy", "Rheoliadau 2017: Rhan 7"),
]


@pytest.mark.parametrize(("topic", "lang", "line"), PROVISIONS)
def test_provisions(library, topic, lang, line):
    found = law_words.provisions(library.interface, library.read_across, library.read_across.topic[topic], lang)
    assert line in found


def test_every_provision_is_said_once(library):
    """Each number of a topic stands in its law's line."""
    for topic in library.read_across.topics:
        said = " ".join(law_words.provisions(library.interface, library.read_across, topic, "en"))
        for provision in topic.provisions:
            assert not provision.provision or provision.provision.removeprefix("Schedule").strip() in said


def test_dates(library):
    assert in_words(date(2026, 11, 21), library.interface, "en") == "21 November 2026"
    assert in_words(date(2026, 8, 1), library.interface, "cy") == "1 Awst 2026"
