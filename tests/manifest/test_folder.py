"""`whatmatters folder`: one zip file of the built site, for a drive or for a server."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.command import called as whatmatters
from tests.manifest.conftest import lay_site
from tests.server_headers import DEPLOY

pytestmark = pytest.mark.long


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder that the command takes for a project, with a built site of a few files."""
    project = tmp_path / "project"
    for name in ("docs/data", "stories"):
        (project / name).mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (project / "stories/tags.yml").write_text("", encoding="utf-8")
    shutil.copytree(DEPLOY, project / "deploy")
    lay_site(project / "site", "team")
    return project


def names(zipped: Path) -> set[str]:
    with zipfile.ZipFile(zipped) as made:
        return set(made.namelist())


def test_for_a_drive_and_for_a_server(built):
    """What people should read lies beside the site; a server has its configurations, and IIS its own in the site."""
    done = whatmatters(built, "folder")
    assert done.returncode == 0, done.stderr
    assert "not for the public" in done.stderr
    inside = names(built / "dist/what-matters-team-drive.zip")
    assert {"READ-ME.txt", "DARLLENWCH-FI.txt", "what-matters/index.html", "what-matters/manifest.json"} <= inside
    assert not any("deploy" in name or name.endswith("web.config") for name in inside)
    assert whatmatters(built, "folder", "--for", "server", "--lang", "cy").returncode == 0
    inside = names(built / "dist/what-matters-team-server.zip")
    assert {"deploy/nginx/headers.conf", "deploy/Containerfile", "what-matters/web.config"} <= inside


def test_what_cannot_be_packed_is_said(built):
    """An unknown use (exit code 2), a site that is damaged or not there (1); nothing is written, nothing is traced back."""
    (built / "site/index.html").write_bytes(b"x")
    for words, code, said in ((("--for", "stick"), 2, "drive, server"), ((), 1, "R22"), (("--site", "nowhere"), 1, "make site")):
        done = whatmatters(built, "folder", *words)
        assert done.returncode == code
        assert said in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert not (built / "dist").exists() or not names_in(built / "dist")


def names_in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())
