"""What is to be made: one job for each file, with the place in the cache where it belongs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..deck.pack_description import PackDescription, describe
from ..language.bilingual import LANGUAGES, Lang
from ..library.library import Library
from ..library.pack_forms import BILINGUAL, FORMS, Form, file_name
from ..library.recipe import Recipe
from .cache import all_that_is_said, key_of


@dataclass(frozen=True)
class Job:
    """A file of a pack: made already when `path` is there."""

    form: Form
    lang: Lang | None
    """None where both languages stand in one file."""
    packs: dict[Lang, PackDescription]
    """The pack in each language."""
    path: Path

    @property
    def pack(self) -> PackDescription:
        """The pack in the file's language; in Welsh, which comes first, where it has both."""
        return self.packs[self.lang or "cy"]

    @property
    def name(self) -> str:
        """What the file is called in the pack's folder."""
        return file_name(self.pack.id, self.form, self.lang)


def jobs_of(library: Library, recipe: Recipe, cache: Path, site_url: str | None) -> Iterator[Job]:
    """Every file of a recipe's pack: both languages together first, then each."""
    packs = {lang: describe(library, recipe, lang, site_url) for lang in LANGUAGES}
    said = all_that_is_said(tuple(packs.values()))
    wanted: list[tuple[Form, Lang | None]] = [(form, None) for form in FORMS if form in BILINGUAL]
    wanted += [(form, lang) for lang in LANGUAGES for form in FORMS if form not in BILINGUAL]
    for form, lang in wanted:
        name = Path(file_name(recipe.id, form, lang))
        yield Job(form, lang, packs, cache / f"{name.stem}-{key_of(form, lang, said)}{name.suffix}")


def chosen(jobs: list[Job], forms: Collection[Form] | None, langs: Collection[Lang] | None) -> list[Job]:
    """The jobs that are asked for; a file with both languages belongs to each of them."""
    return [j for j in jobs if j.form in (forms or FORMS) and (j.lang is None or j.lang in (langs or LANGUAGES))]


def parts_of_zip(zipped: Job, jobs: list[Job]) -> list[Job]:
    """The files that go into a zip: all of its pack that are in its language, or in both."""
    return [
        job for job in jobs if job.pack.id == zipped.pack.id and job.form != "zip" and job.lang in (None, zipped.lang)
    ]
