"""The served site: what is true of it at any moment, and what a change of the sources does to it.

The served folder is that of the last whole build. As long as the sources are those of that build, it is served as it
is. Once they have changed, they are read and checked again, and every page is made from them when it is next asked
for; packs, search and the data of scripts stay as they were until a whole build in the background has ended and takes
the folder's place. When a story has gone, all that may hold words of it is taken away at once.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from ..build import SiteBuild, edited_build, folders_gone
from ..language.bilingual import LANGUAGES
from ..language.table import language_at
from ..library.due import PATH as DUE_FOLDER
from ..library.due import calendar_name
from ..library.story import Audience
from ..library.story_root import StoryRoot
from ..messages.problem import LibraryError, Problem
from .answering import answering
from .bar import bar, page_of_trouble
from .pages import Pages
from .source_state import SourceState, state_of
from .whole_build import WholeBuild

log = logging.getLogger("mkdocs.whatmatters")

#: How long the sources must have been left alone before a whole build is worth its while (s).
QUIET = 1.5
#: How often it is looked whether a build in the background has ended (s).
PATIENCE = 0.2
#: How often sources that change while they are read are read again before what was read is shown.
AGAIN = 5
#: How long what was seen of the sources holds for pictures, styles and scripts: a page asks for twenty at once (s).
MOMENT = 0.2
#: What a whole build puts beside the pages that may hold words of stories.
BESIDE = (
    *("search", "assets/data", "sitemap.xml", "sitemap.xml.gz"),
    *(f"{DUE_FOLDER}{calendar_name(lang)}" for lang in LANGUAGES),
)


@dataclass(frozen=True)
class Sources:
    """Where the sources are, and whom the site is made for."""

    config_file: Path
    places: tuple[Path, ...]
    """Folders and files whose changes count."""
    asked: Callable[[], tuple[Audience, tuple[StoryRoot, ...]]]
    """Audience and further story roots. Raises PluginError or LibraryError."""
    site_url: str | None

    @property
    def project(self) -> Path:
        """The project's folder."""
        return self.config_file.parent


@dataclass(frozen=True)
class Wrong:
    """What keeps the last changes from being shown."""

    problems: tuple[Problem, ...] = ()
    """In the sources."""
    trouble: str = ""
    """Anything else, in words of the program that met it."""

    def __bool__(self) -> bool:
        return bool(self.problems or self.trouble)

    def __str__(self) -> str:
        return "\n".join((*map(str, self.problems), *((self.trouble,) if self.trouble else ())))


