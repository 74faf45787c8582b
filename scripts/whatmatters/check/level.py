"""Which texts changed in one language since both were last known to say the same.

`docs/data/level.yml` records the two texts, as a short digest of each, at the moment when somebody found them level.
Dates play no part: a file that was touched and says what it said is level still.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, RootModel

from ..library.languages import LANGUAGES, Frozen, Lang, other
from ..library.library import Library
from ..library.problems import LibraryError, Problem
from ..library.reading import read_library
from ..library.said import Said
from ..library.sources import SourceError, read_yaml, validate
from ..library.story import StoryText
from ..library.story_text import PAUSE
from .page_files import PageFile, PageFiles, read_page_files

FILE = "docs/data/level.yml"
#: Letters of the digest that are kept: far more than it takes to tell two versions of a page apart.
LETTERS = 12
AHEAD: dict[Lang, Said] = {
    "en": Said("changed in English since the Welsh was last brought level"),
    "cy": Said("changed in Welsh since the English was last brought level"),
}
NOT_RECORDED = Said("Welsh and English: not yet recorded as level")
BOTH_CHANGED = Said("Welsh and English: changed in both since they were last level")
HEAD = """# Written by a command, never by hand: which words of each language were found to say the same.
# `check` compares them with the texts as they are now, and tells which language has gone ahead.
"""


class Digests(Frozen):
    """The two texts of one page or story when they were level."""

    en: str = Field(pattern=rf"^[0-9a-f]{{{LETTERS}}}$")
    cy: str = Field(pattern=rf"^[0-9a-f]{{{LETTERS}}}$")

    def __getitem__(self, lang: Lang) -> str:
        return self.cy if lang == "cy" else self.en


class Record(RootModel[dict[str, Digests]]):
    """All of `docs/data/level.yml`: a page or a story's folder, and its digests."""


def digest(text: str) -> str:
    """Twelve hexadecimal letters that stand for the words of a text; where its lines break does not count."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode()).hexdigest()[:LETTERS]


def level_problems(library: Library, pages: PageFiles | None = None) -> Iterator[Problem]:
    """Advice on each text whose two languages have moved apart; none while there is no record."""
    if not (library.root / FILE).exists():
        return
    try:
        found, problems = validate(Record, read_yaml(library.root / FILE, library.root))
    except SourceError as error:
        found, problems = None, [error.problem]
    yield from problems
    if found is not None:
        texts = _texts(library, pages or read_page_files(library))
        files = {path: {lang: text.file for lang, text in both.items()} for path, both in texts.items()}
        yield from compare(_digests(texts), found.root, files)


def compare(
    now: Mapping[str, Mapping[Lang, str]], then: Mapping[str, Digests], files: Mapping[str, Mapping[Lang, str]]
) -> Iterator[Problem]:
    """Advice from digests of now and then; `files` names the file of each text."""
    for path, digests in now.items():
        was = then.get(path)
        changed: list[Lang] = [lang for lang in LANGUAGES if was is None or digests[lang] != was[lang]]
        if len(changed) == 1:
            ahead = changed[0]
            yield _advice(files[path][other(ahead)], "P20", AHEAD[ahead])
        elif changed:
            yield _advice(files[path]["cy"], "P21", NOT_RECORDED if was is None else BOTH_CHANGED)


def record(library: Library) -> dict[str, dict[Lang, str]]:
    """The digests of every text as it is now: page or story's folder, to language, to digest."""
    return _digests(_texts(library, read_page_files(library)))


def write_record(root: Path, only: Collection[str] | None = None) -> Path:
    """Record that the texts of the project at `root` are level: all of them, or those whose paths are in `only`.

    Gives back the file. Raises LibraryError when the library cannot be read, or when `only` names what is not there.
    """
    library = read_library(root)
    now = record(library)
    unknown = sorted(set(only or ()) - set(now))
    if unknown:
        raise LibraryError(
            [
                Problem(
                    FILE, 1, "P21", Said("there is no page or story `{name}`", name=p), Said("name it as in the record")
                )
                for p in unknown
            ]
        )
    path = root / FILE
    kept: dict[str, dict[Lang, str]] = {}
    if only is not None and path.exists():
        found, problems = validate(Record, read_yaml(path, root))
        if found is None:
            raise LibraryError(problems)
        kept = {p: {"en": d.en, "cy": d.cy} for p, d in found.root.items() if p in now}
    kept |= {p: digests for p, digests in now.items() if only is None or p in only}
    lines = (f'{json.dumps(p)}: {{en: "{d["en"]}", cy: "{d["cy"]}"}}\n' for p, d in sorted(kept.items()))
    beside = path.with_suffix(".new")
    try:
        beside.write_text(f"{HEAD}\n{''.join(lines) or '{}'}", encoding="utf-8")
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return path


@dataclass(frozen=True)
class _Text:
    file: str
    """As messages show it."""
    words: str


def _texts(library: Library, pages: PageFiles) -> dict[str, dict[Lang, _Text]]:
    """Every text that stands in both languages, by its path."""
    found: dict[str, dict[Lang, _Text]] = {
        pair.en.path: {lang: _Text(pair[lang].where, _page_text(pair[lang])) for lang in LANGUAGES}
        for pair in pages.pairs
    }
    for story in library.stories.values():
        if story.root:
            continue  # The record is part of this project: no id of a further root may stand in it.
        found[story.folder] = {
            lang: _Text(f"{story.folder}/{lang}.md", _story_text(story.texts[lang])) for lang in LANGUAGES
        }
    return dict(sorted(found.items()))


def _digests(texts: Mapping[str, Mapping[Lang, _Text]]) -> dict[str, dict[Lang, str]]:
    return {path: {lang: digest(text.words) for lang, text in both.items()} for path, both in texts.items()}


def _page_text(page: PageFile) -> str:
    """The words that a reader sees: ids and icons in the front matter are not in a language."""
    data = page.front.data if page.front and isinstance(page.front.data, dict) else {}
    return "\n".join([str(data.get("title", "")), str(data.get("summary", "")), page.text])


def _story_text(text: StoryText) -> str:
    return "\n".join([text.title, text.summary, *text.before, PAUSE, *text.after, *text.questions])


def _advice(file: str, code: str, message: Said) -> Problem:
    return Problem(file, 1, code, message, Said("bring the two level, then record that they are"), advice=True)
