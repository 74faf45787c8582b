"""Asking a person for what an option did not say, and taking an option as an answer.

Questions go to standard error, so that standard output holds the answer of the command alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import NoReturn, TypeVar

from ..library.dates import typed_day
from ..library.tag_finding import Named, find, near

Answer = TypeVar("Answer")


class CalledWrongly(Exception):
    """An option has a value that cannot be, or something is missing and nobody is there to be asked."""


class Asker:
    """Takes what the options say; asks for the rest until there is an answer that can be used.

    When nobody answers (the input has come to its end), what is missing is noted, and `finish` names all of it.
    """

    def __init__(self) -> None:
        self._ended = False
        self._missing: list[str] = []

    def finish(self) -> None:
        """Raises CalledWrongly when something was missing."""
        if self._missing:
            raise CalledWrongly(
                f"missing: {', '.join(dict.fromkeys(self._missing))} (give them, or answer the questions)"
            )

    def text(self, option: str, question: str, given: str | None, default: str | None = None) -> str:
        """A line of text; an empty answer takes the default, and there must be one or a text."""

        def read(answer: str) -> str:
            return answer.strip() or self._wrong("Something must stand here.")

        return self._ask(option, question, given, default, read) or ""

    def one(
        self, option: str, question: str, given: str | None, things: Sequence[Named], default: str | None = None
    ) -> str:
        """The id of one of `things`, by its number, its id, or its label in either language."""
        listing = "\n".join(f"  {i}  {t.label.en} · {t.label.cy}" for i, t in enumerate(things, start=1))
        answer = self._ask(option, f"{question}\n{listing}\n", given, default, lambda words: self._thing(words, things))
        return answer or ""

    def many(self, option: str, question: str, given: Sequence[str], things: Sequence[Named], least: int) -> list[str]:
        """Ids of `things`, parted by commas when typed; `least` is how many there must be."""

        def read(answer: str) -> list[str]:
            found = [self._thing(words, things) for words in answer.split(",") if words.strip()]
            return found if len(found) >= least else self._wrong("Name at least one.")

        if given:
            return [self._given(option, words, lambda one: self._thing(one, things)) for words in given]
        listing = "".join(f"  {t.label.en} · {t.label.cy}\n" for t in things)
        return self._ask(option, f"{question}\n{listing}", None, None if least else "", read) or []

    def day(self, option: str, question: str, given: str | None, default: date | None = None) -> date | None:
        """A date as 2026-11-21."""
        return self._ask(option, question, given, default.isoformat() if default else None, self._date)

    def _ask(
        self, option: str, question: str, given: str | None, default: str | None, read: Callable[[str], Answer]
    ) -> Answer | None:
        if given is not None:
            return self._given(option, given, read)
        while not self._ended:
            hint = f"[{default}]" if default else ""
            mark = f"{hint}> " if question.endswith("\n") else f"{' ' if hint else ''}{hint}: "
            print(f"{question}{mark}", end="", file=sys.stderr, flush=True)
            line = sys.stdin.readline()
            if not line:
                self._ended = True
                print(file=sys.stderr)
                break
            try:
                return read(line.strip() or default or "")
            except CalledWrongly as problem:
                print(f"  {problem}", file=sys.stderr)
        if default is not None:
            return read(default)
        self._missing.append(option)
        return None

    def _given(self, option: str, given: str, read: Callable[[str], Answer]) -> Answer:
        try:
            return read(given)
        except CalledWrongly as problem:
            raise CalledWrongly(f"{option} {given!r}: {problem}") from None

    def _thing(self, words: str, things: Sequence[Named]) -> str:
        words = words.strip()
        if words.isdecimal() and 0 < int(words) <= len(things):
            return things[int(words) - 1].id
        found = find(words, things)
        if found is not None:
            return found.id
        like = near(words, things)
        mend = f"did you mean “{like.label.en}” (“{like.label.cy}”)?" if like else "it is none of those that are known"
        return self._wrong(f"there is no “{words}”; {mend}")

    def _date(self, words: str) -> date:
        return typed_day(words) or self._wrong("a date is written as 2026-11-21")

    def _wrong(self, problem: str) -> NoReturn:
        raise CalledWrongly(problem)
