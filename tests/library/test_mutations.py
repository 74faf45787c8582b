"""Mutations: every rule in both directions, and what must stay as it is."""

from __future__ import annotations

import pytest

from whatmatters.language.mutations import ASPIRATE, NASAL, SOFT, mutations, radicals

#: radical, then each mutated form a reader may meet.
PAIRS = [
    # p, t, c: soft, nasal, aspirate
    ("person", "berson"), ("person", "mherson"), ("person", "pherson"),
    ("teulu", "deulu"), ("teulu", "nheulu"), ("teulu", "theulu"),
    ("cartref", "gartref"), ("cartref", "nghartref"), ("cartref", "chartref"),
    # b, d, g: soft, nasal
    ("bywyd", "fywyd"), ("bywyd", "mywyd"),
    ("dewis", "ddewis"), ("dewis", "newis"),
    ("gofal", "ofal"), ("gofal", "ngofal"),
    # g before a consonant leaves that consonant
    ("gwlad", "wlad"), ("gwlad", "ngwlad"), ("gradd", "radd"), ("glan", "lan"), ("gnaf", "naf"),
    # m, ll, rh: soft only
    ("mam", "fam"), ("llais", "lais"), ("rheoliad", "reoliad"),
    # h before a vowel, w and y among them
    ("iaith", "hiaith"), ("ysgol", "hysgol"), ("wythnos", "hwythnos"), ("asesiad", "hasesiad"),
]


@pytest.mark.parametrize(("radical", "mutated"), PAIRS)
def test_the_radical_is_among_the_guesses(radical: str, mutated: str) -> None:
    """From a mutated form back: the search for `ofal` comes upon `gofal`."""
    assert radical in radicals(mutated)


@pytest.mark.parametrize(("radical", "mutated"), PAIRS)
def test_the_mutated_form_is_made(radical: str, mutated: str) -> None:
    """From the radical forth."""
    assert mutated in mutations(radical)


@pytest.mark.parametrize("table", [SOFT, NASAL, ASPIRATE], ids=["soft", "nasal", "aspirate"])
def test_every_mutation_has_its_words(table: dict[str, str]) -> None:
    """No line of the three tables is without a pair above."""
    shown = {(radical, mutated) for radical, mutated in table.items() for word, form in PAIRS
             if word.startswith(radical) and form == mutated + word[len(radical):]}
    assert shown == set(table.items())


@pytest.mark.parametrize("radical", sorted({radical for radical, _ in PAIRS} | {"plentyn", "draig", "llyfr", "rhosyn"}))
def test_there_and_back(radical: str) -> None:
    """Whatever mutation makes, the way back finds."""
    assert all(radical in radicals(form) for form in mutations(radical))


@pytest.mark.parametrize(
    "word", ["chwarae", "theatr", "ddoe", "ffrind", "phobl", "ngwlad", "tsieina", "siop", "nos", "haul", "jam", "lamp", "fan", "rasel"]
)
def test_no_mutation(word: str) -> None:
    """Digraphs are letters of their own: chwarae does not begin with c; s, n, h, j and a plain l never change."""
    assert mutations(word) == (word,)


@pytest.mark.parametrize(
    ("word", "never"),
    [
        ("nghartref", "gartref"),  # no mutation of a mutation
        ("siop", "gsiop"),  # g is lost before vowels, l, r and n only
        ("h", ""), ("", "g"), ("b", "p"),  # nothing is made of nothing
    ],
)
def test_never_guessed(word: str, never: str) -> None:
    """Guesses stay within the rules."""
    assert never not in radicals(word)[1:]


def test_the_word_itself_comes_first() -> None:
    """`fam` may be mam or bam; before all it is what was typed."""
    assert radicals("fam") == ("fam", "bam", "mam")
