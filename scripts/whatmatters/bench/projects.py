"""Projects to measure: this one with generated stories, and plain Material with pages of the same text."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from ..library.languages import LANGUAGES, Lang
from ..library.library import Library
from ..library.story import Story
from ..library.story_text import PAUSE, QUESTIONS

#: The generated stories are the same on every machine.
SEED = 2014

MATERIAL = """site_name: Plain Material
theme: {name: material, font: false, features: [navigation.prune]}
plugins:
  - search
  - tags
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: cy, name: Cymraeg}
nav: [index.md]
validation: {omitted_files: ignore}
"""


def shuffled(story: Story, lang: Lang, n: int) -> tuple[list[str], list[str]]:
    """The paragraphs of a story, before and after its pause, with the words of each in another order."""
    chance = random.Random(f"{SEED} {lang} {n}")

    def mixed(paragraph: str) -> str:
        words = paragraph.split()
        chance.shuffle(words)
        return " ".join(words)

    text = story.texts[lang]
    return [mixed(p) for p in text.before], [mixed(p) for p in text.after]


def _all_but_stories(library: Library, target: Path) -> None:
    for name in ("docs", "overrides"):
        shutil.copytree(library.root / name, target / name)
    (target / "scripts").mkdir()
    shutil.copy(library.root / "scripts" / "mkdocs_hooks.py", target / "scripts")
    shutil.copy(library.root / "mkdocs.yml", target)


def same_project(library: Library, target: Path) -> None:
    """This project as it is, in a place of its own."""
    _all_but_stories(library, target)
    shutil.copytree(library.root / "stories", target / "stories")


def own_project(library: Library, target: Path, count: int) -> None:
    """This project with `count` stories generated from its own, and without packs."""
    _all_but_stories(library, target)
    (target / "stories").mkdir()
    shutil.copy(library.root / "stories" / "tags.yml", target / "stories")
    stories = list(library.stories.values())
    for n in range(count):
        story = stories[n % len(stories)]
        folder = target / "stories" / story.collection / f"{story.id}-{n}"
        folder.mkdir(parents=True)
        shutil.copy(library.root / story.folder / "story.yml", folder)
        for lang in LANGUAGES:
            before, after = shuffled(story, lang, n)
            questions = [f"- {q}" for q in story.texts[lang].questions]
            (folder / f"{lang}.md").write_text(
                "\n\n".join(
                    [
                        f"---\ntitle: Story {n}\nsummary: Number {n}.\n---",
                        *before,
                        PAUSE,
                        *after,
                        f"## {QUESTIONS[lang]}",
                        "\n".join(questions),
                    ]
                )
                + "\n",
                encoding="utf-8",
            )


def material_project(library: Library, target: Path, count: int) -> None:
    """A plain Material site of the same stories in both languages, with its own search, tags and i18n."""
    target.mkdir(parents=True)
    (target / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    stories = list(library.stories.values())
    for lang in LANGUAGES:
        (target / "docs" / lang / "stories").mkdir(parents=True)
        (target / "docs" / lang / "index.md").write_text("# Home\n", encoding="utf-8")
        for n in range(count):
            story = stories[n % len(stories)]
            before, after = shuffled(story, lang, n)
            questions = [f"- {q}" for q in story.texts[lang].questions]
            (target / "docs" / lang / "stories" / f"{n}.md").write_text(
                "\n\n".join(
                    [
                        f"---\ntags: [{', '.join(story.tag_ids)}]\n---\n# Story {n}",
                        *before,
                        "---",
                        *after,
                        "## Questions",
                        "\n".join(questions),
                    ]
                )
                + "\n",
                encoding="utf-8",
            )
