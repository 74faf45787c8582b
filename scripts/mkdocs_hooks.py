"""Hands the library's pages to MkDocs; all work is done in the package `whatmatters`.

The event order under static-i18n, and why the priorities are what they are, stands in
docs/decisions/0001-virtual-pages.md.
"""

from __future__ import annotations

import logging
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from whatmatters.build import SiteBuild, start_build, take_over
from whatmatters.files.memo import seldom_look_for_garbage
from whatmatters.languages_beside import LanguagesBeside, leave_copied
from whatmatters.library.progress import Lines
from whatmatters.messages.problem import LibraryError
from whatmatters.serving import LiveSite, Sources, SourceState, asked_for, state_of
from whatmatters.site.assets import is_themes
from whatmatters.site.fragments import ids_in, put_in_place
from whatmatters.site.render import THEMES_COMPILED, read_templates

log = logging.getLogger("mkdocs.hooks.whatmatters")
_build: SiteBuild | None = None
#: `build` or `serve`; empty where single pages are made.
_command = ""
#: What stands in a page that Markdown is reading, and need not be read.
_aside: dict[str, list[str]] = {}
#: The other languages, while a second process makes them.
_beside: LanguagesBeside | None = None
#: While serving: the sources as they were before they were first read, and what is served.
_since: SourceState | None = None
_live: LiveSite | None = None
#: Made pages, of all languages, up to which the languages are made side by side: those of some 1,100 stories. Each of
#: the two processes has a library of its own after a while, and two larger ones would take more memory than we allow.
MOST_BESIDE = 5_000


def on_startup(command: str, dirty: bool) -> None:
    """Know whether somebody is writing and wants to see the page at once."""
    global _command
    _command = command
    seldom_look_for_garbage()


def _current() -> SiteBuild:
    assert _build is not None, "MkDocs calls on_pre_build first"
    return _build


def _i18n(config: MkDocsConfig):  # static-i18n has no types
    return config.plugins["i18n"]


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check once a build; static-i18n comes by again for each further language."""
    global _build, _since
    if _i18n(config).building:
        return
    root = Path(config.config_file_path).parent
    try:
        if ready := take_over():
            _build = ready
        elif _command == "serve":
            _since = state_of(_sources(config).places)
            audience, roots = asked_for(root)
            # The site's address is this machine's: it must not get onto a card.
            _build = start_build(root, None, Lines(log.info), audience=audience, roots=roots, edits_follow=True)
        else:
            _build = start_build(root, config.site_url or None, Lines(log.info))
    except LibraryError as error:
        raise PluginError(f"the library cannot be published as it stands:\n{error}") from error


def _sources(config: MkDocsConfig) -> Sources:
    """What makes the site another when it changes."""
    file = Path(config.config_file_path)
    roots = asked_for(file.parent)[1]
    places = (Path(config.docs_dir), file, *map(Path, config.watch), *(root.folder for root in roots))
    return Sources(file, places, lambda: asked_for(file.parent), config.site_url)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    """From now on pages are made when they are asked for. A change in a further story root is a change of the site."""
    global _live
    sources = _sources(config)
    for place in sources.places:
        server.watch(str(place))
    assert _since is not None, "the first build has read the sources"
    _live = LiveSite(sources, Path(server.root), _current(), _since)
    _live.attach(server)


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the made pages as files that need not exist, before static-i18n sorts them by language."""
    for source in _current().pages:
        files.append(File(source, config.docs_dir, config.site_dir, config.use_directory_urls))
    for file in [file for file in files if is_themes(file)]:
        files.remove(file)
    return files


class MadePage(Page):
    """A page that neither Markdown nor YAML sees: what there is to say of it comes from the library."""

    def read_source(self, config: MkDocsConfig) -> None:
        """What would stand in its front matter; while somebody writes, a file of its name may have come instead."""
        if made := _current().pages.get(self.file.src_uri):
            self.markdown, self.meta = "", made.meta
        else:
            super().read_source(config)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing: the inside comes in `on_page_context`."""
        if self.file.src_uri in _current().pages:
            self.content, self.toc, self.present_anchor_ids = "", TableOfContents([]), set()
        else:
            super().render(config, files)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """All files of a language are known: from here on the other languages can be made beside it."""
    global _beside
    in_menu = {page.file.src_uri for page in nav.pages}
    for source in _current().pages:
        file = files.src_uris.get(source)
        # MkDocs has given a page of its own to every file; those that stand in the menu are joined to each other.
        if file is not None and source not in in_menu and not isinstance(file.page, MadePage):
            MadePage(None, file, config)
    leave_copied(files)
    if _command == "build" and not _i18n(config).building:
        _current().get_ready_to_part(Path(config.site_dir))
        _read_templates(config)
        if len(_current().pages) > MOST_BESIDE:
            return nav
        hidden = {source for source, page in _current().pages.items() if page.hidden}
        _beside = LanguagesBeside.start(config, files, hidden, lambda: _current().read)
    return nav


def _read_templates(config: MkDocsConfig) -> None:
    """The theme's templates as code, before a second process begins: each language has an environment of its own."""
    env = config.theme.get_env()
    _i18n(config).on_env(env, config=config, files=None)
    _as_ours(env)
    own = Path(config.theme.custom_dir or "")
    read_templates(env, ["base.html", *(path.relative_to(own).as_posix() for path in own.rglob("*.html"))])


def _as_ours(env: Environment) -> None:
    """Lines that hold nothing but a statement leave none behind; what was turned into code once is not again."""
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = THEMES_COMPILED


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The front matter of a made page that stands in the menu."""
    made = _current().pages.get(page.file.src_uri)
    return made.front_matter() if made else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """What hand-written pages leave to the build."""
    text, _aside[page.file.src_uri] = _current().fill_aside(markdown, page.file.src_uri, page.meta)
    return text


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """What Markdown need not read, in its place."""
    pieces = _aside.pop(page.file.src_uri, [])
    page.present_anchor_ids = (page.present_anchor_ids or set()) | ids_in(pieces)
    return put_in_place(html, pieces)


def on_env(env, config: MkDocsConfig, files: Files):
    """The functions that every template may call."""
    _as_ours(env)
    env.globals.update(_current().template_globals(_i18n(config).current_language))
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The inside of a made page, which Markdown never sees, and which is there only while the page is written."""
    if made := _current().pages.get(page.file.src_uri):
        page.content = made.content()
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Links that work from a folder on disk; the page's text for search."""
    content, page.content = page.content or "", None
    return _current().finish_page(output, page.url, str(page.title), content, page.meta)


def _when_a_language_stands(config: MkDocsConfig) -> None:
    """Search and data of the language; then the others, if they are made beside it."""
    i18n = _i18n(config)
    _current().finish_language(i18n.current_language, Path(config.site_dir), thorough=_command != "serve")
    if _beside is not None and not i18n.building:
        _current().read.update(_beside.result())


@event_priority(-200)
def _when_all_stand(config: MkDocsConfig) -> None:
    """Packs, and the last checks."""
    if _i18n(config).building:
        return
    _end_beside()
    for warning in _current().finish_site(Path(config.site_dir), thorough=_command != "serve"):
        log.warning(warning)


# static-i18n builds the other languages between the two.
on_post_build = CombinedEvent(_when_a_language_stands, _when_all_stand)


def _end_beside() -> None:
    global _beside
    if _beside is not None:
        _beside.close()
        _beside = None


def on_shutdown() -> None:
    """Nothing goes on in the background, and nothing of it is left, however a build or a server ends."""
    _end_beside()
    if _live is not None:
        _live.close()
