"""The words of reports and drafts, in the language of the story."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from whatmatters.language.bilingual import Lang

from .formats import name_of
from .lines import Note


@cache
def _wording() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    data: Any = yaml.safe_load(Path(__file__).with_name("wording.yml").read_text(encoding="utf-8"))
    return data  # type: ignore[no-any-return]


def said(group: str, key: str, lang: Lang, **values: object) -> str:
    """A piece of wording, its `{places}` filled."""
    return _wording()[group][key][lang].format(**values)


def note_said(note: Note, lang: Lang, *, plain: bool = False) -> str:
    """A note in words, for Markdown; `plain` for anything else."""
    values = {
        name: name_of(str(value), lang) if name == "format" else value if plain else _marked(value)
        for name, value in note.values.items()
    }
    return said("notes", note.code, lang, count=f"{note.count:,}", **values)


def place_said(note: Note, lang: Lang, *, paragraphs: bool) -> str:
    """The place of a note: a line of the source, or lines between which it holds; paragraphs in a Word file."""
    unit = "paragraph" if paragraphs else "line"
    if note.last is not None and note.last != note.place:
        return said("places", f"{unit}s", lang, first=note.place, last=note.last)
    return said("places", unit, lang, first=note.place)


def _marked(value: object) -> str:
    """A value from the source as it can stand in Markdown: one line, in which nothing is markup."""
    text = " ".join(str(value).split())
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!" else c for c in text)
