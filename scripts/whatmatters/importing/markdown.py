"""Markdown around a transcript: front matter, headings and rules are nobody's words, and backslashes are no letters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from .lines import Note, Tally
from .names import NAME, is_name
from .rows import Row
from .times import BARE

#: A mark that Markdown would read as its own, escaped.
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~:])")
#: A clock behind an escaped bracket, or two escapes in one row: nobody types these by hand.
_SIGN = re.compile(r"\\[\[(]\d|\\[\])]|\\[*_#<>-].*\\[*_#<>-]")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}")
_FIELD = re.compile(r"[A-Za-z][\w -]{0,40}:(?:\s|$)|\s*-\s|\s")
#: A bullet, a number or a sign of quotation before a row, and what shows that a list holds a transcript.
_MARK = re.compile(r"(?:(?:[-*•+]|\d{1,4}[.)])\s+|(?:>\s*)+)(?=\S)")
_TURN = re.compile(rf"(?:\*\*|__)?[\[(]?(?:\d{{1,3}}:\d\d|{NAME}?\]?(?:\*\*|__)?:)")
#: A link to nothing but a time of the film: [00:31](https://…?t=31)
_LINK = re.compile(r"\[([^\[\]]+)\]\(https?://[^()\s]+\)")

#: A clock in bold, in italics or as code: **00:31**, *(00:31)*, `00:31`.
_MARKED_CLOCK = re.compile(rf"(\*\*|__|[*_`])([\[(]?{BARE}(?:\s*[-–—]\s*{BARE})?[\])]?:?)\1")
_CLOCK = re.compile(rf"(?<![\w:]){BARE}(?![\w:])")


def plain_markdown(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], list[Note]]:
    """The rows without what is Markdown's own, and what was left out."""
    notes: list[Note] = []
    front = _front_matter(rows)
    notes += [
        Note("furniture", row.place, {"words": row.text}) for row in rows[:front] if not _RULE.fullmatch(row.text)
    ]
    listed = _is_list(rows[front:])
    escaped = any("\\" in row.text and _SIGN.search(row.text) for row in rows)
    turns = _turns_as_headings(rows[front:])
    tally = Tally()
    found: list[Row] = []
    gap = False
    for row in rows[front:]:
        text = row.text
        if row.place in turns:
            text, gap = _HEADING.sub("", text, count=1), True
        elif _RULE.fullmatch(text) or _HEADING.match(text):
            if not _RULE.fullmatch(text):
                notes.append(Note("furniture", row.place, {"words": _HEADING.sub("", text, count=1)}))
            gap = True
            continue
        if listed and not text.strip(">- *"):
            gap = True
            continue
        if listed and (mark := _MARK.match(text)):
            tally.add("list-marks", row.place)
            text = text[mark.end() :]
        if escaped and "\\" in text:
            tally.add("unescaped", row.place)
            text = _ESCAPED.sub(r"\1", text)
        if "](http" in text:
            text = _LINK.sub(r"\1", text)
        if ":" in text and ("*" in text or "_" in text or "`" in text):
            text = _MARKED_CLOCK.sub(r"\2", text)
        found.append(replace(row, text=text.strip() or row.text, gap=row.gap or gap))
        gap = False
    if not found:
        return rows, []
    return tuple(found), [*notes, *tally.notes]


def _is_list(rows: tuple[Row, ...]) -> bool:
    """Whether somebody made a list or a quotation of a transcript: most rows are marked, and begin like turns."""
    marks = [(row, mark) for row in rows if row.text.strip(">- *") and (mark := _MARK.match(row.text))]
    turns = sum(_TURN.match(row.text, mark.end()) is not None for row, mark in marks)
    return len(marks) > 1 and len(marks) * 10 >= 6 * len(rows) - 6 and turns * 2 >= len(marks)


def _turns_as_headings(rows: tuple[Row, ...]) -> frozenset[int]:
    """The places of headings that begin somebody's turn: they hold a clock, or a name that comes again."""
    heads = [(row.place, row.text[found.end() :]) for row in rows if (found := _HEADING.match(row.text))]
    count = Counter(text for _, text in heads)
    return frozenset(
        place
        for place, text in heads
        if (_CLOCK.search(text) and len(text) < 100) or (count[text] > 1 and is_name(text.strip("*: ")))
    )


def _front_matter(rows: tuple[Row, ...]) -> int:
    """How many rows are front matter, with its lines of three hyphens."""
    if len(rows) < 3 or rows[0].text != "---":
        return 0
    end = next((i for i, row in enumerate(rows[1:60], start=1) if row.text in {"---", "..."}), 0)
    fields = sum(_FIELD.match(row.text) is not None for row in rows[1:end])
    return end + 1 if end > 1 and fields * 2 > end - 1 else 0
