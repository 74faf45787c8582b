"""Which texts changed in one language since both were last known to say the same.

`docs/data/level.yml` records the two texts, as a short digest of each, at the moment when somebody found them level.
Dates play no part: a file that was touched and says what it said is level still.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from pydantic import RootModel

from ..files.sources import SourceError, read_yaml, validate
from ..files.writing import write_whole
from ..language.bilingual import LANGUAGES, Lang, field_of_each, others
from ..library.library import Library
from ..library.texts import LETTERS, Text, texts_apart
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem
from ..reading.library_files import read_library

FILE = "docs/data/level.yml"
AHEAD: dict[Lang, Message] = {
    "en": Message("changed in English since the Welsh was last brought level"),
    "cy": Message("changed in Welsh since the English was last brought level"),
}
ONE_CHANGED = Message("another language was changed since this one was last brought level")
NOT_RECORDED = Message("Welsh and English: not yet recorded as level")
BOTH_CHANGED = Message("Welsh and English: changed in both since they were last level")
HEAD = """# Written by a command, never by hand: which words of each language were found to say the same.
# `check` compares them with the texts as they are now, and tells which language has gone ahead.
"""


class Digests(field_of_each(str, pattern=rf"^[0-9a-f]{{{LETTERS}}}$")):  # type: ignore[misc]
    """The texts of one page or story, one a language, when they were level."""

    def __getitem__(self, lang: Lang) -> str:
        digest: str = getattr(self, lang)
        return digest


class Record(RootModel[dict[str, Digests]]):
    """All of `docs/data/level.yml`: a page or a story's folder, and its digests."""


def level_problems(library: Library) -> Iterator[Problem]:
    """Advice on each text whose two languages have moved apart; none while there is no record."""
    if not (library.root / FILE).exists():
        return
    try:
        found, problems = validate(Record, read_yaml(library.root / FILE, library.root))
    except SourceError as error:
        found, problems = None, [error.problem]
    yield from problems
    if found is not None:
        texts = _texts(library)
        yield from compare(_digests(texts), found.root, {name: text.files for name, text in texts.items()})


def compare(
    now: Mapping[str, Mapping[Lang, str]], then: Mapping[str, Digests], files: Mapping[str, Mapping[Lang, str]]
) -> Iterator[Problem]:
    """Advice from digests of now and then; `files` names the file of each text."""
    for path, digests in now.items():
        was = then.get(path)
        changed: list[Lang] = [lang for lang in LANGUAGES if was is None or digests[lang] != was[lang]]
        if len(changed) == 1:
            ahead = changed[0]
            yield from (_advice(files[path][lang], "P20", AHEAD.get(ahead, ONE_CHANGED)) for lang in others(ahead))
        elif changed:
            yield _advice(files[path][others(LANGUAGES[0])[0]], "P21", NOT_RECORDED if was is None else BOTH_CHANGED)


def record(library: Library) -> dict[str, dict[Lang, str]]:
    """The digests of every text as it is now: page or story's folder, to language, to digest."""
    return _digests(_texts(library))


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
                    FILE,
                    1,
                    "P21",
                    Message("there is no page or story `{name}`", name=p),
                    Message("name it as in the record"),
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
        kept = {p: {lang: d[lang] for lang in LANGUAGES} for p, d in found.root.items() if p in now}
    kept |= {p: digests for p, digests in now.items() if only is None or p in only}
    lines = (f"{json.dumps(p)}: {{{_fields(digests)}}}\n" for p, digests in sorted(kept.items()))
    write_whole({path: f"{HEAD}\n{''.join(lines) or '{}'}"})
    return path


def _fields(digests: Mapping[Lang, str]) -> str:
    return ", ".join(f'{lang}: "{digests[lang]}"' for lang in LANGUAGES)


def _digests(texts: Mapping[str, Text]) -> dict[str, dict[Lang, str]]:
    return {name: {lang: text.digest(lang) for lang in LANGUAGES} for name, text in texts.items()}


def _texts(library: Library) -> dict[str, Text]:
    """The texts that have a file in each language; where both stand in one, whoever changes one sees the other.

    The record is part of this project: no id of a further root may stand in it.
    """
    return {name: text for name, text in sorted(texts_apart(library).items()) if not text.root}


def _advice(file: str, code: str, message: Message) -> Problem:
    return Problem(file, 1, code, message, Message("bring the two level, then record that they are"), advice=True)
