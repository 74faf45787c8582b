"""One build of the site: what is made before MkDocs runs, during it and after it.

This is the one module that knows all the builders. MkDocs is reached through `scripts/mkdocs_hooks.py` alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from .check import check_project
from .library.languages import LANGUAGES, Lang
from .library.library import Library
from .library.problems import LibraryError, Problem
from .library.progress import Progress
from .library.publication import LeftOut, closed_roots, for_audience
from .library.story import Audience
from .library.story_root import StoryRoot
from .packs import CardPicture, PackFile, build_packs, card_pictures, sheet_in_mm, versions
from .packs.checking import CACHE, check_everything
from .press.typeset import TypesetError
from .search import Entry, write_index
from .search.citing import citations
from .search.words import clean, fold, words
from .site.address import url_of
from .site.browser_data import write_browser_data
from .site.finder_data import write_finder_data
from .site.finish import from_disk, plain_text
from .site.fragments import fill
from .site.model import MadePage, PackDownload, PackPicture
from .site.number_pages import numbered_law
from .site.pages import made_pages
from .site.render import Renderer, renderer
from .site.shell import page_meta, template_globals
from .site.whole import site_problems
from .tracing.ledger import PackVersion, write_ledgers
from .year import year_files


@dataclass
class SiteBuild:
    """A library on its way to becoming a site."""

    library: Library
    render: Renderer
    packs: tuple[PackFile, ...]
    pictures: tuple[CardPicture, ...]
    pages: Mapping[str, MadePage]
    """Made pages by the file that MkDocs takes them to come from."""
    left_out: tuple[LeftOut, ...] = ()
    """Stories and packs that the build does not publish, and why."""
    advice: tuple[Problem, ...] = ()
    """What wants looking at and stops nothing."""
    first: bool = True
    """False while serving, as long as packs and search can be those of the build before."""
    entries: list[Entry] = field(default_factory=list)
    """What search will know; grows page by page."""

    def fill(self, markdown: str, source: str, meta: dict[str, Any]) -> str:
        """The Markdown of any page, with what hand-written ones leave to the build; adds to its `meta`."""
        lang, path = _address(source)
        if source in self.pages:
            return markdown
        meta.update(page_meta(self.library, path, lang))
        return fill(markdown, self.library, self.render, path, lang, self.advice)

    def template_globals(self, lang: Lang) -> dict[str, Any]:
        """What the theme's overrides may call while pages of `lang` are made."""
        return template_globals(self.library, lang)

    def finish_page(self, html: str, url: str, title: str, content: str, meta: Mapping[str, Any]) -> str:
        """A built page whose links work from disk; its text is kept for search."""
        lang: Lang = "cy" if url.startswith(url_of("", "cy")) else "en"
        if meta.get("listed", True):
            self.entries.append(
                Entry(
                    lang=lang,
                    url=url,
                    title=title,
                    kind=meta.get("kind", "page"),
                    summary=meta.get("description") or "",
                    text=plain_text(content),
                    tags=tuple(meta.get("search_tags") or ()),
                    minutes=meta.get("minutes"),
                )
            )
        return from_disk(html)

    def still_holds(self, library: Library) -> bool:
        """Are this build's packs there, with the stories that `library` chooses? Not when one has been withdrawn."""
        return _chosen(self.library) == _chosen(library) and all(
            path.exists() for path in (*(f.path for f in self.packs), *(p.path for p in self.pictures), self._search)
        )

    @property
    def _search(self) -> Path:
        """Where the index is kept while serving."""
        return self.library.root / CACHE / "search-while-serving" / "search"

    def finish_site(self, site_dir: Path, *, thorough: bool = True) -> list[str]:
        """Put packs and search beside the pages; what is wrong with the whole comes back as plain lines.

        When not `thorough`, for somebody who is writing, links are not followed, and search is that of the first build.
        """
        beside = [(f.pack, f.name, f.path) for f in self.packs] + [(p.pack, p.name, p.path) for p in self.pictures]
        for pack, name, path in beside:
            target = site_dir / "packs" / pack / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        try:
            year_files(self.library, site_dir)
        except TypesetError as error:
            return [f"docs/data/year.yml: a sheet of the year cannot be set: {error}"]
        write_browser_data(self.library, site_dir, sheet_in_mm())
        write_finder_data(self.library, site_dir, indexed_words)
        if thorough:
            write_index((*self.entries, *self._numbered()), site_dir)
            return site_problems(site_dir)
        if self.first:
            write_index((*self.entries, *self._numbered()), self._search.parent)
        shutil.copytree(self._search, site_dir / "search", dirs_exist_ok=True)
        return []

    def _numbered(self) -> list[Entry]:
        """The law by number: whoever looks for `reg 58` is led to that regulation."""
        return [
            Entry(lang, url_of(law.path, lang), law.title, "law", law.line, law.line, law.topics)
            for lang in LANGUAGES
            for law in numbered_law(self.library, lang)
        ]


