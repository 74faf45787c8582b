"""The one place where the index becomes files."""

from __future__ import annotations

import hashlib
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whatmatters.language.bilingual import LANGUAGES, Lang

from .aliases import aliases
from .entry import Entry
from .forms import Forms, forms
from .furniture import without_furniture
from .pieces import SPAN, dumps, entry_files, slip_pieces, word_pieces
from .postings import Postings, postings
from .rules import rules
from .synonyms import synonyms
from .words import parts

#: Hexadecimal digits by which one build of the index is told from the one before it.
BUILD = 5


@dataclass(frozen=True)
class LanguageFacts:
    """The index of one language in numbers."""

    entries: int
    #: Keys, and written forms under them.
    keys: int
    forms: int
    files: int
    bytes: int
    #: Where they are.
    folder: Path

    @property
    def compressed(self) -> int:
        """All files together as they travel, each compressed by itself: for whoever measures, as no build asks."""
        return sum(len(zlib.compress(path.read_bytes())) for path in self.folder.glob("*.js"))


@dataclass(frozen=True)
class IndexFacts:
    """What was written."""

    languages: Mapping[Lang, LanguageFacts]


def write_index(entries: Iterable[Entry], site_dir: Path, cache: Path | None = None) -> IndexFacts:
    """Write `site_dir/search/<lang>/*.js` for both languages, replacing what is there. Same entries, same bytes.

    `cache`: a folder for what may be kept between builds; none is needed.
    """
    held = list(entries)
    return IndexFacts({lang: write_language(held, site_dir, lang, cache) for lang in LANGUAGES})


def write_language(entries: Iterable[Entry], site_dir: Path, lang: Lang, cache: Path | None = None) -> LanguageFacts:
    """Write `site_dir/search/<lang>/*.js`, replacing what is there; of `entries` those of `lang` count.

    Each file is a script that calls `wmIn(whose, data)` and nothing else,
    because a page opened from a folder on disk may load scripts and may not fetch.
    `whose` is language, build and name without anything between them: there are hundreds of files,
    which travel compressed one by one, so that each letter around the data counts.
    """
    mine = without_furniture(sorted((entry for entry in entries if entry.lang == lang), key=lambda entry: entry.url))
    folder = site_dir / "search" / lang
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    table = forms(lang, cache)
    found = postings(mine, lang, table)
    data = {name: dumps(value) for name, value in index_data(found, mine, lang, table)}
    build = hashlib.sha256("\n".join(f"{name} {value}" for name, value in data.items()).encode()).hexdigest()[:BUILD]
    size = 0
    for name, value in data.items():
        script = f'wmIn("{lang}{build}{name}",{value})'.encode()
        (folder / f"{name}.js").write_bytes(script)
        size += len(script)
    written = sum(len(group) for group in found.groups.values())
    return LanguageFacts(len(mine), len(found.groups), written, len(data), size, folder)


def forget_words() -> None:
    """Let go of the dictionary of forms and of all words taken apart: for a process that makes no index of it again."""
    for remembered in (forms, parts):
        remembered.cache_clear()


def index_data(found: Postings, entries: Sequence[Entry], lang: Lang, table: Forms) -> Iterator[tuple[str, Any]]:
    """File name (without `.js`) -> what it holds. `head` is loaded first, `tags` only when nothing was found."""
    same = synonyms(lang, found.groups, table)
    keys: dict[str, Mapping[str, object]] = {key: {} for key in same if " " not in key}
    words = word_pieces(found, aliases({**keys, **found.groups}, lang, table), same)
    forwards, backwards = slip_pieces(found)
    held = entry_files(entries, found.parts)
    yield (
        "head",
        {
            "entries": len(entries),
            "rows": {
                row: [piece.first for piece in pieces]
                for row, pieces in (("w", words), ("f", forwards), ("r", backwards))
            },
            "span": SPAN,
            "parts": sorted(found.parts),
            "shared": held.shared,
            "rules": rules(lang, table.bare & found.groups.keys()),
        },
    )
    for row, pieces in (("w", words), ("f", forwards), ("r", backwards)):
        yield from ((f"{row}{number}", piece.data) for number, piece in enumerate(pieces))
    yield from held.files.items()
    yield "tags", sorted({tag for entry in entries for tag in entry.tags})
