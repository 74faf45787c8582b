"""The one place where the index becomes files."""

from __future__ import annotations

import hashlib
import shutil
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whatmatters.library.languages import LANGUAGES, Lang

from .aliases import aliases
from .entry import Entry
from .furniture import without_furniture
from .lemmas import lemmas
from .pieces import Piece, dumps, entry_pieces, word_pieces
from .postings import Postings, postings
from .rules import rules


@dataclass(frozen=True)
class LanguageFacts:
    """The index of one language in numbers."""

    entries: int
    #: Keys, and written forms under them.
    keys: int
    forms: int
    files: int
    bytes: int
    #: All files together as they travel, each compressed by itself.
    compressed: int


@dataclass(frozen=True)
class IndexFacts:
    """What was written."""

    languages: Mapping[Lang, LanguageFacts]


def write_index(entries: Iterable[Entry], site_dir: Path) -> IndexFacts:
    """Write `site_dir/search/<lang>/*.js` for both languages, replacing what is there. Same entries, same bytes.

    Each file is a script that calls `wmSearch.take(language, build, name, data)` and nothing else,
    because a page opened from a folder on disk may load scripts and may not fetch.
    """
    held = list(entries)
    return IndexFacts({lang: write_language(held, site_dir, lang) for lang in LANGUAGES})


def write_language(entries: Iterable[Entry], site_dir: Path, lang: Lang) -> LanguageFacts:
    """The same for one language; entries of the other one are left alone."""
    entries = without_furniture(sorted((e for e in entries if e.lang == lang), key=lambda entry: entry.url))
    folder = site_dir / "search" / lang
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lemma = lemmas(lang)
    found = postings(entries, lang, lemma)
    data = index_data(found, entries, word_pieces(found, aliases(found.groups, lang, lemma)), lang)
    build = hashlib.sha256(dumps(data).encode()).hexdigest()[:12]
    size = compressed = 0
    for name, value in data.items():
        script = f'wmSearch.take("{lang}","{build}","{name}",{dumps(value)});\n'.encode()
        (folder / f"{name}.js").write_bytes(script)
        size += len(script)
        compressed += len(zlib.compress(script, 9))
    forms = sum(len(group) for group in found.groups.values())
    return LanguageFacts(len(entries), len(found.groups), forms, len(data), size, compressed)


def index_data(found: Postings, entries: Sequence[Entry], words: Sequence[Piece], lang: Lang) -> dict[str, Any]:
    """File name (without `.js`) -> what it holds. `head` is loaded first, `tags` only when nothing was found."""
    texts = entry_pieces(entries)
    return {
        "head": {
            "entries": len(entries),
            "words": [piece.first for piece in words],
            "texts": [piece.first for piece in texts],
            "rules": rules(lang, lemmas(lang).bare & found.groups.keys()),
        },
        **{f"w{number}": piece.data for number, piece in enumerate(words)},
        **{f"t{number}": piece.data for number, piece in enumerate(texts)},
        "tags": sorted({tag for entry in entries for tag in entry.tags}),
    }
