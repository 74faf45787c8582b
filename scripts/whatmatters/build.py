"""One build of the site: what is made before MkDocs runs, during it and after it.

This is the one module that knows all the builders. MkDocs is reached through `scripts/mkdocs_hooks.py` alone.
"""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from .check import Report, check_project
from .deck.browser_card_data import CardData
from .deck.card_faces_json import face_css, shared_json
from .deck.posters import PAPERS
from .deck.posters import PATH as POSTERS
from .deck.posters import file_name as poster_file
from .deck.qr_codes import qr_svg
from .deck.versions import versions
from .files.memo import forget_all
from .language.bilingual import LANGUAGES, Lang
from .language.table import TABLE, known, language_at
from .library.library import Library
from .library.progress import Progress
from .library.publication import LeftOut, closed_roots, for_audience
from .library.story import Audience, Story
from .library.story_root import StoryRoot
from .manifest.writing import KnownOf, write_manifest
from .messages.problem import LibraryError, Problem
from .packs import CardPicture, PackFile, build_packs, card_pictures
from .packs.checking import CACHE, check_everything
from .print.pdf_pages import count_pages
from .print.posters_pdf import poster_files
from .print.processes import presses
from .print.turning_sheet import keep_turning_sheet, write_turning_sheet
from .print.typeset import TypesetError
from .search import Entry, forget_words, write_language
from .search.citing import citations
from .search.words import clean, fold, words
from .site.address import url_of
from .site.assets import write_assets
from .site.browser_data import write_browser_data, write_form_data, write_piece
from .site.emblems import write_emblems
from .site.finder_data import write_finder_data
from .site.finish import from_disk, page_text, without_indents
from .site.fragments import fill, fill_aside
from .site.icons_once import icons_once
from .site.licences import write_licences
from .site.model import MadePage, PackDownload, PackPicture, Published
from .site.number_pages import numbered_law
from .site.page_reading import PageRead
from .site.pages import made_pages
from .site.pictures import picture_files
from .site.recordings import recording_files
from .site.render import Renderer, read_templates, renderer
from .site.search_words import write_search_words
from .site.shell import page_meta, template_globals
from .site.staged import parted, staged_file, staged_page, with_includes, with_links
from .site.whole import pages_read, site_problems
from .tracing.ledger import PackVersion, write_ledgers
from .typography.paragraph import forget_paragraphs
from .year import due_files, year_files, year_sheets


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
    site_url: str | None = None
    """Where the site will be, if that is known: it stands on cards."""
    audience: Audience = "public"
    """Whom it is for."""
    entries: list[Entry] = field(default_factory=list)
    """What search will know; grows page by page."""
    read: dict[str, PageRead] = field(default_factory=dict)
    """What the pages of languages that are finished have to do with others."""
    cards_in: Path | None = None
    """The site in which what scripts draw cards from was written."""

    def without(self, stories: Collection[str], day: date) -> SiteBuild:
        """This build without some stories, and then without packs; recipes that lose all their stories go too."""
        if not stories:
            return self
        kept = {i: story for i, story in self.library.stories.items() if i not in stories}
        library = dataclasses.replace(self.library, stories=kept)
        recipes = {i: recipe for i, recipe in library.recipes.items() if library.chosen[i]}
        fewer = dataclasses.replace(library, recipes=recipes)
        return _site_build(fewer, (), (), day, self.left_out, self.advice, self.site_url)

    def offering(self, packs: tuple[PackFile, ...], pictures: tuple[CardPicture, ...], day: date) -> SiteBuild:
        """This build with packs that were made of the same sources meanwhile."""
        return _site_build(self.library, packs, pictures, day, self.left_out, self.advice, self.site_url)

    def fill(self, markdown: str, source: str, meta: dict[str, Any]) -> str:
        """The Markdown of any page, with what hand-written ones leave to the build; adds to its `meta`."""
        lang, path = _address(source)
        if source in self.pages:
            return markdown
        meta.update(page_meta(self.library, path, lang))
        return fill(markdown, self.library, self.render, path, lang, self.advice)

    def fill_aside(self, markdown: str, source: str, meta: dict[str, Any]) -> tuple[str, list[str]]:
        """The same with stand-ins, and the pieces of HTML that `put_in_place` puts there when Markdown is through."""
        lang, path = _address(source)
        if source in self.pages:
            return markdown, []
        meta.update(page_meta(self.library, path, lang))
        return fill_aside(markdown, self.library, self.render, path, lang, self.advice)

    def get_ready_to_part(self, site_dir: Path) -> None:
        """Do what would be done twice, and let go of what neither needs, before a second process begins."""
        read_templates(self.render.environment, self.render.environment.list_templates())
        # Their paragraphs have just been measured, to know whether they fit; from here on nothing is.
        self._write_cards(site_dir)
        forget_paragraphs()
        forget_all()

    def _write_cards(self, site_dir: Path) -> None:
        """Write what scripts draw cards from, unless that was done."""
        if self.cards_in != site_dir:
            for place, name, data in CardData(self.library, self.site_url).pieces():
                write_piece(site_dir, place, name, data)
        self.cards_in = site_dir

    def template_globals(self, lang: Lang) -> dict[str, Any]:
        """What the theme's overrides may call while pages of `lang` are made."""
        return template_globals(self.library, lang)

    def finish_page(self, html: str, url: str, title: str, content: str, meta: Mapping[str, Any]) -> str:
        """A built page whose links work from disk; its text is kept for search."""
        lang = language_at(url)
        if meta.get("listed", True):
            text = page_text(content)
            self.entries.append(
                Entry(
                    lang=lang,
                    url=url,
                    title=title,
                    kind=meta.get("kind", "page"),
                    summary=meta.get("description") or "",
                    text=text.told,
                    tags=tuple(meta.get("search_tags") or ()),
                    minutes=meta.get("minutes"),
                    untold=text.untold,
                )
            )
        return icons_once(without_indents(from_disk(html)))

    def finish_language(self, lang: Lang, site_dir: Path, *, thorough: bool = True) -> None:
        """Put search and data beside the pages of a language when all of them stand.

        When not `thorough`, the pages are not read for `finish_site` to follow their links.
        """
        write_browser_data(self.library, site_dir, shared_json(), [lang])
        write_finder_data(self.library, site_dir, indexed_words, [lang])
        forms = self.library.root / CACHE / "search"
        write_language((*self.entries, *self._numbered()), site_dir, lang, forms)
        self.entries.clear()
        if thorough:
            forget_words()
            self.read.update(pages_read(site_dir, lang))

    def write_assets(self, site_dir: Path) -> None:
        """Write style and scripts as their sources are now. Raises ValueError for a sheet that cannot be read."""
        write_assets(self.library.root, site_dir, face_css())

    def finish_site(self, site_dir: Path, *, thorough: bool = True) -> list[str]:
        """Put what is no language's own beside the pages; what is wrong with the whole comes back as plain lines.

        When not `thorough`, for somebody who is writing, links are not followed.
        """
        if wrong := self.put_beside(site_dir):
            return wrong
        if not thorough:
            return []
        # The manifest last, because it lists all that was written.
        called = {lang: self.library.interface("shell-brand", lang) for lang in LANGUAGES}
        facts = known_of(self.library, self.packs, site_dir)
        write_manifest(site_dir, called, self.audience, facts, withdrawn_files(self.library))
        return site_problems(site_dir, self.read)

    def put_beside(self, site_dir: Path) -> list[str]:
        """Write packs, films, pictures, sheets, style and scripts; what cannot be made comes back as plain lines."""
        beside = [(f.pack, f.name, f.path) for f in self.packs] + [(p.pack, p.name, p.path) for p in self.pictures]
        for pack, name, path in beside:
            target = site_dir / "packs" / pack / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        for address, source in (*recording_files(self.library), *picture_files(self.library)):
            target = site_dir / address
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        try:
            year_files(self.library, site_dir, self.library.root / CACHE / "year")
        except TypesetError as error:
            return [f"docs/data/year.yml: a sheet of the year cannot be set: {error}"]
        write_turning_sheet(self.library, site_dir, self.library.root / CACHE / "print")
        due_files(self.library, site_dir)
        try:
            # They take as long as a few packs, and nobody prints from a build that has none.
            if self.packs:
                poster_files(self.library, site_dir, self.library.root / CACHE / "posters", self.site_url)
        except TypesetError as error:
            return [f"{POSTERS}: a poster cannot be set: {error}"]
        self.write_assets(site_dir)
        write_form_data(self.library, site_dir, shared_json())
        write_emblems(self.library, site_dir)
        write_search_words(self.library.interface, site_dir)
        write_licences(self.library.root, site_dir)
        self._write_cards(site_dir)
        return []

    def stage(self, folder: Path) -> tuple[int, list[str]]:
        """Write all pages as files for another generator, and what stands beside them but the index of search.

        How many pages it wrote, and what could not be made. Raises OSError, and LibraryError for a missing wording.
        """
        docs, count = self.library.root / "docs", 0
        for lang in LANGUAGES:
            for path in sorted(p for p in (docs / lang).rglob("*") if p.is_file()):
                source = path.relative_to(docs).as_posix()
                if path.suffix != ".md":
                    _stage(folder / staged_file(source, lang), path.read_bytes())
                elif source not in self.pages:
                    meta, text = parted(path.read_text(encoding="utf-8"))
                    text = self.fill(with_links(with_includes(text, docs), source, lang), source, meta)
                    _stage(folder / staged_file(source, lang), staged_page(text, meta, _address(source)[1], lang))
                    count += 1
            for source, page in self.pages.items():
                if page.lang == lang:
                    said = staged_page(page.content(), page.meta, page.path, lang)
                    _stage(folder / staged_file(source, lang), said)
                    count += 1
            write_browser_data(self.library, folder, shared_json(), [lang])
            write_finder_data(self.library, folder, indexed_words, [lang])
        for path in sorted(p for p in (docs / "assets").rglob("*") if p.is_file()):
            if path.relative_to(docs / "assets").parts[0] not in {"css", "js"}:  # Those are joined below.
                _stage(folder / path.relative_to(docs), path.read_bytes())
        return count, self.put_beside(folder)

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


