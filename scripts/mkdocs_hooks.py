"""Hands the library's pages to MkDocs; all work is done in the package `whatmatters`.

The event order under static-i18n, and why the priorities are what they are, stands in
docs/decisions/0001-virtual-pages.md.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import get_args

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from whatmatters.build import SiteBuild, start_build, take_over
from whatmatters.library.problems import LibraryError
from whatmatters.library.progress import Lines
from whatmatters.library.story import Audience
from whatmatters.library.story_root import NoSuchRoot, StoryRoot, further_roots

log = logging.getLogger("mkdocs.hooks.whatmatters")
_build: SiteBuild | None = None
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Know whether somebody is writing and wants to see the page at once."""
    global _serving
    _serving = command == "serve"


def asked_for(project: Path) -> tuple[Audience, tuple[StoryRoot, ...]]:
    """Whom the pages that are being written are for, and further story roots: MkDocs has no options for either.

    Raises PluginError for an audience or a folder that does not exist.
    """
    wanted = os.environ.get("AUDIENCE") or "public"
    audience = next((known for known in get_args(Audience) if known == wanted), None)
    if audience is None:
        raise PluginError(f"there is no audience `{wanted}` (AUDIENCE is one of {', '.join(get_args(Audience))})")
    try:
        return audience, further_roots(project, os.environ.get("STORIES", ""))
    except NoSuchRoot as error:
        raise PluginError(str(error.why)) from error


def _current() -> SiteBuild:
    assert _build is not None, "MkDocs calls on_pre_build first"
    return _build


def _i18n(config: MkDocsConfig):  # static-i18n has no types
    return config.plugins["i18n"]


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check once a build; static-i18n comes by again for each further language."""
    global _build
    if _i18n(config).building:
        return
    root = Path(config.config_file_path).parent
    try:
        # While serving, the site's address is this machine's: it must not get onto a card.
        if _serving:
            audience, roots = asked_for(root)
            _build = start_build(root, None, Lines(log.info), audience=audience, roots=roots, after=_build)
        else:
            _build = take_over() or start_build(root, config.site_url or None, Lines(log.info))
    except LibraryError as error:
        raise PluginError(f"the library cannot be published as it stands:\n{error}") from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    """A change in a further story root is a change of the site."""
    for root in asked_for(Path(config.config_file_path).parent)[1]:
        server.watch(str(root.folder))


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the made pages as files that need not exist, before static-i18n sorts them by language."""
    for source in _current().pages:
        files.append(File(source, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The front matter of a made page."""
    made = _current().pages.get(page.file.src_uri)
    return made.front_matter() if made else None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The inside of a made page, which Markdown never sees."""
    made = _current().pages.get(page.file.src_uri)
    return made.content() if made else html


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """What hand-written pages leave to the build."""
    return _current().fill(markdown, page.file.src_uri, page.meta)


def on_env(env, config: MkDocsConfig, files: Files):
    """The functions that every template may call."""
    env.globals.update(_current().template_globals(_i18n(config).current_language))
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Links that work from a folder on disk; the page's text for search."""
    return _current().finish_page(output, page.url, str(page.title), page.content or "", page.meta)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """When both languages stand: packs, search, and the last checks."""
    if not _i18n(config).building:
        for warning in _current().finish_site(Path(config.site_dir), thorough=not _serving):
            log.warning(warning)
