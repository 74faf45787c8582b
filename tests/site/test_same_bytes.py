"""The same sources make the same site: wherever, whenever and however often it is built, and after whatever befell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.test_command import whatmatters
from tests.site.test_build import files

from whatmatters.beside import Beside
from whatmatters.cli.site import build_site

pytestmark = pytest.mark.build

#: Far away, on the same day: a build says what day it is.
FAR = "FAR-11" if datetime.now(UTC).hour < 12 else "FAR11"
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": FAR, "LC_ALL": "C", "LANG": "C"}

COMMAND = "from whatmatters.cli import start; start()"
#: The command on a disk on which no file has room for more than so many bytes.
FULL = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)); {COMMAND}"


def build(project: Path, out: str, command: str = COMMAND, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", command, "site", "--no-packs", "--out", out], cwd=project,
                          capture_output=True, text=True, env=os.environ | env, check=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a full disk is played with a limit of Linux")
def test_whatever_befell(project, monkeypatch):
    """First the disk is full, in either process: words, and the last good site. Then it is built far away, side by side,
    with what that left in the cache; then here, one language after the other, with all in the cache: the same bytes."""
    (project / "one").mkdir()
    (project / "one/index.html").write_text("the last good one")
    refused = build(project, "one", FULL)
    assert refused.returncode == 1
    assert "The build failed: File too large" in refused.stderr
    assert "Nothing was built. one/ is as it was." in refused.stdout
    assert "Traceback" not in refused.stdout + refused.stderr
    assert files(project / "one") == {"index.html": b"the last good one"}
    assert not [path for path in project.iterdir() if path.name.startswith(".one")]

    far = build(project, "one", **ELSEWHERE)
    assert far.returncode == 0, far.stderr
    monkeypatch.setattr(Beside, "start", lambda work: None)
    assert build_site(project, "two", as_json=False, packs=False) == 0
    one, two = files(project / "one"), files(project / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    # On one day the dated files are the same as well.
    assert (project / "one/sitemap.xml").read_bytes() == (project / "two/sitemap.xml").read_bytes()


def test_the_same_again(site):
    """Nothing is built, the site stays as it is to the file, and all that there was to say is said again."""
    before = (site / "index.html").stat()
    done = whatmatters(site.parent, "site", "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["unchanged"]
    assert said["pages"]["en"] == said["pages"]["cy"] == len([*site.rglob("index.html")]) / 2
    assert (said["stories"], said["packs"], said["open"]) == (3, 1, str(site / "index.html"))
    after = (site / "index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
