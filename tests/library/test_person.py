"""The word for the person in a question."""

from __future__ import annotations

import pytest

from whatmatters.library.person import PersonWord, filled, unknown_placeholders

PERSON = PersonWord(id="person", en="the person", cy="y person")
INDIVIDUAL = PersonWord(id="individual", en="the individual", cy="yr unigolyn")


@pytest.mark.parametrize(("word", "lang", "text", "expected"), [
    (PERSON, "en", "What does {person} say?", "What does the person say?"),
    (PERSON, "en", "{Person} smiled at {person}'s cat.", "The person smiled at the person's cat."),
    (INDIVIDUAL, "cy", "Beth mae{r-person} yn ei ddweud wrth {person}?", "Beth mae'r unigolyn yn ei ddweud wrth yr unigolyn?"),
    (PERSON, "cy", "{Person}: i{r-person}", "Y person: i'r person"),
    (PERSON, "en", "Nothing to fill.", "Nothing to fill."),
])
def test_filled(word, lang, text, expected):
    """Each form fits its place: at the start of a sentence, and after a Welsh vowel."""
    assert filled(text, lang, word) == expected


def test_filled_for_a_page():
    """A page may wrap each word, knowing its form."""
    said = filled("i{r-person} a {person}", "cy", PERSON, lambda form, words: f"[{form}|{words}]")
    assert said == "i[r-person|'r person] a [person|y person]"


@pytest.mark.parametrize(("text", "unknown"), [
    ("{person} {Person} {r-person}", []), ("{preson}", ["preson"]), ("{} {x}", ["", "x"]),
])
def test_unknown_placeholders(text, unknown):
    """What nothing fills is found, so that no reader meets a brace."""
    assert unknown_placeholders(text) == unknown
