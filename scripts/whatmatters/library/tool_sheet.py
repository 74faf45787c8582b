"""The sheet of a tool: what people fill in, declared once in `docs/data/tools/<tool>.yml` for both languages.

A sheet is made of parts, and a part of fields. Where a part has rows, or a number of empty rows, its fields stand in
columns and each row has all of them. The page, its paper, its Word file and its saved file follow from that alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from ..language.bilingual import Bilingual, Frozen
from .vocabulary import SLUG

FOLDER = "docs/data/tools"
#: short: a line; long: several lines; choice: one of a few; number: a small whole number; date: a day;
#: score: 1 to 10; scores: those of many people, as numbers in a line;
#: match: the letter of one of the part's `matches`.
FieldKind = Literal["short", "long", "choice", "number", "score", "scores", "date", "match"]
#: The most rows that a part may have.
MOST_ROWS = 250


class Option(Frozen):
    """One answer of a choice."""

    id: str = Field(pattern=SLUG)
    label: Bilingual


class SheetField(Frozen):
    """One thing to fill in; a column where its part has rows."""

    id: str = Field(pattern=SLUG)
    kind: FieldKind = "long"
    label: Bilingual
    help: Bilingual | None = None
    """A prompt under the label."""
    lines: int = Field(default=2, ge=1, le=30)
    """Room to write, in lines: what a box takes of an empty page is in proportion to it."""
    wide: int = Field(default=2, ge=1, le=4)
    """Width of a column beside the others'."""
    options: tuple[Option, ...] = ()
    """Of a choice alone."""
    calendar: Bilingual | None = None
    """Of a date alone: what the day is called in a calendar, which may be shared, so it says nothing private."""


class RowAnswer(Frozen):
    """What we would answer to a row, and why. It stands on the sheet of answers alone."""

    option: str = Field(pattern=SLUG)
    """One of the options of the field that the part's `answers` name, or what belongs to the row of its `matches`."""
    why: Bilingual | None = None


@dataclass(frozen=True)
class AnswerLine:
    """A row's answer in words."""

    row: str
    answer: RowAnswer
    letter: str
    """Under which the answer stands where rows are matched; else empty."""
    label: Bilingual


class SheetAnswers(Frozen):
    """The answers to a part with rows: closed on the screen, and on paper a sheet by themselves."""

    field: str = Field(pattern=SLUG)
    """The choice that they answer, or the field in which rows are matched."""
    title: Bilingual
    note: Bilingual | None = None


class SheetRow(Frozen):
    """A row that has a name."""

    id: str = Field(pattern=SLUG)
    label: Bilingual
    help: Bilingual | None = None
    given: dict[str, str] = Field(default_factory=dict)
    """What stands in some of its fields at first, the same in both languages."""
    answer: RowAnswer | None = None
    """Where its part has answers."""


class SheetPart(Frozen):
    """Fields that belong together under one heading."""

    id: str = Field(pattern=SLUG)
    title: Bilingual
    note: Bilingual | None = None
    new_page: bool = False
    """Whether it begins a page of paper."""
    across: int = Field(default=1, ge=1, le=4)
    """How many fields stand side by side, where there is room."""
    fields: tuple[SheetField, ...] = Field(min_length=1)
    rows: tuple[SheetRow, ...] = ()
    """Rows that have names."""
    rows_title: Bilingual | None = None
    """What heads their names."""
    matches: tuple[Option, ...] = ()
    """What the rows are matched with, under letters and in another order than theirs."""
    rows_wide: int = Field(default=2, ge=1, le=9)
    """Width of the column of names beside the others'."""
    answers: SheetAnswers | None = None
    star: Bilingual | None = None
    """The title of a star with a point for each row, below them: empty at first, for a pen or for the tool's script."""
    empty_rows: int = Field(default=0, ge=0, le=30)
    """Rows without names; a reader may add more of them."""

    most_rows: int = Field(default=30, ge=1, le=MOST_ROWS)
    """How many rows without names there may be, by hand and from files."""

    @property
    def shape(self) -> Literal["fields", "named", "open"]:
        """Whether its fields stand by themselves, in rows that have names, or in rows that can be added."""
        if self.rows:
            return "named"
        return "open" if self.empty_rows else "fields"

    @property
    def answer_lines(self) -> tuple[AnswerLine, ...]:
        """The answer to each row, as the sheet of answers says it; none where the part has no answers."""
        asked = next((field for field in self.fields if self.answers and field.id == self.answers.field), None)
        if asked is None:
            return ()
        lettered = {option.id: (chr(ord("A") + i), option.label) for i, option in enumerate(self.matches)}
        chosen = {option.id: ("", option.label) for option in asked.options}
        of = lettered if asked.kind == "match" else chosen
        return tuple(AnswerLine(row.id, row.answer, *of[row.answer.option]) for row in self.rows if row.answer)

    @property
    def tall(self) -> int:
        """How much of an empty page it takes beside other parts, in lines to write on; 40 at the most."""
        lines = [field.lines for field in self.fields]
        beside = [max(lines[i : i + self.across]) for i in range(0, len(lines), self.across)]
        if self.matches:
            return min(max(2 * len(self.rows), 2 * len(self.matches)), 40)
        whole = {"fields": sum(beside), "named": max(lines) * len(self.rows), "open": max(lines) * self.empty_rows}
        return min(whole[self.shape], 40)


class ToolSheet(Frozen):
    """All of one file of `docs/data/tools`; its name is that of the tool's page."""

    version: int = Field(ge=1)
    """Goes up when files that readers have saved can no longer be read into it."""
    merge: bool = False
    """Whether several saved files can be opened at once, and joined."""
    clears_at_once: bool = False
    """Whether one press clears it; what was there can be had back. Others ask for a second press."""
    script: str | None = Field(default=None, pattern=SLUG)
    """The tool's own script, `docs/assets/js/<script>.js`; the kit alone runs where there is none."""
    note: Bilingual | None = None
    """What whoever fills it in must know, at its head."""
    parts: tuple[SheetPart, ...] = Field(min_length=1)

    @property
    def answered(self) -> tuple[SheetPart, ...]:
        """The parts that have answers: together they make one sheet, which no other ever prints."""
        return tuple(part for part in self.parts if part.answers)