def indexed_words(text: str, lang: Lang) -> set[str]:
    """The words of a text in the forms in which the search index holds them, and the provisions that it names."""
    cleaned = clean(text)
    return {*words(cleaned, lang), *citations(fold(cleaned))}


def _chosen(library: Library) -> tuple[set[str], dict[str, list[str]]]:
    """The ids of all stories, and of those in each pack."""
    return set(library.stories), {recipe: [c.story.id for c in chosen] for recipe, chosen in library.chosen.items()}


def _address(source: str) -> tuple[Lang, str]:
    """Language and address of a source: `cy/stories/x/y.md` is Welsh, `stories/x/y/`."""
    lang, _, rest = source.partition("/")
    path = rest.removesuffix(".md").removesuffix("index").rstrip("/")
    return ("cy" if lang == "cy" else "en"), f"{path}/" if path else ""


def start_build(
    root: Path,
    site_url: str | None,
    progress: Progress,
    *,
    audience: Audience = "public",
    today: date | None = None,
    after: SiteBuild | None = None,
    roots: Sequence[StoryRoot] = (),
    packs: bool = True,
) -> SiteBuild:
    """Read, check, make the packs and the pages of the project at `root`, with the stories of further `roots`.

    Stories whose consent does not cover `audience`, or covers it no longer, are left out.
    Without `packs` no card is made or measured, and pack pages offer no files.
    After an earlier build, when serving, the packs are those of that build as long as they hold the same stories:
    `make site` makes them anew.
    Raises LibraryError with every problem when there is one; advice is no reason to stop.
    """
    day = today or date.today()
    report = check_everything(root, day, roots, progress) if packs else check_project(root, day, roots)
    if report.errors or report.library is None:
        raise LibraryError(report.errors)
    library, left_out = for_audience(report.library, audience, day)
    made: tuple[PackFile, ...] = ()
    kept = after if after and after.still_holds(library) else None
    if packs:
        cache = root / CACHE / "packs"
        made = kept.packs if kept else build_packs(library, cache, site_url=site_url, progress=progress)
    downloads = {
        recipe: tuple(PackDownload(f.form, f.lang, f.name, f.pages, f.bytes) for f in made if f.pack == recipe)
        for recipe in library.recipes
    }
    drawn = kept.pictures if kept else card_pictures(made, root / CACHE / "pictures")
    pictures = {
        recipe: tuple(
            PackPicture(p.lang, p.title, p.back, p.name, p.width, p.height) for p in drawn if p.pack == recipe
        )
        for recipe in library.recipes
    }
    render = renderer(library.interface)
    pages = made_pages(library, render, downloads, pictures, day)
    # What is said of a root that this audience may not see names its stories, and a build's log may travel.
    closed = closed_roots(report.library, audience)
    advice = tuple(p for p in report.advice if p.path.split("/")[0] not in closed)
    return SiteBuild(library, render, made, drawn, pages, left_out, advice, kept is None)


def note_printed(library: Library, packs: Collection[str], site_url: str | None, day: date) -> str | None:
    """Put the versions of `packs` into the records of printed packs; a warning where that cannot be done."""
    owners = {i: known.root for known_by_id in (library.stories, library.recipes) for i, known in known_by_id.items()}
    try:
        made = [PackVersion(**asdict(version)) for version in versions(library, packs, site_url)]
        write_ledgers(library.roots, owners, made, day)
    except (OSError, LibraryError) as error:
        return f"The record of printed packs was not brought up to date, so packs could not be called back: {error}"
    return None


_ready: list[SiteBuild] = []


def hand_over(build: SiteBuild) -> None:
    """Leave a build for the hooks, so that the command and they do not both read and check everything."""
    _ready[:] = [build]


def take_over() -> SiteBuild | None:
    """The build that was left for the hooks, once."""
    return _ready.pop() if _ready else None
