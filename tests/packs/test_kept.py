"""A cache is never believed: what is not as it was written is made again, and a build never takes half a file."""

from __future__ import annotations

import errno
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from whatmatters.packs import build as build_module
from whatmatters.packs import build_packs
from whatmatters.packs import cache as cache_module
from whatmatters.packs.cache import Record, read_json, write_json

HALF = 10


@pytest.fixture
def made(monkeypatch):
    """The names of the files that are made; plain bytes stand for them, because setting them takes long."""
    names: list[str] = []

    class Maker:
        def __init__(self, *_: object) -> None:
            pass

        def __call__(self, job) -> bytes:
            names.append(job.name)
            return f"the whole of {job.name}".encode() * 100

        def save(self) -> None:
            pass

    monkeypatch.setattr(build_module, "Maker", Maker)
    monkeypatch.setattr(build_module, "count_pages", lambda form, data: 3)
    return names


def told(files) -> list[tuple[str, int | None, int, bytes]]:
    """All that a build says of its files, and what they hold."""
    return [(f.name, f.pages, f.bytes, f.path.read_bytes()) for f in files]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-HALF])


def turn(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = (cut, turn, empty, Path.unlink)


@pytest.mark.parametrize("form", ["cards", "handout", "slides", "zip"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_that_is_not_as_it_was_written_is_made_again(library, tmp_path, made, damage, form):
    """It alone, and the same as before: a Word file with nothing in it is never published."""
    first = build_packs(library, tmp_path)
    before = told(first)
    made.clear()
    hurt = next(f for f in first if f.form == form)
    damage(hurt.path)
    again = build_packs(library, tmp_path)
    assert told(again) == before
    # A zip is put together from files that are made already.
    assert made == ([hurt.name] if form != "zip" else [])
    assert [f.sha256 for f in again] == [hashlib.sha256(f.path.read_bytes()).hexdigest() for f in first]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_record_costs_time_and_nothing_else(library, tmp_path, made, damage):
    before = told(build_packs(library, tmp_path))
    damage(tmp_path / "kept.json")
    made.clear()
    assert told(build_packs(library, tmp_path)) == before
    assert made
    made.clear()
    build_packs(library, tmp_path)
    assert made == []


def test_a_record_of_other_code_is_not_believed(tmp_path, monkeypatch):
    """Of a later version or an earlier one: nobody knows what it means by what it says."""
    write_json(tmp_path / "x.json", {"a": 1})
    assert read_json(tmp_path / "x.json") == {"a": 1}
    monkeypatch.setattr(cache_module, "code_digest", lambda: "another")
    assert read_json(tmp_path / "x.json") is None


def test_every_letter_of_a_record_counts(tmp_path):
    """Any byte turned anywhere makes it none: a page too many would stand on a page of the site."""
    path = tmp_path / "x.json"
    write_json(path, {"a": [1, "é"]})
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert read_json(path) is None, at
        path.write_bytes(whole[:at])
        assert read_json(path) is None, at


def test_a_disk_that_fills_leaves_nothing_half(library, tmp_path, made, monkeypatch):
    """The error comes through, no half file stays, and what was made before it is not made again."""
    whole, written = Path.write_bytes, []

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) == 5:
            whole(path, data[:HALF])
            raise OSError(errno.ENOSPC, "No space left on device")
        return whole(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        build_packs(library, tmp_path)
    monkeypatch.setattr(Path, "write_bytes", whole)
    assert not list(tmp_path.glob(".making-*"))
    kept = [path for path in tmp_path.iterdir() if path.name != "kept.json"]
    record = Record(tmp_path)
    assert len(kept) > 1
    assert all(record.about(path) for path in kept)
    count = len(made)
    files = build_packs(library, tmp_path)
    assert len(made) - count == sum(file.form != "zip" for file in files) - len(kept)


def test_a_record_that_cannot_be_written_does_no_harm(library, tmp_path, made, monkeypatch):
    """As where the folder has become read-only after the files were written."""
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if target.name == "kept.json":
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    first = told(build_packs(library, tmp_path))
    assert told(build_packs(library, tmp_path)) == first
    assert {path.suffix for path in tmp_path.iterdir()} == {".pdf", ".docx", ".pptx", ".zip"}


def test_two_builds_at_once_share_a_folder(library, tmp_path, made):
    """Whichever is the quicker, both have the same whole files."""
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(lambda _: told(build_packs(library, tmp_path)), range(2))
    assert one == two == told(build_packs(library, tmp_path))


@pytest.mark.parametrize("moment", [0, 4_000_000_000])
def test_no_clock_is_asked(library, tmp_path, made, moment):
    """Times of files, as a clock that was set back or forward leaves them, say nothing."""
    before = told(build_packs(library, tmp_path))
    for path in tmp_path.iterdir():
        os.utime(path, (moment, moment))
    made.clear()
    assert told(build_packs(library, tmp_path)) == before
    assert made == []
