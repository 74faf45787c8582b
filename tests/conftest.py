"""Projects for tests: the real pages and data with the miniature library of `tests/mini`."""

from __future__ import annotations

import atexit
import fcntl
import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from whatmatters.check import check_project
from whatmatters.check.level import write_record
from whatmatters.library.library import Library
from whatmatters.messages.problem import Problem
from whatmatters.reading.library_files import read_library

from .miniature import cut_docs
from .properties import choose_profile
from .trees import Tree

pytest_plugins = ["tests.browser_fixtures"]

choose_profile()

# Whole libraries stay in memory from test to test: looking through them for what is no longer used as often as Python does
# for a small program took a tenth of the time of the tests that read much.
gc.set_threshold(50_000, 20, 20)

#: Which fixtures make a test one of a kind that `-m` chooses by; those of one file may be marked by hand as well.
KINDS = {
    "browser": {"chromium"},
    "build": {"site", "library_site"},
    "library": {"real", "library_site"},
    "typeset": {"made", "cache", "packs"},
}
#: Files and folders whose tests take longer than a test should while somebody works: they start processes, check a
#: project over and over, or go through every word of the library.
LONG = (
    "check/test_any_bytes.py", "check/test_own_words.py", "cli/", "consent/test_left.py", "consent/test_withdrawing.py",
    "law/test_files.py", "review/test_command.py", "review/test_segments.py", "review/test_document.py", "search/test_lemmas.py",
    "site/test_serving.py", "welsh/",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks each test by the large things that it asks for, and by the file that it stands in."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).as_posix().startswith(LONG):
            item.add_marker("long")
        for kind, fixtures in KINDS.items():
            if not fixtures.isdisjoint(getattr(item, "fixturenames", ())):
                item.add_marker(kind)


REPOSITORY = Path(__file__).parent.parent
#: The day on which the sources of the tests are neither new nor overdue.
TODAY = date(2026, 11, 30)


@cache
def _miniature() -> Path:
    """The miniature project, made once a process; nothing may be changed in it."""
    folder = TemporaryDirectory(prefix="whatmatters-mini-")
    atexit.register(folder.cleanup)
    root = Path(folder.name) / "project"
    cut_docs(REPOSITORY / "docs", root / "docs")
    _lay_rest(root, REPOSITORY / "tests" / "mini" / "stories")
    # Of the pages it is known that their languages are level, of the miniature stories nothing.
    write_record(root, read_library(root).written)
    return root


def _lay_rest(root: Path, stories: Path) -> None:
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    (root / "scripts").mkdir()
    shutil.copy(REPOSITORY / "scripts" / "mkdocs_hooks.py", root / "scripts")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    shutil.copytree(stories, root / "stories")
    # What readers have checked of this project's own stories is no record of others.
    (root / "docs" / "data" / "checks.yml").unlink(missing_ok=True)
    shutil.copy(REPOSITORY / "stories" / "tags.yml", root / "stories")


@cache
def _miniature_tree() -> Tree:
    """Its files, which are written anew for each test that wants to change them."""
    return Tree(_miniature())


def lay_out(target: Path) -> Path:
    """A whole small project in `target`: the miniature library."""
    return _miniature_tree().lay(target)


@cache
def mini_library() -> Library:
    """The miniature library, read once a process; whoever changes its files lays out a project of their own."""
    return read_library(_miniature())


@pytest.fixture(scope="session")
def real() -> Library:
    """The real library, for whoever asks for it as a fixture: the test is then one of the real library."""
    return real_library()


@cache
def real_library() -> Library:
    """The library of this repository, read once a process, for what is promised of real stories, pages and law."""
    return read_library(REPOSITORY)


def lay_out_library(target: Path) -> Path:
    """The real library in `target`: everything of this repository that a site is made from."""
    shutil.copytree(REPOSITORY / "docs", target / "docs")
    _lay_rest(target, REPOSITORY / "stories")
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, to be broken at will."""
    return lay_out(tmp_path / "project")


@pytest.fixture
def errors(project: Path) -> Callable[[], list[Problem]]:
    """What a check of the project finds wrong, without advice."""
    return lambda: list(check_project(project, TODAY).errors)


@contextmanager
def one_worker(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder that all workers of a run share, while no other of them is in here: what the first makes, the next find."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def built_once(factory: pytest.TempPathFactory, name: str, lay: Callable[[Path], Path], *, packs: bool) -> Path:
    """The site of a project that is laid out and built by the first worker that asks for it, for all workers of a run."""
    from whatmatters.cli.site import build_site

    with one_worker(factory, name) as folder:
        project = folder / "project"
        if not (project / "site").exists():
            shutil.rmtree(project, ignore_errors=True)
            assert build_site(lay(project), "site", as_json=False, packs=packs) == 0
    return project / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature library, built once for all as a whole site with its packs. Nothing may be changed in it."""
    return built_once(tmp_path_factory, "mini", lay_out, packs=True)


@pytest.fixture(scope="session")
def library_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the real library, without packs, built once for all. Nothing may be changed in it."""
    return built_once(tmp_path_factory, "library", lay_out_library, packs=False)


@pytest.fixture
def warm_project(project: Path, site: Path) -> Path:
    """A project of one's own whose packs are in its cache already, as after a first build."""
    shutil.copytree(site.parent / ".cache", project / ".cache")
    return project
