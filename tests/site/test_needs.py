"""The page on the state of the library says of each story what it still needs, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar
from tests.conftest import TODAY, lay_out

from whatmatters.check.checked import record_checks
from whatmatters.library.due import calendar_name
from whatmatters.messages.problem import Problem
from whatmatters.reading.library_files import read_library
from whatmatters.site.fragments import fill
from whatmatters.site.needs import READER, WORDING, Need, story_needs, totals
from whatmatters.site.render import renderer
from whatmatters.year.due_calendar import due_calendar

CUP = "stories/magic-moments/the-blue-cup"


def advice(path: str, code: str, line: int = 1) -> Problem:
    return Problem(path, line, code, "what", "mend", advice=True)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    root = lay_out(tmp_path_factory.mktemp("needs") / "project")
    record_checks(root, ["stories/practice-examples/a-walk-to-the-shop"], reader="A reader", day=TODAY)
    return read_library(root)


FOUND = [
    advice(f"{CUP}/en.md", "A09"), advice(f"{CUP}/cy.md", "A10", 4), advice(f"{CUP}/en.md", "T09"),
    advice(f"{CUP}/story.yml", "D02"), advice(f"{CUP}/story.yml", "Z99"), advice("docs/en/about/privacy.md", "W02"),
]  # fmt: skip


def test_needs_of_each_story(library):
    """Advice on any file of a story counts for it, like for like together; most needs first."""
    found = story_needs(library, FOUND, "en")
    assert [(one.story.id, len(one.needs)) for one in found] == [
        ("the-blue-cup", 5), ("two-songs", 1), ("a-walk-to-the-shop", 0)]
    assert dict(found[0].needs)[Need("state-need-people", "")] == 2
    assert Need("state-need-other", "Z99") in dict(found[0].needs)
    assert totals(found)[0] == (Need("state-need-reader", ""), 2)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_every_need_has_words(library, lang):
    """No code leads to a wording that is not there."""
    assert all(Need(wording, "").said(library, lang) for wording in {*WORDING.values(), *READER.values()})


@pytest.mark.parametrize(("lang", "expected"), [
    ("en", ["A fluent reader for the Welsh", "A look at names, places or dates: 2 places", "A pause", "overdue", "(Z99)",
            "<td>Nothing<br>Review by 21 November 2027.", "../../stories/magic-moments/the-blue-cup/index.html"]),
    ("cy", ["Darllenydd rhugl i wirio&#39;r Gymraeg", "Golwg ar enwau, lleoedd neu ddyddiadau: 2 o fannau", "Saib", "(Z99)",
            "<td>Dim byd<br>Adolygu erbyn 21 Tachwedd 2027.", "../../../cy/stories/magic-moments/the-blue-cup/index.html"]),
])  # fmt: skip
def test_the_page(library, lang, expected):
    """Every story stands in the table with its needs and its date, linked; no word of a finding is repeated."""
    html = fill("<!-- state -->", library, renderer(library.interface), "about/state/", lang, FOUND)
    for words in expected:
        assert words in html
    assert "what" not in html.split("<tbody>")[-2]


@pytest.mark.parametrize(("lang", "month", "said"), [("en", "November 2027: 3", "Look at the consent again: The blue cup"), ("cy", "Tachwedd 2027: 3", "Edrych ar y cydsyniad eto: Y cwpan glas")])
def test_what_is_due_by_month_and_as_a_calendar(library, lang, month, said):
    """Each story under the month of its day, and the same in a file, whose bytes are the same each time; an end of consent is told too."""
    html = fill("<!-- state -->", library, renderer(library.interface), "about/state/", lang, [])
    assert f"<summary>{month}</summary>" in html
    assert '<li data-wm-due="2027-11-21">' in html
    assert f">{said}</a>" in html
    assert f"about/state/{calendar_name(lang)}" in html or f'"{calendar_name(lang)}"' in html
    cup = library.stories["the-blue-cup"]
    consent = cup.facts.consent.model_copy(update={"expires": date(2027, 3, 1)})
    story = cup.model_copy(update={"facts": cup.facts.model_copy(update={"consent": consent})})
    ends = replace(library, stories={**library.stories, story.id: story})
    events = list(Calendar.from_ical(due_calendar(ends, lang)).walk("VEVENT"))
    assert [(str(e["uid"]).split("-")[0], e.decoded("dtstart")) for e in events] == [("end", date(2027, 3, 1)), *[("review", date(2027, 11, 21))] * 3]
    assert said in [str(e["summary"]) for e in events]
    assert due_calendar(ends, lang) == due_calendar(ends, lang) != due_calendar(library, lang)
