"""What people paste: text with clocks above it, at its head, or behind a name; and text without any clock."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from .clock_entries import Entry
from .clock_layout import Layout, find_layout
from .cue_text import holds_tags, without_tags
from .formats import Export, Format, Given, export
from .furniture import (
    heads_list,
    is_chapter,
    is_date_or_length,
    is_field,
    is_meeting_furniture,
    is_page_furniture,
    looks_like_title,
)
from .lines import Line, Note, Reading, Tally
from .markdown import plain_markdown
from .names import NAME, is_name, is_nobody
from .rows import Row, rows_of
from .speakers import names_told
from .spoken_length import says, unglued
from .teams_text import name_before, with_clocks
from .times import shown
from .unusual_clocks import with_usual_clocks

#: From this time on (six hours) a first clock is taken for the time of day.
TIME_OF_DAY = 6 * 3_600_000
#: Words of a title over a first clock, at least: a single one may be a short answer.
FEWEST_OF_TITLE = 3
#: Entries that a further style must have before a text is said to go on in it.
FEWEST = 2
#: A clock that counts frames, as programs for cutting films write it where frames are dropped: 00;00;01;12.
_FRAMES = re.compile(r"\b(\d\d)[;:](\d\d)[;:](\d\d);(\d\d)\b")
#: Letters of a label that stands for a name: `I`, `P2`, `Int`.
LONGEST_LABEL = 4
_KEY = re.compile(
    rf"{NAME}?\s*\(([^\W_]{{1,{LONGEST_LABEL}}})\)\s*[:=–-]\s*{NAME}|([^\W_]{{1,{LONGEST_LABEL}}})\s*=\s*{NAME}"
)
_CLOCKISH = re.compile(r"^\W{0,6}\d{1,3}[:.]\d\d|\d:\d\d\W{0,6}$|[\[(]\d{1,2}:\d\d")
_PANEL, _TEAMS = "youtube-panel", "teams-text"
#: Styles in which a name stands with each clock.
_NAMED = frozenset({"named-clocks", "clocks-then-names", "names-and-clocks", _TEAMS})


def read_given(given: Given) -> tuple[Reading, ...]:
    """Read a text file, or the text of a Word file: each stretch that is in a style of its own."""
    if given.starts is None:
        rows = rows_of(given.lines)
    else:
        starts = given.starts
        rows = tuple(Row(i + 1, line.strip(), i in starts) for i, line in enumerate(given.lines) if line.strip())
    rows, notes = plain_markdown(rows)
    rows = tuple(replace(row, text=_FRAMES.sub(r"\1:\2:\3:\4", row.text)) if ";" in row.text else row for row in rows)
    rows = with_usual_clocks(rows)
    rows, form = _without_form(rows)
    notes += form
    readings = read_rows(rows, word=given.word) if rows else (Reading("plain", ()),)
    first = replace(readings[0], notes=(*notes, *readings[0].notes))
    return (first, *readings[1:])


def _without_form(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], list[Note]]:
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


def read_rows(rows: tuple[Row, ...], *, word: bool = False) -> tuple[Reading, ...]:
    """Read text that somebody copied, or that a meeting's program wrote; `word` for a Word file."""
    rows = with_clocks(rows)
    pieces = tuple(
        replace(row, text=piece, gap=row.gap and not n) for row in rows for n, piece in enumerate(unglued(row.text))
    )
    layout = find_layout(pieces)
    if layout is not None and layout.id in {_PANEL, _TEAMS}:
        rows = pieces
    elif len(pieces) > len(rows):
        layout = find_layout(rows)
    if layout is None:
        return (_plain(rows),)
    found: list[Reading] = []
    before, after = _other_styles(rows, layout)
    if before:
        found += read_rows(rows[:before], word=word)
    own = rows[before : after if after is not None else len(rows)]
    # Counting again, since rows of the other styles were doubted here.
    again = find_layout(own) if before or after is not None else layout
    found.append(_Pasted(own, again, word=word).read() if again is not None else _plain(own))
    if after is not None:
        found += read_rows(rows[after:], word=word)
    return tuple(found)


