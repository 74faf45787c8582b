"""Any copy is held against its own manifest: what is damaged, missing, foreign or called otherwise is told, and no more."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from whatmatters.manifest.found import found_in
from whatmatters.manifest.holding import hold
from whatmatters.manifest.model import NAME, as_bytes, digest_of_path
from whatmatters.manifest.reading import manifest_name, read_manifest
from whatmatters.manifest.writing import prove, write_manifest
from whatmatters.messages.problem import LibraryError

from .conftest import FILES, LIBRARY, STONE, lay_site

CARDS = "packs/worth-it/worth-it-cards-en.pdf"


def told(copy: Path, at_home: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Path and code of everything that is said of a copy."""
    own = manifest_name(copy)
    assert own
    manifest, _ = read_manifest(copy / own)
    return [(p.path, p.code) for p in hold(manifest, found_in(copy), own, at_home).problems]


def test_a_whole_copy_has_nothing_to_tell(copy):
    assert told(copy) == []
    prove(copy)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("change", [b"", b"x", b"turned"])
def test_every_file_counts(copy, name, change):
    """Emptied, cut short, or of the same size with another letter in it: packed files, search and notices too."""
    data = FILES[name]
    (copy / name).write_bytes(bytes([data[0] ^ 1]) + data[1:] if change == b"turned" else change)
    assert told(copy) == [(name, "R22")]


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_missed(copy, name):
    """A page that no list may name is missed without naming it."""
    (copy / name).unlink()
    assert told(copy) == [(NAME if name == STONE else name, "R23")]


def test_what_the_build_did_not_make_is_foreign(copy):
    (copy / "packs/old.pdf").write_bytes(b"%PDF")
    (copy / "web.config").write_text("<x/>")
    assert told(copy) == [("packs/old.pdf", "R24"), ("web.config", "R24")]


def test_what_a_computer_leaves_is_no_problem(copy):
    """On every memory stick."""
    for name in (".DS_Store", "packs/Thumbs.db", "._index.html", "System Volume Information/IndexerVolumeGuid"):
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_bytes(b"x")
    assert {code for _, code in told(copy)} == {"R27"}
    prove(copy)


def test_names_in_another_case(copy, tmp_path):
    """As an old stick has them, the manifest's own too: the same files, whose links fail where case counts."""
    upper = tmp_path / "upper"
    for path in (p for p in copy.rglob("*") if p.is_file()):
        target = upper / path.relative_to(copy).as_posix().upper()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    listed = sorted(set(FILES) - {STONE})
    assert manifest_name(upper) == NAME.upper()
    assert sorted(told(upper)) == sorted((name.upper(), "R25") for name in listed)
    # Where the system finds them all the same nothing is wrong.
    assert told(upper, tuple(listed)) == []
    (upper / CARDS.upper()).write_bytes(b"other")
    assert told(upper, tuple(listed)) == [(CARDS.upper(), "R22")]


def test_a_second_file_in_another_case_is_foreign(copy):
    if (copy / "INDEX.HTML").exists():
        pytest.skip("this system does not tell them apart")
    (copy / "INDEX.HTML").write_bytes(FILES["index.html"])
    assert told(copy) == [("INDEX.HTML", "R24")]


def test_links_are_not_followed(copy, tmp_path):
    """Neither to a file nor to a folder, nor in a circle; what stands behind one is told of once."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "en").mkdir()
    (copy / "index.html").unlink()
    (secret / "whole.html").write_bytes(FILES["index.html"])
    os.symlink(secret / "whole.html", copy / "index.html")
    for path in sorted((copy / "search").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (copy / "search").rmdir()
    os.symlink(secret, copy / "search")
    os.symlink(copy, copy / "round")
    assert told(copy) == [("index.html", "R26"), ("round", "R26"), ("search", "R26")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of Unix")
def test_nothing_is_waited_for(copy):
    """What is no file is not opened: a pipe would never end."""
    (copy / "index.html").unlink()
    os.mkfifo(copy / "index.html")
    assert told(copy) == [("index.html", "R26")]


def test_the_same_bytes_twice(tmp_path):
    """Whatever the order in which files were written."""
    one, two = lay_site(tmp_path / "one"), tmp_path / "two"
    for name in reversed(FILES):
        (two / name).parent.mkdir(parents=True, exist_ok=True)
        (two / name).write_bytes(FILES[name])
    lay_site(two)
    assert (one / NAME).read_bytes() == (two / NAME).read_bytes()
    again, _ = read_manifest(one / NAME)
    assert as_bytes(LIBRARY, "public", reversed(again.files)) == (one / NAME).read_bytes()


def test_what_a_manifest_says(copy):
    """Library, audience, pages, pack and stories; and of a withdrawn story neither the id nor the address."""
    said = json.loads((copy / NAME).read_bytes())
    assert (said["format"], said["library"], said["audience"]) == (1, LIBRARY, "public")
    cards = next(file for file in said["files"] if file.get("path") == CARDS)
    assert (cards["bytes"], cards["pages"], cards["pack"], cards["stories"]) == (14, 4, "worth-it", ["the-blue-cup"])
    assert "gone-for-good" not in (copy / NAME).read_text()
    assert [file["unlisted"] for file in said["files"] if "path" not in file] == [digest_of_path(STONE)]


def test_no_build_publishes_an_empty_file(copy):
    """Though its manifest was written after it, and says that it is empty."""
    (copy / "cy/index.html").write_bytes(b"")
    write_manifest(copy, LIBRARY, "public", {})
    with pytest.raises(LibraryError, match=r"cy/index\.html:1: R22 this file is empty"):
        prove(copy)
