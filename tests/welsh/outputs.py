"""What each kind of output says, run by run, with the language that it is marked as."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from lxml import etree

# fmt: off
#: Elements that stand within a sentence; every other one ends a run of text.
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "data", "dfn", "em", "i", "kbd", "label", "mark", "q", "s", "samp", "small",
    "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})
#: Attributes that are read out or shown; and, as told below, those that a page's script says.
_SAID = frozenset({
    "title", "alt", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder", "label",
})
# fmt: on
#: What is no text of the page: code, what a script reads, drawings.
_SILENT = frozenset({"code", "script", "style", "svg"})
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
#: lxml's own classes of elements for HTML would be looked up one by one.
_PARSER = etree.HTMLParser(encoding="utf-8")


class Run(NamedTuple):
    """Text in one language."""

    text: str
    lang: str


class Page:
    """What a page says."""

    def __init__(self, page: bytes) -> None:
        root = etree.HTML(page, _PARSER)
        self.runs: list[Run] = []
        """Title, description and text by blocks, and its attributes."""
        self._said: list[str] = []
        self._lang = ""
        self._read(root, "")
        data = [json.loads(s.text or "null") for s in root.iter("script") if s.get("type") == "application/json"]
        self.for_scripts = [Run(text, root.get("lang")) for one in data for text in strings(one)]
        """The words it hands to its scripts, which say them in an element of its own language."""

    def _read(self, element: etree._Element, lang: str) -> None:
        """An element with all that is in it."""
        tag = element.tag
        if not isinstance(tag, str):
            return
        for name, value in element.items():
            if name == "lang":
                lang = value
        for name, value in element.items():
            if name in _SAID or (tag == "meta" and name == "content") or (name.startswith("data-") and " " in value):
                self._end()
                self._say(value, _own(name) or lang)
                self._end()
        if tag in _SILENT:
            return
        inline = tag in _INLINE
        if not inline:
            self._end()
        self._say(element.text or "", lang)
        for child in element:
            self._read(child, lang)
            self._say(child.tail or "", lang)
        if not inline:
            self._end()

    def _say(self, text: str, lang: str) -> None:
        """More text: of the run that goes on, where that is in the same language."""
        if lang != self._lang:
            self._end()
            self._lang = lang
        if text:
            self._said.append(text)

    def _end(self) -> None:
        """The end of a run, if any text was in it."""
        if self._said:
            self.runs.append(Run("".join(self._said), self._lang))
            self._said.clear()


def _own(attribute: str) -> str | None:
    """The language that an attribute is named after, as `data-title-en` is."""
    return attribute[-2:] if attribute.endswith(("-en", "-cy")) else None


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Pieces of one language that follow one another, as one run."""
    at = 0
    while at < len(runs):
        end = at
        while end < len(runs) and runs[end].lang == runs[at].lang:
            end += 1
        yield Run("".join(run.text for run in runs[at:end]), runs[at].lang)
        at = end


def strings(data: Any) -> Iterator[str]:
    """Every text in JSON, but no drawings or patterns, nor what is marked as English or stands under `en` beside its Welsh."""
    if isinstance(data, str):
        if not data.startswith("<svg") and "\\" not in data:
            yield data
    elif isinstance(data, dict) and data.get("lang") == "en":
        return
    elif isinstance(data, dict | list):
        for value in [data[key] for key in data if key != "en"] if isinstance(data, dict) else data:
            yield from strings(value)


def of_data(script: str) -> Iterator[str]:
    """The texts in a file of data for the pages' scripts, which is one call with a name and JSON."""
    call = re.fullmatch(r'wmData\.take\("\w\w","[a-z0-9-]+",(.*)\);\n', script, re.S)
    assert call is not None
    return strings(json.loads(call[1]))


def of_script(script: str) -> Iterator[str]:
    """The texts between quotation marks in a script, without its comments."""
    plain = re.sub(r"(?m)/\*.*?\*/|(?<![:\"'`\\])//[^\n]*", "", script, flags=re.S)
    return (
        found[0][1:-1] for found in re.finditer(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`", plain)
    )


def of_office(path: Path) -> Iterator[Run]:
    """What a Word document or a slide show says: paragraphs, notes, names and descriptions of pictures, title and subject."""
    own = "cy-GB"
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if not name.endswith(".xml"):
                continue
            root = etree.fromstring(parts.read(name))
            if name == "docProps/core.xml":
                yield from (
                    Run(field.text or "", own) for field in root if not field.tag.endswith(("created", "modified"))
                )
            for paragraph in root.iter(f"{_W}p", f"{_A}p"):
                yield from _joined(
                    [run for piece in paragraph.iter(f"{_W}r", f"{_A}r") for run in _office_run(piece, own)]
                )
            for shape in root.iter("{*}docPr", "{*}cNvPr"):
                yield Run(shape.get("descr", ""), own)
            for section in root.iter("{*}section"):
                yield Run(section.get("name", ""), own)


def _office_run(piece: etree._Element, own: str) -> Iterator[Run]:
    text = "".join(part.text or "" for part in piece.iter(f"{_W}t", f"{_A}t"))
    word = piece.find(f"{_W}rPr/{_W}lang")
    slide = piece.find(f"{_A}rPr")
    lang = word.get(f"{_W}val") if word is not None else slide.get("lang") if slide is not None else None
    yield Run(text, lang or own)


def of_pdf(path: Path) -> str:
    """The text of a PDF file with its title, without the ends of its lines. Its marks of language are not looked at."""
    document = pypdfium2.PdfDocument(path)
    pages = "\n".join(page.get_textpage().get_text_range() for page in document)
    text = re.sub(r"[\u00ad\ufffe\u0002]\s*", "", pages)
    return " ".join(f"{document.get_metadata_value('Title')}. {text}".split())
