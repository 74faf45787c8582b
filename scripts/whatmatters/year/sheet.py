"""A role's year on one A4 page, as PDF/UA-1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..deck.kinds import KINDS
from ..language.bilingual import Lang
from ..library.checks import is_draft
from ..library.dates import in_words
from ..library.library import Library
from ..library.year import Role
from ..library.year_wording import DutyInWords, duties_in_words
from ..print.typeset import pdf


def sheet(library: Library, role: Role, lang: Lang, make: Callable[[str, dict[str, Any], str], bytes] = pdf) -> bytes:
    """The PDF of a role's year, as `make` makes it: `pdf`, or what keeps what it made.

    Raises TypesetError when it does not fit one page at a size that people can read.
    """
    return make("year", sheet_data(library, role, lang), library.year.checked.isoformat())


def sheet_data(library: Library, role: Role, lang: Lang) -> dict[str, Any]:
    """All that the template sets."""
    words = library.interface
    manager = role == "manager"
    name = words(f"year-role-{role}", lang)
    columns = ("managers-part", "duty", "when") if manager else ("what", "when")
    notes = [
        words("year-no-law-named", lang),
        words("law-checked", lang, date=in_words(library.year.checked, words, lang)),
    ]
    return {
        "lang": lang,
        "title": f"{words('year-title', lang)}: {name}",
        "heading": words("year-title", lang),
        "role": name,
        "author": words("shell-brand", lang),
        "description": words("year-summary", lang),
        "about": words("year-manager-about", lang) if manager else "",
        "accent": KINDS["law"].colour,
        "tint": KINDS["law"].tint,
        "header": [words(f"year-{column}", lang) for column in columns],
        "groups": [
            {"name": words(f"year-group-{group}", lang), "rows": [_row(duty) for duty in duties]}
            for group, duties in duties_in_words(library, role, lang)
        ],
        "notes": [
            *notes,
            words("page-not-advice", lang),
            *([words("packs-draft-note", lang)] if is_draft(library, lang, "year") else []),
        ],
    }


def _row(duty: DutyInWords) -> dict[str, Any]:
    return {
        "said": [duty.what, duty.duty] if duty.duty else [duty.what],
        "where": duty.where,
        "when": f"{duty.when}. {duty.unconfirmed}" if duty.unconfirmed else duty.when,
    }
