"""Asking a person for what an option did not say, and taking an option as an answer.

A wrong word, typed or in an option, costs no more than its question, which is asked again while somebody answers.

Questions go to standard error, so that standard output holds the answer of the command alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import NoReturn, TypeVar

from ..language.bilingual import Lang
from ..library.dates import typed_day
from ..library.interface import Interface
from ..library.tag_finding import Named, find, near
from ..messages.message import Message

Answer = TypeVar("Answer")


class CalledWrongly(Exception):
    """An option has a value that cannot be, or something is missing and nobody is there to be asked."""

    def __init__(self, *why: Message) -> None:
        self.why = why
        super().__init__("\n".join(why))

    def said(self, lang: Lang) -> str:
        """The reasons in a language, one a line."""
        return "\n".join(one.in_language(lang) for one in self.why)


class Asker:
    """Takes what the options say; asks for the rest until there is an answer that can be used.

    When nobody answers (the input has come to its end), what is missing or wrong is noted; `finish` names all of it.
    """

    def __init__(self, words: Interface | None = None, lang: Lang = "en") -> None:
        """`words` has the names of months, for days that are typed with them; questions are asked in `lang`."""
        self.words = words
        self.lang: Lang = lang
        self._ended = False
        self._missing: list[str] = []
        self._wrongs: list[Message] = []

    def finish(self) -> None:
        """Raises CalledWrongly when something was missing or wrong, and nobody was there to be asked."""
        names = tuple(dict.fromkeys(self._missing))
        missing = Message("missing: {names} (give them, or answer the questions)", names=names)
        if self._missing or self._wrongs:
            raise CalledWrongly(*self._wrongs, *([missing] if self._missing else []))

    def text(
        self,
        option: str,
        question: Message,
        given: str | None,
        default: str | None = None,
        fits: Callable[[str], object] = str,
    ) -> str:
        """A line of text; an empty answer takes the default, and there must be one or a text.

        `fits` raises CalledWrongly for a text that cannot be.
        """

        def read(answer: str) -> str:
            text = answer.strip() or self._wrong(Message("Something must stand here."))
            fits(text)
            return text

        return self._ask(option, question, given, default, read) or ""

    def given(self, option: str, question: Message, given: str, read: Callable[[str], Answer]) -> Answer | None:
        """What an option that need not be there says; asked only where it is wrong, and may then be left empty."""
        if not given:
            return None

        def read_or_none(answer: str) -> Answer | None:
            return read(answer) if answer else None

        return self._ask(option, Message("{question}, or nothing", question=question), given, "", read_or_none)

    def one(
        self, option: str, question: Message, given: str | None, things: Sequence[Named], default: str | None = None
    ) -> str:
        """The id of one of `things`, by its number, its id, or its label in either language."""
        listing = "".join(f"  {i}  {t.label.en} · {t.label.cy}\n" for i, t in enumerate(things, start=1))
        answer = self._ask(option, question, given, default, lambda words: self._thing(words, things), listing)
        return answer or ""

    def many(
        self,
        option: str,
        question: Message,
        given: Sequence[str],
        things: Sequence[Named],
        least: int,
        default: str | None = None,
    ) -> list[str]:
        """Ids of `things`, parted by commas when typed; `least` is how many there must be."""

        def read(answer: str) -> list[str]:
            found = [self._thing(words, things) for words in answer.split(",") if words.strip()]
            return found if len(found) >= least else self._wrong(Message("Name at least one."))

        listing = "".join(f"  {t.label.en} · {t.label.cy}\n" for t in things)
        if given:
            # One wrong word is asked for alone: the others stand.
            found = [
                self.given(option, Message("Another in its place"), words, lambda one: self._thing(one, things))
                for words in given
            ]
            if len(known := [one for one in found if one]) >= least or self._wrongs:
                return known
        return self._ask(option, question, None, default or (None if least else ""), read, listing) or []

    def day(self, option: str, question: Message, given: str | None, default: date | None = None) -> date | None:
        """A day as people in Britain type it: 29/11/2026, 29 November 2026, or 2026-11-29."""
        return self._ask(option, question, given, default.isoformat() if default else None, self.read_day)

    def _ask(
        self,
        option: str,
        question: Message,
        given: str | None,
        default: str | None,
        read: Callable[[str], Answer],
        listing: str = "",
    ) -> Answer | None:
        wrong = None
        if given is not None:
            try:
                return read(given)
            except CalledWrongly as problem:
                wrong = Message("{option} {given}: {why}", option=option, given=repr(given), why=problem.why)
                print(wrong.in_language(self.lang), file=sys.stderr)
        while not self._ended:
            hint = f"[{default}]" if default else ""
            mark = f"\n{listing}{hint}> " if listing else f"{' ' if hint else ''}{hint}: "
            print(f"{question.in_language(self.lang)}{mark}", end="", file=sys.stderr, flush=True)
            line = sys.stdin.readline()
            if not line:
                self._ended = True
                print(file=sys.stderr)
                break
            try:
                return read(line.strip() or default or "")
            except CalledWrongly as problem:
                print(f"  {problem.said(self.lang)}", file=sys.stderr)
        if wrong is not None:
            # Said again at the end, where whoever called looks.
            self._wrongs.append(wrong)
        elif default is not None:
            return read(default)
        else:
            self._missing.append(option)
        return None

    def _thing(self, words: str, things: Sequence[Named]) -> str:
        words = words.strip()
        if words.isdecimal() and 0 < int(words) <= len(things):
            return things[int(words) - 1].id
        found = find(words, things)
        if found is not None:
            return found.id
        like = near(words, things)
        mend = (
            Message("did you mean “{label}” (“{other}”)?", label=like.label.en, other=like.label.cy)
            if like
            else Message("it is none of those that are known")
        )
        return self._wrong(Message("there is no “{words}”; {mend}", words=words, mend=mend))

    def read_day(self, words: str) -> date:
        """The day that was typed. Raises CalledWrongly."""
        return typed_day(words, self.words) or self._wrong(Message("a date is written as 29/11/2026 or 2026-11-29"))

    def _wrong(self, problem: Message) -> NoReturn:
        raise CalledWrongly(problem)
