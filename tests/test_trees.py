"""Copies of folders that tests change: what they are copies of, and of nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.trees import Tree


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files in folders, an empty file, an empty folder, letters of any alphabet, bytes that are no text."""
    root = tmp_path / "one"
    for name, said in {"a.md": b"Stori\n", "b/\u0175/c d.png": bytes(range(256)) * 5000, "b/empty": b""}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(said)
    (root / "nothing in it").mkdir()
    os.utime(root / "a.md", ns=(1_700_000_000_123_456_789, 1_700_000_000_123_456_789))
    return root


def known(root: Path) -> dict[str, tuple[bytes, int] | None]:
    """What stands under a folder: a file's bytes and its time of change (ns), None for a folder."""
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None
        for path in root.rglob("*")
    }


def test_a_copy_is_what_the_folder_was(folder, tmp_path):
    """To the byte and the time of change, as often as it is wanted, whatever has become of the folder or a copy since."""
    tree, was = Tree(folder), known(folder)
    first = tree.lay(tmp_path / "far" / "two")
    assert first == tmp_path / "far" / "two"
    assert known(first) == was
    (first / "a.md").write_text("Another")
    (folder / "a.md").unlink()
    assert known(tree.lay(tmp_path / "three")) == was


def test_what_stands_is_not_written_over(folder, tmp_path):
    with pytest.raises(FileExistsError):
        Tree(folder).lay(tmp_path)
