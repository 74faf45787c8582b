"""How words stand in a source: as lines of Markdown, in a cell of a table, or as a string of YAML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Protocol

import yaml

from ..files.sources import LOADER
from .reflow import reflow


class Encoding(Protocol):
    """A way of writing words down. `decode(encode(old, words))` is `words`, or `Unwritable` is raised."""

    def decode(self, source: str) -> str:
        """The words of a piece of source."""

    def encode(self, old: str, words: str) -> str:
        """A piece of source that holds `words`, in the form that `old` has."""


class Unwritable(Exception):
    """Words that would not be the same words once they stood in the source."""


@dataclass(frozen=True)
class Prose:
    """Lines of a paragraph, a list item, a heading: joined by spaces for a reader."""

    indent: str = ""
    """What the second line and those after it begin with."""

    def decode(self, source: str) -> str:
        """The lines, joined."""
        return " ".join(self._lines(source))

    def encode(self, old: str, words: str) -> str:
        """Lines that end where they ended, or with their sentences."""
        return f"\n{self.indent}".join(reflow(self._lines(old), words))

    def _lines(self, source: str) -> list[str]:
        return [line.removeprefix(self.indent.rstrip(" ")).strip() if number else line.strip()
                for number, line in enumerate(source.split("\n"))]  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One line, where an upright stroke would end the cell."""

    def decode(self, source: str) -> str:
        """The cell without the signs that keep strokes from ending it."""
        return source.replace("\\|", "|")

    def encode(self, old: str, words: str) -> str:
        """The words in one line."""
        return words.replace("|", "\\|")


@dataclass(frozen=True)
class Scalar:
    """A string of YAML, in the style that it has, or between quotation marks where that would not hold it."""

    style: str
    """`"`, `'`, `|`, `>`, or empty for a plain one."""
    indent: str
    """Spaces before the lines of a block, or before the second line of another string."""
    flow: bool
    """Does it stand between brackets?"""

    def decode(self, source: str) -> str:
        """The string, without the line ends after it."""
        return self._read(source).rstrip("\n")

    def encode(self, old: str, words: str) -> str:
        """The string in its old style if that gives back the same words, or else between double quotation marks."""
        whole = words + (tail := self._read(old)[len(self.decode(old)) :])
        for written in (self._as_before(old, words), json.dumps(words + tail, ensure_ascii=False)):
            end = "\n" if old.endswith("\n") and not written.endswith("\n") else ""
            if written and self._read(written + end) == whole:
                return written + end
        raise Unwritable(words)

    def _as_before(self, old: str, words: str) -> str:
        if self.style in ("|", ">"):
            head, _, body = old.partition("\n")
            after = body[len(body.rstrip()) :]
            lines = [line.strip() for line in body.rstrip().split("\n")]
            new = words.split("\n") if self.style == "|" or "\n" in words else reflow(lines, words)
            return f"{head}\n" + "\n".join(f"{self.indent}{line}".rstrip() for line in new) + after
        inner = words
        if self.style == '"':
            inner = json.dumps(words, ensure_ascii=False)[1:-1]
        elif self.style == "'":
            inner = words.replace("'", "''")
        quote = self.style
        lines = [line.strip() for line in (old[1:-1] if quote else old).split("\n")]
        return quote + f"\n{self.indent}".join(reflow(lines, inner)) + quote

    def _read(self, source: str) -> str:
        """What YAML makes of it at its place; nothing where it is no string there."""
        inner = source if not self.style or source[:1] not in ("|", ">") else _unindented(source, self.indent)
        text = f"{{a: {inner}}}" if self.flow and inner == source else f"a: {inner}"
        try:
            read: Any = yaml.load(text, Loader=LOADER)
        except yaml.YAMLError:
            return ""
        found = read.get("a") if isinstance(read, dict) and len(read) == 1 else None
        return found if isinstance(found, str) else ""


def _unindented(block: str, indent: str) -> str:
    """A block with its lines one space in, so that it can stand alone."""
    head, _, body = block.partition("\n")
    return f"{re.sub('[0-9]', '', head)}\n" + re.sub(rf"^{indent}", " ", body, flags=re.M)
