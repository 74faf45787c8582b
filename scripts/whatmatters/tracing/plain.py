"""What text files say: words and texts for pictures out of markup, strings out of scripts."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

#: Elements between which words run on: everything else starts a line.
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong"),
        *("sub", "sup", "time", "u", "w:r", "w:t", "w:rpr", "w:lang", "w:rtl", "w:noproof", "a:r", "a:t", "a:rpr"),
    }
)
_STRING = re.compile(
    r"""
    "((?:[^"\\\n]|\\.)*)" | '((?:[^'\\\n]|\\.)*)' | `((?:[^`\\]|\\.)*)`
""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": " ", "v": " ", "0": " "}


class _Markup(HTMLParser):
    """Text and attribute values of HTML, SVG, and the XML of office files; scripts inside count as text.

    The data of such a script may write an apostrophe as `\\u0027` and the end of a line as `\\n`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        self.attributes += [value for _, value in attrs if value and len(value) > 1]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        self.parts.append(f"\n{data}\n")


def text_lines(text: str) -> tuple[str, ...]:
    """The lines of a text that hold anything."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def markup_lines(text: str) -> tuple[str, ...]:
    """What a page says, block by block, then what its attributes say: texts for pictures, labels, descriptions."""
    parser = _Markup()
    try:
        parser.feed(text)
        parser.close()
    except AssertionError:  # Python's parser gives up so on some broken declarations.
        return text_lines(text)
    lines = text_lines("".join(parser.parts)) + tuple(parser.attributes)
    return tuple(_ESCAPE.sub(_letter, line) if "\\" in line else line for line in lines)


def script_lines(text: str) -> tuple[str, ...]:
    """The strings of a script or of JSON, their escapes undone; keys among them."""
    found = (next(part for part in match.groups() if part is not None) for match in _STRING.finditer(text))
    return tuple(plain for raw in found if (plain := _unescaped(raw).strip()))


def _unescaped(raw: str) -> str:
    if "\\" not in raw:
        return raw
    try:
        return str(json.loads(f'"{raw}"'))
    except ValueError:
        return _ESCAPE.sub(_letter, raw)


def _letter(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if code[0] in "ux" and len(code) > 1 else _LETTERS.get(code, code)
