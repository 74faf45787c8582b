"""Text without clocks: paragraphs, names that stand over them, and the lines that a program wrote between."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from .cue_text import holds_tags, without_tags
from .furniture import heads_list, is_meeting_furniture
from .lines import Line, Note, Reading, Tally
from .names import is_name
from .rows import Row
from .speakers import names_told


def read_plain(rows: tuple[Row, ...]) -> Reading:
    """Text without clocks; only the lines of a meeting's program are left out."""
    notes = [Note("furniture", row.place, {"words": row.text}) for row in _program_lines(rows)]
    out = {note.place for note in notes}
    tags = Tally()
    rest = [row for row in rows if row.place not in out]
    names = _names_over_blocks(rest)
    notes += names_told([(row.text.rstrip(":"), row.place) for row in rest if row.place in names])
    lines: list[Line] = []
    speaker: str | None = None
    for row in rest:
        if row.place in names:
            speaker = row.text.rstrip(":")
            continue
        found = lines_of(row, tags, typed=True, paragraph=row.gap or speaker is not None)
        lines += [replace(found[0], speaker=found[0].speaker or speaker), *found[1:]] if found else []
        speaker = None if found else speaker
    return Reading("plain", tuple(lines), (*notes, *tags.notes))


def _names_over_blocks(rows: list[Row]) -> frozenset[int]:
    """The places of names that stand alone over what each person says: every block but a few begins with one."""
    heads = [n for n, row in enumerate(rows) if row.gap and is_name(row.text.rstrip(":")) and n + 1 < len(rows)]
    heads = [n for n in heads if rows[n + 1].text[-1] in ".?!" or not is_name(rows[n + 1].text)]
    count = Counter(rows[n].text for n in heads)
    # In a Word file each paragraph stands apart: there every second one is a name.
    apart = all(row.gap for row in rows)
    blocks = sum(row.gap for row in rows) / (2 if apart else 1)
    again = sum(n > 1 for n in count.values())
    if len(heads) < 3 or len(heads) * 10 < 8 * blocks or again * 2 < len(count) or len(count) < 2:
        return frozenset()
    return frozenset(rows[n].place for n in heads)


def lines_of(row: Row, tags: Tally, *, typed: bool, paragraph: bool) -> list[Line]:
    """The lines of a row: one, or several where voice tags stand in it. No tag is left among the words."""
    if not holds_tags(row.text):
        return [Line(_words(row.text), row.place, paragraph=paragraph, typed=typed)]
    tags.add("tags", row.place)
    return [
        replace(line, paragraph=paragraph and not n, typed=typed)
        for n, line in enumerate(without_tags(row.text, row.place))
    ]


def _words(text: str) -> str:
    """The words of a row with one space between them, where somebody set tabs or two spaces."""
    return " ".join(text.split())


def _program_lines(rows: tuple[Row, ...]) -> list[Row]:
    """Lines that a meeting's program wrote, if the text shows that one did."""
    sure = [r for r in rows if is_meeting_furniture(r.text) and len(r.text.split()) > 2]
    below = {b.place for a, b in pairwise(rows) if heads_list(a.text) and ":" not in b.text and is_no_sentence(b.text)}
    return [r for r in rows if is_meeting_furniture(r.text) or r.place in below] if sure else []


def is_no_sentence(text: str) -> bool:
    return text[-1] not in ".?!…"
