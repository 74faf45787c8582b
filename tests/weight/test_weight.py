"""What pages weigh, compressed, and that nothing on them moves while they load: one page of each kind, both languages.

The bounds are bytes, counts and shift, none of them a time: they are the same on a slow machine.
"""

from __future__ import annotations

import gzip
import itertools
import re
from pathlib import Path

import pytest

from .served import Visitor, compressing

pytestmark = pytest.mark.browser

#: A first visit: bytes of everything, and how many files.
FIRST, FILES = 100_000, 10
#: A further page: what comes beside what every page shares.
NEXT = 20_000
#: Emblems of single stories: of all pages the home page alone asks for one, that of today's story.
HOMES = "assets/data/emblems"
#: The same on the day when the stories that are offered for a session have the most to say.
ON_ANY_DAY = 20_200
#: How far things may move; Lighthouse calls a tenth good.
SHIFT = 0.02

#: One page of each kind of the real library.
PAGES = {
    "home": "",
    "story": "stories/magic-moments/mays-bath-time/",
    "stories": "stories/",
    "story finder": "stories/find/",
    "films": "stories/watch/",
    "chapters of a film": "stories/training-film/",
    "bank": "questions/supervision/",
    "question finder": "questions/find/",
    "packs": "packs/",
    "pack": "packs/risk-worth-taking/",
    "topic": "legislation/personal-plan/",
    "law": "legislation/",
    "regulations": "legislation/regulations/",
    "law as a picture": "legislation/picture/",
    "journey": "legislation/journey/",
    "year": "legislation/year/",
    "tool": "tools/open-questions/",
    "tool to fill in": "tools/learning-log/",
    "quiz": "tools/outcomes-quiz/",
    "star": "tools/culture-star/",
    "senses": "tools/six-senses/",
    "session": "stories/magic-moments/mays-bath-time/session/",
    "long session": "stories/told-by-the-person/christmas-shopping/session/",
    "principle": "principles/co-production/",
    "add a story": "about/add-a-story/",
    "coverage": "about/coverage/",
    "guide": "about/looking-after-stories/",
    "prepare": "sessions/",
    "own sessions": "sessions/mine/",
    "draw": "packs/draw/",
    "sheet": "questions/sheet/",
    "glossary": "about/glossary/",
    "about": "about/",
}
#: Kinds that hold more than a page to read, in bytes.
MORE = {
    # Every topic, and the three laws side by side: a reader without scripts has all of it too.
    "law": 32_500,
    "regulations": 24_000,
    # Every topic between the laws, each line with its numbers, and all of it in a table too.
    "law as a picture": 27_000,
    # Every story, so that it grows with the library.
    "stories": 22_000,
    # Sheets to fill in and their paper; what makes files comes when it is asked for.
    "quiz": 26_500,
    "star": 28_000,
    "senses": 25_000,
}


@pytest.fixture(scope="module")
def address(library_site):
    """Where the real library's pages are served, compressed."""
    with compressing(library_site) as base:
        yield base


@pytest.fixture(scope="module")
def visitor(chromium):
    """One phone for all pages."""
    visitor = Visitor(chromium)
    yield visitor
    visitor.context.close()


@pytest.fixture(scope="module")
def shared(visitor, address):
    """What every page shares, as the home page of each language brought it."""
    seen = [visitor.visit(address, f"{lang}index.html").files for lang in ("", "cy/")]
    return {name: size for name, size in seen[0].items() if name in seen[1] and not name.startswith(HOMES)}


@pytest.mark.parametrize("prefix", ["", "cy/"], ids=["en", "cy"])
@pytest.mark.parametrize("kind", PAGES)
def test_pages_are_light_and_hold_still(visitor, address, shared, kind, prefix):
    """A first visit, a further page, and how far anything moved."""
    seen = visitor.visit(address, f"{prefix}{PAGES[kind]}index.html")
    assert shared.keys() <= seen.files.keys(), "the phone still held what another page had brought"
    assert seen.weight < FIRST, seen.files
    assert len(seen.files) <= FILES, seen.files
    further = seen.beside(shared)
    assert sum(further.values()) < MORE.get(kind, NEXT), further
    assert seen.shift < SHIFT, seen.moved


@pytest.mark.parametrize("prefix", ["", "cy/"], ids=["en", "cy"])
def test_preparing_a_session_is_light_on_any_day(visitor, address, shared, library_site, prefix):
    """Three neighbours are offered, others each day: their rows stand in two pieces at the most, the heaviest of which are taken."""
    seen = visitor.visit(address, f"{prefix}{PAGES['prepare']}index.html").beside(shared)
    rows = {re.search(r"-(\d+)\.js", name)[1]: size for name, size in seen.items() if "find-stories-" in name}
    heads = {size - _rows(library_site, prefix, piece) for piece, size in rows.items()}
    count = len(list((library_site / f"assets/data/{prefix or 'en/'}").glob("find-stories-[0-9]*.js")))
    pieces = [_rows(library_site, prefix, n) + max(heads) for n in range(count)]
    heaviest = max(one + other for one, other in itertools.pairwise((*pieces, pieces[0])))
    assert sum(seen.values()) - sum(rows.values()) + heaviest < ON_ANY_DAY, (seen, heaviest)


def _rows(site: Path, prefix: str, piece: object) -> int:
    """Compressed bytes of a piece with rows of stories."""
    return len(gzip.compress((site / f"assets/data/{prefix or 'en/'}find-stories-{piece}.js").read_bytes(), 6, mtime=0))


def test_what_every_page_shares_is_little(shared):
    """Letters, a sheet for the screen and one for paper, a script and the site's mark."""
    assert len(shared) <= 5, shared
    assert sum(shared.values()) < 50_000, shared
