"""Projects to measure: this one as it is, and this one grown by generated stories."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..language.bilingual import LANGUAGES
from ..library.library import Library
from .generating import generated


def _all_but_stories(library: Library, target: Path) -> None:
    for name in ("docs", "overrides"):
        shutil.copytree(library.root / name, target / name)
    (target / "scripts").mkdir()
    shutil.copy(library.root / "scripts" / "mkdocs_hooks.py", target / "scripts")
    shutil.copy(library.root / "mkdocs.yml", target)


def same_project(library: Library, target: Path) -> Path:
    """This project as it is, in a place of its own, with nothing kept from earlier builds."""
    _all_but_stories(library, target)
    shutil.copytree(library.root / "stories", target / "stories")
    return target


def own_project(library: Library, target: Path, count: int) -> Path:
    """This project with `count` stories: its own as far as they go, then generated ones.

    The packs come along where all its own stories do, since a pack names some of them.
    """
    _all_but_stories(library, target)
    (target / "stories").mkdir()
    shutil.copy(library.root / "stories" / "tags.yml", target / "stories")
    real = list(library.stories.values())
    for story in real[:count]:
        shutil.copytree(library.root / story.folder, target / "stories" / story.collection / story.id)
    if count >= len(real) and (packs := library.root / "stories" / "packs").is_dir():
        shutil.copytree(packs, target / "stories" / "packs")
    for lang in LANGUAGES:
        for n, text in enumerate(generated(library.stories, lang, max(0, count - len(real)))):
            pattern = real[n % len(real)]
            folder = target / "stories" / pattern.collection / f"generated-{n:04}"
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(library.root / pattern.folder / "story.yml", folder)
            (folder / f"{lang}.md").write_text(text.file(lang), encoding="utf-8")
    return target
