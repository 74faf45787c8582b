"""`make` sets itself up: what an interrupt leaves half-made is made anew by the next run, without anybody's knowing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")

#: Plays Python: makes a folder in which a Python and the command stand, as `venv` does, and is interrupted where that is asked.
PYTHON = """#!/bin/sh
case "$*" in
  *"venv --clear"*)
    for last; do :; done
    rm -rf "$last"; mkdir -p "$last/bin"; cp "$0" "$last/bin/python"; printf '#!/bin/sh\\n' > "$last/bin/whatmatters"
    chmod +x "$last/bin/whatmatters"; did=venv;;
  *" pip install "*requirements.lock*) did=site;;
  *" pip install "*requirements-test.lock*) did=tests;;
  *) did=other;;
esac
echo $did >> done
test "$did" != "$INTERRUPTED" || exit 130
"""


def made(folder: Path, what: str, interrupted: str = "") -> tuple[int, list[str]]:
    """The exit code of `make`, and what was set up."""
    (folder / "done").write_text("")
    env = os.environ | {"INTERRUPTED": interrupted, "MAKEFLAGS": ""}
    done = subprocess.run(["make", f"PYTHON={folder}/python", what], cwd=folder, env=env, capture_output=True, check=False)
    return done.returncode, [word for word in (folder / "done").read_text().split() if word != "other"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The Makefile among the files that it looks at, and no environment."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-test.lock", "requirements-welsh.lock"):
        shutil.copy(REPOSITORY / name, tmp_path)
    (tmp_path / "python").write_text(PYTHON)
    (tmp_path / "python").chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("interrupted", ["venv", "site"])
def test_an_interrupt_of_the_first_set_up(folder, interrupted):
    """Whenever it comes, the next run begins anew; the one after that has nothing to do."""
    assert made(folder, "site", interrupted)[0] != 0
    assert made(folder, "site") == (0, ["venv", "site"])
    assert made(folder, "site") == (0, [])


def test_an_interrupt_while_what_tests_need_is_installed(folder):
    """Neither tests nor a site are begun with half a package; a set-up that was finished is added to."""
    assert made(folder, "lint", "tests")[0] != 0
    assert made(folder, "site") == (0, ["venv", "site"])
    assert made(folder, "test-quick") == (0, ["tests"])
    assert made(folder, "site") == made(folder, "test-quick") == (0, [])


def test_a_newer_lock_file_is_added_to(folder):
    """What stands is kept, unless that was interrupted."""
    assert made(folder, "site") == (0, ["venv", "site"])
    lock = folder / "requirements.lock"
    os.utime(lock, (lock.stat().st_atime, lock.stat().st_mtime + 1e6))
    assert made(folder, "site", "site") == (2, ["site"])
    assert made(folder, "site")[1][:2] == ["venv", "site"]
