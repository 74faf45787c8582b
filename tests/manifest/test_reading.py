"""A manifest may be anything that somebody left on a stick: it is refused in plain words, never with a traceback."""

from __future__ import annotations

import json
import os

import pytest

from whatmatters.manifest import reading
from whatmatters.manifest.model import NAME, seal_of
from whatmatters.manifest.reading import read_manifest
from whatmatters.messages.problem import LibraryError

FILE = {"path": "index.html", "bytes": 1, "sha256": "0" * 64}
SAID = {"format": 1, "library": {"en": "x"}, "audience": "public", "files": [FILE]}


def sealed(**changes: object) -> bytes:
    """A manifest that says something else, sealed as if it were right."""
    told = {**SAID, **changes}
    return json.dumps({**told, "seal": seal_of(told)}).encode()


def refused(path) -> str:
    with pytest.raises(LibraryError) as error:
        read_manifest(path)
    return str(error.value)


def file(**changes: object) -> bytes:
    return sealed(files=[{**FILE, **changes}])


@pytest.mark.parametrize(("data", "says"), [
    (b"", "R20 the manifest is cut short"),
    (b"null", "R20 the manifest is cut short"),
    (b"[]", "R20 the manifest is cut short"),
    (b"\xff\xfe\x00", "R20 the manifest is cut short"),
    (b"[" * 200_000, "R20 the manifest is cut short"),
    (b'{"format": ' + b"9" * 5000 + b"}", "R20 the manifest is cut short"),
    (b'{"format": "1"}', "R20 the manifest is cut short"),
    (sealed(format=2), "R21 the manifest is of a later version"),
    (b'{"format": 9, "things": "unheard of"}', "R21 the manifest is of a later version"),
    (sealed(format=0), "says something that none can say"),
    (sealed(audience=None), "says something that none can say"),
    (sealed(extra=1), "says something that none can say"),
    (sealed(files={"index.html": 1}), "says something that none can say"),
    (file(bytes=-1), "says something that none can say"),
    (file(sha256="abc"), "says something that none can say"),
    (file(path=None), "says something that none can say"),
    (file(path="\ud800"), "says something that none can say"),
    (file(unlisted="0" * 64), "says something that none can say"),
    *((file(path=path), "no place within its folder") for path in (
        "../secret.txt", "a/../../b", "/etc/passwd", "a//b", "a/", "./a", ".", "..\\x", "C:/x", "C:x", "a\0b", "//host/x",
    )),
    (sealed(files=[FILE, FILE]), "names `index.html` twice"),
])  # fmt: skip
def test_what_cannot_be_relied_on_is_refused(tmp_path, data, says):
    (tmp_path / NAME).write_bytes(data)
    assert says in refused(tmp_path / NAME)


def test_one_that_is_right_is_read(tmp_path):
    """Also with the line ends of another system."""
    (tmp_path / NAME).write_bytes(sealed())
    assert read_manifest(tmp_path / NAME)[0].files[0].path == "index.html"


def test_every_cut_and_every_changed_letter_is_known(copy):
    """None of them is read as another manifest: where a digest lost a letter, no file would be called damaged for it."""
    whole = (copy / NAME).read_bytes().rstrip()
    for at in range(0, len(whole), 3):
        for data in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            (copy / NAME).write_bytes(data)
            try:
                read_manifest(copy / NAME)
            except LibraryError:
                continue
            # A blank between values may be another one.
            assert json.loads(data) == json.loads(whole), (at, data)


def test_a_huge_one_is_not_read(tmp_path, monkeypatch):
    """Not even whether it is one."""
    monkeypatch.setattr(reading, "LARGEST", 2_000_000)
    with (tmp_path / NAME).open("wb") as out:
        out.truncate(2_000_001)
    assert "R20 this is no manifest: it has more than 2 MB" in refused(tmp_path / NAME)


def test_a_link_is_not_read(tmp_path, copy):
    os.symlink(copy / NAME, tmp_path / NAME)
    assert "R20 the manifest is a link" in refused(tmp_path / NAME)


def test_a_folder_of_that_name(tmp_path):
    (tmp_path / NAME).mkdir()
    assert "R20 the manifest is a link, or no file" in refused(tmp_path / NAME)
