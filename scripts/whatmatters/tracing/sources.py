"""What of a story stands in our own files, outside its folder: pages, data, banks, recipes, tests, other stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..language.bilingual import Lang
from ..library.story_root import StoryRoot
from ..library.withdrawn import FOLDER, RecordingTraces, Traces
from .fingerprints import Known
from .ledger import FILE as LEDGER
from .names import Name
from .people import lines_with, own_names
from .places import places
from .plain import text_lines
from .search import Find, Hit, Look, What, files_under
from .story_words import Told, is_copy, read_told
from .unpack import Closed, Part, Piece, unpack

#: Folders of the project that are made from its sources, or that have a step of their own.
MADE = ("site", "drafts", "build")
#: Files that hold the names of everywhere.
LISTS = (
    *("scripts/whatmatters/check/recognising/", "docs/assets/"),
    *("scripts/whatmatters/typography/", "scripts/whatmatters/print/templates/"),
)
#: Words of every page: days, months, languages.
EVERYDAY = "docs/data/interface/"
#: A name in more files than that is known to all, as a town is.
FEW = 3


@dataclass(frozen=True)
class Copy:
    """A story that says what another says."""

    id: str
    folder: str
    """As messages show it."""
    places: tuple[str, ...]
    """Where it begins to: `en.md, line 6`."""


@dataclass(frozen=True)
class Looked:
    """A story that is looked for in our own files."""

    name: Name
    traces: tuple[Traces, ...]
    told: Mapping[Lang, Told]
    """Its words; empty where only a record is left, and then no names are looked for."""
    root: StoryRoot
    own_id: str
    heard: RecordingTraces | None = None
    """Its recording and the words of its captions."""
    said: tuple[str, ...] | None = None
    """All that `traces` and `heard` are of, word for word; None where only a record is left."""

    @cached_property
    def known(self) -> Known:
        """All that it is known by."""
        heard = self.heard or RecordingTraces()
        return Known([*self.traces, *heard.captions.values()], heard.files, self.said)


@dataclass(frozen=True)
class Left:
    """What of a story is left in our own files."""

    copies: tuple[Copy, ...]
    finds: tuple[Find, ...]
    """Every other place that holds its id, its title or words of it."""
    names: tuple[Find, ...]
    """Where a name that stands in the story stands too, and may be somebody else's."""


def search_sources(project: Path, roots: Sequence[StoryRoot], looked: Looked) -> Left:
    """Look for a story whose folder is gone."""
    known = looked.known
    texts, finds = dict[str, str](), dict[str, list[tuple[str, What]]]()
    for file, data in _files(project, roots, looked):
        parts = list(unpack(file, data))
        if (plain := _plain(parts)) is not None:
            texts[file] = plain.raw
        finds[file] = list(_lines(file, data, parts, looked.name, known))
    others = {place: read_told(place) for place in places(roots)}
    copies = {place: told for place, told in others.items() if is_copy(looked.traces, told.values())}
    strangers = [one for place, told in others.items() if place not in copies for one in told.values()]
    inside = tuple(f"{place.shown}/" for place in copies)
    found = (Find(file, where, what) for file, hits in finds.items() for where, what in hits)
    names = _named(texts, own_names(looked.told.values(), strangers))
    return Left(
        copies=tuple(Copy(place.full_id, place.shown, _begins(finds, place.shown)) for place in copies),
        finds=tuple(sorted((f for f in found if not f.file.startswith(inside)), key=_in_order)),
        names=tuple(sorted((f for f in names if not f.file.startswith(inside)), key=_in_order)),
    )


def _files(project: Path, roots: Sequence[StoryRoot], looked: Looked) -> Iterator[tuple[str, bytes]]:
    """Every file of ours, by its path as messages show it, and what is in it."""
    further = {root.folder.resolve() for root in roots if root.name}

    def skip(folder: Path) -> bool:
        made = folder.parent == project and folder.name in MADE
        built = (folder / "sitemap.xml").exists() or (folder / "pyvenv.cfg").exists()
        hidden = folder.name.startswith((".", "__pycache__", "node_modules"))
        return hidden or made or built or folder.resolve() in further or folder.is_symlink()

    record = {f"{looked.root.shown}/{FOLDER}/{looked.own_id}.yml", *(f"{root.shown}/{LEDGER}" for root in roots)}
    for folder, before in ((project, ""), *((root.folder, f"{root.shown}/") for root in roots if root.name)):
        for path in files_under(folder, skip)[0]:
            file = f"{before}{path.relative_to(folder).as_posix()}"
            # The record of printed packs names it for good: that is what calls its packs back.
            if file in record:
                continue
            try:
                yield file, path.read_bytes()
            except OSError:
                continue


def _lines(file: str, data: bytes, parts: Sequence[Part], name: Name, known: Known) -> Iterator[tuple[str, What]]:
    """Where in a file something of the story stands: each line of a text, else the part of the file."""
    look = Look(name, known)
    plain = _plain(parts)
    if plain is None:
        yield from _hits(look.into(data, parts, may_name_it=False))
        return
    lines = plain.raw.split("\n")
    if name.found_in(plain.raw) is not None:
        yield from ((f"line {at + 1}", "id") for at, line in enumerate(lines) if name.found_in(line) is not None)
    last: dict[str, int] = {}
    for what, at in known.places(map(name.taken_out_of, lines)):
        # Of lines that follow on each other the first is named.
        if last.get(what, -2) < at - 1:
            yield f"line {at + 1}", what
        last[what] = at
    if not last and (known.files or plain.lines != text_lines(plain.raw)):
        # Words with marks between them, as a page or a script may write them.
        yield from _hits(look.into(data, parts, may_name_it=True))


def _hits(found: Iterable[Hit | Closed]) -> Iterator[tuple[str, What]]:
    yield from ((hit.place, hit.what) for hit in found if not isinstance(hit, Closed))


def _plain(parts: Sequence[Part]) -> Piece | None:
    """A file that is plain text to its editor."""
    return parts[0] if len(parts) == 1 and isinstance(parts[0], Piece) and parts[0].raw else None


def _begins(finds: Mapping[str, Sequence[tuple[str, What]]], folder: str) -> tuple[str, ...]:
    """The first line of each file of a folder that holds words of the story."""
    found = dict[str, str]()
    for file, hits in finds.items():
        if file.startswith(f"{folder}/"):
            for where, what in hits:
                if what == "words":
                    found.setdefault(file.removeprefix(f"{folder}/"), where)
    return tuple(f"{file}, {where}" if where else file for file, where in sorted(found.items()))


def _named(texts: Mapping[str, str], names: frozenset[str]) -> Iterator[Find]:
    """Lines of few files in which a name of the story stands."""
    where = defaultdict[str, list[Find]](list)
    everyday = set[str]()
    for file, text in texts.items():
        if file.startswith(LISTS) or not any(name in text for name in names):
            continue
        for name, at in lines_with(names, text.split("\n")):
            where[name].append(Find(file, f"line {at + 1}", "name"))
            if file.startswith(EVERYDAY):
                everyday.add(name)
    for name, finds in where.items():
        if name not in everyday and len({find.file for find in finds}) <= FEW:
            yield from finds


def _in_order(find: Find) -> tuple[str, int, str, str]:
    last = find.place.rpartition(" ")[2]
    return find.file, int(last) if last.isdecimal() else 0, find.place, find.what
