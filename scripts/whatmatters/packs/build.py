"""Making the files of all packs, or finding them made already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..language.bilingual import Lang
from ..library.library import Library
from ..library.pack_forms import Form
from ..library.progress import Progress, Unseen
from ..messages.message import Message
from ..messages.problem import LibraryError, Problem
from ..office.zips import archive
from ..print.processes import WORKERS, presses
from .cache import Record
from .card_fit import material_problems
from .jobs import Job, chosen, jobs_of, parts_of_zip
from .making import Maker, count_pages

#: PDF files made side by side: one more than there are presses, so that none waits while sizes are worked out here.
THREADS = WORKERS + 1

#: Printed forms in the order in which they are made, pack after pack of each group: those of a group share cards, which
#: are then arranged once and partly set once, as are those that two packs have.
TOGETHER: tuple[tuple[Form, ...], ...] = (
    ("facilitator",),
    ("booklet",),
    ("cards-large",),
    ("cards-print-shop",),
    ("cards", "cards-questions", "cards-fold"),
    ("cards-bilingual", "cards-bilingual-fold"),
)

#: Forms that are written in this process from beginning to end; Python does one such thing at a time in any case.
WRITTEN_HERE: frozenset[Form] = frozenset({"handout", "slides"})


@dataclass(frozen=True)
class PackFile:
    """A file of a pack, as it lies in the cache."""

    pack: str
    form: Form
    lang: Lang | None
    """None where both languages stand in one file."""
    name: str
    """What it is called in the pack's folder: `risk-worth-taking-cards-cy.pdf`."""
    path: Path
    pages: int | None
    """Pages or slides; None for a Word document, whose pages are made where it is opened, and for a zip."""
    bytes: int
    sha256: str
    """Of the file as it was made: whatever becomes of the cache, a copy of it is held against this."""


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
    recipes = [library.recipes[p] for p in (library.recipes if packs is None else packs)]
    jobs = [job for recipe in recipes for job in jobs_of(library, recipe, cache, site_url)]
    wanted = chosen(jobs, forms, langs)
    zips = {job.path: parts_of_zip(job, jobs) for job in wanted if job.form == "zip"}
    needed = {job.path for job in wanted} | {part.path for parts in zips.values() for part in parts}
    record = Record(cache)
    about = {job.path: record.about(job.path) for job in jobs if job.path in needed}
    missing = [job for job in jobs if job.path in needed and about[job.path] is None]
    if missing:
        try:
            about |= _make_all(library, missing, zips, cache, record, progress or Unseen())
        finally:
            record.save()
    if packs is None and forms is None and langs is None:
        _prune(cache, needed)
        record.save(needed)
    return tuple(
        PackFile(job.pack.id, job.form, job.lang, job.name, job.path, pages, size, record.sha256(job.path))
        for job in wanted
        for pages, size in [about[job.path]]
    )


def _make_all(
    library: Library, jobs: list[Job], zips: dict[Path, list[Job]], cache: Path, record: Record, progress: Progress
) -> dict[Path, tuple[int | None, int]]:
    """Make what is missing, the zips after all that goes into them; the pages and bytes of each."""
    packs = {id(pack): pack for job in jobs for pack in job.packs.values()}
    problems = [p for pack in packs.values() for c in pack.cards for p in material_problems(library, c, pack.lang)]
    if problems:
        raise LibraryError(problems)
    progress.stage(Message("Making the files of the packs"), len(jobs))
    about: dict[Path, tuple[int | None, int]] = {}
    maker = Maker(library, jobs)

    def keep(job: Job, data: bytes) -> None:
        about[job.path] = (count_pages(job.form, data), len(data))
        record.write(job.path, data, about[job.path])

    def make(job: Job) -> list[Problem]:
        try:
            keep(job, maker(job))
        except LibraryError as error:
            return error.problems
        return []

    to_print = [job for forms in TOGETHER for job in _pack_by_pack(jobs, forms)]
    to_write = [job for job in jobs if job.form in WRITTEN_HERE]
    with presses(len(to_print) + len(to_write)), ThreadPoolExecutor(THREADS) as pool:
        printed = pool.map(make, to_print)
        written = map(make, to_write)
        for found in (*_steps(written, progress), *_steps(printed, progress)):
            problems += found
    if problems:
        raise LibraryError(problems)
    for job in (job for job in jobs if job.form == "zip"):
        keep(job, archive(((part.name, part.path.read_bytes()) for part in zips[job.path]), job.pack.date))
        progress.step()
    return about


def _pack_by_pack(jobs: list[Job], forms: tuple[Form, ...]) -> list[Job]:
    """The jobs of these forms: pack after pack, form after form, and its languages, which are set side by side."""
    packs = {job.pack.id: n for n, job in enumerate(jobs)}
    return sorted(
        (job for job in jobs if job.form in forms), key=lambda job: (packs[job.pack.id], forms.index(job.form))
    )


def _steps(made: Iterable[list[Problem]], progress: Progress) -> Iterator[list[Problem]]:
    """The same, a step of progress after each."""
    for found in made:
        progress.step()
        yield found


def _prune(cache: Path, wanted: set[Path]) -> None:
    for path in cache.glob("*-*"):
        if path.suffix in {".pdf", ".docx", ".pptx", ".zip"} and path not in wanted:
            path.unlink(missing_ok=True)
