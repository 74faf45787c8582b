"""What people paste: text with clocks above it, at its head, or behind a name; and text without any clock."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from .clock_entries import Entry
from .clock_layout import Layout, find_layout
from .furniture import is_chapter, is_date_or_length, is_meeting_furniture, is_page_furniture, looks_like_title
from .lines import Line, Note, Reading
from .names import is_name, is_nobody
from .rows import Row
from .speakers import names_told
from .spoken_length import says, unglued
from .times import shown

#: From this time on (six hours) a first clock is taken for the time of day.
TIME_OF_DAY = 6 * 3_600_000


def read_pasted(rows: tuple[Row, ...], *, word: bool = False) -> Reading:
    """Read text that somebody copied, or that a meeting's program wrote; `word` for a Word file."""
    pieces = tuple(replace(row, text=piece) for row in rows for piece in unglued(row.text))
    layout = find_layout(pieces)
    if layout is not None and layout.id == "panel":
        return _Pasted(pieces, layout, word=word).read()
    layout = find_layout(rows) if len(pieces) > len(rows) else layout
    if layout is None:
        return _plain(rows)
    return _Pasted(rows, layout, word=word).read()


def _plain(rows: tuple[Row, ...]) -> Reading:
    """Text without clocks; only the lines of a meeting's program are left out."""
    notes = [Note("furniture", row.place, {"words": row.text}) for row in _program_lines(rows)]
    out = {note.place for note in notes}
    lines = tuple(Line(_words(r.text), r.place, paragraph=r.gap, typed=True) for r in rows if r.place not in out)
    return Reading("plain", lines, tuple(notes))


def _words(text: str) -> str:
    """The words of a row with one space between them, where somebody set tabs or two spaces."""
    return " ".join(text.split())


def _program_lines(rows: tuple[Row, ...]) -> list[Row]:
    """Lines that a meeting's program wrote, if the text shows that one did."""
    sure = [r for r in rows if is_meeting_furniture(r.text) and len(r.text.split()) > 2]
    return [r for r in rows if is_meeting_furniture(r.text)] if sure else []


