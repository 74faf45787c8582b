"""Every Welsh word of the project is in a dictionary or on a small kept list."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from .spelling import ENGLISH_FILES, dictionary, unknown_words, welsh_texts

KNOWN = {line.strip() for line in (Path(__file__).parent / "known.txt").read_text(encoding="utf-8").split("\n")
         if line.strip() and not line.startswith("#")}


@pytest.fixture(scope="module")
def unknown() -> dict[str, set[str]]:
    """Words that the dictionary lacks, with the files they stand in."""
    words, answers, found = dictionary(), {}, defaultdict(set)
    for name, text in welsh_texts():
        for word in unknown_words(text, answers, words) if name not in ENGLISH_FILES else ():
            found[word].add(name)
    return found


def test_every_welsh_word_is_known(unknown):
    """A word that neither the dictionary nor the list knows is a slip, or belongs on the list."""
    assert {word: sorted(files) for word, files in unknown.items() if word not in KNOWN} == {}


def test_the_list_holds_nothing_that_is_not_used(unknown):
    """A word that no text needs any more leaves the list, so that it cannot hide a slip."""
    assert sorted(KNOWN - set(unknown)) == []


@pytest.mark.parametrize(("text", "slips"), [
    ("Mae'r gofal yn dda.", set()), ("Mae'r gofall yn dda.", {"gofall"}), ("Roedd Mrs Pugh yn Abertawe.", set()),
    ("i'r tŷ â'i dŵr", set()), ("hunan-barch a hunan-barhc", {"hunan-barhc"}), ("mae’n ofalus", set()),
])
def test_the_reader_of_words(text, slips):
    """Clitics, hyphens and both apostrophes are read; names are left alone; a slip is found."""
    assert unknown_words(text, {}, dictionary()) == slips
