"""One page, made as a build of the whole site would make it: the same steps of MkDocs, for this page alone.

MkDocs makes all pages or none. Its steps are taken here one by one (see `build` in `mkdocs/commands/build.py`, whose
`_populate_page` and `_build_page` they are), with a configuration for each language, as static-i18n leaves it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from ..build import SiteBuild, hand_over
from ..language.bilingual import LANGUAGES, Lang
from ..language.table import language_at


@dataclass(frozen=True)
class _Made:
    """What the pages of one language are made with."""

    config: MkDocsConfig
    names: frozenset[str] = frozenset()
    """The sources that `files` was made of."""
    files: Files = field(default_factory=lambda: Files([]))
    nav: Navigation = field(default_factory=lambda: Navigation([], []))
    env: jinja2.Environment = field(default_factory=jinja2.Environment)
    written: Mapping[str, str] = field(default_factory=dict)
    """The hand-written pages as they were when the library was read, by their source."""
    by_place: Mapping[str, File] = field(default_factory=dict)
    """Every page by where it lies in the site."""


class Pages:
    """Makes pages of one build, until it is given another."""

    def __init__(self, config_file: Path, site_url: str | None) -> None:
        """`site_url` is where the site is served. Raises ConfigurationError for a configuration that is wrong."""
        self._made = {lang: _Made(_configuration(config_file, lang, site_url)) for lang in LANGUAGES}
        self._build: SiteBuild | None = None
        # What is made goes into a folder of its own, and moves to its place when it is whole.
        self._scratch = Path(tempfile.mkdtemp(prefix="whatmatters_"))
        included = str(self._scratch / "included")
        for made in self._made.values():
            made.config.site_dir = str(self._scratch / "site")
            made.config.mdx_configs.setdefault("markdown_include.include", {})["base_path"] = included

    def close(self) -> None:
        """Remove what was only passing through."""
        shutil.rmtree(self._scratch, ignore_errors=True)

    def take(self, build: SiteBuild) -> None:
        """From now on pages are those of `build`, whose sources are on the disk at this moment.

        What an override or a data file holds may be wrong in any way, and then raises anything; pages are then those
        of the build before.
        """
        before = self._build
        try:
            self._hand(build)
            self._made = {lang: _taken(made, build) for lang, made in self._made.items()}
        except Exception:
            self._build = before
            self.speak()
            raise
        # A page that is made later still includes what its library was read with.
        included = self._scratch / "included" / "includes"
        shutil.rmtree(included, ignore_errors=True)
        for made in islice(self._made.values(), 1):  # Includes are the same for every language.
            if (texts := Path(made.config.docs_dir) / "includes").is_dir():
                shutil.copytree(texts, included)

    def narrow(self, build: SiteBuild) -> None:
        """From now on pages are those of `build`, which is the one before without some made pages."""
        self._hand(build)
        for lang, made in self._made.items():
            left = {
                place: file
                for place, file in made.by_place.items()
                if file.src_uri in made.written or file.src_uri in build.pages
            }
            self._made[lang] = replace(made, by_place=left, env=_environment(made.config, made.files))

    def speak(self) -> None:
        """Have the hooks speak of these pages' build again, when others were tried."""
        if self._build is not None:
            self._hand(self._build)

    def _hand(self, build: SiteBuild) -> None:
        """Have the hooks of both languages speak of `build`."""
        for made in self._made.values():
            hand_over(build)
            made.config.plugins.on_pre_build(config=made.config)
        self._build = build

    @property
    def beside(self) -> dict[str, str]:
        """Where in the site the files belong that are copied as they are, by their paths."""
        return {
            file.abs_src_path: file.dest_uri
            for made in self._made.values()
            for file in made.files
            if file.abs_src_path
            and file.inclusion.value > InclusionLevel.DRAFT.value
            and not file.is_documentation_page()
        }

    def knows(self, place: str) -> bool:
        """Is there a page at `cy/stories/index.html`, say?"""
        return place in self._of(place).by_place

    def make(self, place: str) -> Path:
        """Make the page at `place`; the file that holds it, to be moved to its place. Raises KeyError for no page."""
        made = self._of(place)
        file = made.by_place[place]
        page = file.page or Page(None, file, made.config)
        _populate_page(page, made.config, made.files)
        _build_page(page, made.config, list(made.by_place.values()), made.nav, made.env)
        return Path(file.abs_dest_path)

    def _of(self, place: str) -> _Made:
        return self._made[language_at(place)]


def _configuration(config_file: Path, lang: Lang, site_url: str | None) -> MkDocsConfig:
    options: dict[str, Any] = {} if site_url is None else {"site_url": site_url}
    config = load_config(config_file=str(config_file), **options)
    # static-i18n builds the default language unless it has been told of another.
    config.plugins["i18n"].current_language = lang  # type: ignore[attr-defined]
    return config.plugins.on_config(config)


def _taken(before: _Made, build: SiteBuild) -> _Made:
    """What the pages of `build` are made with; while none comes and none goes, the table of files stays."""
    config, files, names = before.config, before.files, before.names
    found = get_files(config)
    if names != (now := frozenset({*found.src_uris, *build.pages})):
        files, names = config.plugins.on_files(found, config=config), now
        set_exclusions(files, config)
    pages = files.documentation_pages()
    written = {}
    for file in pages:
        if file.src_uri not in build.pages:
            text = Path(config.docs_dir, file.src_uri).read_text(encoding="utf-8-sig")
            written[file.src_uri] = file.content_string = text
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for page in nav.pages:  # The menu says their titles.
        page.read_source(config)
    env = _environment(config, files)
    return _Made(config, names, files, nav, env, written, {file.dest_uri: file for file in pages})


def _environment(config: MkDocsConfig, files: Files) -> jinja2.Environment:
    env: jinja2.Environment = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
    return env
