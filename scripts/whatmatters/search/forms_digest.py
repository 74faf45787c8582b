"""What the table of forms was made from, as a number: another dictionary, list or rule is another number."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path

from whatmatters.language.bilingual import Lang

from .data import listed

#: Raised when the table is written in another way.
_VERSION = 1
#: All modules that have a say in what stands in it, from the package's folder.
_RULES = (
    "language/plain_letters.py",
    "language/mutations.py",
    "search/endings.py",
    "search/forms_making.py",
    "search/lemmas.py",
    "search/resolving.py",
)


def digest(lang: Lang) -> str:
    """Of the dictionary's bytes, what `gaps.yml` says of `lang`, and the rules' source, whatever its line ends."""
    found = hashlib.sha256(f"{_VERSION} {lang}\n".encode())
    found.update(dictionary(lang).read_bytes())
    found.update(json.dumps(listed("gaps.yml")[lang], ensure_ascii=False, sort_keys=True).encode())
    package = Path(__file__).parents[1]
    for module in _RULES:
        found.update((package / module).read_text(encoding="utf-8").encode())
    return found.hexdigest()


def dictionary(lang: Lang) -> Path:
    """The dictionary's file; looked up without importing its package, which no build needs.

    Raises ModuleNotFoundError where simplemma is not installed.
    """
    spec = importlib.util.find_spec("simplemma")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("simplemma is not installed", name="simplemma")
    return Path(spec.submodule_search_locations[0]) / "strategies" / "dictionaries" / "data" / f"{lang}.plzma"
