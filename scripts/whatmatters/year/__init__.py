"""Files of what comes round again: the responsible individual's year to print and as calendars; reviews of stories."""

from .due_calendar import due_files
from .files import year_files, year_sheets

__all__ = ["due_files", "year_files", "year_sheets"]
