"""What somebody filled in above a transcript: date, place, who was there, and which label stands for whom."""

from __future__ import annotations

import re

from .furniture import is_field, looks_like_title
from .lines import Note
from .names import NAME, is_name
from .rows import Row

#: Letters of a label that stands for a name: `I`, `P2`, `Int`.
LONGEST_LABEL = 4
_KEY = re.compile(
    rf"{NAME}?\s*\(([^\W_]{{1,{LONGEST_LABEL}}})\)\s*[:=–-]\s*{NAME}|([^\W_]{{1,{LONGEST_LABEL}}})\s*=\s*{NAME}"
)


def without_form(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], list[Note]]:
    """The rows without what somebody filled in above them: `Date: 3 May`, the title, and who `I` and `P` are."""
    labels = frozenset(row.text.partition(":")[0] for row in rows if ":" in row.text[: LONGEST_LABEL + 1])
    filled = [is_field(row.text) or _says_who(row.text, labels) for row in rows]
    end = next((i for i, row in enumerate(rows) if not (filled[i] or _may_stand_in_form(row.text))), len(rows))
    last = max((i for i in range(end) if filled[i]), default=-1)
    # Who asks and who answers is filled in there too, where no words come between: `Interviewer: Anna Price`.
    while last > -1 and last + 1 < end and ":" in rows[last + 1].text and not rows[last + 1].gap:
        last += 1
    return rows[last + 1 :], [Note("furniture", row.place, {"words": row.text}) for row in rows[: last + 1]]


def _says_who(text: str, labels: frozenset[str]) -> bool:
    """`Interviewer (I): Helen`, `P = Mair`: whose words stand behind a short label that heads rows of the text."""
    found = _KEY.fullmatch(text)
    return found is not None and (found.group(1) or found.group(2)) in labels


def _may_stand_in_form(text: str) -> bool:
    """A title, or a name before a colon with another behind it."""
    name, colon, value = text.partition(":")
    if colon:
        return is_name(name.strip("*_ ")) and is_name(value.strip("*_ "))
    return looks_like_title(text)
