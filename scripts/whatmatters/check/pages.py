"""Rules for the hand-written pages of `docs/`: both languages, and includes that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..files.sources import SourceError
from ..language.bilingual import LANGUAGES, Lang, others
from ..library.library import Library
from ..messages.message import Message
from ..messages.problem import Problem, shown

INCLUDE = re.compile(r"\{!\s*(?P<path>[^!]*?)\s*!\}")


def page_problems(library: Library) -> Iterator[Problem]:
    """A page in one language only; an include that is missing, of another language, or not from `docs/includes/`."""
    docs = library.root / "docs"
    written: dict[Path, list[Lang]] = {}
    for lang in LANGUAGES:
        for path in sorted((docs / lang).rglob("*.md")):
            written.setdefault(path.relative_to(docs / lang), []).append(lang)
            yield from _includes(library, shown(path, library.root), lang)
    for page, langs in written.items():
        for missing in (lang for lang in LANGUAGES if lang not in langs):
            yield Problem(
                shown(docs / missing / page, library.root),
                1,
                "P05",
                Message("this page exists in the other language only"),
                Message("write it; the other one is {file}", file=shown(docs / langs[0] / page, library.root)),
            )


def _includes(library: Library, where: str, lang: Lang) -> Iterator[Problem]:
    root = library.root
    try:
        text = library.text(where)
    except SourceError as error:
        yield error.problem
        return
    if "{!" not in text:
        return
    allowed = (root / "docs" / "includes").resolve()
    for number, line in enumerate(text.split("\n"), start=1):
        for match in INCLUDE.finditer(line):
            target = (root / "docs" / match["path"]).resolve()
            if not target.is_relative_to(allowed):
                yield Problem(
                    where,
                    number,
                    "I02",
                    Message("`{file}` is not in docs/includes", file=match["path"]),
                    Message("put a text that pages share in docs/includes/<language>/"),
                )
            elif not target.is_file():
                yield Problem(
                    where,
                    number,
                    "I01",
                    Message("there is no text `{file}` to include", file=match["path"]),
                    Message("check the name, or write the file"),
                )
            elif (of := target.relative_to(allowed).parts[0]) in others(lang):
                yield Problem(
                    where,
                    number,
                    "I03",
                    Message("`{file}` is in another language than this page", file=match["path"]),
                    Message("include `{file}`", file=match["path"].replace(f"/{of}/", f"/{lang}/", 1)),
                )
