"""Story roots beside a project, to be filled and broken at will."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from whatmatters.tracing.unpack import Closed, Inner, Piece, unpack

CUP = "stories/magic-moments/the-blue-cup"
MINI = REPOSITORY / "tests" / "mini" / "stories"


def make_root(folder: Path, name: str = "ty-coch", audience: str = "[team]") -> Path:
    """A further root with one story, `a-jar-of-buttons`, told in words that stand nowhere else, and one recipe."""
    story = folder / "magic-moments" / "a-jar-of-buttons"
    shutil.copytree(MINI / "magic-moments" / "the-blue-cup", story)
    for lang, (title, old, new) in {
        "en": ("A jar of buttons", "Mrs Pugh", "Miss Prosser"),
        "cy": ("Jar o fotymau", "Mrs Pugh", "Miss Prosser"),
    }.items():
        path = story / f"{lang}.md"
        lines = path.read_text(encoding="utf-8").replace(old, new).split("\n")
        lines[1] = f"title: {title}"
        path.write_text("\n".join(lines), encoding="utf-8")
    (folder / "packs").mkdir()
    (folder / "packs" / "ours.yml").write_text(
        "title: {en: Round our table, cy: Rownd ein bwrdd ni}\n"
        "purpose: {en: To talk among ourselves., cy: Trafod gyda'n gilydd.}\n"
        "stories: {pinned: [a-jar-of-buttons, two-songs]}\n",
        encoding="utf-8",
    )
    (folder / "root.yml").write_text(f"name: {name}\naudience: {audience}\n", encoding="utf-8")
    return folder


def make_copy(project: Path, collection: str, story_id: str) -> Path:
    """The story of the blue cup again, under another id and title, its names and the cup's colour changed."""
    folder = project / collection / story_id
    shutil.copytree(MINI / "magic-moments" / "the-blue-cup", folder)
    titles = {"en": story_id.replace("-", " ").capitalize(), "cy": "Y mwg ar sil y ffenest"}
    for lang, title in titles.items():
        path = folder / f"{lang}.md"
        lines = path.read_text(encoding="utf-8").replace("Mrs Pugh", "Mr Beynon").replace("blue", "green").split("\n")
        lines[1] = f"title: {title}"
        path.write_text("\n".join(lines), encoding="utf-8")
    return folder


def pieces(name: str, data: bytes) -> Iterator[Piece | Closed]:
    """Everything that a file holds, down to the innermost archive."""
    for part in unpack(name, data):
        if isinstance(part, Inner):
            yield from pieces(part.like, part.data)
        else:
            yield part


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A team's own folder of stories, beside the project."""
    return make_root(tmp_path / "our stories")


@pytest.fixture
def change(project: Path) -> Callable[[str, str, str], None]:
    """Writes something else into a file of the project: file, old, new."""

    def changed(file: str, old: str, new: str) -> None:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert old in text, "the test changes something that stands in the file"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return changed
