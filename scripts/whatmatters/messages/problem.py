"""A problem in a source file, told to the person who wrote the file."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from ..language.bilingual import Lang
from .message import Message

Words = TypeVar("Words", bound=str)

#: Letters of a message at the most.
LONGEST = 1000


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where, and how to mend it."""

    path: str
    """The file, relative to the project's folder, with forward slashes."""
    line: int
    """Line number, counted from 1; 1 where the whole file is meant."""
    code: str
    """A short stable code, such as `T01`; CONTRIBUTING lists them."""
    message: Message
    """What is wrong."""
    mend: Message
    """How to mend it."""
    advice: bool = False
    """True for advice, which never fails a build."""

    def __str__(self) -> str:
        return _in_one_line(f"{self.path}:{self.line}: {self.code} {self.message} ({self.mend})")

    def in_language(self, lang: Lang) -> Problem:
        """The same problem, with message and mend in a language; what its codes and paths say is no language's."""
        return replace(self, message=self.message.in_language(lang), mend=self.mend.in_language(lang))

    def as_dict(self) -> dict[str, object]:
        """For `--json`."""
        return asdict(self)


def _in_one_line(said: str) -> str:
    """Words of a source may be anything: a message stays one line that moves no cursor, and ends somewhere."""
    plain = said if said.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in said)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 2]} …"


class LibraryError(Exception):
    """The library cannot be used as it stands; `problems` says why, all of it at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def in_language(self, lang: Lang) -> LibraryError:
        """The same, told in a language."""
        return LibraryError(p.in_language(lang) for p in self.problems)


def shown(path: Path, root: Path) -> str:
    """`path` as a message shows it: relative to the project, with forward slashes; a link by its own name."""
    written, above = os.fspath(path), os.fspath(root) + os.sep
    if written.startswith(above) and os.pardir not in written:
        return written[len(above) :].replace(os.sep, "/")
    for file, folder in ((path, root), (path.absolute(), root.absolute())):
        if file.is_relative_to(folder) and ".." not in file.parts:
            return file.relative_to(folder).as_posix()
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return path.name


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word most like `word`, if one is like it at all; 1 is the same word."""
    # Nothing is near a word of a hundred letters, and looking would take long.
    found = difflib.get_close_matches(word[:100], list(known), n=1, cutoff=likeness)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: Words) -> Words | Message:
    """Advice that names the nearest known word, or `otherwise` where none is near."""
    found = nearest(word, known)
    return Message("did you mean `{name}`?", name=found) if found else otherwise
