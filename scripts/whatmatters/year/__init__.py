"""Files of the responsible individual's year: sheets to print, and calendars."""

from .files import year_files

__all__ = ["year_files"]
