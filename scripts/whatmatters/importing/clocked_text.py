"""Text in one style of clocks: which rows belong to each clock, who speaks there, and what nobody says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from .clock_entries import Entry
from .clock_layout import Layout
from .formats import export
from .furniture import (
    is_chapter,
    is_date_or_length,
    is_meeting_furniture,
    is_page_furniture,
    looks_like_title,
)
from .lines import Line, Note, Reading, Tally
from .names import is_name, is_nobody
from .plain_text import is_no_sentence, lines_of
from .rows import Row
from .speakers import names_told
from .spoken_length import says
from .teams_text import name_before
from .times import shown

#: From this time on (six hours) a first clock is taken for the time of day.
TIME_OF_DAY = 6 * 3_600_000
#: Words of a title over a first clock, at least: a single one may be a short answer.
FEWEST_OF_TITLE = 3
PANEL, TEAMS = "youtube-panel", "teams-text"
#: Styles in which a name stands with each clock.
_NAMED = frozenset({"named-clocks", "clocks-then-names", "names-and-clocks", TEAMS})


@dataclass(frozen=True)
class _Framed:
    """An entry with the rows that belong to its clock."""

    entry: Entry
    first: int
    """The row with which it begins."""
    body: int
    """The first row of its words."""
    name: str | None


class ClockedText:
    def __init__(self, rows: tuple[Row, ...], layout: Layout, *, word: bool) -> None:
        self.rows, self.layout, self.word = rows, layout, word
        self.notes: list[Note] = []
        self.tags = Tally()
        self.titled = False
        self.found: list[Line] = []
        self.said = self._said_on_own_line()
        self.named_above = self._named_above()
        self.heads = self._heads()
        self.page = layout.id == PANEL or self.said
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
        if self.layout.id == TEAMS:
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
            return PANEL
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
                or (i > 0 and is_meeting_furniture(head[i - 1].text) and is_no_sentence(row.text))
                or (self.page and (is_chapter(row.text) or looks_like_title(row.text)))
                or (i == 0 and named and looks_like_title(row.text))
            ):
                self.notes.append(Note("furniture", row.place, {"words": row.text}))
            else:
                self.notes.append(Note("words-without-time", row.place, {"words": row.text}))
                self.found += lines_of(row, self.tags, typed=not self.page, paragraph=row.gap)
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
            for m, line in enumerate(lines_of(said, self.tags, typed=not self.page, paragraph=paragraph)):
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
