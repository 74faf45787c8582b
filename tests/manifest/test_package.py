"""A site in one file: whole, the same each time, and with what a server needs."""

from __future__ import annotations

import gzip
import os
import zipfile
from pathlib import Path

import pytest

from tests.manifest.conftest import FILES, LIBRARY, STONE, lay_site
from whatmatters.manifest.found import found_in
from whatmatters.manifest.holding import hold
from whatmatters.manifest.model import NAME
from whatmatters.manifest.package import LEAST, SITE, package
from whatmatters.manifest.reading import read_manifest
from whatmatters.manifest.writing import write_manifest
from whatmatters.messages.problem import LibraryError

LONG = b"body { color: teal }\n" * 200


def unpacked(zipped: Path, folder: Path) -> Path:
    with zipfile.ZipFile(zipped) as made:
        made.extractall(folder)
    return folder / SITE


def told(site: Path) -> list[tuple[str, str]]:
    manifest, _ = read_manifest(site / NAME)
    return [(p.path, p.code) for p in hold(manifest, found_in(site), NAME).problems]


@pytest.mark.parametrize("use", ["drive", "server"])
def test_what_is_unpacked_is_whole(copy, tmp_path, use):
    """By its own manifest, withdrawn stories' pages included, which no list names."""
    (copy / "long.css").write_bytes(LONG)
    write_manifest(copy, LIBRARY, "public", {}, {STONE})
    package(copy, tmp_path / "x.zip", use, {"READ-ME.txt": b"Unpack"}, {"web.config": b"<x/>"})
    site = unpacked(tmp_path / "x.zip", tmp_path / "there")
    assert told(site) == []
    assert (site.parent / "READ-ME.txt").read_bytes() == b"Unpack"
    more = {"web.config", "long.css.gz"} if use == "server" else set()
    assert set(found_in(site).files) == {*FILES, "long.css", NAME} | more
    if use == "server":
        assert gzip.decompress((site / "long.css.gz").read_bytes()) == LONG
        (site / "long.css.gz").write_bytes(gzip.compress(b"other"))
        assert told(site) == [("long.css.gz", "R22")]


def test_a_site_that_is_damaged_is_not_packed(copy, tmp_path):
    """Nor does half a zip file stay behind, and one that was there is kept."""
    (tmp_path / "x.zip").write_bytes(b"before")
    (copy / "index.html").write_bytes(b"")
    with pytest.raises(LibraryError):
        package(copy, tmp_path / "x.zip", "drive", {}, {})
    assert (tmp_path / "x.zip").read_bytes() == b"before"
    assert not list(tmp_path.glob(".*"))


def test_the_same_site_gives_the_same_bytes_and_another_version_other_times(copy, tmp_path):
    """A server and a program that copies know a new file by size and time: no two versions may share both."""
    assert len(LONG) > LEAST
    os.utime(copy / NAME, (1_790_000_000, 1_790_000_000))
    os.utime(copy / "index.html")
    for name in ("a.zip", "b.zip"):
        package(copy, tmp_path / name, "server", {}, {})
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    later = lay_site(tmp_path / "later")
    os.utime(later / NAME, (1_790_000_100, 1_790_000_100))
    package(later, tmp_path / "c.zip", "server", {}, {})
    times = []
    for name in ("a.zip", "c.zip"):
        with zipfile.ZipFile(tmp_path / name) as made:
            times.append({entry.date_time for entry in made.infolist()})
    assert len(times[0]) == len(times[1]) == 1
    assert times[0] != times[1]
