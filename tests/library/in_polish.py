"""The miniature library with a page set in Polish: what a translator and an engineer would add, and nothing else.

Its Polish is made: English words with marks on their letters, which no list of small words knows,
and which shows on every page what was not taken from the translation.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml
from tests.conftest import lay_out

#: What is no words in Markdown, HTML and wordings: where links lead, attributes, elements, includes, code, placeholders.
_NO_WORDS = re.compile(r"(\]\([^)]*\)|\{[^{}]*\}|<[^>]*>|`[^`]*`|https?://\S+|&\w+;)")
_LETTERS = str.maketrans("aeiouyszclnAEIOUYSZCLN", "ąęįóųýśżćłńĄĘĮÓŲÝŚŻĆŁŃ")
#: Lines of front matter that hold words.
_WORDS = re.compile(r"(title|summary): ")
_SITE = """\
        - locale: pl
          name: Polski
          build: true
          site_name: Co się liczy
          site_description: Opowieści, pytania, zasady i prawo.
          theme:
            language: pl
"""


def polish(text: str) -> str:
    """Words in the Polish of these tests; what is no word stays as it is."""
    return "".join(part if i % 2 else part.translate(_LETTERS) for i, part in enumerate(_NO_WORDS.split(text)))


def lay_out_polish(target: Path) -> Path:
    """The miniature project with a Polish page beside each English one, Polish in its data, and Polish in `mkdocs.yml`."""
    root = lay_out(target)
    for path in [*(root / "docs" / "data").rglob("*.yml"), *(root / "stories").rglob("*.yml")]:
        given = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        path.write_text(yaml.dump(_with_polish(given), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for folder in (root / "docs", root / "docs" / "includes"):
        for path in (folder / "en").rglob("*.md"):
            _translate(path, folder / "pl" / path.relative_to(folder / "en"))
    for path in (root / "stories").rglob("en.md"):
        _translate(path, path.with_name("pl.md"))
    for path in (root / "stories").rglob("captions.en.vtt"):
        path.with_name("captions.pl.vtt").write_text(_captions(path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (root / "docs" / "en").rglob("*"):
        if path.is_file() and path.suffix != ".md":
            twin = root / "docs" / "pl" / path.relative_to(root / "docs" / "en")
            twin.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, twin)
    # Its languages are nowhere recorded as level, as in a library that has just been translated.
    (root / "docs" / "data" / "level.yml").unlink()
    settings = root / "mkdocs.yml"
    before, theme, after = settings.read_text(encoding="utf-8").partition("            language: cy\n")
    settings.write_text(before + theme + _SITE + after, encoding="utf-8")
    return root


def _with_polish(value: object) -> object:
    """A value of a data file with Polish wherever both languages stand."""
    if isinstance(value, list):
        return [_with_polish(one) for one in value]
    if not isinstance(value, dict):
        return value
    inside = {name: _with_polish(one) for name, one in value.items()}
    # Wordings that name a language, or something in it: `add-in-en`, `add-in-cy`.
    inside |= {f"{name[:-2]}pl": dict(one) for name, one in inside.items() if str(name).endswith("-en") and isinstance(one, dict) and f"{name[:-2]}cy" in inside}
    return inside | {"pl": _said(value["en"])} if {"en", "cy"} <= set(value) else inside


def _said(value: object) -> object:
    """The Polish of what stands under `en`: words, or lists and records of them."""
    if isinstance(value, str):
        return polish(value)
    if isinstance(value, list):
        return [_said(one) for one in value]
    return {name: _said(one) for name, one in value.items()} if isinstance(value, dict) else value


def _captions(text: str) -> str:
    return "".join(line if "-->" in line or line.startswith("WEBVTT") else polish(line) for line in text.splitlines(keepends=True))


def _translate(path: Path, twin: Path) -> None:
    twin.parent.mkdir(parents=True, exist_ok=True)
    front, text = "", path.read_text(encoding="utf-8")
    if text.startswith("---\n"):
        front, text = text[4:].split("\n---\n", 1)
        front = "\n".join(polish(line).replace(polish(found[1]), found[1], 1) if (found := _WORDS.match(line)) else line for line in front.split("\n"))
        front = f"---\n{front}\n---\n"
    text = text.replace("## At the pause", "## W przerwie").replace("## Afterwards", "## Potem")
    text = text.replace("{!includes/en/", "{!includes/pl/")
    lines = (line if line.startswith(("<!--", "## W przerwie", "## Potem", "{!")) else polish(line) for line in text.splitlines(keepends=True))
    twin.write_text(front + "".join(lines), encoding="utf-8")
