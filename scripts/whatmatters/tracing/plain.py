"""What text files say: words and texts for pictures out of markup, strings out of scripts."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser

from ..files.memo import remembered

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
#: Attributes as every sound page writes them.
_ATTRIBUTES = r"""(?:[\t\n\r\f ]+[a-z_:@][a-z0-9_:@.-]*(?:="[^"]*"|='[^']*')?)*[\t\n\r\f ]*"""
#: What stands between the words of a page, where it is written so plainly that it can be read in one way alone.
#: Elements in which other rules hold are one with what is in them, or left to the parser.
_BETWEEN = re.compile(
    rf"""
    </[a-z][a-z0-9:._-]*>
  | <(?!(?:script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)\b)[a-z][a-z0-9:._-]*{_ATTRIBUTES}/?>
  | <(?P<raw>script|style){_ATTRIBUTES}> [^<]* (?:<(?![/!])[^<]*)* </(?P=raw)>
  | <(?P<text>title|textarea){_ATTRIBUTES}> [^<]* </(?P=text)>
  | <!--[^<>-]*-->
  | <!doctype[ ]html> | <\?xml[ ][^<>]*\?>
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
#: Longer pieces, scripts as a rule, hardly come again.
_SHORT = 400
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
    try:
        said = _read_plainly(text) or _read(text)
    except AssertionError:  # Python's parser gives up so on some broken declarations.
        return text_lines(text)
    lines = text_lines(said[0]) + said[1]
    return tuple(_ESCAPE.sub(_letter, line) if "\\" in line else line for line in lines)


def _read(markup: str) -> tuple[str, tuple[str, ...]]:
    """What markup says between its elements, and in attributes."""
    parser = _Markup()
    parser.feed(markup)
    parser.close()
    return "".join(parser.parts), tuple(parser.attributes)


_read_again = remembered(_read)


def _read_plainly(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The same, for a page that is written plainly; None where only the parser can say what is an element.

    The pages of a site have the same elements over and over, and each is read once.
    """
    parts, attributes = list[str](), list[str]()
    begins = 0
    # One by one: a search of the pattern would look for the end of each script that has none.
    while (at := text.find("<", begins)) >= 0:
        found = _BETWEEN.match(text, at)
        if found is None:
            return None
        parts.append(_said(text[begins:at]))
        element, begins = found[0], found.end()
        apart, told = (_read_again if len(element) < _SHORT else _read)(element)
        parts.append(apart)
        attributes += told
    parts.append(_said(text[begins:]))
    return "".join(parts), tuple(attributes)


def _said(words: str) -> str:
    return unescape(words) if "&" in words else words


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
