"""The reader's words put into the sources: those words change, and not one letter besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..files.sources import SourceError
from ..language.bilingual import Lang
from ..messages.message import Message
from ..messages.problem import Problem
from ..reading.story_text import FORBIDDEN
from .encoding import Unwritable
from .markup import lost_and_found, restore
from .segments import Place, Segment
from .source_file import Edit, SourceFile, in_memory
from .texts import Texts, key, words_of


@dataclass(frozen=True)
class Change:
    """New words for a segment in one language."""

    text: str
    segment: Segment
    lang: Lang
    new: str
    """As Word shows them, marks and all."""

    @property
    def place(self) -> Place:
        """Where the words stand."""
        return self.segment.places[self.lang]

    @property
    def old(self) -> str:
        """What stands there now."""
        return self.place.words


@dataclass(frozen=True)
class Refusal:
    """Why a change cannot be made."""

    change: Change
    code: str
    message: Message
    mend: Message


def new_files(texts: Texts, changes: Sequence[Change]) -> tuple[dict[str, str], list[Refusal]]:
    """The new contents of each file that changes, by its path as messages show it; or every reason why not.

    The contents are checked before they are given back: read anew, they hold the new words, and else what they held.
    """
    refused = [refusal for change in changes for refusal in _refusals(change)]
    if refused:
        return {}, refused
    by_file: dict[str, list[Change]] = {}
    for change in changes:
        by_file.setdefault(change.place.where, []).append(change)
    new: dict[str, str] = {}
    for where, its in by_file.items():
        source, before = texts.files[where], texts.words_in(where)
        raw = _edited(source, its)
        if raw is not None and _holds(source, raw, before, its):
            new[where] = raw
            continue
        at_fault = [c for c in its if (one := _edited(source, [c])) is None or not _holds(source, one, before, [c])]
        refused += [_misread(change) for change in at_fault or its]
    return ({}, refused) if refused else (new, [])


def _edited(source: SourceFile, changes: Iterable[Change]) -> str | None:
    """The file with the changes; None where some cannot be written down."""
    try:
        return source.edited(
            Edit(p.start, p.end, p.encoding.encode(p.source, restore(change.new, p.shown.marks)))
            for change in changes
            for p in [change.place]
        )
    except Unwritable:
        return None


def _holds(source: SourceFile, raw: str, before: Mapping[str, str], changes: Iterable[Change]) -> bool:
    """Does the file, read anew, hold the new words, and otherwise what it held?"""
    expected = {**before, **{key(c.text, c.segment.id, c.lang): c.new for c in changes}}
    try:
        return words_of(in_memory(source, raw)) == expected
    except SourceError:
        return False


def _refusals(change: Change) -> Iterator[Refusal]:
    """Marks that are lost, marks that are new, and markup that no story may hold."""
    lost, found = lost_and_found(change.old, change.new)
    if lost:
        yield Refusal(
            change,
            "X19",
            Message("{marks} is gone", marks=lost),
            Message("put it back where it belongs: it stands for a link, a gap to be filled, or markup of the page"),
        )
    if found:
        yield Refusal(
            change,
            "X19",
            Message("{marks} is new", marks=found),
            Message("take it out: markup, gaps and links are put in by an editor, in the source"),
        )
    if not lost and not found and not change.text.endswith(".md") and change.place.where.endswith(".md"):
        for pattern, code, message, mend in FORBIDDEN:
            if pattern.search(change.new):
                yield Refusal(change, code, message, mend)
                return


def _misread(change: Change) -> Refusal:
    return Refusal(
        change,
        "X20",
        Message("these words would be read as a block of another kind: “{words}”", words=change.new[:80]),
        Message("word it so that it begins with a letter, without signs such as # - | that part a page into blocks"),
    )


def problem_in(refusal: Refusal, file: str, row: int) -> Problem:
    """The refusal as a problem in a row of a Word file."""
    return Problem(file, row, refusal.code, refusal.message, refusal.mend)
