"""Projects for tests: the real pages and data with the miniature library of `tests/mini`."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from whatmatters.check import check_project
from whatmatters.library.problems import Problem

pytest_plugins = ["tests.browser_fixtures"]

REPOSITORY = Path(__file__).parent.parent
#: The day on which the sources of the tests are neither new nor overdue.
TODAY = date(2026, 11, 29)


def lay_out(target: Path, stories: Path = REPOSITORY / "tests" / "mini" / "stories") -> Path:
    """A whole project in `target`: everything of this repository but its stories, which are the miniature ones."""
    for name in ("docs", "overrides"):
        shutil.copytree(REPOSITORY / name, target / name)
    (target / "scripts").mkdir()
    shutil.copy(REPOSITORY / "scripts" / "mkdocs_hooks.py", target / "scripts")
    shutil.copy(REPOSITORY / "mkdocs.yml", target)
    shutil.copytree(stories, target / "stories")
    # What readers have checked of this project's own stories is no record of others.
    (target / "docs" / "data" / "checks.yml").unlink(missing_ok=True)
    shutil.copy(REPOSITORY / "stories" / "tags.yml", target / "stories")
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, to be broken at will."""
    return lay_out(tmp_path / "project")


@pytest.fixture
def errors(project: Path) -> Callable[[], list[Problem]]:
    """What a check of the project finds wrong, without advice."""
    return lambda: list(check_project(project, TODAY).errors)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature library, built once as a whole site with its packs."""
    from whatmatters.cli.site import build_site

    root = lay_out(tmp_path_factory.mktemp("site") / "project")
    assert build_site(root, "site", as_json=False) == 0
    return root / "site"


@pytest.fixture(scope="session")
def library_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the real library, without packs: a dozen seconds, once for all workers of a run."""
    from whatmatters.cli.site import build_site

    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    project = shared / "library"
    with (shared / "library.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not project.exists():
            lay_out(project, REPOSITORY / "stories")
            assert build_site(project, "site", as_json=False, packs=False) == 0
    return project / "site"