def _other_styles(rows: tuple[Row, ...], layout: Layout) -> tuple[int, int | None]:
    """Where the style begins, if another stands before it, and where one behind it begins."""
    first, last = layout.entries[0].row, layout.entries[-1].row
    before, after = 0, None
    head = find_layout(rows[:first])
    if head is not None and head.id != layout.id and len(head.entries) >= FEWEST:
        before = _block(rows, first, head.entries[-1])
    for a, b in pairwise(layout.entries):
        between = rows[a.row + 1 : b.row]
        if b.row - a.row > FEWEST and sum(_CLOCKISH.search(row.text) is not None for row in between) >= FEWEST:
            inner = find_layout(between)
            if inner is not None and inner.id != layout.id and len(inner.entries) >= FEWEST:
                return before, _block(rows, a.row + 1 + inner.entries[0].row, a)
    tail = find_layout(rows[last + 1 :])
    if tail is not None and tail.id != layout.id and len(tail.entries) >= FEWEST:
        after = _block(rows, last + 1 + tail.entries[0].row, layout.entries[-1])
    return before, after


def _block(rows: tuple[Row, ...], i: int, entry: Entry) -> int:
    """The row with which the block begins in which row `i` stands, or a name or title above it; behind `entry`."""
    least = entry.row + 1
    while i > least and not rows[i].gap:
        i -= 1
    # A title that stands alone, where the entry before it has words of its own.
    free = least + (not entry.words)
    if i > free and rows[i].gap and rows[i - 1].gap and looks_like_title(rows[i - 1].text):
        i -= 1
    return max(i, least)


def _plain(rows: tuple[Row, ...]) -> Reading:
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
        found = _lines_of(row, tags, typed=True, paragraph=row.gap or speaker is not None)
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


def _lines_of(row: Row, tags: Tally, *, typed: bool, paragraph: bool) -> list[Line]:
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
    below = {b.place for a, b in pairwise(rows) if heads_list(a.text) and ":" not in b.text and _is_no_sentence(b.text)}
    return [r for r in rows if is_meeting_furniture(r.text) or r.place in below] if sure else []


def _is_no_sentence(text: str) -> bool:
    return text[-1] not in ".?!…"


@dataclass(frozen=True)
class _Framed:
    """An entry with the rows that belong to its clock."""

    entry: Entry
    first: int
    """The row with which it begins."""
    body: int
    """The first row of its words."""
    name: str | None


