"""A calendar file of what comes round again for one role.

An event's interval is the law's or, for a manager, our advice; its day is our advice, but for a last day that
the law sets. All of it is said in the event.
The same data gives the same bytes: no clock is read, and ids are made of the duties' own.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.library import Library
from ..library.year import Interval, Role
from ..library.year_wording import DutyInWords, duties_in_words

#: Names this library in the ids of events, so that opening a newer file replaces them in place of adding to them.
OURS = "what-matters.invalid"


def calendar(library: Library, role: Role, lang: Lang) -> bytes:
    """The calendar of a role in one language, as iCalendar (RFC 5545)."""
    words = library.interface
    made = Calendar()
    made.add("prodid", f"-//What Matters//Beth sy'n Bwysig//{lang.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", words("year-calendar-name", lang, role=words(f"year-role-{role}", lang)))
    stamp = datetime.combine(library.year.checked, time(), UTC)
    for _, duties in duties_in_words(library, role, lang):
        for duty in duties:
            if duty.every and duty.first:
                event = _event(library, duty, lang, duty.every, duty.first)
                event.add("uid", f"{duty.id}-{role}-{lang}@{OURS}")
                event.add("dtstamp", stamp)
                made.add_component(event)
    return bytes(made.to_ical())


def _event(library: Library, duty: DutyInWords, lang: Lang, every: Interval, first: date) -> Event:
    words = library.interface
    event = Event()
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("summary", duty.what)
    event.add("description", _description(library, duty, lang))
    event.add("categories", [words("year-category-advice" if duty.is_advice else "year-category-law", lang)])
    event.add("rrule", {"freq": "monthly" if every.unit == "months" else "yearly", "interval": every.value})
    # A day in the diary, and no appointment: nobody is shown as busy.
    event.add("transp", "TRANSPARENT")
    return event


def _description(library: Library, duty: DutyInWords, lang: Lang) -> str:
    words = library.interface
    day = "year-calendar-last" if duty.last_day else "year-calendar-day"
    law = f"{duty.duty or duty.what} {duty.when} ({duty.where})."
    lines = [
        words("year-calendar-law", lang, words=law),
        *([duty.unconfirmed] if duty.unconfirmed else []),
        *([f"{words('year-evidence', lang)}: {duty.evidence}"] if duty.evidence else []),
        words("year-calendar-advice", lang, words=words(day, lang)),
        words("page-not-advice", lang),
        *([words("packs-draft-note", lang)] if is_draft(library, lang, "year") else []),
    ]
    return "\n".join(lines)
