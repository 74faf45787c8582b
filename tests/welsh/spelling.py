"""The Welsh words of the whole project, and a dictionary to hold them against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import yaml
from babel.messages.pofile import read_po
from spylls.hunspell import Dictionary

from whatmatters.importing.formats import known_ids, name_of
from whatmatters.messages.catalogue import FILE as MESSAGES

REPOSITORY = Path(__file__).parent.parent.parent
#: What is not prose in a Markdown file: code, comments, addresses, braces, HTML.
NOT_PROSE = re.compile(r"```.*?```|<!--.*?-->|`[^`\n]*`|\]\([^)]*\)|\{[^}\n]*\}|<[^>\n]*>|https?://\S+|&\w+;", re.S)
#: A word: letters, with apostrophes and hyphens inside it.
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: What `import` says.
WORDING = REPOSITORY / "scripts/whatmatters/importing/wording.yml"
#: English words stand here by right among the Welsh: titles of sources, and names of fields.
ENGLISH_FILES = {"docs/cy/about/sources.md", "scripts/whatmatters/importing/wording.yml"}
#: Names of files and folders, of fields and options, which messages hold outside code: stories/tags.yml, title:, --root.
FILES = re.compile(r"[\w/-]+[./][\w./-]+|\b(?:title|summary):|--\w+|https?://")

#: Digests of texts by language, and no words.
RECORDS = {"level.yml", "checks.yml"}


def package() -> Path:
    """The folder of the package that carries the dictionary, and a list of feminine nouns."""
    spec = find_spec("cymraeg_mcp")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


@cache
def dictionary() -> Dictionary:
    """The Bangor Hunspell dictionary, read once a process."""
    return Dictionary.from_files(str(package() / "data" / "dictionaries" / "cy_GB"))


def welsh_texts() -> Iterator[tuple[str, str]]:
    """Every Welsh text of the project with the file it stands in."""
    pages = sorted((REPOSITORY / "docs/cy").rglob("*.md")) + sorted((REPOSITORY / "docs/includes/cy").glob("*.md"))
    for path in pages + sorted((REPOSITORY / "stories").glob("*/*/cy.md")):
        yield path.relative_to(REPOSITORY).as_posix(), _prose(path.read_text(encoding="utf-8"))
    for path in [*sorted(p for p in (REPOSITORY / "docs/data").rglob("*.yml") if p.name not in RECORDS), *sorted((REPOSITORY / "stories").glob("*.yml")),
                 *sorted((REPOSITORY / "stories/packs").glob("*.yml")), WORDING]:
        values = "\n".join(_welsh_values(yaml.load(path.read_bytes(), yaml.CSafeLoader)))
        yield path.relative_to(REPOSITORY).as_posix(), NOT_PROSE.sub(" ", values)
    yield "formats of transcripts", "\n".join(name_of(id, "cy") for id in sorted(known_ids()))
    with MESSAGES.open("rb") as catalogue:
        messages = "\n".join(str(message.string) for message in read_po(catalogue) if message.id)
    yield MESSAGES.name, FILES.sub(" ", NOT_PROSE.sub(" ", messages))


def _prose(text: str) -> str:
    """Of the front matter, if there is one, the title and the summary; the text without what is not prose."""
    if not text.startswith("---\n"):
        return NOT_PROSE.sub(" ", text)
    _, front, body = text.split("---\n", 2)
    fields = yaml.load(front, yaml.CSafeLoader)
    return NOT_PROSE.sub(" ", "\n".join([str(fields.get("title", "")), str(fields.get("summary", "")), body]))


def _welsh_values(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "cy" and isinstance(value, str):
                yield value
            else:
                yield from _welsh_values(value)
    elif isinstance(data, list):
        for item in data:
            yield from _welsh_values(item)


def unknown_words(text: str, known: dict[str, bool], words: Dictionary) -> set[str]:
    """Words that the dictionary lacks; a capital letter makes a word a name. `known` remembers answers."""
    found = set()
    for word in set(WORD.findall(text)):
        if word[:1].isupper():
            continue
        plain = word.replace("’", "'")
        if plain not in known:
            parts = [p for p in re.split(r"['-]", plain) if len(p) > 1]
            known[plain] = words.lookup(plain) or (len(parts[0]) < len(plain) and all(map(words.lookup, parts))
                                                   if parts else True)
        if not known[plain]:
            found.add(plain)
    return found
