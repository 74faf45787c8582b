"""SubStation Alpha (ASS, SSA): lines of `Dialogue:` with their fields parted by commas, the words behind the last."""

from __future__ import annotations

import re

from .cue_text import CueText
from .formats import Format, Given
from .lines import Line, Note, Reading, Tally
from .times import milliseconds
from .voices import where_voices_end

#: The fields of a line where the file does not say them, as the newer kind has them.
_FIELDS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_LINE = re.compile(r"\s*(Dialogue|Comment|Format)\s*:\s*(.*)$", re.I)
_CLOCK = re.compile(r"\d{1,2}:\d\d:\d\d[.:,]\d{1,3}")


def read_ssa(given: Given) -> Reading:
    """Read SubStation Alpha. Comments and drawings are left out and told."""
    fields: tuple[str, ...] = _FIELDS
    events = False
    found: list[Line] = []
    notes: list[Note] = []
    tally = Tally()
    cue = 0
    for place, raw in enumerate(given.lines, start=1):
        if raw.strip().startswith("["):
            events = raw.strip().lower() == "[events]"
            continue
        line = _LINE.match(raw) if events else None
        if line is None:
            continue
        kind, rest = line.group(1).lower(), line.group(2)
        if kind == "format":
            fields = tuple(name.strip().lower() for name in rest.split(","))
            continue
        values = dict(zip(fields, rest.split(",", len(fields) - 1), strict=False))
        words = values.get("text", "")
        if kind == "comment":
            notes.append(Note("comment", place, {"words": words}))
        elif re.search(r"\{[^}]*\\p[1-9]", words):
            tally.add("style", place)
        else:
            text = CueText(_time(values.get("start")), _time(values.get("end")), cue)
            # In the older kind the field is called Actor; styles are no names.
            if name := (values.get("name") or values.get("actor") or "").strip():
                text.say_who(name)
            for piece in re.split(r"\\[Nn]", re.sub(r"\{[^{}]*\}", "", words).replace("\\h", " ")):
                text.add(piece, place)
            found += text.lines
            cue += 1
    # Lines stand in the order in which somebody wrote them; on the screen they come by their times.
    found.sort(key=lambda said: said.at or 0)
    return Reading("ssa", where_voices_end(found), (*notes, *tally.notes))


def _time(value: str | None) -> int | None:
    value = (value or "").strip()
    return milliseconds(value.replace(",", ".")) if _CLOCK.fullmatch(value) else None


FORMATS = (
    Format(
        "ssa",
        {"en": "SubStation Alpha captions", "cy": "capsiynau SubStation Alpha"},
        lambda given: given.head.lower().startswith("[script info]"),
        lambda given: (read_ssa(given),),
        order=15,
        shown=True,
    ),
)
