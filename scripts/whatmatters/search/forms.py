"""All forms of a language's dictionary with their keys, as a table that was made once and is read here.

Which keys a form has, and whether the rules alone lead from it to its key, depends on the dictionary, on `gaps.yml`
and on the rules, and on nothing in the library. So it is not worked out by a build: the table stands in `forms/`.
Where it no longer fits what it was made from, it is made anew and kept in the cache (`forms_making.py`).

The table is text: a line with its digest, one with the verbs of `Lemmas.bare`, one with words of one or two letters,
then a line a key in the order of keys: the key and, parted by tabs, its forms by their `Way`, parted by spaces.
A mutated Welsh form that is found by its radical stands in none of them.
"""

from __future__ import annotations

import lzma
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

from whatmatters.language.bilingual import Lang

from ..language.mutations import radicals_in
from .endings import ENDINGS
from .words import fold

#: The tables that come with the project.
SHIPPED = Path(__file__).with_name("forms")


class Way(IntEnum):
    """How a form is led to its key by the ladder of `resolving.py`, in a library that has the key."""

    #: By the rules, whatever other words of the dictionary the library has.
    LED = 0
    #: By none of the rules: the index must name it.
    NAMED = 1
    #: It depends on which other words the library has.
    UNSURE = 2
    #: Not asked for: two letters, or figures in it.
    APART = 3
    #: As `UNSURE`, for what the dictionary has with a capital only.
    CAPITAL = 4


class Forms:
    """The table of one language."""

    def __init__(self, lang: Lang, text: str) -> None:
        """`text` as the module says, without the digest."""
        self.lang = lang
        bare, short, *self._lines = text.split("\n")
        #: As in `endings.stems`.
        self.bare = frozenset(bare.split())
        self._short = frozenset(short.split())

    def keys_of(self, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The keys of all of `words` (small letters, marks kept) that are known, as they stand or by their radical."""
        wanted = {word: radicals_in(self.lang, word)[1:] if len(word) > 2 else () for word in words}
        asked = {*wanted, *(front for fronts in wanted.values() for front in fronts)}
        found: dict[str, tuple[str, ...]] = {}
        for line in self._lines:
            key, _, forms = line.partition("\t")
            for form in asked.intersection(forms.replace("\t", " ").split(" ")):
                found[form] = (*found.get(form, ()), key)
        known: dict[str, tuple[str, ...]] = {}
        for word, fronts in wanted.items():
            if keys := next((found[one] for one in (word, *fronts) if one in found), None):
                known[word] = keys
            elif word in self._short:
                known[word] = (fold(word),)
        return known

    def kin(self, keys: Mapping[str, object]) -> tuple[dict[str, tuple[str, ...]], dict[str, Way]]:
        """Every folded form that belongs to one of `keys`: with those of its keys, and with its way."""
        found: dict[str, tuple[str, ...]] = {}
        ways: dict[str, Way] = {}
        for key, ranks in self._of(keys):
            alone = (key,)  # Once for all its forms: a large library's have 200,000.
            for way in (Way.LED, Way.NAMED, Way.UNSURE, Way.CAPITAL):
                for form in ranks[way].split():
                    folded = form if form.isascii() else fold(form)
                    mine = found.get(folded)
                    if mine is None:
                        found[folded], ways[folded] = alone, way
                    elif key not in mine:
                        found[folded], ways[folded] = (*mine, key), Way.UNSURE
        return found, ways

    def unknown(self, keys: Iterable[str]) -> set[str]:
        """Those of `keys` that are no key of the dictionary: names, new words."""
        return set(keys).difference(line[: line.index("\t")] for line in self._lines)

    def _of(self, keys: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
        for line in self._lines:
            key = line[: line.index("\t")]
            if key in keys:
                yield key, line.split("\t")[1:]


@lru_cache(maxsize=4)
def forms(lang: Lang, cache: Path | None = None) -> Forms:
    """The table of `lang`: as shipped or, where that is no longer right, from the folder `cache`, or made anew.

    An empty one for a language without rules of endings: its words are found as they are written.
    """
    if lang not in ENDINGS:
        return Forms(lang, "\n")
    from .forms_digest import digest

    wanted = digest(lang)
    for folder in (SHIPPED, *([cache] if cache else [])):
        if (text := read(folder / f"{lang}.xz", wanted)) is not None:
            return Forms(lang, text)
    from .forms_making import derive

    text = derive(lang)
    if cache:
        keep(cache / f"{lang}.xz", wanted, text)
    return Forms(lang, text)


def read(path: Path, wanted: str) -> str | None:
    """The table in a file; none where there is none, or it is damaged or made from something else."""
    try:
        found, _, text = lzma.decompress(path.read_bytes()).decode().partition("\n")
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError):
        return None
    return text if found == wanted else None


def packed(wanted: str, text: str) -> bytes:
    """The table as it is kept in a file, with a check sum over all of it; same text, same bytes."""
    return lzma.compress(f"{wanted}\n{text}".encode(), check=lzma.CHECK_CRC64, preset=9)


def keep(path: Path, wanted: str, text: str) -> None:
    """Keep a table whole or not at all. A cache that cannot be written costs the next build its time, no more."""
    beside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        with os.fdopen(handle, "wb") as file:
            file.write(packed(wanted, text))
        os.replace(beside, path)
    except OSError:
        if beside:
            Path(beside).unlink(missing_ok=True)
