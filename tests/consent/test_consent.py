"""What consent must say, which dates cannot follow, and what no build publishes."""

from __future__ import annotations

import contextlib
import json
from datetime import date, timedelta

import pytest

from tests.conftest import TODAY
from whatmatters.check import check_project
from whatmatters.cli.main import app
from whatmatters.library.publication import for_audience
from whatmatters.reading.library_files import read_library

from .conftest import CUP

CONSENT = "consent: {basis: composite, scope: [team, intranet, public], reviewed: 2026-11-21, review_by: 2027-11-21}"
DAYS = "reviewed: 2026-11-21, review_by: 2027-11-21"

#: Name; the consent; the codes that come back, with a word of each message.
CASES = [
    ("as it is", CONSENT, []),
    ("written, all on record", f"consent: {{basis: written, scope: [public], held_by: Manager, given: 2026-10-01, {DAYS}}}", []),
    ("written, nobody holds it", f"consent: {{basis: written, scope: [public], given: 2026-10-01, {DAYS}}}", [("D04", "who holds its record")]),
    ("recorded, no day", f"consent: {{basis: recorded-verbal, scope: [public], held_by: Manager, {DAYS}}}", [("D04", "the day on which it was given")]),
    ("written, neither", f"consent: {{basis: written, scope: [public], {DAYS}}}", [("D04", "who holds"), ("D04", "the day")]),
    ("given tomorrow", f"consent: {{basis: composite, scope: [public], given: 2026-12-01, {DAYS}}}", [("D05", "still to come")]),
    ("reviewed tomorrow", "consent: {basis: composite, scope: [public], reviewed: 2026-12-01, review_by: 2027-11-21}", [("D05", "still to come")]),
    ("reviewed before given", "consent: {basis: composite, scope: [public], given: 2026-11-20, reviewed: 2026-11-19, review_by: 2027-11-21}", [("D05", "before it was given")]),
    ("ends before given", f"consent: {{basis: composite, scope: [public], given: 2026-10-01, expires: 2026-09-30, {DAYS}}}", [("D05", "ends on 2026-09-30, before it was given"), ("D06", "ended on 2026-09-30")]),
    ("ended yesterday", f"consent: {{basis: composite, scope: [public], expires: 2026-11-28, {DAYS}}}", [("D06", "ended on 2026-11-28")]),
    ("last day", f"consent: {{basis: composite, scope: [public], expires: 2026-11-30, {DAYS}}}", []),
    ("Welsh alone", f"consent: {{basis: composite, scope: [public], languages: [cy], {DAYS}}}", [("D07", "`cy` alone")]),
    ("an unknown language", f"consent: {{basis: composite, scope: [public], languages: [fr], {DAYS}}}", [("F03", "cannot be `fr`"), ("F03", "languages")]),
    ("no language", f"consent: {{basis: composite, scope: [public], languages: [], {DAYS}}}", [("F03", "languages")]),
    ("a day that is none", f"consent: {{basis: composite, scope: [public], expires: soon, {DAYS}}}", [("F03", "expires")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "consent", "expected"), CASES, ids=[c[0] for c in CASES])
def test_what_consent_must_say(project, change, name, consent, expected):
    """Each thing is named on the line of the story's consent, and nothing else is."""
    change(f"{CUP}/story.yml", CONSENT, consent)
    found = [p for p in check_project(project, TODAY).problems if p.code[0] in "DF"]
    assert [p.code for p in found] == sorted(code for code, _ in expected)
    assert [p for p in found if p.advice] == [p for p in found if p.code in ("D06", "D07")]
    for code, words in expected:
        assert any(p.code == code and words in p.message and p.path == f"{CUP}/story.yml" for p in found)


@pytest.mark.parametrize(("field", "on", "why"), [
    ("expires: 2026-11-30", TODAY, None),
    ("expires: 2026-11-30", TODAY + timedelta(days=1), "its consent ended on 2026-11-30"),
    ("languages: [en]", TODAY, "consent is for English alone, and a story is published in both languages or in neither"),
    ("languages: [cy]", TODAY, "consent is for Welsh alone, and a story is published in both languages or in neither"),
    ("languages: [cy, en]", TODAY, None),
])
def test_what_a_build_leaves_out(project, change, field, on: date, why):
    """The last day of consent is a day on which it holds; the pack that pinned the story is built without it."""
    change(f"{CUP}/story.yml", "basis: composite,", f"basis: composite, {field},")
    library, out = for_audience(read_library(project), "public", on)
    assert [(o.id, o.why) for o in out] == ([("the-blue-cup", why)] if why else [])
    assert ("the-blue-cup" in library.stories) == (why is None)
    assert [c.story.id for c in library.chosen["worth-it"]][-2:] == ["a-walk-to-the-shop", "two-songs"]


def test_packs_keep_to_consent_too(project, change, capsys):
    """`whatmatters packs` makes packs for the public unless it is told otherwise."""
    change(f"{CUP}/story.yml", "scope: [team, intranet, public]", "scope: [team]")

    def chosen(*words: str) -> list[str]:
        capsys.readouterr()
        with contextlib.suppress(SystemExit):
            app(["packs", "--list", "--json", "--root", str(project), *words])
        return [story["id"] for story in json.loads(capsys.readouterr().out)["worth-it"]["stories"]]

    assert "the-blue-cup" not in chosen()
    assert "the-blue-cup" in chosen("--audience", "team")