class _Pasted:
    def __init__(self, rows: tuple[Row, ...], layout: Layout, *, word: bool) -> None:
        self.rows, self.layout, self.word = rows, layout, word
        self.notes: list[Note] = []
        self.tags = Tally()
        self.titled = False
        self.found: list[Line] = []
        self.said = self._said_on_own_line()
        self.named_above = self._named_above()
        self.heads = self._heads()
        self.page = layout.id == _PANEL or self.said
        self.framed = [self._frame(entry) for entry in layout.entries]
        self.turns = self._doubted_turns()

    def read(self) -> Reading:
        """All of it."""
        entries = self.layout.entries
        self._tell_clocks()
        self._before(self.framed[0].first)
        first = entries[0].at
        shift = first if first >= TIME_OF_DAY else 0
        if shift:
            self.notes.append(Note("time-of-day", self.rows[entries[0].row].place, {"time": shown(first)}))
        for n, framed in enumerate(self.framed):
            following = self.framed[n + 1] if n + 1 < len(self.framed) else None
            entry = framed.entry
            moved = entry.moved - shift
            until = entry.until + moved if entry.until is not None else None
            if until is None and following:
                until = following.entry.at + following.entry.moved - shift
            self._entry(n, framed, following, entry.at + moved, until)
        return Reading(self._format(), tuple(self.found), (*self.notes, *self.tags.notes))

    def _tell_clocks(self) -> None:
        """What was taken for clocks and names, and what was not."""
        entries = self.layout.entries
        first, last = entries[0], entries[-1]
        ends = {"first": first.clock, "last": last.clock}
        self.notes.append(Note("clocks", self.rows[first.row].place, ends, len(entries), self.rows[last.row].place))
        for again in self.layout.again:
            self.notes.append(Note("clocks-again", self.rows[again.row].place, {"time": again.clock}))
        for doubted in self.layout.doubted:
            row = self.rows[doubted.row]
            self.notes.append(Note("clock-in-words", row.place, {"words": row.text[:60]}))
        names = [(f.name, self.rows[f.entry.row].place) for f in self.framed if f.name and not is_nobody(f.name)]
        self.notes += names_told(names)

    def _frame(self, entry: Entry) -> _Framed:
        row = entry.row
        if self.layout.id == _TEAMS:
            return self._frame_of_teams(entry)
        body = row + 1
        if self.said and body < len(self.rows) and self._is_said(entry):
            body += 1
        if self.named_above or row - 1 in self.heads:
            return _Framed(entry, row - 1, body, self.rows[row - 1].text.rstrip(":"))
        return _Framed(entry, row, body, entry.speaker)

    def _frame_of_teams(self, entry: Entry) -> _Framed:
        """A name may stand above the clock, and name and clock in words once more below it."""
        first, body = entry.row, entry.row + 1
        name = name_before(self.rows[body].text, entry.at) if body < len(self.rows) else None
        if name is not None:
            body += 1
        above = self.rows[first - 1].text if first else ""
        if above and (above == name or (name is None and is_name(above))):
            first, name = first - 1, above
        # Initials stand where nobody has a picture.
        if first and name and self.rows[first - 1].text == "".join(word[0] for word in name.split())[:2].upper():
            first -= 1
        return _Framed(entry, first, body, name or None)

    def _doubted_turns(self) -> frozenset[int]:
        """The places of rows that could begin somebody's turn and are doubted: whoever it is, nobody is named."""
        turns = set()
        for entry in self.layout.doubted:
            i = entry.row - self.named_above
            if self.rows[i].gap and (entry.speaker or (self.named_above and is_name(self.rows[i].text))):
                turns.add(self.rows[i].place)
        return frozenset(turns)

    def _format(self) -> str:
        if self.page:
            return _PANEL
        style = "named-clocks" if self.named_above else self.layout.id
        around = "\n".join(row.text for row in (*self.rows[:8], *self.rows[-4:])).lower()
        return export(style, around, word=self.word)

    def _said_on_own_line(self) -> bool:
        """Whether the line under each clock only says the clock in words (YouTube's panel, copied line by line)."""
        if self.layout.id != "clock-lines":
            return False
        under = [e for e in self.layout.entries if e.row + 1 < len(self.rows) and self._is_said(e)]
        return len(under) * 2 > len(self.layout.entries)

    def _named_above(self) -> bool:
        """Whether a name stands alone over every clock, as on the pages of Otter and Zoom."""
        entries = self.layout.entries
        if self.layout.id not in {"clock-lines", "clock-ranges"} or len(entries) < 2:
            return False
        above = [self.rows[e.row - 1].text for e in entries if e.row]
        # Between two clocks there must be words as well as a name: else the words themselves would be taken for one.
        worded = all(b.row - a.row > 2 for a, b in pairwise(entries)) and entries[-1].row + 1 < len(self.rows)
        return worded and len(above) == len(entries) and all(is_name(text) for text in above)

    def _heads(self) -> frozenset[int]:
        """The rows with names alone over rows that begin with a clock: the same few come again and again."""
        if self.layout.id not in {"clock-heads", "clock-spans"}:
            return frozenset()
        taken = {entry.row for entry in self.layout.entries}
        above = [
            i
            for entry in self.layout.entries
            if (i := entry.row - 1) >= 0
            and i not in taken
            and (self.rows[i].gap or i - 1 not in taken)
            and is_name(self.rows[i].text.rstrip(":"))
        ]
        count = Counter(self.rows[i].text for i in above)
        return frozenset(above) if len(above) > 2 and 1 < len(count) <= len(above) * 2 / 3 else frozenset()

    def _is_said(self, entry: Entry) -> bool:
        return says(entry.at, self.rows[entry.row + 1].text)

    def _before(self, end: int) -> None:
        """What stands before the first clock: furniture and titles are left out, sentences are kept as words."""
        head = self.rows[:end]
        cut = max((i for i, r in enumerate(head) if self.page and is_page_furniture(r.text)), default=-1)
        named = self.layout.id in _NAMED or self.named_above or any(is_meeting_furniture(row.text) for row in head)
        for i, row in enumerate(head):
            if (
                i <= cut
                or is_meeting_furniture(row.text)
                or is_date_or_length(row.text)
                or (i > 0 and is_meeting_furniture(head[i - 1].text) and _is_no_sentence(row.text))
                or (self.page and (is_chapter(row.text) or looks_like_title(row.text)))
                or (i == 0 and named and looks_like_title(row.text))
            ):
                self.notes.append(Note("furniture", row.place, {"words": row.text}))
            else:
                self.notes.append(Note("words-without-time", row.place, {"words": row.text}))
                self.found += _lines_of(row, self.tags, typed=not self.page, paragraph=row.gap)
                self.titled = looks_like_title(row.text) and len(row.text.split()) >= FEWEST_OF_TITLE

    def _entry(self, n: int, framed: _Framed, following: _Framed | None, at: int, until: int | None) -> None:
        entry = framed.entry
        end = following.first if following else len(self.rows)
        row = self.rows[entry.row]
        nobody = framed.name is not None and is_nobody(framed.name)
        if nobody:
            self.notes.append(Note("nobody", row.place, {"words": framed.name}))
        speaker = None if nobody else framed.name
        kept = [Row(row.place, entry.words, row.gap)] if entry.words else []
        kept += self._spoken(list(self.rows[framed.body : end]), last=following is None, own=bool(entry.words))
        if not kept and following is None:
            self.notes.append(Note("half-cue", row.place))
        for k, said in enumerate(kept):
            # Where people part a text by clocks, a clock begins a paragraph; YouTube parts every few words.
            paragraph = not self.page and (said.gap or k == 0)
            for m, line in enumerate(_lines_of(said, self.tags, typed=not self.page, paragraph=paragraph)):
                first = k == 0 and m == 0
                self.found.append(
                    replace(
                        line,
                        at=at,
                        until=until,
                        speaker=line.speaker or (speaker if first else None),
                        turn=line.turn or (nobody and first) or said.place in self.turns,
                        section=line.section or (first and not n and self.titled),
                        cue=n,
                    )
                )

    def _spoken(self, body: list[Row], *, last: bool, own: bool) -> list[Row]:
        """The rows of an entry that hold words; `own` says that the row of the clock holds words already."""
        if self.page:
            return self._of_page(body, last=last, own=own)
        kept = []
        for row in body:
            if is_meeting_furniture(row.text) and (self.layout.id in _NAMED or len(row.text.split()) > 2):
                self.notes.append(Note("furniture", row.place, {"words": row.text}))
            else:
                kept.append(row)
        return kept

    def _of_page(self, body: list[Row], *, last: bool, own: bool) -> list[Row]:
        """In YouTube's panel an entry has one line of words; what stands between it and the next clock is a title."""
        kept: list[Row] = []
        for row in body:
            first = not own and not kept
            if is_page_furniture(row.text) and not first:
                self.notes.append(Note("furniture", row.place, {"words": row.text}))
            elif is_chapter(row.text) or (not first and not last and looks_like_title(row.text)):
                self.notes.append(Note("chapter", row.place, {"words": row.text}))
            else:
                if not first:
                    self.notes.append(Note("second-line", row.place, {"words": row.text[:80]}))
                kept.append(row)
        return kept


_OTTER = re.compile(r"otter\.ai|summary keywords")

FORMATS = (
    Format(
        "plain", {"en": "text without times", "cy": "testun heb amserau"}, lambda given: True, read_given, order=1000
    ),
)
EXPORTS = (
    Export(
        "otter",
        {"en": "Otter transcript", "cy": "trawsgrifiad Otter"},
        lambda style, around, word: style == "named-clocks" and _OTTER.search(around) is not None,
    ),
    Export(
        "teams-word",
        {"en": "Teams transcript", "cy": "trawsgrifiad Teams"},
        lambda style, around, word: style == "named-clocks" and (word or "transcription" in around),
    ),
    Export(
        "meet",
        {"en": "Google Meet transcript", "cy": "trawsgrifiad Google Meet"},
        lambda style, around, word: style == "clock-lines" and "editable transcript" in around,
    ),
    Export(
        "sonix",
        {"en": "Sonix transcript", "cy": "trawsgrifiad Sonix"},
        lambda style, around, word: style == "names-and-clocks" and "sonix" in around,
    ),
)
