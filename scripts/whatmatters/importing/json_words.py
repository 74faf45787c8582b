"""Words of which a JSON gives each by itself, put together as lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .lines import Line

#: A line of words ends with a sentence, before so long a silence (milliseconds), or after so many words.
SILENCE, MOST = 1000, 14
_CLOSING = frozenset(".,?!;:…%)]}")


@dataclass(frozen=True)
class Word:
    """One word, or a mark behind one."""

    text: str
    at: int | None
    until: int | None
    speaker: str | None
    place: int
    mark: bool = False
    """It belongs to the word before it, without a space."""


def lines_of_words(words: Iterable[Word]) -> list[Line]:
    """The words as lines of some length, each with the times of its first and last."""
    found: list[Line] = []
    line: list[Word] = []

    def close() -> None:
        if line:
            text = ""
            for word in line:
                text += word.text if word.mark or not text else f" {word.text}"
            ends = [word.until for word in line if word.until is not None]
            begins = next((word.at for word in line if word.at is not None), None)
            who = next((word.speaker for word in line if word.speaker), None)
            plain = " ".join(text.split())
            if plain:
                found.append(Line(plain, line[0].place, begins, ends[-1] if ends else None, who, cue=len(found)))
            line.clear()

    for word in words:
        if line and not word.mark:
            before = next((w.until for w in reversed(line) if w.until is not None), None)
            other = word.speaker is not None and any(w.speaker and w.speaker != word.speaker for w in line)
            quiet = before is not None and word.at is not None and word.at - before >= SILENCE
            if other or quiet or line[-1].text.endswith((".", "?", "!", "…")) or len(line) >= MOST:
                close()
        line.append(word)
    close()
    return found


def is_mark(text: str) -> bool:
    """Whether this is a mark that stands behind a word without a space."""
    return bool(text) and all(c in _CLOSING for c in text)
