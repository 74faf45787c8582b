"""Markup within a line as marks that a reader of Word can work around: kept, moved with the words, never lost.

A link shows as `[its words](1)`, and what has no words of its own (HTML, an id, a line break) as `{1}`.
The number stands for what the source has there. Bold marks, code and gaps such as `{name}` show as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_NUMBERED = re.compile(
    r"(?P<code>(?P<ticks>`+)[^`\n]+(?P=ticks))"
    r"|\](?P<target>\((?:<[^<>\n]*>|[^()\s]*)(?:\s+\"[^\"\n]*\")?\)(?:\{:?[^{}\n]*\})?|\[[^\[\]\n]*\])"
    r"|(?P<opaque>\{!.*?!\}|\{(?::|#|\.)[^{}\n]*\}|</?[A-Za-z!][^<>\n]*>|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);)"
)
_SHOWN = re.compile(r"\]\((?P<link>\d{1,3})\)|\{(?P<opaque>\d{1,3})\}")
#: What must stand in the new words as often as in the old ones.
_KEPT = re.compile(
    r"(?P<ticks>`+)[^`\n]+(?P=ticks)|\[[^\[\]\n]*\]\(\d{1,3}\)|\]\(|\]\[|\{[^{}\n]*\}|[{}]|\*\*|__"
    r"|(?<!\w)[*_](?=\w)|(?<=[\w.,?!])[*_](?!\w)|</?[A-Za-z!]|`|&\w+;"
)


@dataclass(frozen=True)
class Shown:
    """Words as Word shows them, and what their marks stand for."""

    words: str
    marks: tuple[str, ...]
    """What mark 1, 2 and so on stands for in the source."""


def show(source: str) -> Shown:
    """Words of a source with their markup as marks."""
    if re.search(r"\{\d", source):
        # Numbers in braces are the source's own: they are kept as any gap is, and nothing else is numbered.
        return Shown(source, ())
    marks: list[str] = []

    def mark(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        marks.append(match["target"] or match["opaque"])
        return f"]({len(marks)})" if match["target"] else f"{{{len(marks)}}}"

    return Shown(_NUMBERED.sub(mark, source), tuple(marks))


def restore(words: str, marks: tuple[str, ...]) -> str:
    """Words of a source, from those that Word showed."""

    def unmark(match: re.Match[str]) -> str:
        number = int(match["link"] or match["opaque"])
        if not 0 < number <= len(marks):
            return match[0]
        return f"]{marks[number - 1]}" if match["link"] else marks[number - 1]

    return _SHOWN.sub(unmark, words) if marks else words


def lost_and_found(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Marks of the old words that the new ones lack, and marks that are new: neither may be.

    A link is named with its old words: `[its words](1)`.
    """
    was, now = _marks(old), _marks(new)
    return _beyond(was, now), _beyond(now, was)


def _marks(words: str) -> list[tuple[str, str]]:
    """Each mark as it counts, and as it stands; those within a link's words too."""
    found: list[tuple[str, str]] = []
    for match in _KEPT.finditer(words):
        mark = match[0]
        found.append((_plain(mark), mark))
        if mark.startswith("["):
            found += _marks(mark[1:].rpartition("](")[0])
    return found


def _beyond(these: list[tuple[str, str]], those: list[tuple[str, str]]) -> tuple[str, ...]:
    """Marks that stand in these words more often than in those."""
    stands = dict(these)
    more = Counter(mark for mark, _ in these) - Counter(mark for mark, _ in those)
    return tuple(stands[mark] for mark in more.elements())


def _plain(mark: str) -> str:
    """A link's words may change; only its number counts."""
    return "](" + mark.rpartition("](")[2] if mark.startswith("[") and mark.endswith(")") else mark