class LiveSite:
    """The site while it is served."""

    def __init__(self, sources: Sources, site: Path, build: SiteBuild, since: SourceState) -> None:
        """`site` holds the whole of `build`, which was made from the sources as they were at `since` or later.

        Raises ConfigurationError.
        """
        self._sources, self._site, self._build, self._state = sources, site, build, since
        self._pages = Pages(sources.config_file, sources.site_url)
        self._pages.take(build)
        self._lock = threading.RLock()
        self._looked = 0.0
        self._made: set[str] | None = None
        """The pages that were made since the sources last changed; None while the whole folder is as they say."""
        self._wrong, self._wrong_beside = Wrong(), Wrong()
        self._beside = self._pages.beside
        self._to_copy: set[str] = set()
        self._reload = False
        """Should browsers show their pages anew when the background is through?"""
        self._stale, self._closed = threading.Event(), threading.Event()
        self._kept: list[WholeBuild] = []
        self._bell = Path(tempfile.mkdtemp(prefix="whatmatters_"))
        self._server: LiveReloadServer | None = None
        self._background = threading.Thread(target=self._follow, daemon=True)

    def attach(self, server: LiveReloadServer) -> None:
        """Answer for MkDocs' server from now on."""
        self._server = server
        server.builder = self.rebuild
        server.error_handler = self._page_of_errors
        inner = server.get_app()
        assert inner is not None, "MkDocs' server is made with an application"
        server.set_app(answering(inner, self.bring, server.mount_path))
        server.watch(str(self._bell))
        # However it is ended, it goes as it does on Ctrl+C: nothing is left behind.
        for ending in {"SIGTERM", "SIGHUP"} & set(dir(signal)):
            signal.signal(getattr(signal, ending), signal.default_int_handler)
        self._background.start()

    def close(self) -> None:
        """Stop what goes on in the background, and remove what was made for serving."""
        self._closed.set()
        self._stale.set()
        if self._background.is_alive():
            self._background.join()
        for whole in self._kept:
            whole.remove()
        self._pages.close()
        shutil.rmtree(self._bell, ignore_errors=True)

    def rebuild(self) -> None:
        """What the server calls when a watched file has changed; whatever happens, browsers then look again."""
        try:
            with self._lock:
                self._look()
        except Exception:  # The server would let no request through from then on.
            log.exception("The sources could not be looked at")

    def bring(self, place: str) -> bytes | None:
        """See that what is served at `place` is what the sources say now: `cy/stories/index.html`, say.

        What comes back belongs at the end of a page: a bar that tells what is wrong with the sources.
        """
        with self._lock:
            is_page = place.endswith(".html")
            if is_page or time.monotonic() - self._looked > MOMENT:
                self._look()
            if not is_page:
                return None
            lang = language_at(place)
            words = self._build.library.interface
            if why := self._bring_page(place):
                page_of_trouble(self._site / place, lang, words, why)
            if not (wrong := self._wrong or self._wrong_beside):
                return None
            return bar(words, lang, wrong.problems, wrong.trouble, shown=not self._wrong)

    def _bring_page(self, place: str) -> str | None:
        """Make the page or take it away; why it cannot be made."""
        if self._made is None or place in self._made:
            return None
        if not self._pages.knows(place):
            if place.endswith("index.html"):  # The page of missing addresses is none of ours.
                (self._site / place).unlink(missing_ok=True)
            return None
        try:
            made = self._pages.make(place)
            (self._site / place).parent.mkdir(parents=True, exist_ok=True)
            os.replace(made, self._site / place)
        except Exception as error:  # A template may hold anything; the next change may mend it.
            log.exception("The page %s cannot be made", place)
            return str(error) or type(error).__name__
        self._made.add(place)
        return None

    def _look(self) -> None:
        for _ in range(AGAIN):
            before, now = self._state, state_of(self._sources.places)
            changed, self._state = before.changed(now), now
            if changed is None:
                break
            try:
                self._read(changed)
            except BaseException:
                self._state = before  # Nothing of it may be taken for seen.
                raise
            self._stale.set()
        self._looked = time.monotonic()

    def _read(self, changed: Collection[str]) -> None:
        started = time.monotonic()
        build, wrong = self._edited()
        if not wrong:
            try:
                self._take(build, anew=str(self._sources.config_file) in changed)
                build.write_assets(self._site)
            except Exception as error:  # An override or the configuration may hold anything.
                log.debug("The pages cannot be made", exc_info=True)
                build, wrong = self._build.without(folders_gone(self._build.library), date.today()), _trouble(error)
        gone = set(self._build.library.stories) - set(build.library.stories)
        if wrong and gone:
            self._pages.narrow(build)
        if gone:
            self._take_away()
        if not wrong or gone:
            self._build, self._made = build, set()
        self._copy(changed, everything=not wrong)
        if wrong and str(wrong) != str(self._wrong):
            log.error("What was changed is not shown yet:\n%s", wrong)
        self._wrong, self._wrong_beside = wrong, Wrong()
        if any(path.endswith(".py") for path in changed):
            log.warning("The program itself has changed: start `make serve` anew to see what it does now.")
        log.info("Read again in %.2f seconds", time.monotonic() - started)

    def _edited(self) -> tuple[SiteBuild, Wrong]:
        """The build of the sources as they are now; where something is wrong, the last one without what has gone."""
        try:
            audience, roots = self._sources.asked()
            build, errors = edited_build(self._build, self._sources.project, audience=audience, roots=roots)
            return build, Wrong(errors)
        except LibraryError as error:
            wrong = Wrong(tuple(error.problems))
        except PluginError as error:
            wrong = _trouble(error)
        except Exception as error:  # Whatever it is, the last good site stays, and the next change may mend it.
            log.exception("The sources cannot be read")
            wrong = _trouble(error)
        return self._build.without(folders_gone(self._build.library), date.today()), wrong

    def _take(self, build: SiteBuild, *, anew: bool) -> None:
        """From now on pages are those of `build`; `anew` says that the configuration has changed."""
        if not anew:
            self._pages.take(build)
            return
        pages = Pages(self._sources.config_file, self._sources.site_url)
        try:
            pages.take(build)
        except Exception:
            pages.close()
            self._pages.speak()
            raise
        self._pages.close()
        self._pages = pages

    def _copy(self, changed: Collection[str], *, everything: bool) -> None:
        """Bring pictures, styles and scripts up to date; those that are not known yet wait until the sources are."""
        self._to_copy |= set(changed)
        beside = self._pages.beside
        places = {**self._beside, **beside}  # With those that have gone.
        self._beside = beside
        for path in sorted(self._to_copy):
            if path in places:
                target = self._site / places[path]
                target.parent.mkdir(parents=True, exist_ok=True)
                try:
                    shutil.copy(path, target)
                except FileNotFoundError:
                    target.unlink(missing_ok=True)
                self._reload = True
                self._to_copy.discard(path)
        if everything:
            self._to_copy.clear()

    def _take_away(self) -> None:
        """What may hold words of a story that has gone; the next whole build brings it back without them."""
        for name in BESIDE:
            path = self._site / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        for path in (self._site / "packs").rglob("*"):
            if path.is_file() and path.suffix != ".html":
                path.unlink()
        self._reload = True

    def _page_of_errors(self, code: int) -> bytes | None:
        page = self._site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def _follow(self) -> None:
        """In a thread of its own: bring everything that stands beside the pages up to date after each change."""
        while True:
            self._stale.wait()
            self._stale.clear()
            while not self._closed.is_set() and self._stale.wait(QUIET):
                self._stale.clear()
            if self._closed.is_set():
                return
            if self._wrong:
                continue  # It would meet the same.
            try:
                self._build_whole()
            except OSError as error:  # A full disk, most likely; the next change tries again.
                log.error("Packs and search could not be brought up to date: %s", error)

    def _build_whole(self) -> None:
        """Build everything, unless the sources change meanwhile."""
        whole = WholeBuild(self._sources.config_file, self._sources.site_url)
        while whole.running and not self._stale.wait(PATIENCE):
            pass
        if self._stale.is_set() or not self._take_over(whole):
            whole.remove()

    def _take_over(self, whole: WholeBuild) -> bool:
        """Serve what a build in the background has made, if the sources are still those that it was made from."""
        outcome = whole.outcome()
        with self._lock:
            self._look()
            if self._stale.is_set():
                return False
            if outcome.said:
                log.warning(outcome.said)
            if not outcome.well:
                self._wrong_beside = Wrong(outcome.problems, "" if outcome.problems else outcome.said)
                log.error("Packs and search are not up to date:\n%s", self._wrong_beside)
                return False
            self._build = self._build.offering(outcome.packs, outcome.pictures, date.today())
            self._site, self._made = whole.site, None
            assert self._server is not None, "the background starts when a server is there"
            self._server.root = str(whole.site)
            # Somebody may still be reading from the folder before.
            for old in self._kept[:-1]:
                old.remove()
            self._kept = [*self._kept[-1:], whole]
        log.info("Packs and search are up to date")
        if self._reload:
            self._reload = False
            (self._bell / "rung").write_text(str(time.time_ns()), encoding="utf-8")
        return True


def _trouble(error: Exception) -> Wrong:
    return Wrong(trouble=str(error) or type(error).__name__)
