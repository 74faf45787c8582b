"""What would change in a story's folder, file by file and line by line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from ..language.bilingual import Lang
from ..messages.message import Message

#: Lines of one file that are shown at the most, and letters of a line.
LINES, LETTERS = 40, 200
How = Literal["new", "changed", "same"]
SAID: dict[How, Message] = {
    "new": Message("new"),
    "changed": Message("changed"),
    "same": Message("as it is"),
}


@dataclass(frozen=True)
class Change:
    """One file of a folder that is there, beside the same of the folder that comes."""

    name: str
    how: How
    lines: tuple[str, ...] = ()
    """Lines that go, after `-`, and lines that come, after `+`; none for what is no text."""

    def as_dict(self) -> dict[str, object]:
        """For `--json`."""
        return asdict(self)


def changes(there: Path, new: Path) -> tuple[Change, ...]:
    """Each file of the folder `new`, beside the one in `there`, which need not exist."""
    return tuple(_change(there / path.name, path) for path in sorted(new.iterdir()))


def _change(old: Path, new: Path) -> Change:
    if not old.is_file():
        return Change(new.name, "new")
    was, now = old.read_bytes(), new.read_bytes()
    return Change(new.name, "same") if was == now else Change(new.name, "changed", tuple(_lines(was, now)))


def _lines(was: bytes, now: bytes) -> Iterator[str]:
    try:
        before, after = was.decode("utf-8").splitlines(), now.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return
    for line in list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            yield f"{line[0]} {line[1:]}"


def show_changes(found: Sequence[Change], lang: Lang) -> None:
    """Print them; of a long file the beginning alone, and how much more there is."""
    for change in found:
        print(f"  {change.name}: {SAID[change.how].in_language(lang)}")
        for line in change.lines[:LINES]:
            plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
            print(f"    {plain if len(plain) <= LETTERS else plain[:LETTERS] + ' …'}")
        if len(change.lines) > LINES:
            more = Message("and more lines: {count}", count=len(change.lines) - LINES)
            print(f"    {more.in_language(lang)}")
