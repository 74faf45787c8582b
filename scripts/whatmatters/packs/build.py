"""Making the files of all packs, or finding them made already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..library.languages import LANGUAGES, Lang
from ..library.library import Library
from ..library.problems import LibraryError, Problem
from ..library.recipe import Recipe
from .cache import all_that_is_said, key_of, write
from .cards import StoryCard
from .describe import PackDescription, describe
from .divide import story_ways
from .fit import material_problems
from .forms import FORMS, Form, cards_pdf, facilitator_pdf
from .measure import Ruler
from .pdf_pages import count_pages
from .sheets import CARDS, sheets

#: Files made side by side. Typst works on several cores by itself; two at once keep them busy on small packs.
WORKERS = 2

Progress = Callable[[str], None]


@dataclass(frozen=True)
class PackFile:
    """A file of a pack, as it lies in the cache."""

    pack: str
    form: Form
    lang: Lang
    name: str
    """What it is called in the pack's folder: `risk-worth-taking-cards-cy.pdf`."""
    path: Path
    pages: int
    bytes: int


@dataclass(frozen=True)
class _Job:
    form: Form
    pack: PackDescription
    path: Path

    @property
    def name(self) -> str:
        return f"{self.pack.id}-{self.form}-{self.pack.lang}.pdf"


def build_packs(
    library: Library,
    cache: Path,
    *,
    packs: Collection[str] | None = None,
    forms: Collection[Form] | None = None,
    langs: Collection[Lang] | None = None,
    site_url: str | None = None,
    progress: Progress | None = None,
) -> tuple[PackFile, ...]:
    """The files of the packs, in the order of packs, languages and forms; all of them, unless some are named.

    What lies in `cache` and has not changed is not made again; when everything is asked for, what lies there and is no
    longer wanted is removed. Raises LibraryError when cards cannot be printed, with all that is wrong in all the packs,
    and KeyError for a pack that does not exist.
    """
    wanted = [library.recipes[p] for p in (library.recipes if packs is None else packs)]
    jobs = [
        job
        for recipe in wanted
        for job in _jobs(library, recipe, cache, site_url)
        if job.form in (forms or FORMS) and job.pack.lang in (langs or LANGUAGES)
    ]
    ruler = Ruler(sheets()[CARDS], cache)
    _make_all(library, [job for job in jobs if not job.path.exists()], ruler, progress or (lambda _: None))
    ruler.save()
    if packs is None and forms is None and langs is None:
        _prune(cache, {job.path for job in jobs})
    return tuple(_file(job) for job in jobs)


def _jobs(library: Library, recipe: Recipe, cache: Path, site_url: str | None) -> Iterator[_Job]:
    both = {lang: describe(library, recipe, lang, site_url) for lang in LANGUAGES}
    words = {name: said.model_dump() for name, said in library.interface.root.items() if name.startswith("packs-")}
    said = all_that_is_said(tuple(both.values()), words)
    for lang, pack in both.items():
        for form in FORMS:
            yield _Job(form, pack, cache / f"{pack.id}-{form}-{lang}-{key_of(form, lang, said)}.pdf")


def _make_all(library: Library, jobs: list[_Job], ruler: Ruler, progress: Progress) -> None:
    problems = [p for job in jobs for c in job.pack.cards for p in material_problems(library, c, job.pack.lang)]
    if problems:
        raise LibraryError(problems)
    stories = {c.id for job in jobs if job.form == "cards" for c in job.pack.cards if isinstance(c, StoryCard)}
    way_of = story_ways(library, stories, ruler)

    def make(job: _Job) -> list[Problem]:
        try:
            if job.form == "cards":
                data = cards_pdf(library, job.pack, way_of, ruler)
            else:
                data = facilitator_pdf(library, job.pack)
        except LibraryError as error:
            return error.problems
        write(job.path, data)
        return []

    with ThreadPoolExecutor(WORKERS) as pool:
        for number, (job, found) in enumerate(zip(jobs, pool.map(make, jobs), strict=True), start=1):
            progress(f"{job.name} ({number}/{len(jobs)})")
            problems += found
    if problems:
        raise LibraryError(problems)


def _prune(cache: Path, wanted: set[Path]) -> None:
    for path in cache.glob("*-*-*.pdf"):
        if path not in wanted:
            path.unlink(missing_ok=True)


def _file(job: _Job) -> PackFile:
    data = job.path.read_bytes()
    return PackFile(job.pack.id, job.form, job.pack.lang, job.name, job.path, count_pages(data), len(data))