def known_of(library: Library, packs: Sequence[PackFile], site_dir: Path) -> dict[str, KnownOf]:
    """What a manifest says of files beside size and digest: the pages of a PDF, the pack, the stories told."""
    told = dict[str, KnownOf]()
    for story in library.stories.values():
        told |= dict.fromkeys(_files_of(story, site_dir), KnownOf(stories=(story.id,)))
    for paper in PAPERS:
        for lang in LANGUAGES:
            told[POSTERS + poster_file("stories", paper, lang)] = KnownOf(stories=tuple(sorted(library.stories)))
    for file in packs:
        stories = tuple(sorted(choice.story.id for choice in library.chosen[file.pack]))
        told[f"packs/{file.pack}/{file.name}"] = KnownOf(pack=file.pack, stories=stories, sha256=file.sha256)
    for pdf in sorted(site_dir.rglob("*.pdf")):
        path = pdf.relative_to(site_dir).as_posix()
        with suppress(ValueError):  # One that another program wrote may hide its pages.
            told[path] = dataclasses.replace(told.get(path, KnownOf()), pages=count_pages(pdf.read_bytes()))
    return told


def _files_of(story: Story, site_dir: Path) -> Iterator[str]:
    """Files of a site that belong to one story: those at its address, and what scripts read of it."""
    for lang in LANGUAGES:
        folder = site_dir / TABLE[lang].folder / story.path
        yield from (path.relative_to(site_dir).as_posix() for path in folder.glob("*") if path.is_file())
        yield f"assets/data/{lang}/story-{story.id}.js"


