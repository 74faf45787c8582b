"""What the end of a word may have been before it changed."""

from __future__ import annotations

from functools import cache

import pytest

from whatmatters.language.bilingual import Lang
from whatmatters.search.deriving import DERIVED
from whatmatters.search.endings import stems
from whatmatters.search.lemmas import lemmas


@cache
def bare(lang: Lang) -> frozenset[str]:
    """The verbs that are their own stem: a second of work, and the same for every test."""
    return frozenset(lemmas(lang).bare)


@pytest.mark.parametrize(
    ("form", "stem", "lang"),
    [
        # verbs: a person's ending in place of the verb-noun's
        ("cerddodd", "cerddo", "cy"), ("dysgais", "dysgu", "cy"), ("gweithiwn", "gweithio", "cy"),
        ("clywais", "clywed", "cy"), ("sicrhaf", "sicrhau", "cy"), ("dychwelodd", "dychwelyd", "cy"),
        # verbs that are their own stem
        ("darllenodd", "darllen", "cy"), ("siaradwch", "siarad", "cy"),
        # a that the ending has made e; a consonant that stands single before it
        ("cesglais", "casglu", "cy"), ("cyferchwch", "cyfarch", "cy"), ("rhanasant", "rhannu", "cy"), ("torasai", "torri", "cy"),
        # literary endings
        ("dysgaswn", "dysgu", "cy"), ("dysgadwy", "dysgu", "cy"), ("dysgedig", "dysgu", "cy"), ("dysgwyf", "dysgu", "cy"),
        # plurals, persons who do, degrees
        ("sgwterau", "sgwter", "cy"), ("nodweddion", "nodwedd", "cy"), ("hyfforddwyr", "hyfforddwr", "cy"),
        ("swyddfeydd", "swyddfa", "cy"), ("gyrwraig", "gyrwr", "cy"), ("tawelach", "tawel", "cy"),
        # English
        ("widgets", "widget", "en"), ("stories", "story", "en"), ("happiest", "happy", "en"),
        ("planning", "plan", "en"), ("caring", "care", "en"), ("boxes", "box", "en"),
    ],
)
def test_the_stem_is_among_the_guesses(form: str, stem: str, lang: Lang) -> None:
    """Each rule, with a word that shows it."""
    assert stem in stems(form, lang, bare(lang))


@pytest.mark.parametrize(
    ("form", "never", "lang"),
    [
        ("llesant", "lles", "cy"),  # a noun takes no person's ending
        ("llesiant", "lles", "cy"),
        ("cyferchion", "cyfarch", "cy"),  # a plural's ending changes no vowel back
        ("gan", "g", "cy"), ("bed", "b", "en"),  # too little would be left
        ("darllenodd", "darllenodd", "cy"),  # the word itself is no guess
    ],
)
def test_never_guessed(form: str, never: str, lang: Lang) -> None:
    """Guesses stay within the rules."""
    assert never not in stems(form, lang, bare(lang))


@pytest.mark.parametrize(("word", "verb"), [("darllen", True), ("siarad", True), ("lles", False), ("dysgu", False), ("perygl", False)])
def test_verbs_that_are_their_own_stem(word: str, verb: bool) -> None:
    """The dictionary's forms say which they are."""
    assert (word in bare("cy")) == verb


def test_false_friends_are_no_relatives() -> None:
    """No ending in the table makes llesiant of lles."""
    assert "iant" not in DERIVED["cy"]
