"""The year of each role as page, sheet and calendar, in both languages, from the real library's data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from icalendar import Calendar
from pikepdf import Pdf

from whatmatters.check.year import year_problems
from whatmatters.language.bilingual import LANGUAGES
from whatmatters.library.year_wording import PATH, ROLES, duties_in_words, file_name, where_in_words
from whatmatters.print import kept_pdfs
from whatmatters.print.typeset import TypesetError
from whatmatters.site.render import renderer
from whatmatters.site.year_page import year_page
from whatmatters.year.calendar import calendar
from whatmatters.year.sheet import sheet

BOTH = [(role, lang) for role in ROLES for lang in LANGUAGES]


@pytest.fixture(scope="module")
def library(real):
    return real


def words_of(library, role, lang):
    return [duty for _, duties in duties_in_words(library, role, lang) for duty in duties]


def with_duty(library, **changes):
    """The library with its first duty changed."""
    first, *rest = library.year.duties
    return replace(library, year=library.year.model_copy(update={"duties": (first.model_copy(update=changes), *rest)}))


@pytest.mark.parametrize(("role", "lang"), BOTH)
def test_the_page_tells_every_duty_and_offers_its_files(library, role, lang):
    """What, when, where the law says it, and what is not confirmed with its label; sheet and calendar beside them."""
    text = year_page(library, renderer(library.interface), lang).html
    for duty in words_of(library, role, lang):
        for said in (duty.what, duty.when, duty.unconfirmed):
            assert said is None or said.replace("'", "&#39;") in text
        assert duty.where in text
    assert file_name(role, lang, "pdf") in text
    assert file_name(role, lang, "ics") in text


@pytest.mark.parametrize(("role", "lang"), BOTH)
def test_a_sheet_is_one_tagged_a4_page(library, role, lang):
    """One page of 210 by 297 mm, in its language, with tags for a screen reader."""
    with Pdf.open(BytesIO(sheet(library, role, lang))) as made:
        assert len(made.pages) == 1
        box = [float(n) for n in made.pages[0].mediabox]
        assert box[2:] == pytest.approx([595.28, 841.89], abs=0.1)
        assert str(made.Root.Lang) == lang
        assert made.Root.MarkInfo.Marked


def test_a_sheet_that_does_not_fit_is_refused(library):
    """Text is never cut and never smaller than people can read."""
    first = library.year.duties[0]
    long = first.what.model_copy(update={"en": "This duty has a great many words. " * 300})
    with pytest.raises(TypesetError, match="one A4 page"):
        sheet(with_duty(library, what=long), first.who, "en")


@pytest.mark.parametrize(("role", "lang"), BOTH)
def test_a_calendar_holds_what_comes_round_again(library, role, lang):
    """An event for each duty with an interval, repeated as the data says, with the law and our advice told apart."""
    made = Calendar.from_ical(calendar(library, role, lang))
    events = {str(e["uid"]).split("@")[0]: e for e in made.walk("VEVENT")}
    repeated = [d for d in words_of(library, role, lang) if d.every]
    assert len(events) == len(repeated) > 0
    ui = library.interface
    for duty in repeated:
        event = events[f"{duty.id}-{role}-{lang}"]
        assert event["rrule"]["interval"] == [duty.every.value]
        assert event["rrule"]["freq"] == ["MONTHLY" if duty.every.unit == "months" else "YEARLY"]
        assert event["dtstart"].dt == duty.first
        assert duty.where in str(event["description"])
        assert duty.unconfirmed is None or duty.unconfirmed in str(event["description"])
        day = "year-calendar-last" if duty.last_day else "year-calendar-day"
        assert ui(day, lang) in str(event["description"])
        kind = "year-category-advice" if role == "manager" else "year-category-law"
        assert [str(c) for c in event["categories"].cats] == [ui(kind, lang)]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_nobody_is_told_to_move_the_last_day_of_the_law(library, lang):
    """The annual return is due by 26 May: that day is the law's, and no other event's is."""
    events = [e for role in ROLES for e in Calendar.from_ical(calendar(library, role, lang)).walk("VEVENT")]
    last = [e for e in events if library.interface("year-calendar-last", lang) in str(e["description"])]
    assert [(str(e["uid"]).split("@")[0], e["dtstart"].dt) for e in last] == [
        (f"sp-return-service-provider-{lang}", date(2027, 5, 26))
    ]
    assert library.interface("year-calendar-day", lang) not in str(last[0]["description"])


def test_a_kept_sheet_is_the_sheet(library, tmp_path, monkeypatch):
    """It is made once. Cut short, with a byte turned or with nothing in it, it is made again; and no other is kept."""
    made = []
    monkeypatch.setattr(kept_pdfs, "pdf", lambda template, data, day: made.append(data) or f"{data['lang']} PDF".encode())
    (tmp_path / "year").mkdir()
    (tmp_path / "year/another.pdf").write_bytes(b"of last year")
    for damage in (None, None, lambda b: b[:-1], lambda b: b[:1] + b"x" + b[2:], lambda b: b"", lambda b: b + b"x"):
        keeping = kept_pdfs.Kept(tmp_path / "year")
        assert sheet(library, "manager", "cy", keeping) == b"cy PDF"
        assert sheet(library, "manager", "en", keeping) == b"en PDF"
        keeping.forget_others()
        assert len([*(tmp_path / "year").iterdir()]) == 2
        for path in (tmp_path / "year").iterdir():
            if damage:
                path.write_bytes(damage(path.read_bytes()))
    assert len(made) == 2 + 3 * 2


def test_a_folder_that_cannot_be_written_to(library, tmp_path, monkeypatch):
    """Costs time and nothing else."""
    monkeypatch.setattr(kept_pdfs, "pdf", lambda template, data, day: b"PDF")
    (tmp_path / "year").write_text("I am no folder")
    keeping = kept_pdfs.Kept(tmp_path / "year")
    assert sheet(library, "manager", "cy", keeping) == b"PDF"
    keeping.forget_others()


def test_the_same_data_makes_the_same_files(library):
    """Neither clock nor chance is in them."""
    assert calendar(library, "service-provider", "cy") == calendar(library, "service-provider", "cy")
    assert sheet(library, "manager", "cy") == sheet(library, "manager", "cy")


def test_days_of_the_calendar_are_working_days(library):
    """Nobody is sent to a duty on a Saturday or a Sunday of the first year."""
    days = [r.first for d in library.year.duties for r in (d, d.manager) if r is not None and r.first]
    assert [day for day in days if day.weekday() > 4] == []


def test_a_law_other_than_the_regulations_is_named(library):
    """Numbers stand together, law by law; the 2017 Regulations alone go without their name."""
    duty = next(d for d in library.year.duties if d.id == "ri-statement")
    assert where_in_words(library, duty.at, "en") == "regulation 81; regulation 8, the Annual Returns Regulations"
    duty = next(d for d in library.year.duties if d.id == "ri-quality-review")
    assert where_in_words(library, duty.at, "cy") == "rheoliadau 80(2), 80(3)"


@pytest.mark.parametrize(("changes", "code"), [
    ({"id": "sp-plan"}, "L10"), ({"topics": ("no-such-topic",)}, "L01"), ({"certainty": "part"}, "L04"),
])
def test_a_duty_that_cannot_be(library, changes, code):
    """An id taken twice, a topic that does not exist, doubt that is not spelt out."""
    found = list(year_problems(with_duty(library, **changes)))
    assert [(p.code, p.path) for p in found] == [(code, "docs/data/year.yml")]


def test_a_duty_of_a_law_that_is_not_there(library):
    """The line of the place is named."""
    place = library.year.duties[0].at[0].model_copy(update={"law": "sswa"})
    (problem,) = year_problems(with_duty(library, at=(place,)))
    assert (problem.code, problem.line) == ("L03", library.line("docs/data/year.yml", "duties", 0, "at", 0))


def test_the_library_itself_is_sound(library):
    """No duty is wrong today, and the page's address is the contract's."""
    assert list(year_problems(library)) == []
    assert PATH == "legislation/year/"