def withdrawn_files(library: Library) -> set[str]:
    """The pages that say that a story was withdrawn: no list leads there, and so the manifest does not name them."""
    addresses = (record.path for record in library.withdrawn.values())
    return {f"{TABLE[lang].folder}{address}index.html" for address in addresses for lang in LANGUAGES}


def _stage(target: Path, said: str | bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(said if isinstance(said, bytes) else said.encode())


def _address(source: str) -> tuple[Lang, str]:
    """Language and address of a source: `cy/stories/x/y.md` is Welsh, `stories/x/y/`."""
    lang, _, rest = source.partition("/")
    path = rest.removesuffix(".md").removesuffix("index").rstrip("/")
    return known(lang) or LANGUAGES[0], f"{path}/" if path else ""


def start_build(
    root: Path,
    site_url: str | None,
    progress: Progress,
    *,
    audience: Audience = "public",
    today: date | None = None,
    roots: Sequence[StoryRoot] = (),
    packs: bool = True,
    edits_follow: bool = False,
) -> SiteBuild:
    """Read, check, make the packs and the pages of the project at `root`, with the stories of further `roots`.

    Stories whose consent does not cover `audience`, or covers it no longer, are left out.
    Without `packs` neither they nor posters are made, and their pages offer no files; what is refused is the same.
    `edits_follow` says that this process will build again after each saved file.
    Raises LibraryError with every problem when there is one; advice is no reason to stop.
    """
    day = today or date.today()
    once_read = None if edits_follow else _set_sheets
    report = check_everything(root, day, roots, progress, edits_follow=edits_follow, once_read=once_read)
    if report.errors or report.library is None:
        raise LibraryError(report.errors)
    advice = _advice(report, report.library, audience)
    library, left_out = for_audience(report.library, audience, day)
    if not edits_follow:
        # No rule is applied again. What is let go of now is room for the pages.
        library = library.without_sources()
        del report
        forget_all()
    made: tuple[PackFile, ...] = ()
    if packs:
        made = build_packs(library, root / CACHE / "packs", site_url=site_url, progress=progress)
    drawn = card_pictures(made, root / CACHE / "pictures")
    ready = _site_build(library, made, drawn, day, left_out, advice, site_url)
    ready.audience = audience
    return ready


def _set_sheets(library: Library) -> None:
    """Set the sheets that any site has, into the folder that keeps them, each in a process that ends with it.

    What sets them takes 120 MB by and by, and gives none of it back. Nothing was checked yet: where one cannot be set,
    the rules that come after this say why, or it is told of when it is to be put in its place.
    """
    sheets: list[Callable[[], None]] = [*year_sheets(library, library.root / CACHE / "year")]
    sheets.append(partial(keep_turning_sheet, library, library.root / CACHE / "print"))
    with presses(apart=True):
        for set_one in sheets:
            with suppress(Exception):
                set_one()


def edited_build(
    before: SiteBuild,
    root: Path,
    *,
    audience: Audience = "public",
    today: date | None = None,
    roots: Sequence[StoryRoot] = (),
) -> tuple[SiteBuild, tuple[Problem, ...]]:
    """The build of the sources as they are now, for somebody who edits them, and every error in them.

    No pack is made and no card is measured: the packs are those of the build `before`, or none at all once a story has
    gone, since one of them may hold it. Where there are errors, the build is the one `before`, without the stories
    whose folders are gone or whose consent covers `audience` no longer.
    """
    day = today or date.today()
    report = check_project(root, day, roots)
    if report.library is None:
        return before.without(folders_gone(before.library), day), report.errors
    library, left_out = for_audience(report.library, audience, day)
    if report.errors:
        gone = set(before.library.stories) - set(library.stories) - report.library.broken
        return before.without(gone | folders_gone(before.library), day), report.errors
    whole = set(before.library.stories) <= set(library.stories)
    made, drawn = (before.packs, before.pictures) if whole else ((), ())
    advice = _advice(report, report.library, audience)
    return _site_build(library, made, drawn, day, left_out, advice, before.site_url), ()


def folders_gone(library: Library) -> set[str]:
    """Ids of the stories whose folder has been taken away since they were read."""
    return {i for i, s in library.stories.items() if not library.source(f"{s.folder}/story.yml")[0].exists()}


def _advice(report: Report, library: Library, audience: Audience) -> tuple[Problem, ...]:
    """What is said of a root that this audience may not see names its stories, and a build's log may travel."""
    closed = closed_roots(library, audience)
    return tuple(p for p in report.advice if p.path.split("/")[0] not in closed)


def _site_build(
    library: Library,
    made: tuple[PackFile, ...],
    drawn: tuple[CardPicture, ...],
    day: date,
    left_out: tuple[LeftOut, ...],
    advice: tuple[Problem, ...],
    site_url: str | None,
) -> SiteBuild:
    """A build whose pages offer these packs and pictures."""
    downloads = {
        recipe: tuple(PackDownload(f.form, f.lang, f.name, f.pages, f.bytes) for f in made if f.pack == recipe)
        for recipe in library.recipes
    }
    pictures = {
        recipe: tuple(PackPicture(p.lang, p.title, p.name, p.width, p.height) for p in drawn if p.pack == recipe)
        for recipe in library.recipes
    }
    render = renderer(library.interface)
    pages = made_pages(library, render, downloads, pictures, day, partial(_published, site_url))
    return SiteBuild(library, render, made, drawn, pages, left_out, advice, site_url)


def _published(site_url: str | None, url: str) -> Published | None:
    """Where a page is to be found from anywhere, on a site whose address is known."""
    address = f"{site_url.rstrip('/')}/{url}" if site_url else ""
    code = qr_svg(address)
    return Published(address, code) if code else None


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