class _Pasted:
    def __init__(self, rows: tuple[Row, ...], layout: Layout, *, word: bool) -> None:
        self.rows, self.layout, self.word = rows, layout, word
        self.notes: list[Note] = []
        self.found: list[Line] = []
        self.said = self._said_on_own_line()
        self.named_above = self._named_above()
        self.page = layout.id == "panel" or self.said
        self.turns = self._doubted_turns()

    def read(self) -> Reading:
        """All of it."""
        entries = self.layout.entries
        self._tell_clocks()
        self._before(entries[0].row - self.named_above)
        first = entries[0].at
        shift = first if first >= TIME_OF_DAY else 0
        if shift:
            self.notes.append(Note("time-of-day", self.rows[entries[0].row].place, {"time": shown(first)}))
        for n, entry in enumerate(entries):
            following = entries[n + 1] if n + 1 < len(entries) else None
            moved = entry.moved - shift
            until = entry.until + moved if entry.until is not None else None
            if until is None and following:
                until = following.at + following.moved - shift
            self._entry(n, entry, following, entry.at + moved, until)
        return Reading(self._format(), tuple(self.found), tuple(self.notes))

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
        names = [(name, self.rows[e.row].place) for e in entries if (name := self._name(e)) and not is_nobody(name)]
        self.notes += names_told(names)

    def _name(self, entry: Entry) -> str | None:
        return self.rows[entry.row - 1].text if self.named_above else entry.speaker

    def _doubted_turns(self) -> frozenset[int]:
        """The places of rows that could begin somebody's turn and are doubted: whoever it is, nobody is named."""
        turns = set()
        for entry in self.layout.doubted:
            i = entry.row - self.named_above
            if self.rows[i].gap and (entry.speaker or (self.named_above and is_name(self.rows[i].text))):
                turns.add(self.rows[i].place)
        return frozenset(turns)

    def _format(self) -> str:
        texts = " ".join(row.text for row in (*self.rows[:8], *self.rows[-4:])).lower()
        if self.page:
            return "youtube-panel"
        if self.layout.id == "named" or self.named_above:
            if "otter.ai" in texts or "summary keywords" in texts:
                return "otter"
            return "teams-word" if self.word or "transcription" in texts else "named-clocks"
        if self.layout.id == "alone" and any("editable transcript" in r.text.lower() for r in self.rows):
            return "meet"
        return {"range": "clock-ranges", "alone": "clock-lines", "said": "named-clocks"}.get(
            self.layout.id, "clock-heads"
        )

    def _said_on_own_line(self) -> bool:
        """Whether the line under each clock only says the clock in words (YouTube's panel, copied line by line)."""
        if self.layout.id != "alone":
            return False
        under = [e for e in self.layout.entries if e.row + 1 < len(self.rows) and self._is_said(e)]
        return len(under) * 2 > len(self.layout.entries)

    def _named_above(self) -> bool:
        """Whether a name stands alone over every clock, as on the pages of Otter and Zoom."""
        entries = self.layout.entries
        if self.layout.id != "alone" or len(entries) < 2:
            return False
        above = [self.rows[e.row - 1].text for e in entries if e.row]
        # Between two clocks there must be words as well as a name: else the words themselves would be taken for one.
        worded = all(b.row - a.row > 2 for a, b in pairwise(entries)) and entries[-1].row + 1 < len(self.rows)
        return worded and len(above) == len(entries) and all(is_name(text) for text in above)

    def _is_said(self, entry: Entry) -> bool:
        return says(entry.at, self.rows[entry.row + 1].text)

    def _before(self, end: int) -> None:
        """What stands before the first clock: furniture and titles are left out, sentences are kept as words."""
        head = self.rows[:end]
        cut = max((i for i, r in enumerate(head) if self.page and is_page_furniture(r.text)), default=-1)
        for i, row in enumerate(head):
            if (
                i <= cut
                or is_meeting_furniture(row.text)
                or is_date_or_length(row.text)
                or (i > 0 and is_meeting_furniture(head[i - 1].text))
                or (self.page and (is_chapter(row.text) or looks_like_title(row.text)))
                or (i == 0 and self.layout.id == "named" and looks_like_title(row.text))
            ):
                self.notes.append(Note("furniture", row.place, {"words": row.text}))
            else:
                self.notes.append(Note("words-without-time", row.place, {"words": row.text}))
                self.found.append(Line(_words(row.text), row.place, paragraph=row.gap, typed=not self.page))

    def _entry(self, n: int, entry: Entry, following: Entry | None, at: int, until: int | None) -> None:
        end = following.row - self.named_above if following else len(self.rows)
        row = self.rows[entry.row]
        start = entry.row + 1
        if self.said and start < end and self._is_said(entry):
            start += 1
        name = self._name(entry)
        nobody = name is not None and is_nobody(name)
        if nobody:
            self.notes.append(Note("nobody", row.place, {"words": name}))
        speaker = None if nobody else name
        lines = [(row.place, entry.words, row.gap)] if entry.words else []
        body = list(self.rows[start:end])
        lines += [(r.place, r.text, r.gap) for r in self._spoken(body, last=following is None, own=bool(entry.words))]
        if not lines and following is None:
            self.notes.append(Note("half-cue", row.place))
        for k, (place, words, gap) in enumerate(lines):
            self.found.append(
                Line(
                    _words(words),
                    place,
                    at,
                    until,
                    speaker if k == 0 else None,
                    turn=(nobody and k == 0) or place in self.turns,
                    # Where people part a text by clocks, a clock begins a paragraph; YouTube parts every few words.
                    paragraph=not self.page and (gap or k == 0),
                    cue=n,
                    typed=not self.page,
                )
            )

    def _spoken(self, body: list[Row], *, last: bool, own: bool) -> list[Row]:
        """The rows of an entry that hold words; `own` says that the row of the clock holds words already."""
        if self.page:
            return self._of_page(body, last=last, own=own)
        kept = []
        for row in body:
            if is_meeting_furniture(row.text) and (self.layout.id == "named" or len(row.text.split()) > 2):
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
