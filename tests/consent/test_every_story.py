"""Every story of the real library in turn, as if it were withdrawn, looked for in the pages of the built site.

The site is read once and nothing is built anew: what a story is known by is what `withdraw` would keep of it, and what
would remain without the story is what no whole paragraph, question, summary or title of it explains.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import real_library
from whatmatters.library.library import Library
from whatmatters.library.passages import PASSAGE, digest, words
from whatmatters.tracing.finding import name_of
from whatmatters.tracing.fingerprints import COMMON, Known, sparse
from whatmatters.tracing.names import Name
from whatmatters.tracing.search import search_folder
from whatmatters.tracing.shared_passages import Elsewhere
from whatmatters.tracing.story_words import Told
from whatmatters.tracing.unpack import Piece

from .conftest import pieces

pytestmark = pytest.mark.build

#: Those that the site has: it is built for the public.
STORIES = sorted(s.id for s in real_library().stories.values() if "public" in s.facts.consent.scope)


@dataclass(frozen=True)
class Text:
    """What a file of the site says."""

    raw: str
    lines: tuple[str, ...]
    said: str = field(repr=False)
    """Its words, one after the other, with a space before and after each."""
    alone: frozenset[str]
    """Its lines as they are compared."""


@dataclass(frozen=True)
class InStory:
    """Where in a story eight words in a row stand."""

    story: str
    block: tuple[str, ...]
    at: int


@dataclass(frozen=True)
class Hit:
    """Eight words of a story in a file, and whether the whole of what they stand in stands there."""

    file: str
    mark: str
    whole: bool


@dataclass(frozen=True)
class Record:
    """What `withdraw` would keep of a story, and how it would name it."""

    name: Name
    known: Known
    passages: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True)
class Shelf:
    """The library, its site, and every place where eight words of a story stand in the site."""

    library: Library
    elsewhere: Elsewhere
    texts: dict[str, Text]
    hits: dict[str, list[Hit]]
    records: dict[str, Record] = field(default_factory=dict)
    """Of the stories that a test has asked for: several ask for the same ones."""


@pytest.fixture(scope="module")
def shelf(library_site: Path) -> Shelf:
    """Read and searched once for all stories."""
    library = real_library()
    shingles = defaultdict[str, list[InStory]](list)
    for story in library.stories.values():
        for text in story.texts.values():
            for block in {tuple(words(block)) for block in text.blocks}:
                for at in range(len(block) - PASSAGE + 1):
                    shingles[" ".join(block[at : at + PASSAGE])].append(InStory(story.id, block, at))
    # Most places of a site cannot begin one: three words tell that sooner than eight.
    begin = {tuple(run.split(" ")[:3]) for run in shingles}
    marks = {run: digest(run.split(" ")) for run in shingles}

    @cache
    def compared(line: str) -> str:
        # Menus and lists say the same on every page.
        return " ".join(words(line))

    texts, hits = {}, defaultdict[str, list[Hit]](list)
    for path in sorted(p for p in library_site.rglob("*") if p.is_file()):
        file = path.relative_to(library_site).as_posix()
        for part in pieces(file, path.read_bytes()):
            if isinstance(part, Piece):
                lines = [compared(line) for line in part.lines]
                text = " ".join(filter(None, lines))
                texts[file], said = Text(part.raw, part.lines, f" {text} ", frozenset(lines)), text.split(" ")
                whole_at = cache(lambda block, begins, said=said: begins >= 0 and tuple(said[begins : begins + len(block)]) == block)
                for at in (at for at, three in enumerate(zip(said, said[1:], said[2:], strict=False)) if three in begin):
                    run = " ".join(said[at : at + PASSAGE])
                    explained = dict[str, bool]()
                    for place in shingles.get(run, ()):
                        explained[place.story] = whole_at(place.block, at - place.at) or explained.get(place.story, False)
                    for story, whole in explained.items():
                        hits[story].append(Hit(file, marks[run], whole))
    return Shelf(library, Elsewhere(library), texts, hits)


def withdrawn(shelf: Shelf, story: str) -> Record:
    """The record of a story, made once."""
    if story not in shelf.records:
        shelf.records[story] = record_of(shelf, story)
    return shelf.records[story]


def record_of(shelf: Shelf, story: str) -> Record:
    told = [Told.of(text) for text in shelf.library.stories[story].texts.values()]
    common = shelf.elsewhere.common(story, told)
    kept = [sparse(one.title, one.blocks, common) for one in told]
    return Record(name_of(shelf.library, story), Known(kept), frozenset(p for t in kept for p in t.passages), common)


@pytest.mark.parametrize("story", STORIES)
def test_nothing_of_it_slips_through(shelf, story):
    """Every file that holds a whole paragraph, question or summary of it is found by the few fingerprints that are kept."""
    record = withdrawn(shelf, story)
    held, found = defaultdict[str, set[str]](set), set[str]()
    for hit in shelf.hits[story]:
        if hit.mark in record.passages:
            found.add(hit.file)
        elif hit.whole and hit.mark not in record.common:
            held[hit.file].add(hit.mark)
    assert set(held) - found == set()
    path = shelf.library.stories[story].path
    for file in (f"{path}index.html", f"cy/{path}index.html", f"assets/data/en/story-{story}.js", f"assets/data/cy/story-{story}.js"):
        # To its first words and no further: four files of a hundred stories say much beside them.
        said = map(record.name.taken_out_of, shelf.texts[file].lines)
        assert any(what == "words" for what, _ in record.known.places(said)), file
        assert record.name.found_in(f"{file}\n{shelf.texts[file].raw}") is not None
    assert len({file for file in found if file.startswith("search/")}) >= 2


@pytest.mark.parametrize("story", STORIES)
def test_nothing_else_is_taken_for_it(shelf, story):
    """Without its own texts no page says its words, and its title stands only where its id or a list of titles does."""
    record = withdrawn(shelf, story)
    assert {hit.file for hit in shelf.hits[story] if not hit.whole and hit.mark in record.passages} == set()
    for text in shelf.library.stories[story].texts.values():
        title = " ".join(words(text.title))
        if title.count(" ") + 1 >= COMMON:
            bearers = [t for t in shelf.texts.values() if f" {title} " in t.said]
        else:
            bearers = [t for t in shelf.texts.values() if title in t.alone]
        strangers = [t for t in bearers if title not in t.alone and record.name.found_in(t.raw) is None]
        assert [t.lines[:3] for t in strangers] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_page_of_its_withdrawal_is_no_trace(shelf, tmp_path, story):
    """Id, date and address may stand at its old address, also where the id has the words of the title."""
    record = withdrawn(shelf, story)
    path = shelf.library.stories[story].path
    page = tmp_path / path / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<link href="../../../cy/{path}index.html"><p>/{path}</p><dd>{story}</dd><a href="?{story}">x</a>')
    assert search_folder(tmp_path, record.name, record.known, [f"{path}index.html"]).finds == ()
