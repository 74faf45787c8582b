"""A calendar file of what is due for the stories: when each one's consent is looked at again, and when it ends.

The same library gives the same bytes: no clock is read. A newer file moves the days of an older one, because an
event's id is made of the story's own.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from ..language.bilingual import LANGUAGES, Lang
from ..library.due import PATH, calendar_name, due
from ..library.library import Library
from .calendar import OURS


def due_calendar(library: Library, lang: Lang) -> bytes:
    """What is due for each story, in one language, as iCalendar (RFC 5545)."""
    words = library.interface
    made = Calendar()
    made.add("prodid", f"-//What Matters//Beth sy'n Bwysig//{lang.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", words("state-due", lang))
    for one in due(library, lang):
        event = Event()
        event.add("uid", f"{one.what}-{one.story.id}-{lang}@{OURS}")
        # The record was made on the day on which somebody last looked at it.
        event.add("dtstamp", datetime.combine(one.story.facts.consent.reviewed, time(), UTC))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", words(f"state-due-{one.what}", lang, title=one.story.texts[lang].title))
        event.add("description", words("state-due-how", lang))
        # A day in the diary, and no appointment: nobody is shown as busy.
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def due_files(library: Library, site_dir: Path) -> None:
    """Write the calendar of each language into the built site."""
    folder = site_dir / PATH
    folder.mkdir(parents=True, exist_ok=True)
    for lang in LANGUAGES:
        (folder / calendar_name(lang)).write_bytes(due_calendar(library, lang))
